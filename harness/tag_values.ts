import { toBase64 } from "./base64.ts";
import { MessageError, type MessageErrorCode } from "./message_error.ts";
import { ownData } from "./revive_error.ts";
import { setMember } from "./set_member.ts";

/** How far {@linkcode tagValues} may go. */
export interface TagOptions {
  /** Deepest nesting of the data. */
  readonly maxDepth: number;
  /** Most bytes of the message. */
  readonly maxBytes: number;
  /** Whether the stacks of errors are written. */
  readonly errorStacks: boolean;
}

/**
 * Returns what JSON can hold of a message's data: the data itself when JSON can hold it all, else a
 * copy in which tags stand for the rest. `untagValues` is the way back.
 *
 * A tag is an object with one member whose name begins with `~`; an ordinary object of that form gets
 * one more `~`. Throws a {@linkcode MessageError} for what has no tag, for cycles, and beyond a limit.
 */
export function tagValues(
  data: unknown,
  action: string,
  options: TagOptions,
): unknown {
  const tagger = new Tagger(action, options);
  try {
    return tagger.tag(data);
  } catch (error) {
    throw tagger.failure(error);
  }
}

class Tagger {
  readonly #action: string;
  readonly #options: TagOptions;
  readonly #path: (string | number)[] = ["data"];
  readonly #ancestors: object[] = [];
  /** JSON arrays and objects around the value. */
  #depth = 0;
  /** Bytes that are left: a value that is reached by many ways is written as often. */
  #budget: number;

  constructor(action: string, options: TagOptions) {
    this.#action = action;
    this.#options = options;
    this.#budget = options.maxBytes;
  }

  tag(value: unknown): unknown {
    this.#spend(1);
    switch (typeof value) {
      case "string":
        this.#spend(value.length);
        return value;
      case "boolean":
        return value;
      case "number":
        if (Object.is(value, -0)) return { "~number": "-0" };
        return Number.isFinite(value) ? value : { "~number": `${value}` };
      case "undefined":
        return { "~undefined": true };
      case "bigint":
        return { "~bigint": this.#bigint(value) };
      case "object":
        return value === null ? null : this.#object(value);
      default:
        return this.#refuse(`found a ${typeof value}, which has no JSON form`);
    }
  }

  #bigint(value: bigint): string {
    // Beyond that, hexadecimal: reading decimal digits takes more than linear time.
    if (BigInt.asIntN(1024, value) === value) return value.toString();
    const digits = (value < 0n ? -value : value).toString(16);
    this.#spend(digits.length);
    return `${value < 0n ? "-" : ""}0x${digits}`;
  }

  #object(value: object): unknown {
    if (value instanceof Uint8Array) {
      return { "~bytes": this.#base64(value) };
    }
    const prototype: unknown = Object.getPrototypeOf(value);
    if (prototype === Date.prototype) {
      const time = (value as Date).getTime();
      return {
        "~date": Number.isNaN(time) ? null : new Date(time).toISOString(),
      };
    }
    if (prototype === ArrayBuffer.prototype) {
      return {
        "~arraybuffer": this.#base64(new Uint8Array(value as ArrayBuffer)),
      };
    }
    this.#enter(value);
    const tagged = this.#container(value, prototype);
    this.#ancestors.pop();
    return tagged;
  }

  #container(value: object, prototype: unknown): unknown {
    if (prototype === Array.prototype) return this.#list(value as unknown[]);
    if (prototype === Map.prototype) {
      return this.#map(value as Map<unknown, unknown>);
    }
    if (prototype === Set.prototype) {
      const items = [...value as Set<unknown>];
      return { "~set": items.map((item, i) => this.#child(i, item, 2)) };
    }
    if (value instanceof Error) return { "~error": this.#error(value) };
    const isPlain = prototype === null ||
      Object.getPrototypeOf(prototype) === null;
    if (isPlain && !Array.isArray(value)) {
      return this.#record(value as Record<string, unknown>);
    }
    const { constructor } = value;
    const name = typeof constructor === "function" ? constructor.name : "?";
    return this.#refuse(`found an instance of ${name}, wanted plain data`);
  }

  #list(list: unknown[]): unknown[] {
    let copy: unknown[] | undefined;
    for (let i = 0; i < list.length; i++) {
      const tagged = this.#child(i, list[i]);
      if (tagged !== list[i]) copy ??= list.slice(0, i);
      copy?.push(tagged);
    }
    return copy ?? list;
  }

  #map(map: Map<unknown, unknown>): unknown {
    const entries = [...map].map((entry, i) => {
      this.#path.push(i);
      const tagged = entry.map((half, j) => this.#child(j, half, 3));
      this.#path.pop();
      return tagged;
    });
    return { "~map": entries };
  }

  #record(record: Record<string, unknown>): unknown {
    if (Object.getOwnPropertySymbols(record).length > 0) {
      this.#refuse("found a member named by a symbol, which has no JSON form");
    }
    const names = Object.keys(record);
    const isTagLike = names.length === 1 && names[0]!.startsWith("~");
    let copy: Record<string, unknown> | undefined = isTagLike ? {} : undefined;
    for (let i = 0; i < names.length; i++) {
      const name = names[i]!;
      this.#spend(name.length);
      const value = record[name];
      const tagged = this.#child(name, value);
      if (tagged !== value && !copy) {
        copy = {};
        for (const before of names.slice(0, i)) {
          setMember(copy, before, record[before]);
        }
      }
      if (copy) setMember(copy, isTagLike ? `~${name}` : name, tagged);
    }
    return copy ?? record;
  }

  #error(error: Error): Record<string, unknown> {
    const { name, message, stack } = error;
    if (typeof name !== "string" || typeof message !== "string") {
      this.#refuse("found an error whose name or message is no text");
    }
    this.#spend(name.length + message.length);
    const parts: Record<string, unknown> = { name, message };
    if (this.#options.errorStacks && typeof stack === "string") {
      parts.stack = stack;
    }
    if (Object.hasOwn(error, "cause")) {
      parts.cause = this.#child("cause", error.cause, 2);
    }
    if (error instanceof AggregateError) {
      parts.errors = this.#child("errors", [...error.errors], 2);
    }
    const data = ownData(error);
    if (data) {
      this.#depth += 2;
      parts.data = this.#object(data);
      this.#depth -= 2;
    }
    return parts;
  }

  #base64(bytes: Uint8Array): string {
    this.#spend(bytes.length);
    return toBase64(bytes);
  }

  #child(name: string | number, value: unknown, levels = 1): unknown {
    this.#path.push(name);
    this.#depth += levels;
    const tagged = this.tag(value);
    this.#depth -= levels;
    this.#path.pop();
    return tagged;
  }

  #enter(value: object): void {
    const { maxDepth } = this.#options;
    if (this.#ancestors.includes(value)) {
      this.#refuse("found a cycle: the value contains itself");
    }
    if (this.#depth >= maxDepth) {
      this.#refuse(`found deeper nesting, wanted at most ${maxDepth}`, "limit");
    }
    this.#ancestors.push(value);
  }

  #spend(bytes: number): void {
    this.#budget -= bytes;
    if (this.#budget >= 0) return;
    const { maxBytes } = this.#options;
    this.#refuse(`found more, wanted at most ${maxBytes} bytes`, "limit");
  }

  /** Says where a getter threw, or a value that only pretends to be a date or a map. */
  failure(error: unknown): MessageError {
    if (error instanceof MessageError) return error;
    const { code, issues: [issue] } = MessageError.from(
      error,
      this.#action,
      error instanceof RangeError ? "limit" : "unserializable",
    );
    const issues = [{ message: issue!.message, path: this.#path.slice() }];
    return new MessageError(this.#action, code, issues, { cause: error });
  }

  #refuse(message: string, code: MessageErrorCode = "unserializable"): never {
    const path = this.#path.slice();
    throw new MessageError(this.#action, code, [{ message, path }]);
  }
}
