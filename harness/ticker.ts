import type { Clock } from "./clock.ts";

/** Milliseconds between two ticks: how coarse deadlines and the times of messages are. */
export const TICK_MS = 20;

/**
 * One timer for all deadlines and for the clock of all messages of a system. It runs only while
 * something is going on, so a quiet system does not wake up and nothing keeps a test alive.
 */
export class Ticker {
  readonly #clock: Clock;
  #callOff: (() => void) | undefined;
  #stopped = false;
  #tick = 0;
  #millis = 0;
  #reads = 0;
  readonly #sweeps: ((tick: number) => boolean)[] = [];

  /** Goes by a clock. */
  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Adds a check that runs at every tick and tells whether it must run again. */
  onTick(sweep: (tick: number) => boolean): void {
    this.#sweeps.push(sweep);
  }

  /** Returns milliseconds of the Unix epoch, at most a tick old unless the process is blocked. */
  millis(): number {
    if (this.#callOff === undefined) this.#start();
    else if ((++this.#reads & 255) === 0) this.#millis = this.#clock.date();
    return this.#millis;
  }

  /** Returns the tick at which so many milliseconds have certainly passed. */
  deadline(timeoutMs: number): number {
    if (this.#callOff === undefined) this.#start();
    return this.#tick + Math.ceil(timeoutMs / TICK_MS) + 1;
  }

  /** Stops for good: no timer is left behind. */
  stop(): void {
    this.#stopped = true;
    this.#callOff?.();
    this.#callOff = undefined;
  }

  #start(): void {
    this.#millis = this.#clock.date();
    this.#reads = 1;
    if (!this.#stopped) this.#tickLater();
  }

  readonly #onTimer = (): void => {
    this.#tick++;
    this.#millis = this.#clock.date();
    let busy = this.#reads > 0;
    this.#reads = 0;
    for (const sweep of this.#sweeps) busy = sweep(this.#tick) || busy;
    if (busy) this.#tickLater();
    else this.#callOff = undefined;
  };

  #tickLater(): void {
    this.#callOff = this.#clock.after(TICK_MS, this.#onTimer);
  }
}
