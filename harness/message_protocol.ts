import { fromBase64, toBase64 } from "./base64.ts";
import {
  type CloudEvent,
  fromCloudEvent,
  toCloudEvent,
} from "./cloud_event.ts";
import type { Message } from "./message.ts";
import {
  kindOf,
  MessageError,
  type MessageErrorCode,
  quote,
} from "./message_error.ts";
import { nestsDeeper } from "./nests_deeper.ts";
import type { StandardSchema } from "./standard_schema.ts";
import { tagValues } from "./tag_values.ts";
import { untagValues } from "./untag_values.ts";
import { assertSchema, type Validated, validateData } from "./validate_data.ts";
import {
  fromFrame,
  isFrame,
  type MessageCompression,
  toFrame,
} from "./wire_frame.ts";
import { assertReadable, WIRE_VERSION } from "./wire_version.ts";

/** How a {@linkcode MessageProtocol} writes and reads. */
export interface MessageProtocolOptions {
  /**
   * Schemas of the data, by the `type` of the message. A message of another type is not checked.
   * @default {{}}
   */
  readonly schemas?: Readonly<Record<string, StandardSchema>>;
  /**
   * How `serialize` compresses; every kind is read.
   * @default {"none"}
   */
  readonly compression?: MessageCompression | "none";
  /**
   * Messages of fewer bytes are not compressed.
   * @default {1024}
   */
  readonly compressFrom?: number;
  /**
   * Most bytes of a message, written or read, compressed or not; at most 2^32 - 1.
   * @default {16_777_216}
   */
  readonly maxBytes?: number;
  /**
   * Deepest nesting of arrays and objects in the JSON of the data: a map counts three, a set or the
   * cause of an error two.
   * @default {100}
   */
  readonly maxDepth?: number;
  /**
   * Whether the stacks of errors are written. They tell the receiver about this machine.
   * @default {false}
   */
  readonly errorStacks?: boolean;
}

/** How one message is written; what is left out is as the protocol says. */
export type SerializeOptions = Pick<
  MessageProtocolOptions,
  "compression" | "errorStacks"
>;

/**
 * Turns messages into bytes and back: the JSON format of CloudEvents 1.0, in UTF-8.
 *
 * **Data.** Plain JSON data is written exactly as `JSON.stringify` does. What JSON has no form for is a
 * tag, an object with a single member whose name begins with `~`:
 *
 * | value | on the wire |
 * |---|---|
 * | `Date` | `{"~date":"2026-01-31T00:00:00.000Z"}`, an invalid one `{"~date":null}` |
 * | `bigint` | `{"~bigint":"12"}`, from 1024 bits on `{"~bigint":"-0x1f…"}` |
 * | `NaN`, `Infinity`, `-Infinity`, `-0` | `{"~number":"NaN"}` |
 * | `undefined` in an array or object | `{"~undefined":true}` |
 * | `Map`, `Set` | `{"~map":[[key,value]]}`, `{"~set":[item]}` |
 * | `Uint8Array`, `ArrayBuffer` | `{"~bytes":"AAE="}`, `{"~arraybuffer":"AAE="}` |
 * | `Error` | `{"~error":{"name","message","stack"?,"cause"?,"errors"?,"data"?}}` |
 * | an ordinary object `{"~x":1}` | `{"~~x":1}`: one `~` more, taken off when read |
 *
 * Data that is a `Uint8Array` as a whole is `data_base64`; data that is undefined is left out. An error
 * comes back as the built-in class of its name, else as `Error` with that name; a value that occurs
 * twice comes back as two; holes in arrays come back as undefined; a subclass of `Uint8Array` as
 * `Uint8Array`; an object without prototype as an ordinary one. Functions, symbols, instances of
 * classes and cycles are refused.
 *
 * **Compression.** A compressed message is a frame: the bytes `AC 4D`, the major version, the
 * compression (1 gzip, 2 deflate, 3 deflate-raw), the length of the JSON and the length of what follows
 * (32 bits each, most significant byte first), then the JSON, compressed. It is used where it is
 * shorter.
 *
 * **Compatibility.** The attribute `autocoderversion` is `major.minor`, here 1.0. Version 1.x reads all
 * of 1.y: attributes that it does not know are ignored, a tag that it does not know is refused by
 * name and never taken for something else. A minor version adds attributes, tags and compressions; it
 * never changes those that exist. Another major is refused. A CloudEvent without the attribute comes
 * from somebody else: its data is plain JSON, in which nothing is a tag, and its time may be missing
 * (then it is the time of reading).
 *
 * Every refusal is a {@linkcode MessageError}. The reader trusts nothing: it takes time and memory in
 * proportion to `maxBytes`, whatever the bytes are, at worst (millions of empty objects or errors) about
 * half a microsecond and a hundred bytes for each; who reads from strangers sets it lower. Compression apart, nothing detects a changed byte
 * that leaves a valid message.
 *
 * @example A message with a date, a map and a bigint
 * ```ts
 * import { createMessage } from "@autocoder/harness";
 * import { MessageProtocol } from "@autocoder/harness/wire";
 *
 * const protocol = new MessageProtocol({ compression: "gzip" });
 * const data = { due: new Date(0), stock: new Map([["pear", 3n]]) };
 * const bytes = await protocol.serialize(createMessage({ source: "shop.out", data }));
 * const { source, data: copy } = await protocol.deserialize(bytes);
 * const { due, stock } = copy as typeof data;
 * if (source !== "shop.out" || due.getTime() !== 0 || stock.get("pear") !== 3n) {
 *   throw new Error("the message has changed on its way");
 * }
 * ```
 */
export class MessageProtocol {
  readonly #schemas: ReadonlyMap<string, StandardSchema>;
  readonly #options: Required<Omit<MessageProtocolOptions, "schemas">>;

  /** Makes a protocol; throws a `RangeError` or `TypeError` for an option that makes no sense. */
  constructor(options: MessageProtocolOptions = {}) {
    const { schemas = {}, compression = "none", errorStacks = false } = options;
    const compressFrom = options.compressFrom ?? 1024;
    const maxBytes = options.maxBytes ?? 16_777_216;
    const maxDepth = options.maxDepth ?? 100;
    assertWhole("compressFrom", compressFrom);
    assertWhole("maxBytes", maxBytes);
    assertWhole("maxDepth", maxDepth);
    assertCompression(compression);
    this.#schemas = new Map(Object.entries(schemas));
    for (const [type, schema] of this.#schemas) assertSchema(type, schema);
    this.#options = {
      compression,
      compressFrom,
      maxBytes,
      maxDepth,
      errorStacks,
    };
  }

  /**
   * Writes a message. The schema of its type, which may be asynchronous, checks the data and does not
   * change it. Rejects with a {@linkcode MessageError}.
   */
  async serialize(
    message: Message,
    options: SerializeOptions = {},
  ): Promise<Uint8Array<ArrayBuffer>> {
    const compression = options.compression ?? this.#options.compression;
    assertCompression(compression);
    await this.#validate(message, WRITE);
    const json = this.#write(message, options);
    if (compression === "none" || json.length < this.#options.compressFrom) {
      return json;
    }
    const frame = await toFrame(json, compression);
    return frame.length < json.length ? frame : json;
  }

  /**
   * Reads a message. Its data is what the schema of its type returns: defaults are filled in and values
   * converted. Rejects with a {@linkcode MessageError}.
   */
  async deserialize(bytes: Uint8Array): Promise<Message> {
    this.#assertBytes(bytes);
    const { maxBytes } = this.#options;
    const message = this.#read(
      isFrame(bytes) ? await fromFrame(bytes, READ, maxBytes) : bytes,
    );
    return { ...message, ...await this.#validate(message, READ) };
  }

  /** Writes a message at once, without compression and with synchronous schemas only. Throws a {@linkcode MessageError}. */
  encode(
    message: Message,
    options: Pick<SerializeOptions, "errorStacks"> = {},
  ): Uint8Array<ArrayBuffer> {
    this.#validateNow(message, WRITE);
    return this.#write(message, options);
  }

  /** Reads a message at once, when it is not compressed and its schema is synchronous. Throws a {@linkcode MessageError}. */
  decode(bytes: Uint8Array): Message {
    this.#assertBytes(bytes);
    if (isFrame(bytes)) {
      throw refusal("unsupported", "found a frame, wanted it in deserialize()");
    }
    const message = this.#read(bytes);
    return { ...message, ...this.#validateNow(message, READ) };
  }

  #write(message: Message, options: SerializeOptions): Uint8Array<ArrayBuffer> {
    const { maxBytes, maxDepth } = this.#options;
    const errorStacks = options.errorStacks ?? this.#options.errorStacks;
    try {
      const event = toCloudEvent(message, WRITE);
      const { data } = message;
      event.autocoderversion = WIRE_VERSION;
      if (data instanceof Uint8Array && data.length <= maxBytes) {
        event.data_base64 = toBase64(data);
      } else if (data !== undefined) {
        const limits = { maxDepth, maxBytes, errorStacks };
        event.data = tagValues(data, WRITE, limits);
      }
      const json = ENCODER.encode(JSON.stringify(event));
      // What an encoder makes is never shared memory; TypeScript 5.8 does not know.
      if (json.length <= maxBytes) return json as Uint8Array<ArrayBuffer>;
    } catch (error) {
      throw MessageError.from(error, WRITE, "unserializable");
    }
    throw tooLarge(WRITE, maxBytes);
  }

  #read(json: Uint8Array): Message {
    const { maxDepth } = this.#options;
    try {
      // The event around the data, and what a tag or an attribute of a newer version may add.
      if (json.length > LARGE && nestsDeeper(json, maxDepth + 8)) {
        throw tooDeep(maxDepth);
      }
      const event: unknown = JSON.parse(UTF_8.decode(json));
      if (typeof event !== "object" || event === null || Array.isArray(event)) {
        throw refusal("malformed", `found ${kindOf(event)}, wanted an object`);
      }
      return this.#toMessage(event as CloudEvent, json);
    } catch (error) {
      throw MessageError.from(error, READ, "malformed");
    }
  }

  #toMessage(event: CloudEvent, json: Uint8Array): Message {
    const { maxDepth } = this.#options;
    const version = event.autocoderversion ?? undefined;
    if (version === undefined) {
      if (nestsDeeper(json, maxDepth + 1)) throw tooDeep(maxDepth);
      const now = new Date().toISOString();
      return fromCloudEvent(event, dataOf(event), READ, now);
    }
    assertReadable(version, READ);
    const data = untagValues(dataOf(event), READ, {
      maxDepth,
      version: `${version}`,
    });
    return fromCloudEvent(event, data, READ);
  }

  /** A promise if, and only if, the schema is asynchronous; data without a schema is never awaited. */
  #validate({ type, data }: Message, verb: string): Validated {
    const schema = this.#schemas.get(type);
    if (!schema) return { data };
    return validateData(schema, data, `${verb} of type ${quote(type)}`);
  }

  #validateNow(message: Message, verb: string): { readonly data: unknown } {
    const validated = this.#validate(message, verb);
    if (!(validated instanceof Promise)) return validated;
    validated.catch(() => {}); // nobody else hears of it
    throw new MessageError(verb, "schema", [{
      message: "found an asynchronous schema, wanted one that answers at once",
      path: ["data"],
    }]);
  }

  #assertBytes(bytes: Uint8Array): void {
    const { maxBytes } = this.#options;
    if (!(bytes instanceof Uint8Array)) {
      throw refusal("malformed", `found ${kindOf(bytes)}, wanted a Uint8Array`);
    }
    if (bytes.length > maxBytes) throw tooLarge(READ, maxBytes);
  }
}

function dataOf(event: CloudEvent): unknown {
  if (!Object.hasOwn(event, "data_base64")) return event.data;
  const { data_base64: text } = event;
  const bytes = typeof text === "string" ? fromBase64(text) : undefined;
  if (bytes && !Object.hasOwn(event, "data")) return bytes;
  throw new MessageError(READ, "malformed", [{
    message: `found ${kindOf(text)}, wanted base64 and no "data" beside it`,
    path: ["data_base64"],
  }]);
}

function refusal(code: MessageErrorCode, message: string): MessageError {
  return new MessageError(READ, code, [{ message, path: [] }]);
}

function tooDeep(maxDepth: number): MessageError {
  return refusal("limit", `found deeper nesting, wanted at most ${maxDepth}`);
}

function tooLarge(action: string, maxBytes: number): MessageError {
  const message = `found more, wanted at most ${maxBytes} bytes`;
  return new MessageError(action, "limit", [{ message, path: [] }]);
}

function assertWhole(name: string, value: number): void {
  if (Number.isInteger(value) && value >= 0 && value < 2 ** 32) return;
  throw new RangeError(
    `Cannot make a protocol: found ${name} ${value}, wanted a whole number from 0 to 2^32 - 1`,
  );
}

function assertCompression(name: string): void {
  if (["none", "gzip", "deflate", "deflate-raw"].includes(name)) return;
  throw new RangeError(
    `Cannot compress messages: found "${name}", wanted "none", "gzip", "deflate" or "deflate-raw"`,
  );
}

const READ = "Cannot read a message";
const WRITE = "Cannot write a message";
/** Below it, no nesting costs much, and the depth of the data is checked where it is read. */
const LARGE = 65_536;
const ENCODER = new TextEncoder();
/** A mark of byte order stays in the text, where JSON refuses it. */
const UTF_8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
