import { fromBase64 } from "./base64.ts";
import {
  kindOf,
  MessageError,
  type MessageErrorCode,
  quote,
} from "./message_error.ts";
import { type ErrorParts, isErrorMember, reviveError } from "./revive_error.ts";

/** How {@linkcode untagValues} reads. */
export interface UntagOptions {
  /** Deepest nesting of the data. */
  readonly maxDepth: number;
  /** Version of the wire format that the message claims, for an error message. */
  readonly version: string;
}

/**
 * Puts values back in the place of the tags of `tagValues`, in place where it can: the JSON must
 * belong to nobody else. Throws a {@linkcode MessageError} for a tag that is unknown or malformed.
 */
export function untagValues(
  json: unknown,
  action: string,
  options: UntagOptions,
): unknown {
  return new Untagger(action, options).untag(json);
}

type JsonRecord = Record<string, unknown>;

class Untagger {
  readonly #action: string;
  readonly #options: UntagOptions;
  readonly #path: (string | number)[] = ["data"];
  #depth = 0;

  constructor(action: string, options: UntagOptions) {
    this.#action = action;
    this.#options = options;
  }

  untag(json: unknown): unknown {
    if (typeof json !== "object" || json === null) return json;
    if (Array.isArray(json)) return this.#list(json);
    const record = json as JsonRecord;
    const names = Object.keys(record);
    const first = names[0];
    if (names.length === 1 && first!.startsWith("~")) {
      return first!.startsWith("~~")
        ? this.#escaped(record, first!)
        : this.#tagged(first!, record[first!]);
    }
    this.#enter();
    for (const name of names) {
      const value = record[name];
      if (typeof value !== "object" || value === null) continue;
      // The member is the record's own, so that assigning is safe even to `__proto__`.
      record[name] = this.#child(name, value);
    }
    return record;
  }

  #escaped(record: JsonRecord, name: string): JsonRecord {
    this.#enter();
    const plain = name.slice(1);
    return { [plain]: this.#child(plain, record[name]) };
  }

  #list(list: unknown[]): unknown[] {
    this.#enter();
    for (let i = 0; i < list.length; i++) {
      const value = list[i];
      if (typeof value !== "object" || value === null) continue;
      list[i] = this.#child(i, value);
    }
    return list;
  }

  #tagged(tag: string, content: unknown): unknown {
    switch (tag) {
      case "~date":
        return this.#date(content);
      case "~bigint":
        return this.#bigint(content);
      case "~number":
        return NUMBERS.get(content) ?? this.#wrong(tag, content);
      case "~undefined":
        return content === true ? undefined : this.#wrong(tag, content);
      case "~bytes":
        return this.#bytes(tag, content);
      case "~arraybuffer":
        return this.#bytes(tag, content).buffer;
      case "~map":
        return this.#map(content);
      case "~set":
        return this.#set(content);
      case "~error":
        return this.#error(content);
    }
    const { version } = this.#options;
    return this.#refuse(
      `found the unknown tag ${quote(tag)} in a message of version ${version}`,
      "unsupported",
    );
  }

  #date(content: unknown): Date {
    if (content === null) return new Date(NaN);
    const date = new Date(typeof content === "string" ? content : NaN);
    if (Number.isNaN(date.getTime()) || date.toISOString() !== content) {
      this.#wrong("~date", content);
    }
    return date;
  }

  #bigint(content: unknown): bigint {
    if (typeof content === "string") {
      if (content.length <= 310 && DECIMAL.test(content)) {
        return BigInt(content);
      }
      if (HEXADECIMAL.test(content)) {
        return content.startsWith("-")
          ? -BigInt(content.slice(1))
          : BigInt(content);
      }
    }
    return this.#wrong("~bigint", content);
  }

  #bytes(tag: string, content: unknown): Uint8Array<ArrayBuffer> {
    return (typeof content === "string" ? fromBase64(content) : undefined) ??
      this.#wrong(tag, content);
  }

  #map(content: unknown): Map<unknown, unknown> {
    if (!Array.isArray(content)) return this.#wrong("~map", content);
    this.#enter();
    const map = new Map<unknown, unknown>();
    content.forEach((entry: unknown, i) => {
      this.#path.push(i);
      if (!Array.isArray(entry) || entry.length !== 2) {
        return this.#wrong("an entry of ~map", entry);
      }
      map.set(this.#child(0, entry[0], 3), this.#child(1, entry[1], 3));
      this.#path.pop();
    });
    if (map.size !== content.length) this.#refuse("found a key of ~map twice");
    return map;
  }

  #set(content: unknown): Set<unknown> {
    if (!Array.isArray(content)) return this.#wrong("~set", content);
    this.#enter();
    const set = new Set(content.map((item, i) => this.#child(i, item, 2)));
    if (set.size !== content.length) {
      this.#refuse("found an item of ~set twice");
    }
    return set;
  }

  #error(content: unknown): Error {
    if (!isRecord(content)) return this.#wrong("~error", content);
    this.#enter();
    const { name, message, stack } = content;
    const areTexts = typeof name === "string" && typeof message === "string";
    if (!areTexts || !["string", "undefined"].includes(typeof stack)) {
      return this.#refuse("found an ~error without a name and a message");
    }
    const parts: { -readonly [K in keyof ErrorParts]: ErrorParts[K] } = {
      name,
      message,
      ...(typeof stack === "string" && { stack }),
    };
    if (Object.hasOwn(content, "cause")) {
      parts.cause = this.#child("cause", content.cause, 2);
    }
    if (Object.hasOwn(content, "errors")) {
      const errors = this.#child("errors", content.errors, 2);
      if (!Array.isArray(errors)) {
        return this.#wrong("errors of ~error", errors);
      }
      parts.errors = errors;
    }
    if (Object.hasOwn(content, "data")) parts.data = this.#data(content.data);
    return reviveError(parts);
  }

  #data(content: unknown): JsonRecord {
    this.#depth += 2;
    const data = this.untag(content);
    this.#depth -= 2;
    if (!isRecord(data) || Object.keys(data).some(isErrorMember)) {
      return this.#wrong("data of ~error", content);
    }
    return data;
  }

  #child(name: string | number, value: unknown, levels = 1): unknown {
    this.#path.push(name);
    this.#depth += levels;
    const untagged = this.untag(value);
    this.#depth -= levels;
    this.#path.pop();
    return untagged;
  }

  #enter(): void {
    const { maxDepth } = this.#options;
    if (this.#depth < maxDepth) return;
    this.#refuse(`found deeper nesting, wanted at most ${maxDepth}`, "limit");
  }

  #wrong(what: string, content: unknown): never {
    return this.#refuse(`found ${kindOf(content)} as ${what}`);
  }

  #refuse(message: string, code: MessageErrorCode = "malformed"): never {
    const path = this.#path.slice();
    throw new MessageError(this.#action, code, [{ message, path }]);
  }
}

function isRecord(value: unknown): value is JsonRecord {
  return typeof value === "object" && value !== null &&
    Object.getPrototypeOf(value) === Object.prototype;
}

const NUMBERS: ReadonlyMap<unknown, number> = new Map([
  ["NaN", NaN],
  ["Infinity", Infinity],
  ["-Infinity", -Infinity],
  ["-0", -0],
]);
const DECIMAL = /^(0|-?[1-9]\d*)$/;
const HEXADECIMAL = /^-?0x[1-9a-f][0-9a-f]*$/;
