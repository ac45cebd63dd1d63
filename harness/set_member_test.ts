import { assertEquals } from "@std/assert";
import { setMember } from "./set_member.ts";

Deno.test("setMember() makes a member of any name, where __proto__ is a setter too", () => {
  const before = Object.getOwnPropertyDescriptor(Object.prototype, "__proto__");
  // Deno takes it away; browsers and Node.js have it.
  Object.defineProperty(Object.prototype, "__proto__", {
    configurable: true,
    set: () => {},
  });
  try {
    const object = {};
    setMember(object, "a", 1);
    setMember(object, "__proto__", 2);
    assertEquals(Object.entries(object), [["a", 1], ["__proto__", 2]]);
  } finally {
    if (before) Object.defineProperty(Object.prototype, "__proto__", before);
    else Reflect.deleteProperty(Object.prototype, "__proto__");
  }
});
