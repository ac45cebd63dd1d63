import { assertEquals, assertThrows } from "@std/assert";
import { frozenCopy } from "./frozen_copy.ts";

Deno.test("frozenCopy() gives the same data, of which nothing can be changed, and leaves the original as it was", () => {
  const given = JSON.parse(
    '{"id":"a","tags":["x",{"y":1}],"none":null,"deep":{"list":[[1]]},"__proto__":{"z":1}}',
  );
  const text = JSON.stringify(given);
  const copy = frozenCopy(given);
  assertEquals(JSON.stringify(copy), text);
  for (
    const change of [
      () => Object.assign(copy, { id: "b" }),
      () => delete copy.none,
      () => copy.tags.push("z"),
      () => copy.tags[1].y = 2,
      () => copy.deep.list[0].sort().pop(),
      () => copy["__proto__"].z = 2,
    ]
  ) {
    assertThrows(change, TypeError);
  }
  given.tags[1].y = 3;
  given.deep.list[0].push(2);
  assertEquals(JSON.stringify(copy), text);
});

Deno.test("frozenCopy() gives what is no object as it is", () => {
  for (const value of [undefined, null, "a", 1, true]) {
    assertEquals(frozenCopy(value), value);
  }
});
