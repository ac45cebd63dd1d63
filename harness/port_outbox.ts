import { packMessage } from "./carried_message.ts";
import { Channel, coreOf } from "./channel.ts";
import { EMPTY, RESOLVED } from "./channel_core.ts";
import { Envelope } from "./message.ts";
import type { PortNote } from "./port_frame.ts";

/** What an outbox tells of itself. */
export interface PortOutboxHooks {
  /** Posts a note; throws when it cannot be cloned. */
  readonly post: (note: PortNote) => void;
  /** The channel was closed, and everything has arrived. */
  readonly done: () => void;
  /** The channel failed. */
  readonly failed: (reason: unknown) => void;
}

/**
 * The sending half of a port. It posts no more than the other side has room for, all that is ready at
 * once, and nothing while the other side still has what was posted before: so few values go at once,
 * and many go together.
 */
export class PortOutbox<T> {
  /** Holds what was not posted yet. */
  readonly channel: Channel<T | Trial<T>>;
  readonly #hooks: PortOutboxHooks;
  #credit = 0;
  #posted = 0;
  #isScheduled = false;
  #hasEnded = false;

  /** Posts nothing before the other side says how much it takes. */
  constructor(name: string, capacity: number, hooks: PortOutboxHooks) {
    this.channel = new Channel({ name, capacity });
    this.#hooks = hooks;
    const core = coreOf(this.channel);
    core.listener = this.#wake;
    core.onDropped = (value) => {
      if (value instanceof Trial) value.fail(core.endError("send to"));
    };
    core.onEnd(() => {
      if (core.state === "broken") hooks.failed(core.reason);
    });
  }

  /** Queues a value that can be cloned. */
  send(value: T): Promise<void> {
    const accepted = this.channel.send(value);
    if (this.#isDue) this.#wake();
    return accepted;
  }

  /** Queues a value unless there is no room, or says so. */
  trySend(value: T): boolean {
    const accepted = this.channel.trySend(value);
    if (this.#isDue) this.#wake();
    return accepted;
  }

  /** Queues a value that is posted on its own; rejects when it cannot be cloned. */
  async try(value: T): Promise<void> {
    const trial = new Trial(value);
    await Promise.all([this.channel.send(trial), trial.outcome]);
  }

  /** Notes room at the other side. */
  grant(count: number): void {
    this.#credit += count;
    this.#wake();
  }

  /** Notes that so many values have found a place at the other side. */
  taken(count: number): void {
    this.#posted -= count;
    this.grant(count);
  }

  get #isDue(): boolean {
    return this.#credit >= MANY && coreOf(this.channel).size >= MANY;
  }

  readonly #wake = (): void => {
    if (this.#isScheduled) return;
    this.#isScheduled = true;
    RESOLVED.then(this.#pump);
  };

  readonly #pump = (): void => {
    this.#isScheduled = false;
    const core = coreOf(this.channel);
    if (this.#posted === 0 || this.#isDue) this.#postAll();
    if (core.state !== "closed" || core.size > 0 || this.#posted > 0) return;
    if (this.#hasEnded) return;
    this.#hasEnded = true;
    this.#hooks.post(["end"]);
    this.#hooks.done();
  };

  #postAll(): void {
    const core = coreOf(this.channel);
    let batch: T[] = [];
    while (this.#credit > 0) {
      const next = core.take();
      if (next === EMPTY) break;
      core.acknowledge();
      if (next instanceof Trial) {
        this.#postBatch(batch);
        batch = [];
        this.#postTrial(next);
      } else {
        if (batch.length > 0 && isMessage(batch[0]) !== isMessage(next)) {
          this.#postBatch(batch);
          batch = [];
        }
        this.#credit--;
        batch.push(next);
      }
    }
    this.#postBatch(batch);
  }

  #postTrial(trial: Trial<T>): void {
    try {
      this.#post([trial.value]);
      this.#credit--;
      trial.pass();
    } catch (error) {
      trial.fail(error);
    }
  }

  /** A value that was believed to be cloneable and is not was accepted: its loss is a failure. */
  #postBatch(batch: readonly T[]): void {
    if (batch.length === 0) return;
    try {
      this.#post(batch);
    } catch (error) {
      this.channel.abort(error);
      this.#hooks.failed(error);
    }
  }

  #post(values: readonly T[]): void {
    const messages = values.flatMap((value) =>
      value instanceof Envelope ? [packMessage(value)] : []
    );
    this.#hooks.post(
      messages.length > 0 ? ["messages", messages] : ["values", values],
    );
    this.#posted += values.length;
  }
}

/** A value that may turn out not to be cloneable, and whoever waits to hear of it. */
class Trial<T> {
  readonly value: T;
  readonly #outcome: PromiseWithResolvers<void> = Promise.withResolvers();

  constructor(value: T) {
    this.value = value;
  }

  /** Resolves when it was posted; rejects when it cannot be. */
  get outcome(): Promise<void> {
    return this.#outcome.promise;
  }

  pass(): void {
    this.#outcome.resolve();
  }

  fail(error: unknown): void {
    this.#outcome.reject(error);
  }
}

function isMessage(value: unknown): boolean {
  return value instanceof Envelope;
}

/** So many values are posted also while the other side has others. */
const MANY = 64;
