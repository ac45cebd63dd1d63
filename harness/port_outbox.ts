import { packMessage } from "./carried_message.ts";
import { Channel, coreOf } from "./channel.ts";
import { EMPTY, RESOLVED } from "./channel_core.ts";
import { Envelope } from "./message.ts";
import type { PortNote } from "./port_frame.ts";
import { PortKeep } from "./port_keep.ts";

/** What an outbox tells of itself. */
export interface PortOutboxHooks {
  /** Posts a note; throws when it cannot be cloned. */
  readonly post: (note: PortNote) => void;
  /** Returns how many values were received from the other side, if it is to hear that. */
  readonly received: () => number | undefined;
  /** It has been told so. */
  readonly told: (count: number) => void;
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
  #postedInAll = 0;
  #keep: PortKeep<T> | undefined;
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
      else this.#keep?.add(value);
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

  /** Whether it keeps what the other side has not confirmed. */
  get isKeeping(): boolean {
    return this.#keep !== undefined;
  }

  /** Keeps what is accepted until it is confirmed, and tells of the rest when the channel fails. */
  keep(onLost: (value: T, reason: unknown) => void): void {
    this.#keep ??= new PortKeep(this.#postedInAll, onLost);
  }

  /** Notes that so many values in all were received at the other side. */
  confirmed(count: number | undefined): void {
    if (count !== undefined) this.#keep?.confirm(count);
  }

  /** Fails, and tells of what is not confirmed. */
  fail(reason: unknown): void {
    this.channel.abort(reason);
    this.#keep?.fail(reason);
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
      for (const value of batch) this.#keep?.add(value);
      this.channel.abort(error);
      this.#hooks.failed(error);
    }
  }

  #post(values: readonly T[]): void {
    const messages = values.flatMap((value) =>
      value instanceof Envelope ? [packMessage(value)] : []
    );
    const received = this.#hooks.received(); // this may follow from it
    this.#hooks.post(
      messages.length > 0
        ? ["messages", messages, received]
        : ["values", values, received],
    );
    if (received !== undefined) this.#hooks.told(received);
    this.#posted += values.length;
    this.#postedInAll += values.length;
    if (this.#keep === undefined) return;
    for (const value of values) this.#keep.add(value);
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
