import { Envelope, type Message, serialOf } from "./message.ts";

/** A message on its way to another thread: what structured clone keeps of it. */
export type PackedMessage = readonly [
  id: string,
  source: string,
  type: string,
  sentAt: number,
  data: unknown,
  wantsReply: boolean,
  traceparent: string | undefined,
  correlationId: string | undefined,
  failed: boolean,
  datacontenttype: string | undefined,
  dataschema: string | undefined,
];

/** Takes a message apart. Every message in this process is an `Envelope`. */
export function packMessage(message: Envelope<unknown>): PackedMessage {
  return [
    message.id,
    message.source,
    message.type,
    message.sentAt,
    message.data,
    message.wantsReply,
    message.traceparent,
    message.correlationId,
    message.failed,
    message.datacontenttype,
    message.dataschema,
  ];
}

/** Puts a message together again, with all its attributes. */
export function unpackMessage(packed: PackedMessage): Message {
  return new CarriedMessage(packed);
}

/**
 * Returns the message with other data and all else as it is, the identifier too: a request stays the
 * same request, which can be answered.
 */
export function withData<T>(message: Message, data: T): Message<T> {
  // Every message in this process is an Envelope; Message is what users see of it.
  const envelope = message as unknown as Envelope<unknown>;
  const [id, source, type, sentAt, , ...rest] = packMessage(envelope);
  return new CarriedMessage<T>([id, source, type, sentAt, data, ...rest]);
}

/**
 * A message that keeps its identifier. One that has come back to the process where it was made also has
 * its number again, so that the answer to it finds whoever asked.
 */
class CarriedMessage<T> extends Envelope<T> {
  declare readonly serial: number;
  readonly #id: string;
  readonly #correlationId: string | undefined;

  constructor(packed: PackedMessage) {
    const [id, source, type, sentAt, data, wantsReply, traceparent] = packed;
    const [, , , , , , , correlationId, failed, contentType, schema] = packed;
    const answers = correlationId === undefined ? 0 : serialOf(correlationId);
    super(
      source,
      type,
      sentAt,
      data as T, // whoever packed it said what it is
      wantsReply,
      traceparent,
      answers,
      failed,
    );
    const own = serialOf(id);
    if (own !== 0) this.serial = own;
    this.#id = id;
    this.#correlationId = correlationId;
    Object.assign(
      this,
      contentType && { datacontenttype: contentType },
      schema && { dataschema: schema },
    );
  }

  override get id(): string {
    return this.#id;
  }

  override get correlationId(): string | undefined {
    return this.#correlationId;
  }
}
