import { assertEquals } from "@std/assert";
import { counted } from "./counted.ts";

Deno.test("counted() says one of a thing as one", () => {
  assertEquals(counted(1, "test"), "1 test");
  assertEquals(counted(0, "test"), "0 tests");
  assertEquals(counted(2, "test"), "2 tests");
  assertEquals(counted(1, "entity", "entities"), "1 entity");
  assertEquals(counted(3, "entity", "entities"), "3 entities");
});
