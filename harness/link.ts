import { Channel, coreOf } from "./channel.ts";
import { claimStream } from "./claim_stream.ts";
import type { ChannelCore } from "./channel_core.ts";
import type { FullPolicy } from "./channel_stats.ts";
import type { DeadLetter } from "./dead_letter.ts";
import type { ComponentUnavailable } from "./errors.ts";
import { type BindingType, formatAddress, type PortAddress } from "./graph.ts";
import { createEnvelope, type Envelope, type Message } from "./message.ts";
import type { ReplyDesk } from "./reply_desk.ts";
import { pushWhenRoom } from "./push_when_room.ts";
import { pumpThrough } from "./stream_link.ts";

/** The state machine of a channel that carries messages. */
export type MessageCore = ChannelCore<Envelope<unknown>>;

/** What a connection is made of. */
export interface LinkInit {
  /** The out port. */
  readonly from: PortAddress;
  /** The in port. */
  readonly to: PortAddress;
  /** What passes by it. */
  readonly type: BindingType;
  /** How many messages it holds. */
  readonly bufferSize: number;
  /** What a sender meets when it is full. */
  readonly whenFull: FullPolicy;
  /** A foreign stream that stands between the two ends. */
  readonly stream?: TransformStream<Message, Message>;
  /** Takes a message that the stream refused. */
  readonly addDeadLetter?: (letter: DeadLetter) => void;
}

/** One connection: the channel from an out port to an in port, and the way back for answers. */
export class Link {
  /** The out port. */
  readonly from: PortAddress;
  /** The in port. */
  readonly to: PortAddress;
  /** What passes by it. */
  readonly type: BindingType;
  /** How many messages it holds. */
  readonly bufferSize: number;
  /** What a sender meets when it is full. */
  readonly whenFull: FullPolicy;
  /** What the sender sends into. */
  readonly outbound: Channel<Message>;
  /** What the receiver takes from: the same channel, unless a foreign stream stands between. */
  readonly inbound: Channel<Message>;
  /** The state machine of `outbound`. */
  readonly sendCore: MessageCore;
  /** The state machine of `inbound`. */
  readonly receiveCore: MessageCore;
  /** Where the receiver puts its answers; undefined when this connection carries no requests. */
  replyTo: MessageCore | undefined;
  /** Where the sender finds the answers. */
  replyFrom: MessageCore | undefined;
  /** Who hands the answers to those who asked; made with the first request. */
  desk: ReplyDesk | undefined;
  /** The reply channel that the harness made for this connection alone. */
  impliedReply: Channel<Message> | undefined;
  /** Why no request is accepted at present, because the receiver rests and wants none meanwhile. */
  refusal: ComponentUnavailable | undefined;
  /** Resolves when nothing is under way any more in a foreign stream between the ends. */
  readonly emptied: Promise<void> = Promise.resolve();
  /** Messages that the receiver had not taken when it ended. */
  untaken = 0;
  /** Whether this connection carries the answers to another one's requests. */
  carriesReplies = false;
  /** For messages that were redelivered only. A broadcast message is in several connections. */
  #attempts: WeakMap<Envelope<unknown>, number> | undefined;

  /** Makes the channel, or two around a foreign stream. Throws `TypeError` when the stream is not free. */
  constructor(init: LinkInit) {
    this.from = init.from;
    this.to = init.to;
    this.type = init.type;
    const { stream, bufferSize: capacity, whenFull } = init;
    if (stream !== undefined) claimStream(stream, this.name);
    if (stream instanceof Channel) {
      this.outbound = this.inbound = stream;
    } else {
      this.outbound = new Channel({ capacity, whenFull, name: this.name });
      this.inbound = stream
        ? new Channel({ capacity, name: `${this.name} (behind its stream)` })
        : this.outbound;
      if (stream) {
        const refused = (message: Message, cause: unknown) =>
          this.#bury(message, cause, init.addDeadLetter);
        this.emptied = pumpThrough(
          stream,
          this.outbound,
          this.inbound,
          refused,
        );
      }
    }
    this.bufferSize = this.outbound.capacity;
    this.sendCore = messageCore(this.outbound);
    this.receiveCore = messageCore(this.inbound);
    this.whenFull = this.sendCore.whenFull;
    this.sendCore.onDropped = (message) => {
      if (message.wantsReply) this.desk?.refuse(message, this.sendCore);
    };
  }

  /** Both ends in words. */
  get name(): string {
    return `${formatAddress(this.from)} -> ${formatAddress(this.to)}`;
  }

  /** Whether nobody but the requester's desk can see the channel of the answers. */
  get answersDirectly(): boolean {
    return this.impliedReply !== undefined;
  }

  /** How often a message of this connection was handed to a handler, counting the present time. */
  attemptOf(message: Envelope<unknown>): number {
    return this.#attempts?.get(message) ?? 1;
  }

  /**
   * Sends the message of a dead letter again, as a message of its own that nobody waits to have
   * answered. Rejects when the channel does not accept it, and with the signal's reason when that is
   * aborted while it waits for room.
   */
  async redrive(
    { message, attempt }: DeadLetter,
    signal?: AbortSignal,
  ): Promise<void> {
    const again = createEnvelope(message);
    (this.#attempts ??= new WeakMap()).set(again, attempt + 1);
    if (!this.sendCore.tryPush(again)) {
      await pushWhenRoom(this.sendCore, again, signal);
    }
  }

  /** Puts messages that were in hand back, oldest first: the next attempt is made with them. */
  redeliver(messages: readonly Envelope<unknown>[]): void {
    const attempts = this.#attempts ??= new WeakMap();
    for (const message of messages) {
      attempts.set(message, this.attemptOf(message) + 1);
    }
    this.receiveCore.giveBack(messages);
  }

  #bury(
    message: Message,
    cause: unknown,
    addDeadLetter: LinkInit["addDeadLetter"],
  ): void {
    // Every message in this process is an Envelope; Message is what users see of it.
    const envelope = message as unknown as Envelope<unknown>;
    const { component, port } = this.to;
    const connection = this.name;
    const attempt = this.attemptOf(envelope);
    addDeadLetter?.({ component, port, connection, attempt, cause, message });
    if (envelope.wantsReply) this.desk?.miss(envelope, cause);
  }

  /** Makes a reply channel of its own. Requesters empty it at once, so it never fills. */
  makeReplyChannel(): void {
    const name = `${formatAddress(this.to)} -> ${
      formatAddress(this.from)
    } (replies)`;
    this.impliedReply = new Channel({ capacity: this.bufferSize, name });
    this.replyTo = this.replyFrom = messageCore(this.impliedReply);
  }

  /** Every channel of the connection, once. */
  channels(): readonly Channel<Message>[] {
    const channels = [this.outbound];
    if (this.inbound !== this.outbound) channels.push(this.inbound);
    if (this.impliedReply) channels.push(this.impliedReply);
    return channels;
  }
}

// Every message in this process is an Envelope; Message is what users see of it.
function messageCore(channel: Channel<Message>): MessageCore {
  return coreOf(channel) as unknown as MessageCore;
}
