/**
 * Fairness between channels and the rest of the program. Values travel in
 * microtasks, and a saturated pipeline of microtasks would hold off timers,
 * signals and HTTP for as long as it lasts. Whoever moves values asks
 * `turnIsSpent()` for each, and waits for `nextTurn()` when it says so.
 *
 * @module
 */

/** Milliseconds that microtasks may run before they let timers and I/O have a turn. */
export const TURN_MS = 5;

/**
 * Counts one moved value and tells whether this turn of the event loop has
 * lasted `TURN_MS`. Costs about a nanosecond: the clock is read once for every
 * millisecond's worth of values.
 */
export function turnIsSpent(): boolean {
  return --budget < 0 && checkClock();
}

/** Resolves in a later turn of the event loop, after timers and I/O had their chance. */
export function nextTurn(): Promise<void> {
  return pause ??= rest().then(() => {
    pause = undefined;
    turnMarked = false;
  });
}

let budget = 16;
let interval = 16;
let checkedAt = 0;
let turnMarked = false;
let markedAt = 0;
let pauses = 0;
let pause: Promise<void> | undefined;

function checkClock(): boolean {
  const now = performance.now();
  if (turnMarked && now - markedAt >= TURN_MS) {
    budget = 0; // everyone who asks before the next turn gets the same answer
    return true;
  }
  const perValue = (now - checkedAt) / interval;
  const wanted = Math.floor(CHECK_EVERY_MS / perValue);
  interval = Math.max(1, Math.min(interval * 2, MOST_UNCHECKED, wanted));
  budget = interval;
  checkedAt = now;
  if (!turnMarked) markTurn(now);
  return false;
}

/** Notes when this turn was first seen; the mark goes away with the turn. */
function markTurn(now: number): void {
  turnMarked = true;
  markedAt = now;
  later(() => turnMarked = false);
}

// Deno looks for I/O when it has nothing to do, or else every 61st time round.
// A timer leaves it idle for sure, and for one to two milliseconds; work on
// another thread leaves it idle for a tenth of one, unless that is done at once.
// A timer every third time bounds the wait for I/O and keeps nine tenths of the
// throughput; timers alone would keep eight.
async function rest(): Promise<void> {
  if (++pauses % 3 !== 0 && crypto.subtle) {
    await crypto.subtle.digest("SHA-256", ONE_BYTE);
  } else {
    await new Promise<void>((resolve) => setTimeout(resolve, 0));
  }
}

// setImmediate takes microseconds where setTimeout takes a millisecond; not
// every runtime has it.
const { setImmediate } = globalThis as {
  setImmediate?: (callback: () => void) => unknown;
};
const later: (callback: () => void) => unknown =
  typeof setImmediate === "function"
    ? setImmediate
    : (callback) => setTimeout(callback, 0);

const CHECK_EVERY_MS = 1;
const MOST_UNCHECKED = 1024;
const ONE_BYTE = new Uint8Array(1);
