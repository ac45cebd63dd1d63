/**
 * Fairness between channels and the rest of the program. Values travel in
 * microtasks, and a saturated pipeline of microtasks would hold off timers,
 * signals and HTTP for as long as it lasts. Whoever moves values asks
 * `turnIsSpent()` for each, and waits for `nextTurn()` when it says so.
 *
 * @module
 */

/** Milliseconds, about, that microtasks may run before timers and I/O get a turn. */
export const TURN_MS = 5;

/**
 * Counts one moved value and tells whether this turn of the event loop has
 * lasted `TURN_MS`. Costs a nanosecond or two: the clock is read once for a
 * millisecond's worth of values, at most 64. Nothing tells a program whether
 * the loop has turned, so something is started that ends in another turn: when
 * it has not ended after `PROBE_MS`, the loop is held up.
 */
export function turnIsSpent(): boolean {
  return --budget < 0 && checkClock();
}

/** Resolves in a later turn of the event loop, after timers and I/O had their chance. */
export function nextTurn(): Promise<void> {
  return pause ??= rest().then(() => {
    pause = undefined;
    turnedAt = performance.now();
  });
}

/** Returns what those wait for who have called `nextTurn()`; undefined when nobody has. */
export function pendingTurn(): Promise<void> | undefined {
  return pause;
}

let budget = 1;
let interval = 1;
let checkedAt = 0;
let turnedAt = 0;
let probedAt: number | undefined;
let pauses = 0;
let pause: Promise<void> | undefined;

function checkClock(): boolean {
  const now = performance.now();
  if (probedAt !== undefined && now - probedAt >= PROBE_MS) {
    budget = 0; // everyone who asks before the next turn gets the same answer
    return true;
  }
  const perValue = (now - checkedAt) / interval;
  const wanted = Math.floor(CHECK_EVERY_MS / perValue);
  interval = Math.max(1, Math.min(interval * 2, MOST_UNCHECKED, wanted));
  budget = interval;
  checkedAt = now;
  if (probedAt === undefined && now - turnedAt >= TURN_MS - PROBE_MS) {
    probe(now);
  }
  return false;
}

function probe(now: number): void {
  probedAt = now;
  const turned = () => {
    probedAt = undefined;
    turnedAt = performance.now();
  };
  afterTurn(turned);
}

// Deno looks for I/O when it has nothing to do, or else every 61st time round.
// A timer leaves it idle for sure, and for one to two milliseconds; work on
// another thread leaves it idle for a tenth of one, unless that is done at once.
// A timer every fourth time bounds the wait for I/O and keeps nine tenths of the
// throughput; timers alone would keep eight.
async function rest(): Promise<void> {
  if (++pauses % 4 !== 0) await elsewhere();
  else await timer();
}

function elsewhere(): Promise<unknown> {
  return crypto.subtle ? crypto.subtle.digest("SHA-256", ONE_BYTE) : timer();
}

function timer(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}

type Later = (callback: () => void) => unknown;

interface NodeGlobals {
  readonly setImmediate?: (callback: () => void) => object;
  readonly clearImmediate?: (immediate: object) => void;
  readonly process?: { readonly nextTick?: Later };
  readonly Deno?: unknown;
}

/**
 * Runs a callback when the turn is over, for about a microsecond where it can.
 * Up to Deno 2.5 setImmediate is a timer, which takes a thousand times longer
 * and counts as a leak in whichever test it outlives; but there nextTick waits
 * until no microtask is left, which is what is asked for.
 */
const afterTurn: Later = findLater(globalThis as NodeGlobals);

function findLater(globals: NodeGlobals): Later {
  const { setImmediate, clearImmediate, Deno } = globals;
  if (setImmediate && clearImmediate) {
    const trial = setImmediate(() => {});
    clearImmediate(trial);
    if ("_onImmediate" in trial) return setImmediate;
  }
  // Read only here: in Deno the first look at `process` loads eight megabytes of Node's ways.
  const nextTick = Deno === undefined ? undefined : globals.process?.nextTick;
  return nextTick ?? ((callback) => elsewhere().then(callback));
}

// Most of the turn is given to the probe: a server works off what all its connections have sent in one turn of the
// loop, which takes a millisecond or two with dozens of them and is no saturation.
const PROBE_MS = 4;
const CHECK_EVERY_MS = 1;
const MOST_UNCHECKED = 64;
const ONE_BYTE = new Uint8Array(1);
