/**
 * A value on its way between two components, with the attributes of CloudEvents 1.0
 * (https://github.com/cloudevents/spec) and of W3C Trace Context. Inside a process the envelope is
 * cheap: identifiers and times become text only when they are read, and `data` is never copied, so
 * whoever receives it must not change it.
 */
export interface Message<T = unknown> {
  /** Version of CloudEvents. */
  readonly specversion: "1.0";
  /** Identifier, unique in all processes. */
  readonly id: string;
  /** The sender, as `component.port`. */
  readonly source: string;
  /** Name of the type of `data`: what the sender's port declares, else `message`. */
  readonly type: string;
  /** When it was sent, RFC 3339 in UTC, exact to about 20 milliseconds. */
  readonly time: string;
  /** The value itself. */
  readonly data: T;
  /** Media type of `data`; when undefined, as in most messages, it is a value that JSON can tell of. */
  readonly datacontenttype: string | undefined;
  /** Address of the schema of `data`. */
  readonly dataschema: string | undefined;
  /** Identifier of the message that this one answers. */
  readonly correlationId: string | undefined;
  /** W3C trace context, passed on as given. */
  readonly traceparent: string | undefined;
}

/** What a message is made from. */
export interface MessageInit<T> {
  /** The value itself. */
  readonly data: T;
  /** The sender, as `component.port`. */
  readonly source: string;
  /**
   * Name of the type of `data`.
   * @default {"message"}
   */
  readonly type?: string;
  /** Media type of `data`. */
  readonly datacontenttype?: string;
  /** Address of the schema of `data`. */
  readonly dataschema?: string;
  /** W3C trace context. */
  readonly traceparent?: string;
}

/** Makes a message outside of a component, for example to call a handler in a test. */
export function createMessage<T>(init: MessageInit<T>): Message<T> {
  return createEnvelope(init);
}

/** Makes a message that asks for no answer and is none. */
export function createEnvelope<T>(init: MessageInit<T>): Envelope<T> {
  const { data, source, type = "message", traceparent } = init;
  const { datacontenttype, dataschema } = init;
  return Object.assign(
    new Envelope(source, type, Date.now(), data, false, traceparent),
    datacontenttype && { datacontenttype },
    dataschema && { dataschema },
  );
}

/**
 * Takes a message that was made elsewhere, such as one from the wire, in among those of this process:
 * it keeps its identifier, its time and what it answers. Undefined when it is no message.
 */
export function adoptMessage(value: unknown): Envelope<unknown> | undefined {
  if (value instanceof Envelope) return value;
  if (!isMessage(value)) return undefined;
  const { id, time, correlationId } = value;
  const own = (value: unknown) => ({ value, enumerable: true });
  return Object.defineProperties(createEnvelope(value), {
    id: own(id),
    ...(typeof time === "string" && { time: own(time) }),
    ...(correlationId && { correlationId: own(correlationId) }),
  });
}

/** Tells whether a request's sender has given up before it was handled. */
export function isWithdrawn(message: object): boolean {
  return message instanceof Envelope && message.withdrawn;
}

function isMessage(value: unknown): value is Message {
  if (typeof value !== "object" || value === null) return false;
  const { specversion, id, source, type } = value as Partial<Message>;
  return specversion === "1.0" && typeof id === "string" &&
    typeof source === "string" && typeof type === "string" && "data" in value;
}

/** The one shape of every message in this process. */
export class Envelope<T> implements Message<T> {
  /** Number of the message in this process. */
  readonly serial: number = ++lastSerial;
  readonly source: string;
  readonly type: string;
  /** When it was sent, in milliseconds of the Unix epoch. */
  readonly sentAt: number;
  readonly data: T;
  /** Only declared, so that the many messages without it spend nothing on it. */
  declare readonly datacontenttype: string | undefined;
  declare readonly dataschema: string | undefined;
  readonly traceparent: string | undefined;
  /** Whether the sender waits for an answer. */
  readonly wantsReply: boolean;
  /** Number of the message that this one answers, or 0. */
  readonly answers: number;
  /** Whether it says that the request failed; `data` is then the cause. */
  readonly failed: boolean;
  /** Set when the sender gave up before the message was handled. */
  withdrawn = false;

  /** Seals a message that is about to be sent. */
  constructor(
    source: string,
    type: string,
    sentAt: number,
    data: T,
    wantsReply: boolean,
    traceparent?: string,
    answers = 0,
    failed = false,
  ) {
    this.source = source;
    this.type = type;
    this.sentAt = sentAt;
    this.data = data;
    this.wantsReply = wantsReply;
    this.traceparent = traceparent;
    this.answers = answers;
    this.failed = failed;
  }

  get specversion(): "1.0" {
    return "1.0";
  }

  get id(): string {
    return identifier(this.serial);
  }

  get time(): string {
    return new Date(this.sentAt).toISOString();
  }

  get correlationId(): string | undefined {
    return this.answers === 0 ? undefined : identifier(this.answers);
  }

  /** Returns the attributes as CloudEvents' JSON format names them. */
  toJSON(): Record<string, unknown> {
    const {
      specversion,
      id,
      source,
      type,
      time,
      data,
      datacontenttype,
      dataschema,
      correlationId,
      traceparent,
    } = this;
    return {
      specversion,
      id,
      source,
      type,
      time,
      ...(datacontenttype && { datacontenttype }),
      ...(dataschema && { dataschema }),
      ...(correlationId && { correlationid: correlationId }),
      ...(traceparent && { traceparent }),
      data,
    };
  }
}

/** Returns the number of a message of this process by its identifier, or 0 when it is from elsewhere. */
export function serialOf(id: string): number {
  if (processId === undefined || !id.startsWith(`${processId}-`)) return 0;
  const serial = parseInt(id.slice(processId.length + 1), 36);
  return identifier(serial) === id ? serial : 0;
}

let lastSerial = 0;
let processId: string | undefined;

function identifier(serial: number): string {
  processId ??= crypto.randomUUID().slice(0, 13);
  return `${processId}-${serial.toString(36)}`;
}
