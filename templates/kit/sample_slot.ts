/**
 * Examples of what only one entity may take, for tests: as many as are asked for, and no two overlap.
 *
 * @module
 */

/** What is taken: a part of time, or of the numbers in a range. */
export type SlotKind =
  | "date"
  | "datetime"
  | "time"
  | { readonly low: number; readonly high: number };

/** Numbers the next example; those in a narrow range, and times of day, begin again after the last. */
export function nextSlot(): number {
  return slots++;
}

/** Gives the value in which the n-th example begins. */
export function slotStart(kind: SlotKind, n: number): string | number {
  if (typeof kind === "object") {
    return kind.low + n % Math.max(1, Math.floor(kind.high - kind.low));
  }
  return kind === "time" ? timeAt(n % SLOTS_OF_A_DAY) : timeText(kind, n);
}

/** Gives the value in which the n-th example ends, where the next begins. */
export function slotEnd(kind: SlotKind, n: number): string | number {
  const start = slotStart(kind, n);
  if (typeof start === "number") return start + 1;
  return kind === "time"
    ? timeAt(n % SLOTS_OF_A_DAY + 1)
    : timeText(kind === "date" ? "date" : "datetime", n + 1);
}

function timeText(kind: SlotKind, n: number): string {
  const first = Date.UTC(2030, 0, 15, 9, 30);
  return kind === "date"
    ? new Date(first + n * DAY_MS).toISOString().slice(0, 10)
    : new Date(first + n * HOUR_MS).toISOString();
}

function timeAt(minutes: number): string {
  return new Date(minutes * MINUTE_MS).toISOString().slice(11, 19);
}

let slots = 0;

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const SLOTS_OF_A_DAY = 24 * 60 - 1;
