/**
 * Writes the beginning of a value as one line of text, for people. It takes no longer than its length:
 * what does not fit is not looked at. Circles, getters that throw and proxies do no harm.
 */
export function dataPreview(value: unknown, length: number): string {
  const preview = new Preview(length);
  preview.write(value, 0);
  return cut(preview.text, length);
}

/** Writes what was thrown as text, with the causes below it, and cuts it to a length. */
export function causePreview(cause: unknown, length: number): string {
  const parts: string[] = [];
  let next = cause;
  for (let depth = 0; depth < DEPTH && next !== undefined; depth++) {
    const thrown = next;
    if (!isError(thrown)) {
      parts.push(dataPreview(thrown, length));
      break;
    }
    parts.push(attempt(() => errorText(thrown)));
    next = attempt(() => thrown.cause);
  }
  return cut(parts.join(", because of "), length);
}

class Preview {
  text = "";
  readonly #length: number;
  readonly #open = new Set<object>();

  constructor(length: number) {
    this.#length = length;
  }

  get isFull(): boolean {
    return this.text.length > this.#length;
  }

  write(value: unknown, depth: number): void {
    if (typeof value !== "object" || value === null) {
      return this.#add(primitiveText(value, this.#length));
    }
    if (this.#open.has(value)) return this.#add("[circular]");
    if (depth >= DEPTH) return this.#add("…");
    this.#open.add(value);
    try {
      this.#writeObject(value, depth + 1);
    } catch {
      this.#add("[unreadable]");
    }
    this.#open.delete(value);
  }

  #writeObject(value: object, depth: number): void {
    if (value instanceof Date) {
      const isValid = !Number.isNaN(value.getTime());
      return this.#add(isValid ? value.toISOString() : "Invalid Date");
    }
    if (isError(value)) return this.#add(errorText(value));
    if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer) {
      return this.#add(`${nameOf(value)} of ${value.byteLength} bytes`);
    }
    if (Array.isArray(value)) return this.#writeEach("[", value, "]", depth);
    if (value instanceof Set) {
      return this.#writeEach("Set {", value, "}", depth);
    }
    if (value instanceof Map) return this.#writeMap(value, depth);
    this.#writeFields(value, depth);
  }

  #writeEach(
    open: string,
    values: Iterable<unknown>,
    close: string,
    depth: number,
  ): void {
    let gap = open;
    for (const value of values) {
      this.#add(gap);
      if (this.isFull) return;
      this.write(value, depth);
      gap = ", ";
    }
    this.#add(gap === open ? open + close : close);
  }

  #writeMap(map: ReadonlyMap<unknown, unknown>, depth: number): void {
    let gap = "Map {";
    for (const [key, value] of map) {
      this.#add(gap);
      if (this.isFull) return;
      this.write(key, depth);
      this.#add(" => ");
      this.write(value, depth);
      gap = ", ";
    }
    this.#add(gap === ", " ? "}" : "Map {}");
  }

  #writeFields(value: object, depth: number): void {
    const name = nameOf(value);
    const open = name === "Object" ? "{" : `${name} {`;
    let gap = open;
    // for…in looks at one key at a time, unlike Object.entries(), which reads every field at once.
    for (const key in value) {
      if (!Object.hasOwn(value, key)) continue;
      this.#add(`${gap}${/^[\w$]+$/.test(key) ? key : JSON.stringify(key)}: `);
      if (this.isFull) return;
      this.write(attempt(() => (value as Record<string, unknown>)[key]), depth);
      gap = ", ";
    }
    this.#add(gap === open ? `${open}}` : "}");
  }

  #add(text: string): void {
    if (!this.isFull) this.text += text;
  }
}

function primitiveText(value: unknown, length: number): string {
  if (typeof value === "string") return JSON.stringify(value.slice(0, length));
  if (typeof value === "bigint") return `${value}n`;
  if (typeof value === "function") return "[function]";
  return String(value);
}

function isError(value: unknown): value is Error {
  return value instanceof Error;
}

function errorText({ name, message }: Error): string {
  return message ? `${name}: ${message}` : name;
}

function nameOf(value: object): string {
  const { constructor } = value;
  return typeof constructor === "function" ? constructor.name : "Object";
}

function attempt<T>(read: () => T): T | string {
  try {
    return read();
  } catch {
    return "[unreadable]";
  }
}

function cut(text: string, length: number): string {
  if (text.length <= length) return text;
  // Not between the halves of a surrogate pair.
  return `${text.slice(0, length - 1).replace(/[\uD800-\uDBFF]$/, "")}…`;
}

const DEPTH = 4;
