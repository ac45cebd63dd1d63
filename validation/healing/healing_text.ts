/**
 * Says in words what was mended.
 *
 * @module
 */
import type { HealingRecord } from "../report.ts";
import type { TakenBack } from "./take_back.ts";

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

/** Says in a line or two what became of a healing that was killed. */
export function takenBackText({ restored, left }: TakenBack): string {
  const files = restored.length === 0
    ? "nothing had been changed yet"
    : `restored ${restored.join(", ")}`;
  const kept = left.length === 0
    ? ""
    : `left ${
      left.join(", ")
    } as it is: changed since; what it was before is in .autocoder/healing/before/\n`;
  return `took back a healing that was interrupted: ${files}\n${kept}`;
}
