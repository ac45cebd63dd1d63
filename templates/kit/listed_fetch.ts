/**
 * Fetches from the hosts that the blueprint lists for a piece of logic, and from no others.
 *
 * @module
 */

/** What is sent. */
export interface FetchInit {
  /** The method. @default "GET" */
  readonly method?: string;
  /** Any but `host`. @default none */
  readonly headers?: Readonly<Record<string, string>>;
  /** The body. @default none */
  readonly body?: string | Uint8Array<ArrayBuffer> | URLSearchParams;
}

/**
 * Sends a request to a listed host and gives its answer, whatever its status, once it has come whole.
 *
 * A GET or HEAD follows redirects between listed hosts, up to five; other methods are answered with the redirect. It throws
 * a `FetchFailed` when the host gives no usable answer, and a `TypeError` when the URL is of no listed host.
 */
export type ListedFetch = (
  url: string | URL,
  init?: FetchInit,
) => Promise<Response>;

/** What {@link listedFetch} needs. */
export interface ListedFetchOptions {
  /** The origins that may be asked, such as `https://rates.example.com`. */
  readonly origins: readonly string[];
  /** Ends all of it. @default nothing does */
  readonly signal?: AbortSignal;
  /** How long all requests may take together, from now, in milliseconds. @default 4000 */
  readonly timeoutMs?: number;
  /** How large an answer may be, in bytes. @default 1048576 */
  readonly maxBytes?: number;
}

/** Thrown where a host gives no usable answer: it cannot be reached, takes too long, sends too much or leads elsewhere. */
export class FetchFailed extends Error {
  /** The name of the error. */
  override readonly name = "FetchFailed";

  /** Says which host, and why; a URL may hold secrets, so only its origin is told. */
  constructor(readonly origin: string, readonly why: string) {
    super(`Cannot reach "${origin}": ${why}`);
  }
}

/** Makes a function that fetches from listed origins alone. */
export function listedFetch(options: ListedFetchOptions): ListedFetch {
  const { origins, timeoutMs = TIMEOUT_MS, maxBytes = MAX_BYTES } = options;
  const until = performance.now() + timeoutMs;
  return async (url, init) => {
    if (options.signal?.aborted) throw new Error("The request is over");
    const request = requestOf(url, init, origins);
    const ending = new AbortController();
    const left = Math.max(0, until - performance.now());
    const timer = setTimeout(() => ending.abort(), left);
    const signals = [options.signal ?? [], ending.signal].flat();
    const limits = { origins, maxBytes, signal: AbortSignal.any(signals) };
    try {
      return await exchange(request, limits);
    } catch (error) {
      if (error instanceof FetchFailed) throw error;
      throw new FetchFailed(
        originOf(new URL(request.url)),
        ending.signal.aborted ? "found no answer in time" : whyOf(error),
      );
    } finally {
      clearTimeout(timer);
    }
  };
}

type Limits = Required<Omit<ListedFetchOptions, "timeoutMs">>;

/** Makes the request, as far as it may be. */
function requestOf(
  input: string | URL,
  { method, headers, body }: FetchInit = {},
  origins: readonly string[],
): Request {
  const url = URL.parse(String(input));
  const origin = url && originOf(url);
  if (url === null || origin === null || !origins.includes(origin)) {
    const found = origin === null ? "no URL" : `the origin "${origin}"`;
    throw new TypeError(
      `Cannot fetch: found ${found}, wanted a URL of ${origins.join(" or ")}`,
    );
  }
  if (url.username !== "" || url.password !== "") {
    throw new TypeError(
      `Cannot send user info to "${origin}": wanted it in a header`,
    );
  }
  const request = new Request(url, {
    ...(method === undefined ? {} : { method }),
    ...(headers === undefined ? {} : { headers }),
    ...(body === undefined ? {} : { body }),
  });
  // Another one than the URL's would ask another host behind the same address.
  if (!request.headers.has("host")) return request;
  throw new TypeError('Cannot send the header "host": the URL says the host');
}

/** Sends a request, and those that its answers lead to. */
async function exchange(first: Request, limits: Limits): Promise<Response> {
  let request = first;
  for (let hops = 0; hops <= MAX_HOPS; hops++) {
    const { signal } = limits;
    const answer = await fetch(request, { redirect: "manual", signal });
    const next = nextRequest(request, answer, limits);
    if (next === undefined) return await wholeAnswer(request, answer, limits);
    await answer.body?.cancel();
    request = next;
  }
  throw new FetchFailed(
    originOf(new URL(first.url)),
    `found more than ${MAX_HOPS} redirects`,
  );
}

/** What an answer leads to; nothing where it is to be given as it is. */
function nextRequest(
  { method, url, headers }: Request,
  answer: Response,
  { origins }: Limits,
): Request | undefined {
  const location = answer.headers.get("location");
  const next = location === null ? null : URL.parse(location, url);
  const leads = REDIRECTS.has(answer.status) && SAFE_METHODS.has(method);
  if (!leads || next === null) return undefined;
  const [from, to] = [originOf(new URL(url)), originOf(next)];
  if (!origins.includes(to)) {
    throw new FetchFailed(
      from,
      `found a redirect to "${to}", wanted a listed host`,
    );
  }
  // What was meant for one host, such as a key, is not sent to another.
  return new Request(next, from === to ? { method, headers } : { method });
}

/** Reads an answer, so that nobody has to close it, and it cannot be endless. */
async function wholeAnswer(
  request: Request,
  answer: Response,
  { maxBytes }: Limits,
): Promise<Response> {
  const { status, statusText, body } = answer;
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  for await (const part of body ?? []) {
    size += part.byteLength;
    if (size > maxBytes) {
      throw new FetchFailed(
        originOf(new URL(request.url)),
        `found more than ${maxBytes} bytes`,
      );
    }
    parts.push(part);
  }
  const headers = new Headers(answer.headers);
  for (const name of OF_THE_WAY) headers.delete(name);
  const whole = BODILESS.has(status) ? null : new Blob(parts);
  return new Response(whole, { status, statusText, headers });
}

/** Not `url.origin`: that of `blob:https://…` is the one inside. */
function originOf({ protocol, host }: URL): string {
  return `${protocol}//${host}`;
}

/** Says what went wrong, without the URL. */
function whyOf(error: unknown): string {
  // It names a host and the flag that is missing.
  if (error instanceof Deno.errors.NotCapable) return error.message;
  const { name, cause } = error instanceof Error ? error : new Error();
  const told = cause instanceof Error ? cause.message : "";
  const end = told.lastIndexOf(": "); // the URL, which has no blank, is ahead
  return `cannot connect: ${end < 0 ? name : told.slice(end + 2)}`;
}

const TIMEOUT_MS = 4000;
const MAX_BYTES = 2 ** 20;
const MAX_HOPS = 5;
const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);
const SAFE_METHODS: ReadonlySet<string> = new Set(["GET", "HEAD"]);
/** Statuses of answers that can have no body. */
const BODILESS: ReadonlySet<number> = new Set([204, 205, 304]);
/** Headers of the answer as it was sent: packed, in one piece. */
const OF_THE_WAY: readonly string[] = ["content-encoding", "content-length"];
