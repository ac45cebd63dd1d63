/**
 * An HTTP/1.1 connection that is kept, and that tells exactly how far a request came before it was cut.
 *
 * @module
 */
import type { ProbeResponse } from "../http_probe.ts";
import { Cut, WireReader } from "./wire_reader.ts";

/** A request as it goes over the wire. */
export interface WireRequest {
  readonly method: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON. */
  readonly body?: unknown;
}

/** A whole answer. */
export interface WireAnswer extends ProbeResponse {
  /** The headers, by name in lower case. */
  readonly headers: ReadonlyMap<string, string>;
}

/** A connection to one server; one request at a time. */
export class WireConnection implements Disposable {
  readonly #socket: Deno.TcpConn;
  readonly #reader: WireReader;
  readonly #host: string;
  #open = true;

  private constructor(socket: Deno.TcpConn, host: string) {
    this.#socket = socket;
    this.#host = host;
    this.#reader = new WireReader(socket);
  }

  /** Connects. Rejects where nobody listens. */
  static async open(url: string): Promise<WireConnection> {
    const { hostname, port, host } = new URL(url);
    const socket = await Deno.connect({ hostname, port: Number(port) });
    socket.setNoDelay();
    return new WireConnection(socket, host);
  }

  /** Whether another request can be sent. */
  get isOpen(): boolean {
    return this.#open;
  }

  /**
   * Sends a request and resolves with the whole answer. Rejects with {@link Cut} where none, or only a part, came.
   *
   * @param hold What the last byte waits for. @default nothing
   */
  async send(
    request: WireRequest,
    hold?: Promise<unknown>,
  ): Promise<WireAnswer> {
    try {
      await this.#write(request, hold);
      const head = await this.#reader.head();
      const { status, headers } = head;
      const text = await this.#reader.body(head, request.method);
      if (headers.get("connection")?.toLowerCase() === "close") this.close();
      const mediaType = (headers.get("content-type") ?? "").split(";")[0] ?? "";
      const location = headers.get("location");
      return {
        status,
        headers,
        text,
        mediaType: mediaType.trim(),
        ...(location === undefined ? {} : { location }),
        get json(): unknown {
          return parsed(text);
        },
      };
    } catch (error) {
      this.close();
      throw error instanceof Cut ? error : new Cut(String(error), false);
    }
  }

  /** Ends it; a request under way is cut. */
  close(): void {
    if (!this.#open) return;
    this.#open = false;
    this.#socket.close();
  }

  [Symbol.dispose](): void {
    this.close();
  }

  async #write(request: WireRequest, hold?: Promise<unknown>): Promise<void> {
    const { method, path, headers = {}, body } = request;
    const content = body === undefined ? "" : JSON.stringify(body);
    const bytes = ENCODER.encode(content);
    const fields = Object.entries({
      host: this.#host,
      ...headers,
      ...(body === undefined ? {} : {
        "content-type": "application/json",
        "content-length": String(bytes.length),
      }),
    }).map(([name, value]) => `${name}: ${value}\r\n`).join("");
    const head = ENCODER.encode(`${method} ${path} HTTP/1.1\r\n${fields}\r\n`);
    const whole = new Uint8Array(head.length + bytes.length);
    whole.set(head);
    whole.set(bytes, head.length);
    const last = hold === undefined ? whole.length : whole.length - 1;
    await this.#writeAll(whole.subarray(0, last));
    await hold;
    await this.#writeAll(whole.subarray(last));
  }

  async #writeAll(bytes: Uint8Array): Promise<void> {
    for (let sent = 0; sent < bytes.length;) {
      sent += await this.#socket.write(bytes.subarray(sent));
    }
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const ENCODER = new TextEncoder();
