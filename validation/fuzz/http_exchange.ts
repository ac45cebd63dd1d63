/**
 * Sends requests one after the other over one kept connection, as they are: nothing is escaped, followed or decoded.
 *
 * @module
 */
import { Buffer } from "node:buffer";
import { Agent, type IncomingMessage, request } from "node:http";

/** A request. */
export interface HttpRequest {
  readonly method: string;
  /** The path and query as they are sent. */
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Uint8Array;
}

/** An answer. */
export interface HttpAnswer {
  readonly status: number;
  /** By name in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** The media type without parameters, in lower case. */
  readonly mediaType: string;
  readonly text: string;
  /** The body as JSON; undefined when it is none. */
  readonly json: unknown;
  /** Milliseconds it took. */
  readonly ms: number;
}

/** Why there is no whole answer. */
export class NoAnswer extends Error {
  /** The name of the error. */
  override readonly name = "NoAnswer";
  /** Whether its time was up. */
  readonly late: boolean;

  /** Takes why. */
  constructor(message: string, late: boolean) {
    super(message);
    this.late = late;
  }
}

/** A client; disposing of it closes its connection. */
export interface HttpExchange extends Disposable {
  /**
   * Sends a request.
   *
   * @throws {NoAnswer} when no whole answer comes in time.
   */
  send(
    request: HttpRequest,
    options?: { readonly headOnly?: boolean },
  ): Promise<HttpAnswer>;
}

/** Opens a client of a system; each answer must be there in `timeoutMs`. */
export function httpExchange(
  url: string,
  options: { readonly timeoutMs: number; readonly signal: AbortSignal },
): HttpExchange {
  const { hostname, port } = new URL(url);
  const { timeoutMs, signal } = options;
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const once = (
    { method, target, headers, body }: HttpRequest,
    headOnly: boolean,
  ) => {
    const start = performance.now();
    const { promise, resolve, reject } = Promise.withResolvers<HttpAnswer>();
    const sent = request({
      agent,
      hostname,
      port,
      method,
      path: target,
      headers: {
        ...headers,
        ...(body ? { "content-length": String(body.length) } : {}),
      },
    }, (response) => {
      if (headOnly && response.statusCode === 200) {
        resolve(answerOf(response, "", performance.now() - start));
        sent.destroy();
        return;
      }
      const chunks: Uint8Array[] = [];
      response.on("data", (chunk: Uint8Array) => chunks.push(chunk));
      response.on(
        "error",
        (error) => reject(new NoAnswer(error.message, false)),
      );
      response.on("end", () => {
        const text = Buffer.concat(chunks).toString("utf8");
        resolve(answerOf(response, text, performance.now() - start));
      });
    });
    const timer = setTimeout(() => {
      reject(
        new NoAnswer(`no whole answer within ${timeoutMs / 1000} s`, true),
      );
      sent.destroy();
    }, timeoutMs);
    const abort = () => {
      reject(signal.reason);
      sent.destroy();
    };
    signal.addEventListener("abort", abort, { once: true });
    sent.on("error", (error) => reject(new NoAnswer(error.message, false)));
    sent.end(body);
    return promise.finally(() => {
      clearTimeout(timer);
      signal.removeEventListener("abort", abort);
    });
  };
  return {
    async send(request, { headOnly = false } = {}) {
      signal.throwIfAborted();
      try {
        return await once(request, headOnly);
      } catch (error) {
        // A server may close a kept connection just when it is used again; what fails twice fails.
        if (!(error instanceof NoAnswer) || error.late) throw error;
        return await once(request, headOnly);
      }
    },
    [Symbol.dispose]: () => agent.destroy(),
  };
}

function answerOf(
  response: IncomingMessage,
  text: string,
  ms: number,
): HttpAnswer {
  const headers = Object.fromEntries(
    Object.entries(response.headers).map((
      [name, value],
    ) => [name, String(value)]),
  );
  const [type = ""] = (headers["content-type"] ?? "").split(";");
  return {
    status: response.statusCode ?? 0,
    headers,
    mediaType: type.trim().toLowerCase(),
    text,
    json: jsonOf(text),
    ms,
  };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
