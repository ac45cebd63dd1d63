import { assertEquals, assertThrows } from "@std/assert";
import { Double } from "./test_doubles.ts";

Deno.test("Component refuses a name that is empty or holds a dot", () => {
  assertThrows(() => new Double(""), TypeError, "no name");
  assertThrows(() => new Double("a.b"), TypeError, "a dot");
});

Deno.test("Component begins in created, with its counters at zero", () => {
  const component = new Double("a");
  assertEquals(component.status.state, "created");
  assertEquals(new Set(Object.values(component.metrics)), new Set([0]));
});
