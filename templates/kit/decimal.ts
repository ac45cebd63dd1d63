/**
 * Decimal fields: a JSON number outside, an integer scaled by a power of ten inside, nothing lost between.
 *
 * @module
 */

/** The largest scaled value: 15 digits, the most that a JSON number is sure to carry exactly. */
export const MAX_SCALED = 999_999_999_999_999;

/** Scales a number to an integer: 19.99 at scale 2 is 1999. Undefined if it has more decimal places or more than 15 digits. */
export function toScaled(value: number, scale: number): number | undefined {
  const factor = 10 ** scale;
  // Below 2^51 the product is off by less than one half, so rounding finds the only candidate.
  const scaled = Math.round(value * factor);
  return Math.abs(scaled) <= MAX_SCALED && scaled / factor === value
    ? scaled
    : undefined;
}

/** Scales back: 1999 at scale 2 is 19.99. Exact, as the quotient of two exact numbers is rounded once. */
export function fromScaled(scaled: number, scale: number): number {
  return scaled / 10 ** scale;
}

/** Writes a scaled integer of any size in digits: 1999n at scale 2 is "19.99". */
export function decimalText(scaled: bigint, scale: number): string {
  const sign = scaled < 0n ? "-" : "";
  const digits = (scaled < 0n ? -scaled : scaled).toString()
    .padStart(scale + 1, "0");
  return scale === 0
    ? sign + digits
    : `${sign}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}
