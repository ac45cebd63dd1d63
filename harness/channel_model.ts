import type { FullPolicy } from "./channel_stats.ts";

/**
 * What a channel has to do, said as plainly as can be: one array of what is queued, one of who waits
 * to send, one of who waits to receive. The tests compare a channel with it. Calls are numbers, and
 * the value of a send is the number of its call.
 */
export class ChannelModel {
  /** What became of each call so far; a call that waits is absent. */
  readonly outcomes: Map<number, unknown> = new Map();
  readonly #capacity: number;
  readonly #whenFull: FullPolicy;
  #state: "open" | "closed" | "broken" = "open";
  #queue: number[] = [];
  #senders: number[] = [];
  #receivers: number[] = [];
  #highWater = 0;
  #sent = 0;
  #dropped = 0;
  #received = 0;

  /** Starts empty and open. */
  constructor(capacity: number, whenFull: FullPolicy) {
    this.#capacity = capacity;
    this.#whenFull = whenFull;
  }

  /** A send, which may wait. */
  send(call: number): void {
    const accepted = this.#offer(call);
    if (accepted === false) this.#senders.push(call);
    else this.outcomes.set(call, accepted === true ? "sent" : accepted);
  }

  /** A send that does not wait. */
  trySend(call: number): void {
    this.outcomes.set(call, this.#offer(call));
  }

  /** A receive, which may wait. */
  receive(call: number): void {
    if (this.#queue.length > 0) this.outcomes.set(call, this.#take());
    else if (this.#state !== "open") this.outcomes.set(call, this.#end());
    else this.#receivers.push(call);
  }

  /** A receive that does not wait. */
  tryReceive(call: number): void {
    this.outcomes.set(call, this.#take());
  }

  /** A receive of all there is, up to a number. */
  drain(call: number, max: number): void {
    const values: number[] = [];
    while (values.length < max && this.#queue.length > 0) {
      values.push(this.#take()!); // something is queued
    }
    this.outcomes.set(call, values);
  }

  /** Ends the wait of a receive, if it waits. */
  giveUp(call: number, outcome: string): void {
    if (!this.#receivers.includes(call)) return;
    this.#receivers = this.#receivers.filter((other) => other !== call);
    this.outcomes.set(call, outcome);
  }

  /** The end in good order. */
  close(): void {
    if (this.#state !== "open") return;
    this.#state = "closed";
    this.#dismiss();
  }

  /** The failure; it comes too late when everything was delivered. */
  abort(): void {
    if (this.#state === "broken") return;
    if (this.#state === "closed" && this.#queue.length === 0) return;
    this.#state = "broken";
    this.#dropped += this.#queue.length;
    this.#queue = [];
    for (const call of this.#senders) this.outcomes.set(call, this.#end());
    this.#senders = [];
    this.#dismiss();
  }

  /** What the figures must be. */
  figures(): Readonly<Record<string, unknown>> {
    return {
      state: this.#state,
      depth: this.#queue.length,
      highWater: this.#highWater,
      sent: this.#sent,
      dropped: this.#dropped,
      received: this.#received,
      waitingSenders: this.#senders.length,
      waitingReceivers: this.#receivers.length,
    };
  }

  /** Accepts a value: true, or false when it must wait, or the name of the error. */
  #offer(value: number): boolean | string {
    if (this.#state !== "open") return this.#end();
    const receiver = this.#receivers.shift();
    if (receiver !== undefined) {
      this.#received++;
      this.outcomes.set(receiver, value);
    } else if (this.#queue.length < this.#capacity) {
      this.#queue.push(value);
      this.#highWater = Math.max(this.#highWater, this.#queue.length);
    } else if (this.#whenFull === "block") return false;
    else if (this.#whenFull === "fail") return "ChannelFull";
    else {
      if (this.#whenFull === "drop-oldest") {
        this.#queue = [...this.#queue.slice(1), value];
      }
      this.#dropped++;
    }
    this.#sent++;
    return true;
  }

  #take(): number | undefined {
    const value = this.#queue.shift();
    if (value === undefined) return undefined;
    this.#received++;
    const sender = this.#senders.shift();
    if (sender !== undefined) {
      this.#sent++;
      this.#queue.push(sender);
      this.outcomes.set(sender, "sent");
    }
    return value;
  }

  #dismiss(): void {
    for (const call of this.#receivers) this.outcomes.set(call, this.#end());
    this.#receivers = [];
  }

  #end(): string {
    return this.#state === "broken" ? "ChannelBroken" : "ChannelClosed";
  }
}
