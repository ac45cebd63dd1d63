/**
 * Reads the answers of an HTTP/1.1 connection.
 *
 * @module
 */

/** A connection ended before an answer was whole. */
export class Cut extends Error {
  /** Its name. */
  override readonly name = "Cut";

  /** Says why, and whether some of the answer had come already. */
  constructor(reason: string, readonly begun: boolean) {
    super(reason);
  }
}

/** What stands before the body of an answer. */
export interface WireHead {
  readonly status: number;
  /** By name in lower case. */
  readonly headers: ReadonlyMap<string, string>;
}

/** Takes one answer after the other out of a stream of bytes. */
export class WireReader {
  readonly #source: { read(into: Uint8Array): Promise<number | null> };
  readonly #chunk = new Uint8Array(64 * 1024);
  #bytes = new Uint8Array(0);

  /** Reads nothing yet. */
  constructor(source: { read(into: Uint8Array): Promise<number | null> }) {
    this.#source = source;
  }

  /** Reads until the end of the headers. */
  async head(): Promise<WireHead> {
    const text = DECODER.decode(await this.#until(END_OF_HEAD));
    const [line = "", ...fields] = text.split("\r\n");
    const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(line)?.[1]);
    if (!status) throw new Cut(`found "${line.slice(0, 80)}"`, true);
    const headers = new Map(fields.map((field) => {
      const colon = field.indexOf(":");
      const name = field.slice(0, colon).toLowerCase();
      return [name, field.slice(colon + 1).trim()];
    }));
    return { status, headers };
  }

  /** Reads the body that belongs to a head. */
  async body({ status, headers }: WireHead, method: string): Promise<string> {
    if (method === "HEAD" || status === 204 || status === 304) return "";
    if (headers.get("transfer-encoding")?.toLowerCase() === "chunked") {
      return await this.#chunks();
    }
    const length = Number(headers.get("content-length") ?? 0);
    return DECODER.decode(await this.#exactly(length));
  }

  async #chunks(): Promise<string> {
    const decoder = new TextDecoder();
    for (let text = "";;) {
      const line = DECODER.decode(await this.#until(END_OF_LINE));
      const size = parseInt(line, 16);
      if (!(size >= 0)) throw new Cut(`found a chunk of "${line}"`, true);
      const chunk = await this.#exactly(size);
      await this.#exactly(END_OF_LINE.length);
      if (size === 0) return text + decoder.decode();
      text += decoder.decode(chunk, { stream: true });
    }
  }

  async #until(end: Uint8Array): Promise<Uint8Array> {
    for (let from = 0;;) {
      const at = indexOf(this.#bytes, end, from);
      if (at >= 0) {
        const found = this.#bytes.slice(0, at);
        this.#bytes = this.#bytes.slice(at + end.length);
        return found;
      }
      from = Math.max(0, this.#bytes.length - end.length);
      await this.#more();
    }
  }

  async #exactly(count: number): Promise<Uint8Array> {
    while (this.#bytes.length < count) await this.#more();
    const found = this.#bytes.slice(0, count);
    this.#bytes = this.#bytes.slice(count);
    return found;
  }

  async #more(): Promise<void> {
    const begun = this.#bytes.length > 0;
    const count = await this.#source.read(this.#chunk).catch((error) => {
      throw new Cut(String(error), begun);
    });
    if (count === null) throw new Cut("the connection was closed", begun);
    const bytes = new Uint8Array(this.#bytes.length + count);
    bytes.set(this.#bytes);
    bytes.set(this.#chunk.subarray(0, count), this.#bytes.length);
    this.#bytes = bytes;
  }
}

function indexOf(bytes: Uint8Array, part: Uint8Array, from: number): number {
  for (let at = from; at + part.length <= bytes.length; at++) {
    if (part.every((byte, index) => bytes[at + index] === byte)) return at;
  }
  return -1;
}

const DECODER = new TextDecoder();
const END_OF_LINE = new TextEncoder().encode("\r\n");
const END_OF_HEAD = new TextEncoder().encode("\r\n\r\n");
