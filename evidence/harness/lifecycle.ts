/**
 * How long a long chain of components takes to start and to stop.
 *
 * @module
 */
import { SystemExecutionHarness } from "@autocoder/harness";
import { median } from "../record.ts";
import { ROUNDS } from "./in_turns.ts";
import { Relay, Source, Sum } from "./line.ts";

/** Medians of starts and stops. */
export interface Lifecycle {
  readonly components: number;
  /** Milliseconds from `start()` until all run. */
  readonly startMs: number;
  /** Milliseconds from `stop()` until all have ended. */
  readonly stopMs: number;
  /** Whether each time every message was accounted for and every component ended in good order. */
  readonly exact: boolean;
}

/** Measures a chain of so many components that messages pass by as it is stopped. */
export async function lifecycle(size: number): Promise<Lifecycle> {
  const starts: number[] = [];
  const stops: number[] = [];
  let exact = true;
  for (let round = 0; round <= ROUNDS; round++) {
    const { harness, sink } = chain(size);
    const begin = performance.now();
    await harness.start();
    const started = performance.now();
    const report = await harness.stop();
    const stopped = performance.now();
    exact &&= report.ledger.balanced && report.ledger.queued === 0 &&
      report.ledger.inHand === 0 && report.stopped.length === size &&
      sink.sum === MESSAGES * (MESSAGES - 1) / 2;
    if (round === 0) continue; // warms up
    starts.push(started - begin);
    stops.push(stopped - started);
  }
  return {
    components: size,
    startMs: median(starts),
    stopMs: median(stops),
    exact,
  };
}

/** Sends a few messages at once, then stays until it is stopped. */
class Open extends Source {
  override async process(): Promise<void> {
    await super.process();
    await new Promise<void>((resolve) => {
      if (this.signal.aborted) resolve();
      else this.signal.addEventListener("abort", () => resolve());
    });
  }
}

function chain(size: number) {
  const sink = new Sum(`c${size - 1}`, undefined);
  const harness = new SystemExecutionHarness()
    .registerComponent(new Open("c0", MESSAGES));
  for (let n = 1; n < size; n++) {
    harness
      .registerComponent(
        n === size - 1 ? sink : new Relay(`c${n}`, undefined),
      )
      .connect(`c${n - 1}.out`, `c${n}.in`);
  }
  return { harness, sink };
}

const MESSAGES = 10;
