import { pendingTurn } from "./turn.ts";

/**
 * Lets microtasks, and what they cause in the next turns of the event loop, come to an end: what still
 * waits then waits for time to pass, for somebody else, or for something outside the program.
 */
export async function quiet(): Promise<void> {
  for (let turn = 0; turn < TURNS; turn++) await nextTurn();
  // A send that was put off for the sake of fairness is under way all the same; a flood of them never
  // comes to rest.
  for (let more = MOST_PUT_OFF; more > 0 && pendingTurn(); more--) {
    await pendingTurn();
    for (let turn = 0; turn < TURNS; turn++) await nextTurn();
  }
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    if (setImmediate) setImmediate(resolve);
    else setTimeout(resolve, 0); // a thousand times slower
  });
}

const TURNS = 3;
const MOST_PUT_OFF = 3;
const { setImmediate } = globalThis as {
  readonly setImmediate?: (callback: () => void) => unknown;
};
