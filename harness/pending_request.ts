import { RequestFailed } from "./errors.ts";
import type { Envelope } from "./message.ts";

/** A request on its way: who asked, until when, and how many may still answer. */
export class PendingRequest {
  /** The request itself. */
  readonly message: Envelope<unknown>;
  /** The tick at which it has taken too long. */
  readonly deadline: number;
  /** How many receivers may still answer. */
  outstanding: number;
  /** Called once when the request has ended. */
  onEnd: ((outcome: RequestOutcome) => void) | undefined;
  readonly #resolve: (value: unknown) => void;
  readonly #reject: (error: unknown) => void;
  #ended = false;

  /** Waits for as many answers as there are connections. */
  constructor(
    message: Envelope<unknown>,
    deadline: number,
    outstanding: number,
    resolve: (value: unknown) => void,
    reject: (error: unknown) => void,
  ) {
    this.message = message;
    this.deadline = deadline;
    this.outstanding = outstanding;
    this.#resolve = resolve;
    this.#reject = reject;
  }

  /** Ends the request with its answer. */
  answer(value: unknown): void {
    if (this.#end("answered")) this.#resolve(value);
  }

  /** Notes that one receiver cannot answer; the last one's cause ends the request. */
  miss(cause: unknown): void {
    if (--this.outstanding > 0) return;
    if (!this.#end("failed")) return;
    const why = cause instanceof Error ? cause.message : String(cause);
    this.#reject(
      new RequestFailed(`Cannot answer "${this.message.source}": ${why}`, {
        cause,
      }),
    );
  }

  /** Ends the request because the requester no longer waits. A receiver that has not begun will skip it. */
  giveUp(error: unknown, outcome: RequestOutcome): void {
    this.message.withdrawn = true;
    if (this.#end(outcome)) this.#reject(error);
  }

  #end(outcome: RequestOutcome): boolean {
    if (this.#ended) return false;
    this.#ended = true;
    this.onEnd?.(outcome);
    return true;
  }
}

/** How a request ended. */
export type RequestOutcome = "answered" | "failed" | "timed out" | "aborted";
