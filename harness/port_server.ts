import { EMPTY, RESOLVED } from "./channel_core.ts";
import type { Component } from "./component.ts";
import type { ComponentRuntime } from "./component_runtime.ts";
import type { DeadLetter } from "./dead_letter.ts";
import type { HandlerLanes } from "./handler_lanes.ts";
import type { HandlerRetries } from "./handler_retries.ts";
import { InHand, InHandList } from "./in_hand.ts";
import { isPromiseLike } from "./is_promise_like.ts";
import type { Link } from "./link.ts";
import type { Envelope, Message } from "./message.ts";
import type { OutPort } from "./out_port.ts";
import type { PortTracing } from "./port_tracing.ts";
import { sendReply } from "./send_reply.ts";
import { nextTurn, turnIsSpent } from "./turn.ts";

/** Handles one message; what it returns is the answer when the message is a request. */
export type Handler = (data: never, message: Message<never>) => unknown;

/** What a port server needs to know. */
export interface PortServerInit {
  /** Whose port it is. */
  readonly component: Component;
  /** What the harness lends to it. */
  readonly runtime: ComponentRuntime;
  /** The in port. */
  readonly port: string;
  /** The connections that lead there. */
  readonly links: readonly Link[];
  /** Takes each message. */
  readonly handler: Handler;
  /** Who records what the handler does, when somebody does. */
  readonly tracing?: PortTracing;
  /** What keeps messages in order, where there is one. */
  readonly lanes?: HandlerLanes;
  /** Who tries messages again that failed, where it was asked for. */
  readonly retries?: HandlerRetries;
  /** Most messages in hand. */
  readonly limit: number;
  /** Where failed messages go, when something is connected to it. */
  readonly errorPort: OutPort | undefined;
}

/**
 * Serves one in port: takes turns between its connections, hands messages to the handler, sends the
 * answers, accounts for every message. A handler that returns no promise is called again at once, so
 * a queue is emptied in one go; otherwise up to `limit` messages are in hand, and no more are taken.
 */
export class PortServer {
  readonly #init: PortServerInit;
  readonly #handler: Handler;
  readonly #links: readonly Link[];
  readonly #done: PromiseWithResolvers<void> = Promise.withResolvers();
  readonly #inHand = new InHandList();
  #scheduled = false;
  #resting = false;
  #isCutOff = false;
  #next = 0;
  #busy = 0;

  /** Serves nothing until it is run. */
  constructor(init: PortServerInit) {
    this.#init = init;
    const tried = init.retries?.retried(init.handler) ?? init.handler;
    this.#handler = init.lanes?.inLanes(tried) ?? tried;
    this.#links = init.links;
    if (init.tracing) this.#pump = init.tracing.outside(this.#pump);
  }

  /** Begins; resolves when every connection is closed and every message of it dealt with. */
  serve(): Promise<void> {
    for (const { receiveCore } of this.#links) {
      receiveCore.listener = this.#wake;
    }
    this.#wake();
    return this.#done.promise;
  }

  /**
   * Takes no more messages, though its connections stay open, and resolves `serve()` when none is in
   * hand any more.
   */
  rest(): void {
    if (this.#resting) return;
    this.#resting = true;
    for (const { receiveCore } of this.#links) {
      if (receiveCore.listener === this.#wake) receiveCore.listener = undefined;
    }
    this.#finishIfDone();
  }

  /** The life has failed: nothing that a handler still answers counts, and what it has stays in hand. */
  cutOff(): void {
    this.#isCutOff = true;
    this.rest();
  }

  /**
   * Lets go of the messages in hand and returns them: what their handlers still answer is ignored. In a
   * life that failed `serve()` never resolves: what follows it is for inputs that came to their end.
   */
  letGo(failed: boolean): InHand[] {
    if (failed) this.cutOff();
    else this.rest();
    this.#init.lanes?.close();
    this.#init.retries?.close();
    const items = this.#inHand.takeAll();
    this.#init.component.metrics.inHand -= items.length;
    this.#busy -= items.length;
    this.#finishIfDone();
    return items;
  }

  readonly #wake = (): void => {
    if (this.#scheduled) return;
    this.#scheduled = true;
    RESOLVED.then(this.#pump);
  };

  #pump = (): void => {
    this.#scheduled = false;
    if (this.#resting) return this.#finishIfDone();
    for (let empty = 0; empty < this.#links.length;) {
      const taken = this.#takeFrom(this.#links[this.#next]!);
      if (taken === PAUSED) return;
      empty = taken === 0 ? empty + 1 : 0;
      this.#next = (this.#next + 1) % this.#links.length;
    }
    this.#finishIfDone();
  };

  #takeFrom(link: Link): number {
    for (let taken = 0; taken < TURN_LENGTH; taken++) {
      if (this.#busy >= this.#init.limit || this.#resting) return PAUSED; // the handler that ends next wakes us
      const message = link.receiveCore.take();
      if (message === EMPTY) return taken;
      this.#handle(link, message);
      if (turnIsSpent()) {
        this.#scheduled = true;
        nextTurn().then(this.#pump);
        return PAUSED;
      }
    }
    return TURN_LENGTH;
  }

  #handle(link: Link, message: Envelope<unknown>): void {
    const { component } = this.#init;
    if (message.withdrawn) {
      component.metrics.withdrawn++;
      return link.receiveCore.acknowledge();
    }
    component.metrics.received++;
    let result: unknown;
    try {
      // The declared type of the port says what arrives; `connect()` compared both ends.
      result = this.#handler(
        message.data as never,
        message as unknown as Message<never>,
      );
    } catch (error) {
      if (this.#isCutOff) return this.#hold(link, message);
      return this.#fail(link, message, error);
    }
    if (this.#isCutOff) return this.#hold(link, message);
    if (result === RESOLVED || !isPromiseLike(result)) {
      return this.#succeed(link, message, result);
    }
    const item = new InHand(link, message);
    this.#inHand.add(item);
    this.#enter();
    result.then(
      (value) => {
        if (this.#isCutOff || !this.#inHand.remove(item)) return;
        const wasFull = this.#leave();
        this.#succeed(link, message, value);
        this.#goOn(wasFull);
      },
      (error) => {
        if (this.#isCutOff || !this.#inHand.remove(item)) return;
        const wasFull = this.#leave();
        this.#fail(link, message, error);
        this.#goOn(wasFull);
      },
    );
  }

  /** Its handler has let the component fail: it has not dealt with the message. */
  #hold(link: Link, message: Envelope<unknown>): void {
    this.#inHand.add(new InHand(link, message));
    this.#enter();
  }

  #succeed(link: Link, message: Envelope<unknown>, value: unknown): void {
    if (message.wantsReply) {
      this.#conclude(link, this.#reply(link, message, value, false), true);
    } else link.receiveCore.acknowledge();
  }

  #fail(link: Link, message: Envelope<unknown>, cause: unknown): void {
    const { component, runtime, port, errorPort, tracing, retries } =
      this.#init;
    const tried = retries?.retriesOf(message as unknown as Message<never>) ?? 0;
    component.metrics.failed++;
    component.status.recordError(cause);
    runtime.log({
      level: "warn",
      event: "message_failed",
      component: component.name,
      port,
      message: message.id,
      error: cause,
    });
    const letter: DeadLetter = {
      component: component.name,
      port,
      connection: link.name,
      attempt: link.attemptOf(message) + tried,
      cause,
      message,
    };
    const replied = message.wantsReply
      ? this.#reply(link, message, cause, true)
      : RESOLVED;
    if (errorPort !== undefined && errorPort.links.length > 0) {
      const traceparent = tracing?.traceparentOf(message) ??
        message.traceparent;
      const sent = errorPort.send(letter, { traceparent });
      const forwarded = Promise.all([sent, replied]);
      this.#conclude(link, forwarded, letter);
    } else {
      runtime.addDeadLetter(letter);
      this.#conclude(link, replied, false);
    }
  }

  /**
   * Accounts for the message once what follows from it was accepted elsewhere: as acknowledged, as
   * dead, or, given a letter, as acknowledged unless the error port refused that letter.
   */
  #conclude(
    link: Link,
    accepted: Promise<unknown>,
    outcome: boolean | DeadLetter,
  ): void {
    if (accepted === RESOLVED) return account(link, outcome !== false);
    this.#enter();
    accepted.then(
      () => {
        const wasFull = this.#leave();
        account(link, outcome !== false);
        this.#goOn(wasFull);
      },
      () => {
        const wasFull = this.#leave();
        if (typeof outcome === "object") {
          this.#init.runtime.addDeadLetter(outcome);
        }
        account(link, outcome === true);
        this.#goOn(wasFull);
      },
    );
  }

  /** Sends the answer; a requester that is gone is counted and otherwise does not matter. */
  #reply(
    link: Link,
    message: Envelope<unknown>,
    data: unknown,
    failed: boolean,
  ): Promise<void> {
    const { component, port, runtime } = this.#init;
    const accepted = sendReply(link, message, {
      source: `${component.name}.${port}`,
      sentAt: runtime.ticker.millis(),
      data,
      failed,
    });
    if (accepted === RESOLVED) return RESOLVED;
    return accepted.catch(() => {
      component.metrics.lateReplies++;
    });
  }

  #enter(): void {
    this.#busy++;
    this.#init.component.metrics.inHand++;
  }

  /** Tells whether this was the message that kept others from being taken. */
  #leave(): boolean {
    const wasFull = this.#busy >= this.#init.limit;
    this.#busy--;
    this.#init.component.metrics.inHand--;
    return wasFull;
  }

  #goOn(wasFull: boolean): void {
    if (wasFull) this.#wake();
    else if (this.#busy === 0) this.#finishIfDone();
  }

  #finishIfDone(): void {
    if (this.#busy > 0 || this.#isCutOff) return;
    if (this.#resting) return this.#done.resolve();
    for (const { receiveCore } of this.#links) {
      if (!receiveCore.ended) return;
    }
    const broken = this.#links.find((link) =>
      link.receiveCore.state === "broken"
    );
    if (broken) this.#done.reject(broken.receiveCore.endError("receive from"));
    else this.#done.resolve();
  }
}

function account({ receiveCore }: Link, acknowledged: boolean): void {
  if (acknowledged) receiveCore.acknowledge();
  else receiveCore.bury();
}

/** Messages taken from one connection before the next one has its turn. */
const TURN_LENGTH = 16;
const PAUSED = -1;
