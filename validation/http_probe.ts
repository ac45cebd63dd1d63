/**
 * Calls a system on the loopback address, past any proxy and without keeping connections.
 *
 * @module
 */
import { Buffer } from "node:buffer";
import { request } from "node:http";

/** What to send. */
export interface ProbeRequest {
  /** @default "GET" */
  readonly method?: string;
  /** Sent as JSON. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
  /** Milliseconds until it is given up. @default 5000 */
  readonly timeoutMs?: number;
}

/** What came back. */
export interface ProbeResponse {
  readonly status: number;
  /** The media type without parameters. */
  readonly mediaType: string;
  readonly text: string;
  /** The body as JSON; undefined when it is none. */
  readonly json: unknown;
  /** The header of that name. */
  readonly location?: string;
  /** The header `x-error-id`. */
  readonly errorId?: string;
}

/** Sends one request; rejects when no whole response comes back in time. */
export function probe(
  url: string,
  options: ProbeRequest = {},
): Promise<ProbeResponse> {
  const { method = "GET", body, headers, signal, timeoutMs = 5000 } = options;
  const text = body === undefined ? undefined : JSON.stringify(body);
  const deadline = AbortSignal.timeout(timeoutMs);
  return new Promise((resolve, reject) => {
    const sent = request(url, {
      method,
      agent: false,
      signal: signal ? AbortSignal.any([signal, deadline]) : deadline,
      headers: {
        ...headers,
        connection: "close",
        ...(text === undefined ? {} : {
          "content-type": "application/json",
          "content-length": String(Buffer.byteLength(text)),
        }),
      },
    }, (response) => {
      const chunks: Uint8Array[] = [];
      response.on("data", (chunk: Uint8Array) => chunks.push(chunk));
      response.on("error", reject);
      response.on("end", () => {
        const text = Buffer.concat(chunks).toString("utf8");
        const type = String(response.headers["content-type"] ?? "");
        resolve({
          status: response.statusCode ?? 0,
          mediaType: (type.split(";")[0] ?? "").trim(),
          text,
          json: parseJson(text),
          location: response.headers.location,
          errorId: response.headers["x-error-id"]?.toString(),
        });
      });
    });
    sent.on("error", reject);
    sent.end(text);
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
