import { assertEquals, assertStrictEquals } from "@std/assert";
import fc from "fast-check";
import { fromScaled, MAX_SCALED, toScaled } from "./decimal.ts";

Deno.test("toScaled() is exact where multiplication is not", () => {
  assertEquals(19.99 * 100, 1998.9999999999998); // what it has to get right
  assertEquals(toScaled(19.99, 2), 1999);
  assertEquals(toScaled(1.005, 3), 1005);
  assertEquals(toScaled(-0.07, 2), -7);
  assertEquals(toScaled(5, 0), 5);
});

Deno.test("toScaled() refuses what it would have to round", () => {
  for (const value of [19.999, 0.1 + 0.2, 1e15, NaN, Infinity, 5e-324]) {
    assertStrictEquals(toScaled(value, 2), undefined);
  }
});

Deno.test("toScaled() returns every integer that fromScaled() was given, and the number is the one its digits spell", () => {
  fc.assert(fc.property(
    fc.integer({ min: -MAX_SCALED, max: MAX_SCALED }),
    fc.integer({ min: 0, max: 12 }),
    (scaled, scale) => {
      const value = fromScaled(scaled, scale);
      assertEquals(value, Number(`${scaled}e-${scale}`));
      assertEquals(toScaled(value, scale), scaled);
    },
  ));
});
