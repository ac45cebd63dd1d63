import type { Clock } from "./clock.ts";
import type { Member } from "./member.ts";
import { settledBefore } from "./settled_before.ts";

/** The start of a system: its components are set up and launched one after the other, until cut short. */
export class Startup {
  readonly #order: readonly Member[];
  readonly #clock: Clock;
  #done: Promise<void> = Promise.resolve();
  #settingUp: Member | undefined;
  #isCutShort = false;

  /** Starts nothing until it is run. */
  constructor(order: readonly Member[], clock: Clock) {
    this.#order = order;
    this.#clock = clock;
  }

  /** Resolves when all are launched, or when it was cut short; rejects with what a setup throws. */
  run(): Promise<void> {
    return this.#done = this.#startAll();
  }

  /** Starts no more components. */
  cutShort(): void {
    this.#isCutShort = true;
  }

  /** Waits for the setup under way; the one that does not end is abandoned and returned. */
  async end(timeoutMs: number): Promise<Member | undefined> {
    const late = this.#settingUp;
    late?.signalStop();
    if (await settledBefore(this.#done, timeoutMs, this.#clock)) {
      return undefined;
    }
    const problem = "found it still setting up";
    late?.abandon(
      new Error(`Cannot stop component "${late.name}": ${problem}`),
    );
    return late;
  }

  async #startAll(): Promise<void> {
    for (const member of this.#order) {
      if (this.#isCutShort) return;
      this.#settingUp = member;
      await member.setUp();
      this.#settingUp = undefined;
      if (this.#isCutShort) return;
      member.launch();
    }
  }
}
