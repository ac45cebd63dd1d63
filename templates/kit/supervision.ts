/**
 * What becomes of a system one of whose components fails.
 *
 * @module
 */
import type { HarnessOptions } from "@autocoder/harness";

/**
 * The policy of the API endpoint, the controllers and the stores.
 *
 * A component that ends is started again, alone, within a tenth of a second, then within two, four, and so on.
 * The sixth end within half a minute ends the system with `RestartsExhausted`, and its process with exit code 1:
 * whoever started the process decides what next.
 */
export const SUPERVISION: Pick<
  HarnessOptions,
  "memberDefaults" | "supervision"
> = {
  memberDefaults: {
    // None of them is ever done: one that ends while the system runs has failed, whether it threw or not.
    restart: "permanent",
    // A request in hand may have been carried out in part. Its client is told; nothing is done twice.
    delivery: "at_most_once",
    // A client that hears 503 at once can come back; one that waits only adds to the queue.
    whileResting: "refuse",
  },
  supervision: { strategy: "one_for_one", maxRestarts: 5, windowMs: 30_000 },
};
