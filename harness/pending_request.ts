import { RequestFailed } from "./errors.ts";
import type { Envelope } from "./message.ts";

/** Hears of the end of a request. */
export interface Requester {
  /** Called once for each request that ended. */
  requestEnded(request: PendingRequest, outcome: RequestOutcome): void;
}

/**
 * A request on its way: who asked, until when, and how many may still answer.
 *
 * It holds its requester and its signal rather than closures over them: with a closure for each
 * request, V8 keeps what hangs on it through young collections, which costs more than the request.
 */
export class PendingRequest {
  /** The request itself. */
  readonly message: Envelope<unknown>;
  /** The tick at which it has taken too long. */
  readonly deadline: number;
  /** How many receivers may still answer. */
  outstanding: number;
  readonly #requester: Requester;
  readonly #resolve: (value: unknown) => void;
  readonly #reject: (error: unknown) => void;
  #signal: AbortSignal | undefined;
  #ended = false;

  /** Waits for as many answers as there are connections. */
  constructor(
    message: Envelope<unknown>,
    deadline: number,
    outstanding: number,
    requester: Requester,
    resolve: (value: unknown) => void,
    reject: (error: unknown) => void,
  ) {
    this.message = message;
    this.deadline = deadline;
    this.outstanding = outstanding;
    this.#requester = requester;
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

  /** Gives up when the signal is aborted. */
  giveUpOnAbort(signal: AbortSignal): void {
    this.#signal = signal;
    signal.addEventListener("abort", this, { once: true });
  }

  /** Hears of the signal; only the signal calls it. */
  handleEvent(): void {
    this.giveUp(this.#signal?.reason, "aborted");
  }

  #end(outcome: RequestOutcome): boolean {
    if (this.#ended) return false;
    this.#ended = true;
    this.#signal?.removeEventListener("abort", this);
    this.#requester.requestEnded(this, outcome);
    return true;
  }
}

/** How a request ended. */
export type RequestOutcome = "answered" | "failed" | "timed out" | "aborted";
