import { EMPTY } from "./channel_core.ts";
import type { ComponentMetrics } from "./component_metrics.ts";
import { ChannelFull, RequestTimeout } from "./errors.ts";
import type { MessageCore } from "./link.ts";
import type { Envelope } from "./message.ts";
import type { PendingRequest } from "./pending_request.ts";
import { SerialMap } from "./serial_map.ts";

/**
 * Takes the answers out of one reply channel and hands each to the request it belongs to. It does so
 * in the answering component's call, because all that happens there is that a promise is resolved.
 */
export class ReplyDesk {
  readonly #core: MessageCore;
  readonly #metrics: ComponentMetrics;
  readonly #pending = new SerialMap<PendingRequest>();

  /** Becomes the consumer of the channel. Throws when the channel has one. */
  constructor(core: MessageCore, metrics: ComponentMetrics) {
    if (core.listener !== undefined) {
      throw new TypeError(
        `Cannot collect replies from "${core.name}": found it served already`,
      );
    }
    this.#core = core;
    this.#metrics = metrics;
    core.listener = () => this.#collect();
    this.#collect();
  }

  /** Requests without an answer. */
  get size(): number {
    return this.#pending.size;
  }

  /** Expects an answer to this request; tells whether one can come at all. */
  expect(request: PendingRequest): boolean {
    if (this.#core.state === "open") {
      this.#pending.set(request.message.serial, request);
      return true;
    }
    request.miss(this.#core.endError("receive from"));
    return false;
  }

  /**
   * Hands an answer over without sealing a message and queueing it, where nobody else could see them:
   * the figures of the channel are the same. Tells whether it did, because only an open channel
   * without a queue may be passed by.
   */
  handOver(
    { serial }: Envelope<unknown>,
    value: unknown,
    failed: boolean,
  ): boolean {
    if (!this.#core.passOver()) return false;
    this.#settle(serial, value, failed);
    return true;
  }

  /** Expects no more answers to this request. */
  forget(request: PendingRequest): void {
    this.#pending.take(request.message.serial);
  }

  /** Ends the part of a request that did not get through. */
  miss(message: Envelope<unknown>, cause: unknown): void {
    this.#pending.take(message.serial)?.miss(cause);
  }

  /** Ends the part of a request that its channel dropped. */
  refuse(message: Envelope<unknown>, core: MessageCore): void {
    const request = this.#pending.take(message.serial);
    request?.miss(
      core.state === "broken" ? core.endError("send to") : new ChannelFull(
        `Cannot send to channel "${core.name}": found it full, wanted room (${core.whenFull})`,
      ),
    );
  }

  /** Ends the requests whose time is up; tells whether any are left. */
  sweep(tick: number): boolean {
    for (const request of this.#pending.values()) {
      if (request.deadline > tick) continue;
      request.giveUp(
        new RequestTimeout(
          `Cannot answer "${request.message.source}" in time: found no reply from ` +
            `"${this.#core.name}"`,
        ),
        "timed out",
      );
    }
    return this.#pending.size > 0;
  }

  #collect(): void {
    for (;;) {
      const reply = this.#core.take();
      if (reply === EMPTY) break;
      this.#core.acknowledge();
      this.#settle(reply.answers, reply.data, reply.failed);
    }
    if (this.#core.ended) this.#missAll();
  }

  #settle(serial: number, value: unknown, failed: boolean): void {
    const request = this.#pending.take(serial);
    if (request === undefined) this.#metrics.lateReplies++;
    else if (failed) request.miss(value);
    else request.answer(value);
  }

  #missAll(): void {
    const requests = this.#pending.values();
    if (requests.length === 0) return;
    for (const { message } of requests) this.#pending.take(message.serial);
    const cause = this.#core.reason ?? this.#core.endError("receive from");
    for (const request of requests) request.miss(cause);
  }
}
