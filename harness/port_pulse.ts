import type { Clock } from "./clock.ts";

/** What a pulse needs of its side. */
export interface PortPulseHooks {
  /** Asks the other side whether it is there. */
  readonly ask: () => void;
  /** It did not answer. */
  readonly lost: () => void;
}

/** Listens whether the other side of a port is there, and asks when it has said nothing for a while. */
export class PortPulse {
  readonly #halfMs: number;
  readonly #clock: Clock;
  readonly #hooks: PortPulseHooks;
  #wasHeard = false;
  #hasAsked = false;
  #callOff: () => void;

  /** Begins to listen. With `Infinity` it never asks. */
  constructor(silenceMs: number, clock: Clock, hooks: PortPulseHooks) {
    this.#halfMs = silenceMs / 2;
    this.#clock = clock;
    this.#hooks = hooks;
    this.#callOff = clock.after(this.#halfMs, this.#check);
  }

  /** Notes that the other side said something. */
  beat(): void {
    this.#wasHeard = true;
  }

  /** Stops listening. */
  stop(): void {
    this.#callOff();
  }

  readonly #check = (): void => {
    if (this.#hasAsked && !this.#wasHeard) return this.#hooks.lost();
    this.#hasAsked = !this.#wasHeard;
    this.#wasHeard = false;
    this.#callOff = this.#clock.after(this.#halfMs, this.#check);
    if (this.#hasAsked) this.#hooks.ask();
  };
}
