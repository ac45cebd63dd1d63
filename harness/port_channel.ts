import { assertCloneable, isSurelyCloneable } from "./is_surely_cloneable.ts";
import { assertMilliseconds } from "./assert_milliseconds.ts";
import { type PackedMessage, unpackMessage } from "./carried_message.ts";
import { coreOf, type ReceiveOptions } from "./channel.ts";
import type { ChannelStats } from "./channel_stats.ts";
import { SYSTEM_CLOCK } from "./clock.ts";
import type { PortChannelOptions, PortLike } from "./port_channel_options.ts";
import { expectEcho } from "./port_echo.ts";
import { frameOf, noteIn, type PortNote } from "./port_frame.ts";
import { PortInbox } from "./port_inbox.ts";
import { PortOutbox } from "./port_outbox.ts";
import { claimName, releaseName } from "./port_names.ts";
import { PortPulse } from "./port_pulse.ts";
import { portWritable } from "./port_writable.ts";
import { OFFER, ON_LOST } from "./stream_link.ts";

/**
 * One side of a channel between threads, over a `MessagePort`, a `Worker`, or the `self` of a worker;
 * the other side is a `PortChannel` of the same name. Values go both ways, in order, as structured
 * clones; messages of a harness keep all their attributes. Whoever sends waits while the other side
 * has `capacity` values that nobody received; values that are ready at the same time are posted
 * together. It is a pair of Web Streams too, so `connect(…, { stream })` takes it. When the channel of a
 * connection fails, the messages that are not confirmed become dead letters. One is confirmed when
 * whoever receives over there has taken it, by whatever way, and this side has heard so: what was
 * taken in the very last moment may be a letter all the same, and what was taken and is not done is
 * none. What came back from there and was not received here is a letter too.
 *
 * `close()` ends this side's half in good order: what was sent is delivered, then receivers over
 * there get `ChannelClosed` and loops end. `abort(reason)`, a cancelled or aborted stream, and an error
 * that the worker does not catch are failure of the whole: both sides, both ways, get `ChannelBroken`
 * with the reason as `cause`. A worker that does not catch that ends; its error is no error here. Any
 * other error of a worker after the end of its channel is its own, as it is without a channel: unless
 * you listen for it, it ends the process. The platform does not tell when a worker closes itself, exits
 * or is terminated, nor when a port is closed: see `silenceMs`, or call `abort()`.
 *
 * @example A worker that squares numbers
 * ```ts
 * import { PortChannel } from "@autocoder/harness/workers";
 *
 * // Two threads in one, for the example: in a worker it is `new PortChannel(self)`.
 * const { port1, port2 } = new MessageChannel();
 * const squares = (async () => {
 *   const work = new PortChannel<number, number>(port2);
 *   for await (const n of work) await work.send(n * n);
 *   work.close();
 * })();
 *
 * const work = new PortChannel<number, number>(port1); // or `new PortChannel(worker)`
 * for (const n of [1, 2, 3]) await work.send(n);
 * work.close();
 * const found = await Array.fromAsync(work);
 * await squares;
 * if (found.join() !== "1,4,9") throw new Error(`found ${found}`);
 * ```
 */
export class PortChannel<Out, In = Out>
  implements TransformStream<Out, In>, AsyncDisposable {
  /** Name that errors and figures use. */
  readonly name: string;
  readonly #port: PortLike;
  readonly #worker: EventTarget;
  readonly #outbox: PortOutbox<Out>;
  readonly #inbox: PortInbox<In>;
  readonly #pulse: PortPulse;
  readonly #ended: PromiseWithResolvers<void> = Promise.withResolvers();
  #writable: WritableStream<Out> | undefined;
  #halves = 2;
  #isMet = false;

  /**
   * Opens this side and tells the other. Throws `RangeError` when the capacity is not an integer of at
   * least 2 or the time is none, and `TypeError` when a channel of the name is open on the port.
   */
  constructor(port: PortLike, options: PortChannelOptions = {}) {
    const { name = "port", capacity = 512, worker = port } = options;
    const { silenceMs = Infinity, clock = SYSTEM_CLOCK } = options;
    if (!Number.isInteger(capacity) || capacity < 2) {
      throw new RangeError(
        `Cannot open channel "${name}": found capacity ${capacity}, wanted an integer of at least 2`,
      );
    }
    assertMilliseconds(silenceMs, `Cannot open channel "${name}"`);
    claimName(port, name);
    this.name = name;
    this.#port = port;
    this.#worker = worker;
    const failed = (reason: unknown) => this.abort(reason);
    const done = () => this.#endHalf();
    this.#outbox = new PortOutbox(name, capacity, {
      post: (note) => this.#post(note),
      received: () => this.#inbox.receipts?.news(),
      told: (count) => this.#inbox.receipts?.told(count),
      done,
      failed,
    });
    this.#inbox = new PortInbox(name, capacity, {
      taken: (count) => this.#post(["taken", count]),
      received: (count) => {
        if (this.#halves > 0) this.#post(["received", count]);
      },
      done,
      failed,
    });
    this.#pulse = new PortPulse(silenceMs, clock, {
      ask: () => this.#post(["ping"]),
      lost: () =>
        this.abort(
          new Error(
            `Cannot reach the other side of "${name}": found it silent for ${silenceMs} ms`,
          ),
        ),
    });
    port.addEventListener("message", this);
    port.addEventListener("messageerror", this);
    worker.addEventListener("error", this);
    if (port instanceof MessagePort) port.start();
    this.#post(["open", this.#inbox.room, false]);
  }

  /** Whether this side takes no more values to send, after `close()` or a failure. */
  get closed(): boolean {
    return this.#outbox.channel.closed;
  }

  /** Resolves when both ways have ended, in good order or not; the port is let go, and closed if it can be. */
  get ended(): Promise<void> {
    return this.#ended.promise;
  }

  /** What comes from the other side, as a Web Stream. Cancelling it fails the channel. */
  get readable(): ReadableStream<In> {
    return this.#inbox.channel.readable;
  }

  /**
   * What goes to the other side, as a Web Stream. Aborting it fails the channel, and so does a value
   * that cannot be cloned: a stream is over after its first error.
   */
  get writable(): WritableStream<Out> {
    return this.#writable ??= portWritable(
      this,
      coreOf(this.#outbox.channel),
    );
  }

  /**
   * Sends a value; resolves when it is accepted, which is at once while there is room here. Rejects
   * with `DataCloneError` or whatever a getter throws when the value cannot be cloned, `TypeError` when
   * it is or holds a channel or a component, `ChannelClosed` or `ChannelBroken`; only a channel that is
   * broken does not go on. A value that is sent must not be changed.
   */
  send(value: Out): Promise<void> {
    try {
      return isSurelyCloneable(value)
        ? this.#outbox.send(value)
        : this.#outbox.try(value);
    } catch (error) {
      return Promise.reject(error);
    }
  }

  /** Sends a value unless that would mean waiting: false when it would. Throws what `send()` rejects with. */
  trySend(value: Out): boolean {
    if (!isSurelyCloneable(value)) assertCloneable(value);
    return this.#outbox.trySend(value);
  }

  /**
   * Resolves with the oldest value that came, waiting for one if need be. Rejects with `ChannelClosed`
   * when the other side has closed and everything was received, `ChannelBroken`, or the signal's reason.
   */
  receive(options: ReceiveOptions = {}): Promise<In> {
    return this.#inbox.channel.receive(options);
  }

  /** Returns the oldest value that came, or undefined when none has. */
  tryReceive(): In | undefined {
    return this.#inbox.channel.tryReceive();
  }

  /**
   * Iterates over the values that come until the other side has closed; throws `ChannelBroken` when the
   * channel fails. Leaving the loop early leaves the channel open.
   */
  [Symbol.asyncIterator](): AsyncIterableIterator<In> {
    return this.#inbox.channel[Symbol.asyncIterator]();
  }

  /** Ends this side's half in good order. The other side may go on to send. */
  close(): void {
    this.#outbox.channel.close();
  }

  /** Fails both sides, both ways. Does nothing when both ways have ended. */
  abort(reason: unknown): void {
    if (this.#halves === 0) return;
    this.#halves = 0;
    this.#inbox.channel.abort(reason);
    this.#outbox.fail(reason);
    const carried = portable(reason);
    this.#post(["abort", carried, this.#inbox.received]);
    this.#letGo();
    expectEcho(this.#worker, this.name, carried);
  }

  /** Returns the figures of this moment: of what waits here to be sent, and of what came. */
  stats(): {
    readonly outgoing: ChannelStats;
    readonly incoming: ChannelStats;
  } {
    return {
      outgoing: this.#outbox.channel.stats(),
      incoming: this.#inbox.channel.stats(),
    };
  }

  /** Fails the channel unless both ways have ended. A worker at the other end is yours to terminate. */
  async [Symbol.asyncDispose](): Promise<void> {
    this.abort(new Error(`channel "${this.name}" was disposed`));
    await this.ended;
  }

  /** Hears of the port and the worker; only they call it. */
  handleEvent(event: Event): void {
    if (event.type === "message") this.#hear((event as MessageEvent).data);
    else if (event.type === "messageerror") {
      this.abort(
        new TypeError(
          `Cannot receive from "${this.name}": found a message that cannot be read here`,
        ),
      );
    } else {
      event.preventDefault(); // it has reached whoever uses the channel
      this.abort(errorIn(event as ErrorEvent));
    }
  }

  /** Takes a message of a connection; see `pumpThrough()`. */
  [OFFER](message: Out): Promise<void> {
    return this.send(message);
  }

  /**
   * Tells of each message, when the channel fails, that it lost: what the other side has not confirmed,
   * and what came and was not received here. See `pumpThrough()`.
   */
  [ON_LOST](hear: (message: Out | In, reason: unknown) => void): void {
    this.#outbox.keep(hear);
    this.#inbox.keep(hear);
    this.#post(["confirm"]);
  }

  #hear(data: unknown): void {
    const note = noteIn(data, this.name);
    if (note === undefined) return;
    this.#pulse.beat();
    switch (note[0]) {
      case "open":
        return this.#open(note[1], note[2]);
      // The other side sends what its own type says; nothing at run time can check it.
      case "values":
        this.#outbox.confirmed(note[2]);
        return this.#inbox.receive(note[1] as readonly In[]);
      case "messages":
        this.#outbox.confirmed(note[2]);
        return this.#inbox.receive(
          note[1].map((packed: PackedMessage) => unpackMessage(packed) as In),
        );
      case "taken":
        return this.#outbox.taken(note[1]);
      case "confirm":
        return this.#inbox.confirm();
      case "received":
        this.#outbox.confirmed(note[1]);
        return this.#post(["heard"]);
      case "heard":
        return this.#inbox.receipts?.heard();
      case "end":
        return this.#inbox.end();
      case "abort":
        this.#outbox.confirmed(note[2]);
        return this.abort(note[1]);
      case "ping":
        return this.#post(["pong"]);
    }
  }

  #open(room: number, answer: boolean): void {
    if (!this.#isMet) this.#outbox.grant(room);
    this.#isMet = true;
    if (this.#outbox.isKeeping) this.#post(["confirm"]);
    if (!answer) this.#post(["open", this.#inbox.room, true]); // it may not have been there for ours
  }

  #post(note: PortNote): void {
    this.#port.postMessage(frameOf(this.name, note));
  }

  #endHalf(): void {
    if (this.#halves > 0 && --this.#halves === 0) this.#letGo();
  }

  #letGo(): void {
    this.#pulse.stop();
    this.#port.removeEventListener("message", this);
    this.#port.removeEventListener("messageerror", this);
    this.#worker.removeEventListener("error", this);
    const isLast = releaseName(this.#port, this.name);
    if (isLast && this.#port instanceof MessagePort) this.#port.close();
    this.#ended.resolve();
  }
}

/** The reason as a clone, or, where that loses it (Deno 2.4 empties a DOMException), its text. */
function portable(reason: unknown): unknown {
  try {
    const clone: unknown = structuredClone(reason);
    if (!(reason instanceof Error)) return clone;
    if (clone instanceof Error && clone.message === reason.message) {
      return clone;
    }
  } catch {
    // it cannot be cloned at all
  }
  return new Error(String(reason));
}

/** A worker tells of an error that it did not catch by its message alone. */
function errorIn({ error, message }: ErrorEvent): unknown {
  return error ?? new Error(`Cannot go on in a worker: ${message}`);
}
