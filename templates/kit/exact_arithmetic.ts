/**
 * Exact arithmetic: numbers as fractions of whole numbers, so that 0.1 * 3 is 0.3 and nothing is lost before the end.
 *
 * What is missing stays missing: with a null operand, the result is null.
 *
 * @module
 */

/** A fraction; what was divided by zero has the denominator 0. */
export interface Exact {
  /** The number above the line. */
  readonly numerator: bigint;
  /** The number below it, never negative. */
  readonly denominator: bigint;
}

/** What can be calculated with: a number counts as the decimal that it is written as. */
export type Operand = number | Exact | null;

/** Adds two numbers. */
export function plus(a: Operand, b: Operand): Exact | null {
  return combined(a, b, (x, y) => ({
    numerator: x.numerator * y.denominator + y.numerator * x.denominator,
    denominator: x.denominator * y.denominator,
  }));
}

/** Subtracts the second number from the first. */
export function minus(a: Operand, b: Operand): Exact | null {
  return plus(a, negative(b));
}

/** Multiplies two numbers. */
export function times(a: Operand, b: Operand): Exact | null {
  return combined(a, b, (x, y) => ({
    numerator: x.numerator * y.numerator,
    denominator: x.denominator * y.denominator,
  }));
}

/** Divides the first number by the second; by zero, the result {@link isUndefined}. */
export function over(a: Operand, b: Operand): Exact | null {
  return combined(a, b, (x, y) => {
    const sign = y.numerator < 0n ? -1n : 1n;
    return {
      numerator: sign * x.numerator * y.denominator,
      denominator: y.denominator === 0n
        ? 0n // and stays undefined
        : sign * x.denominator * y.numerator,
    };
  });
}

/** Changes the sign of a number. */
export function negative(a: Operand): Exact | null {
  if (a === null) return null;
  const { numerator, denominator } = exact(a);
  return { numerator: -numerator, denominator };
}

/** Tells whether something on the way was divided by zero. */
export function isUndefined({ denominator }: Exact): boolean {
  return denominator === 0n;
}

/** Rounds to so many decimal places, half to even, and scales to a whole number: 2.345 at scale 2 is 234. */
export function roundedTo(scale: number, value: Exact): bigint {
  const scaled = value.numerator * 10n ** BigInt(scale);
  const { denominator } = value;
  const magnitude = scaled < 0n ? -scaled : scaled;
  const whole = magnitude / denominator;
  const rest = 2n * (magnitude % denominator);
  const isUp = rest > denominator || rest === denominator && whole % 2n === 1n;
  const rounded = isUp ? whole + 1n : whole;
  return scaled < 0n ? -rounded : rounded;
}

/** Gives the number that JSON can carry which is nearest to a fraction, to 25 digits and more. */
export function nearest(value: Exact): number {
  const { numerator, denominator } = value;
  const digits = String(denominator).length - String(numerator).length;
  const scale = Math.max(0, digits + DIGITS);
  return Number(`${roundedTo(scale, value)}e-${scale}`);
}

/** Reads a finite number as the decimal that it is written as. */
export function exact(value: number | Exact): Exact {
  if (typeof value !== "number") return value;
  const [digits = "0", exponent = "0"] = String(value).split("e");
  const [whole = "0", places = ""] = digits.split(".");
  const power = Number(exponent) - places.length;
  const numerator = BigInt(whole + places);
  return power < 0
    ? { numerator, denominator: 10n ** BigInt(-power) }
    : { numerator: numerator * 10n ** BigInt(power), denominator: 1n };
}

function combined(
  a: Operand,
  b: Operand,
  combine: (x: Exact, y: Exact) => Exact,
): Exact | null {
  return a === null || b === null ? null : combine(exact(a), exact(b));
}

/** More than a JSON number has. */
const DIGITS = 25;
