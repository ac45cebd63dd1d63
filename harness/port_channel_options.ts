import type { Clock } from "./clock.ts";

/** What a `MessagePort`, a `Worker`, and the `self` of a worker have in common. */
export interface PortLike extends EventTarget {
  /** Sends a structured clone of a value to the other side. */
  postMessage(value: unknown): void;
}

/** Settings of one side of a port. */
export interface PortChannelOptions {
  /**
   * Name that errors and figures use. Both sides must use the same; several channels with names of
   * their own can share one port, also with messages of yours.
   * @default {"port"}
   */
  readonly name?: string;
  /**
   * Most values that may be on their way to this side or wait in it, at least 2. As many wait at most
   * in this side to be sent. The two sides need not agree. Less than some hundred costs speed: it is
   * what can be under way while a thread waits for another.
   * @default {512}
   */
  readonly capacity?: number;
  /**
   * The worker at the other end of a `MessagePort`: an error that it does not catch fails the channel.
   * @default the port, when it is a `Worker`
   */
  readonly worker?: EventTarget;
  /**
   * Fails the channel when the other side has been silent for so many milliseconds, though it was
   * asked: the only way to hear of a worker that closed itself, was terminated or exited. A worker
   * that computes for as long without a pause is silent too.
   * @default {Infinity}
   */
  readonly silenceMs?: number;
  /**
   * Where the time for `silenceMs` comes from.
   * @default the machine's
   */
  readonly clock?: Clock;
}
