import type { Clock } from "./clock.ts";
import type { Log } from "./log.ts";
import { settledBefore } from "./settled_before.ts";
import type { StopError } from "./stop_report.ts";

/** Resources that several components share, disposed last one first. */
export class ResourceStack {
  readonly #resources: {
    readonly name: string;
    readonly resource: Disposable | AsyncDisposable;
  }[] = [];
  readonly #log: Log;
  readonly #clock: Clock;

  /** Is empty; the log gets what goes wrong. */
  constructor(log: Log, clock: Clock) {
    this.#log = log;
    this.#clock = clock;
  }

  /** Takes charge of a resource. */
  own(name: string, resource: Disposable | AsyncDisposable): void {
    this.#resources.push({ name, resource });
  }

  /**
   * Disposes them all within so many milliseconds. One that throws does not keep the others, nor does
   * one that hangs: it is given up when its share of the time that is left is over.
   */
  async disposeAll(timeoutMs: number): Promise<StopError[]> {
    const errors: StopError[] = [];
    const end = this.#clock.now() + timeoutMs;
    for (let left = this.#resources.length; left > 0; left--) {
      const { name, resource } = this.#resources.pop()!;
      const failure = dispose(resource).then(() => undefined, asFailure);
      const share = (end - this.#clock.now()) / left;
      const outcome = await settledBefore(failure, share, this.#clock)
        ? await failure
        : asFailure(
          new Error(`Cannot dispose resource "${name}": ${UNFINISHED}`),
        );
      if (outcome) errors.push(this.#told({ name, ...outcome }));
    }
    return errors;
  }

  #told({ name, error }: StopError): StopError {
    const entry = { event: "failed", phase: "dispose", resource: name, error };
    this.#log({ level: "error", ...entry });
    return { name, error };
  }
}

function asFailure(error: unknown): { error: unknown } {
  return { error };
}

async function dispose(resource: Disposable | AsyncDisposable): Promise<void> {
  if (Symbol.asyncDispose in resource) await resource[Symbol.asyncDispose]();
  else resource[Symbol.dispose]();
}

const UNFINISHED = "found it not done after its time";
