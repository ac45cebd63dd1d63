import { EMPTY } from "./channel_core.ts";
import type { ComponentRuntime } from "./component_runtime.ts";
import { ChannelClosed, ComponentUnavailable } from "./errors.ts";
import { InHand } from "./in_hand.ts";
import type { Link } from "./link.ts";
import type { MemberOptions } from "./member_options.ts";
import type { Envelope } from "./message.ts";
import { sendReply } from "./send_reply.ts";
import type { Wiring } from "./wiring.ts";

/** What comes into one component, and what becomes of it when the component ends or fails. */
export class MemberInputs {
  readonly #wiring: Wiring | undefined;
  readonly #runtime: ComponentRuntime;
  readonly #maxAttempts: number;
  readonly #refuses: boolean;

  /** Belongs to a component; one without ports has no wiring. */
  constructor(
    wiring: Wiring | undefined,
    runtime: ComponentRuntime,
    { delivery, maxAttempts = 3, whileResting }: MemberOptions,
  ) {
    this.#wiring = wiring;
    this.#runtime = runtime;
    this.#maxAttempts = delivery === "at_least_once" ? maxAttempts : 1;
    this.#refuses = whileResting === "refuse";
  }

  /** Connections into the component. */
  links(): readonly Link[] {
    return this.#wiring ? [...this.#wiring.inLinks.values()].flat() : [];
  }

  /** Requests that are sent from now on fail, where that was declared; what is queued stays. */
  suspend(cause: unknown): void {
    if (!this.#refuses) return;
    for (const link of this.links()) link.refusal = unavailable(link, cause);
  }

  /** Requests are accepted again. */
  resume(): void {
    if (!this.#refuses) return;
    for (const link of this.links()) link.refusal = undefined;
  }

  /**
   * Puts what is in hand back to be handled again, or buries it, as was declared. What a loop had in
   * hand is done when its component ended without failing.
   */
  handBack(cause: unknown, failed = true): void {
    if (!failed) this.#finishLoops();
    const again = new Map<Link, Envelope<unknown>[]>();
    for (const { link, message } of this.#letGo(failed)) {
      if (message.withdrawn) {
        link.receiveCore.acknowledge();
      } else if (link.attemptOf(message) >= this.#maxAttempts) {
        this.#bury(link, message, cause);
      } else {
        const messages = again.get(link);
        if (messages) messages.push(message);
        else again.set(link, [message]);
      }
    }
    for (const [link, messages] of again) link.redeliver(messages);
  }

  /** Takes no more messages for now: handlers finish what they have in hand, and loops end. */
  rest(): void {
    this.#wiring?.rest();
    for (const link of this.links()) {
      for (const loop of link.receiveCore.loops ?? []) loop.rest();
      dismissReceivers(link);
    }
  }

  /**
   * Buries what handlers have in hand still when their component has ended in good order, and will not
   * come back. What its loops had in hand is done.
   */
  bury(cause: unknown): void {
    this.#finishLoops();
    for (const { link, message } of this.#letGo(false)) {
      if (message.withdrawn) link.receiveCore.acknowledge();
      else this.#bury(link, message, cause);
    }
  }

  #letGo(failed: boolean): readonly InHand[] {
    const items = this.#wiring?.letGo(failed) ?? [];
    const ofLoops = this.links().flatMap((link) => lettingGo(link, failed));
    return [...items, ...ofLoops];
  }

  #finishLoops(): void {
    for (const link of this.links()) {
      for (const _ of lettingGo(link, false)) link.receiveCore.acknowledge();
    }
  }

  /**
   * Nobody will take what is queued: it becomes dead letters, and later senders get an error. With
   * `failed`, those who wait for answers get the cause.
   */
  release(cause: unknown, failed: boolean): void {
    for (const link of this.links()) {
      this.#buryQueued(link, cause);
      if (failed) link.receiveCore.abort(cause);
      else link.receiveCore.close();
      // Answers that the harness collects are never queued: nothing is lost with them.
      if (failed && link.replyFrom?.listener) {
        link.replyTo?.abort(unavailable(link, cause));
      }
    }
  }

  #buryQueued(link: Link, cause: unknown): void {
    for (;;) {
      const message = link.receiveCore.take();
      if (message === EMPTY) return;
      if (message.withdrawn) {
        link.receiveCore.acknowledge();
        continue;
      }
      link.untaken++;
      this.#addLetter(link, message, cause);
    }
  }

  #bury(link: Link, message: Envelope<unknown>, cause: unknown): void {
    this.#addLetter(link, message, cause);
    if (!message.wantsReply) return;
    const { component, port } = link.to;
    const reply = {
      source: `${component}.${port}`,
      sentAt: this.#runtime.ticker.millis(),
      data: unavailable(link, cause),
      failed: true,
    };
    sendReply(link, message, reply).catch(() => {}); // whoever asked is gone
  }

  #addLetter(link: Link, message: Envelope<unknown>, cause: unknown): void {
    link.receiveCore.bury();
    const attempt = link.attemptOf(message);
    const connection = link.name;
    const letter = { ...link.to, connection, attempt, cause, message };
    this.#runtime.addDeadLetter(letter);
  }
}

/**
 * Ends the loops over a connection, sends away who else waits for a value, and returns what the loops
 * had in hand, in the order it was sent.
 */
function lettingGo(link: Link, failed: boolean): InHand[] {
  const messages = [...link.receiveCore.loops ?? []]
    .flatMap((loop) => loop.letGo(failed));
  dismissReceivers(link);
  return messages.sort((a, b) => a.serial - b.serial)
    .map((message) => new InHand(link, message));
}

function dismissReceivers({ receiveCore }: Link): void {
  receiveCore.dismissReceivers(
    new ChannelClosed(
      `Cannot receive from channel "${receiveCore.name}": its component has ended`,
    ),
  );
}

/** What a requester is told of a receiver that cannot answer. */
function unavailable(link: Link, cause: unknown): ComponentUnavailable {
  const why = cause instanceof Error ? cause.message : String(cause);
  return new ComponentUnavailable(
    `component "${link.to.component}" is not available: ${why}`,
    { cause },
  );
}
