import { assertEquals, assertStrictEquals } from "@std/assert";
import fc from "fast-check";
import { settle } from "./computed_fields.ts";
import { fromScaled, MAX_SCALED } from "./decimal.ts";
import {
  exact,
  isUndefined,
  minus,
  nearest,
  negative,
  over,
  plus,
  roundedTo,
  times,
} from "./exact_arithmetic.ts";

const decimals = fc.tuple(
  fc.integer({ min: -MAX_SCALED, max: MAX_SCALED }),
  fc.integer({ min: 0, max: 9 }),
).map(([scaled, scale]) => ({
  scaled: BigInt(scaled),
  scale: BigInt(scale),
  value: fromScaled(scaled, scale),
}));

Deno.test("times() is exact where floating point is not", () => {
  assertEquals(0.1 * 3, 0.30000000000000004); // what it has to get right
  const cents = { kind: "decimal", scale: 2 } as const;
  assertStrictEquals(settle(cents, times(0.1, 3)), 0.3);
  assertStrictEquals(settle(cents, plus(0.1, 0.2)), 0.3);
  assertStrictEquals(settle(cents, times(1.1, 1.1)), 1.21);
  assertStrictEquals(settle(cents, minus(1, 0.9)), 0.1);
});

Deno.test("plus(), minus() and times() agree with whole numbers of the same scale", () => {
  fc.assert(fc.property(decimals, decimals, (a, b) => {
    const power = 10n ** (a.scale + b.scale);
    const [x, y] = [a.scaled * 10n ** b.scale, b.scaled * 10n ** a.scale];
    for (
      const [result, expected, denominator] of [
        [plus(a.value, b.value), x + y, power],
        [minus(a.value, b.value), x - y, power],
        [times(a.value, b.value), a.scaled * b.scaled, power],
      ] as const
    ) {
      assertStrictEquals(
        result!.numerator * denominator,
        expected * result!.denominator,
      );
    }
  }));
});

Deno.test("over() undoes times(), and by zero leads nowhere", () => {
  fc.assert(fc.property(decimals, decimals, (a, b) => {
    const result = over(times(a.value, b.value), b.value)!;
    if (b.scaled === 0n) return assertStrictEquals(isUndefined(result), true);
    assertStrictEquals(result.denominator > 0n, true);
    assertStrictEquals(
      result.numerator * 10n ** a.scale,
      a.scaled * result.denominator,
    );
  }));
  for (const after of [plus, minus, times, over]) {
    assertStrictEquals(isUndefined(after(over(1, 0), 1)!), true);
    assertStrictEquals(isUndefined(after(1, over(1, 0))!), true);
  }
});

Deno.test("roundedTo() is off by at most one half, and even in the middle", () => {
  const fractions = fc.tuple(
    fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }),
    fc.bigInt({ min: 1n, max: 10n ** 6n }),
    fc.integer({ min: 0, max: 6 }),
  );
  fc.assert(fc.property(fractions, ([numerator, denominator, scale]) => {
    const rounded = roundedTo(scale, { numerator, denominator });
    const off = numerator * 10n ** BigInt(scale) - rounded * denominator;
    const twice = 2n * (off < 0n ? -off : off);
    assertStrictEquals(twice <= denominator, true);
    if (twice === denominator) assertStrictEquals(rounded % 2n, 0n);
  }));
  const halves = [0.005, 0.015, 0.025, -0.005, -0.015, -0.025];
  assertEquals(
    halves.map((half) => roundedTo(2, exact(half))),
    [0n, 2n, 2n, 0n, -2n, -2n],
  );
});

Deno.test("nearest() gives back every number, and the nearest to any quotient", () => {
  const numbers = fc.double({ noNaN: true, noDefaultInfinity: true });
  fc.assert(fc.property(numbers, (value) => {
    assertEquals(nearest(exact(value)), value === 0 ? 0 : value);
  }));
  assertStrictEquals(nearest(over(1, 3)!), 1 / 3);
  assertStrictEquals(nearest(over(-2, 3)!), -2 / 3);
});

Deno.test("nothing comes of nothing", () => {
  for (const calculate of [plus, minus, times, over]) {
    assertStrictEquals(calculate(null, 0), null);
    assertStrictEquals(calculate(1, null), null);
  }
  assertStrictEquals(negative(null), null);
});
