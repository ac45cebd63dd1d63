import type { Message } from "./message.ts";
import {
  kindOf,
  MessageError,
  type MessageErrorCode,
} from "./message_error.ts";

/** The attributes of a message under the names of CloudEvents' JSON format. */
export type CloudEvent = Record<string, unknown>;

/** Returns the attributes of a message, without its data; throws a {@linkcode MessageError} for a wrong one. */
export function toCloudEvent(message: Message, action: string): CloudEvent {
  const { specversion, id, source, type, time } = message;
  const { dataschema, correlationId, traceparent } = message;
  // Without it, CloudEvents takes bytes for JSON.
  const datacontenttype = message.datacontenttype ||
    (message.data instanceof Uint8Array && "application/octet-stream");
  const event: CloudEvent = {
    specversion,
    id,
    source,
    type,
    time,
    ...(datacontenttype && { datacontenttype }),
    ...(dataschema && { dataschema }),
    ...(correlationId && { correlationid: correlationId }),
    ...(traceparent && { traceparent }),
  };
  new Attributes(event, action, "unserializable").toMessage(undefined, time);
  return event;
}

/**
 * Returns the message with these attributes and that data; throws a {@linkcode MessageError} for a
 * missing or wrong one. CloudEvents allows the time to be left out: then it is `timeDefault`.
 */
export function fromCloudEvent(
  event: CloudEvent,
  data: unknown,
  action: string,
  timeDefault?: string,
): Message {
  return new Attributes(event, action, "malformed").toMessage(
    data,
    timeDefault,
  );
}

class Attributes {
  readonly #event: CloudEvent;
  readonly #action: string;
  readonly #code: MessageErrorCode;

  constructor(event: CloudEvent, action: string, code: MessageErrorCode) {
    this.#event = event;
    this.#action = action;
    this.#code = code;
  }

  toMessage(data: unknown, timeDefault: string | undefined): Message {
    const { specversion } = this.#event;
    if (specversion !== "1.0") {
      const isOther = typeof specversion === "string";
      const wanted = 'wanted "1.0"';
      throw this.#wrong(
        "specversion",
        wanted,
        isOther ? "unsupported" : undefined,
      );
    }
    return {
      specversion,
      id: this.#text("id"),
      source: this.#text("source"),
      type: this.#text("type"),
      time: this.#time(timeDefault),
      data,
      datacontenttype: this.#optional("datacontenttype"),
      dataschema: this.#optional("dataschema"),
      correlationId: this.#optional("correlationid"),
      traceparent: this.#optional("traceparent"),
    };
  }

  #time(timeDefault: string | undefined): string {
    const time = this.#optional("time") ?? timeDefault;
    const day = time && RFC_3339.exec(time)?.[1];
    if (!time || !day || !isDay(day) || Number.isNaN(Date.parse(time))) {
      throw this.#wrong("time", "wanted a time as in RFC 3339");
    }
    return time.endsWith("Z") ? time : new Date(time).toISOString();
  }

  #optional(name: string): string | undefined {
    // CloudEvents: null stands for an attribute that is not there.
    return (this.#event[name] ?? undefined) === undefined
      ? undefined
      : this.#text(name);
  }

  #text(name: string): string {
    const value = this.#event[name];
    if (typeof value === "string" && value !== "") return value;
    throw this.#wrong(name, "wanted a text that is not empty");
  }

  #wrong(name: string, wanted: string, code = this.#code): MessageError {
    const message = `found ${kindOf(this.#event[name])}, ${wanted}`;
    return new MessageError(this.#action, code, [{ message, path: [name] }]);
  }
}

/** `Date.parse` alone takes the 31st of February for the 3rd of March. */
function isDay(day: string): boolean {
  if (Number(day.slice(8)) <= 28) return true; // which Date.parse() judges well
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) &&
    date.toISOString().slice(0, 10) === day;
}

const RFC_3339 =
  /^(\d{4}-\d\d-\d\d)[Tt]\d\d:\d\d:\d\d(?:\.\d+)?(?:[Zz]|[+-]\d\d:\d\d)$/;
