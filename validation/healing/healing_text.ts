/**
 * Says in words what was mended.
 *
 * @module
 */
import type { HealingRecord } from "../report.ts";

/** Says in one line who mended what, why, and whether it stayed. */
export function healingText(
  { round, healer, codes, reason, kept }: HealingRecord,
): string {
  const when = round === 0 ? "before it was generated" : `round ${round}`;
  const what = codes.length === 0 ? "" : ` for ${codes.join(", ")}`;
  return `${
    kept ? "mended" : "tried and taken back"
  } (${when}, ${healer}${what}): ${reason}`;
}
