import { assertEquals } from "@std/assert";
import fc from "fast-check";
import { isDeepStrictEqual } from "node:util";
import { deepEqual } from "./deep_equal.ts";

const VALUE = fc.anything({
  withBigInt: true,
  withDate: true,
  withNullPrototype: true,
  withTypedArray: true,
  maxDepth: 3,
});

Deno.test("deepEqual() agrees with node's isDeepStrictEqual()", () => {
  fc.assert(
    fc.property(VALUE, VALUE, (one, other) => {
      assertEquals(deepEqual(one, other), isDeepStrictEqual(one, other));
      assertEquals(deepEqual(one, structuredCloneOf(one)), true);
    }),
    { numRuns: 300 },
  );
});

Deno.test("deepEqual() looks into classes, sets, maps, bytes and errors", () => {
  class Point {
    constructor(readonly x: number) {}
  }
  const pairs: readonly [boolean, unknown, unknown][] = [
    [true, new Point(1), new Point(1)],
    [false, new Point(1), { x: 1 }],
    [true, new Map([["a", new Set([1])]]), new Map([["a", new Set([1])]])],
    [false, new Map([["a", 1]]), new Map([["a", 2]])],
    [false, new Set([1]), new Set([1, 2])],
    [true, new Uint8Array([1, 2]), new Uint8Array([1, 2])],
    [false, new Uint8Array([1, 2]).buffer, new Uint8Array([1, 3]).buffer],
    [true, new Error("a", { cause: 1 }), new Error("a", { cause: 1 })],
    [false, new Error("a", { cause: 1 }), new Error("a", { cause: 2 })],
    [false, new Error("a"), new TypeError("a")],
    [false, new Date(1), new Date(2)],
    [false, { a: undefined }, { b: undefined }],
    [false, [1], { 0: 1 }],
    [false, Promise.resolve(1), Promise.resolve(1)],
    [true, NaN, NaN],
    [false, 0, -0],
  ];
  for (const [alike, one, other] of pairs) {
    assertEquals(deepEqual(one, other), alike, `${String(one)}`);
  }
});

Deno.test("deepEqual() ends on circles", () => {
  const circle = (n: number) => {
    const self: Record<string, unknown> = { n };
    self.self = self;
    return self;
  };
  assertEquals(deepEqual(circle(1), circle(1)), true);
  assertEquals(deepEqual(circle(1), circle(2)), false);
});

/** A copy with the same prototypes, which structuredClone() does not keep. */
function structuredCloneOf(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [key, structuredCloneOf(part)]),
  );
}
