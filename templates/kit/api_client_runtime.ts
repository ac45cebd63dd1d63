/**
 * What clients of an API share: they send requests, read answers, and tell errors with their types.
 *
 * It imports nothing, and runs wherever there is a `fetch`: in Deno, Node and browsers. It never logs.
 *
 * @module
 */

/** Settings of a client. */
export interface ClientOptions {
  /** Where the API is, such as `https://example.com`. */
  readonly url: string;
  /** Gives the access token; asked before each request. @default requests as nobody */
  readonly token?: () => TokenAnswer | Promise<TokenAnswer>;
  /** Sends a request. @default the platform's fetch */
  readonly fetch?: (request: Request) => Response | Promise<Response>;
  /** How long an answer may take, in milliseconds. @default 30000 */
  readonly timeout?: number;
}

/** A token, or nothing where nobody is signed in. */
export type TokenAnswer = string | undefined;

/** Options of one call. */
export interface CallOptions {
  /** Ends the call; it then fails with the signal's reason. */
  readonly signal?: AbortSignal;
  /** How long the answer may take, in milliseconds; a longer one is a `TimeoutError`. @default the client's */
  readonly timeout?: number;
}

/** Options of a call that can depend on what the entity is like. */
export interface ConditionalOptions extends CallOptions {
  /** Carried out only if the entity still has this tag, else {@link ApiError} of status 412; see {@link tagOf}. */
  readonly ifMatch?: string;
  /** Carried out only if the entity has another tag than this. */
  readonly ifNoneMatch?: string;
}

/**
 * What a read gives: the whole, or the fields that its query names, and what it includes.
 * A query whose type does not say what it names gives whatever `All` can have.
 */
export type Selected<Whole extends object, All extends object, Query> =
  & (Query extends { readonly fields: readonly (infer Field)[] }
    ? Pick<Whole, Extract<Field | "id", keyof Whole>>
    : "fields" extends keyof Query ? All
    : Whole)
  & (Query extends { readonly include: readonly (infer Name)[] }
    ? Required<Pick<All, Extract<Name, keyof All>>>
    : unknown);
/** Options of a call that is carried out once, however often it is sent with the same key. */
export interface KeyedOptions extends CallOptions {
  /** The key, such as a UUID: what is sent again with it gets the answer it had. */
  readonly idempotencyKey?: string;
}

/** Options of a call that can depend on what the entity is like, and have a key. */
export interface KeyedConditionalOptions
  extends ConditionalOptions, KeyedOptions {}

/** What went wrong, where the API tells it as a problem (RFC 9457). */
export interface ApiProblem {
  /** The kind of problem. */
  readonly type: string;
  /** The kind in words. */
  readonly title: string;
  /** The status of the answer. */
  readonly status: number;
  /** What is wrong with this request. */
  readonly detail?: string;
  /** What is wrong with each field. */
  readonly errors?: readonly {
    readonly path: string;
    readonly message: string;
  }[];
}

/** The API refused a request, or failed at it. */
export class ApiError extends Error {
  /** The name of the error. */
  override readonly name = "ApiError";
  /** The status of the answer. */
  readonly status: number;
  /** What went wrong, where the API tells it as a problem. */
  readonly problem: ApiProblem | undefined;
  /** What went wrong in sentences; empty where the API does not say. */
  readonly messages: readonly string[];
  /** How many seconds to wait before another try, where the API says so. */
  readonly retryAfter: number | undefined;

  /** Makes the error of an answer with this body. */
  constructor(answer: Response, body: unknown) {
    const problem = problemIn(body);
    const messages = messagesIn(body, problem);
    super(
      `The API answered ${answer.status}: ${
        messages.join("; ") || answer.statusText || "no reason given"
      }`,
    );
    this.status = answer.status;
    this.problem = problem;
    this.messages = messages;
    const seconds = answer.headers.get("retry-after");
    this.retryAfter = seconds === null ? undefined : Number(seconds);
  }
}

/** A request of a client. */
export interface ClientRequest {
  /** The method. */
  readonly method: string;
  /** The path, its parts escaped. */
  readonly path: string;
  /** The parameters; what is undefined is left out, null is empty. */
  readonly query?: object;
  /** The body, sent as JSON. */
  readonly body?: unknown;
  /** The name that the answer stands under, where it has one. */
  readonly under?: string;
  /** Whether it is sent without a token. */
  readonly anonymous?: boolean;
  /** Whether it needs a key: one is made where the caller gives none. */
  readonly keyed?: boolean;
  /** What the caller wants. */
  readonly options?: KeyedConditionalOptions;
}

/** Sends the requests of a client. */
export class ApiCaller {
  readonly #options: ClientOptions;
  readonly #scheme: string;

  /** Makes a caller whose tokens follow the word `scheme`. */
  constructor(options: ClientOptions, scheme: string) {
    this.#options = options;
    this.#scheme = scheme;
  }

  /**
   * Sends a request and reads the answer, which is trusted to be what the API's document says.
   *
   * @throws {ApiError} when the answer is not a success.
   */
  async send<T>(request: ClientRequest): Promise<T> {
    const { status, value } = await this.#exchange<T>(request);
    if (status !== 304) return value;
    throw new ApiError(new Response(null, { status }), undefined);
  }

  /**
   * Does what {@link ApiCaller.send} does, and gives undefined where nothing has changed (304).
   *
   * @throws {ApiError} when the answer is an error.
   */
  async sendIfChanged<T>(request: ClientRequest): Promise<T | undefined> {
    const { status, value } = await this.#exchange<T>(request);
    return status === 304 ? undefined : value;
  }

  async #exchange<T>(
    request: ClientRequest,
  ): Promise<{ readonly status: number; readonly value: T }> {
    const { options = {}, under } = request;
    const { signal, stop } = limitOf(options, this.#options.timeout ?? 30_000);
    const send = this.#options.fetch ?? ((one: Request) => fetch(one));
    let answer: Response;
    let body: unknown;
    try {
      const sent = await this.#requestOf(request, signal);
      signal.throwIfAborted();
      answer = await send(sent);
      body = parsed(await answer.text());
    } finally {
      stop();
    }
    const { status } = answer;
    if (status >= 400) throw new ApiError(answer, body);
    const value = under === undefined
      ? body as T
      : (body as Readonly<Record<string, T>> | undefined)?.[under] as T;
    const tag = answer.headers.get("etag");
    if (tag !== null && typeof value === "object" && value !== null) {
      TAGS.set(value, tag);
    }
    return { status, value };
  }

  async #requestOf(
    request: ClientRequest,
    signal: AbortSignal,
  ): Promise<Request> {
    const { method, path, query, body, anonymous, options = {} } = request;
    const headers = new Headers({ accept: "application/json" });
    const token = anonymous ? undefined : await this.#options.token?.();
    if (token !== undefined) {
      headers.set("authorization", `${this.#scheme} ${token}`);
    }
    if (body !== undefined) headers.set("content-type", "application/json");
    const { ifMatch, ifNoneMatch } = options;
    if (ifMatch !== undefined) headers.set("if-match", ifMatch);
    if (ifNoneMatch !== undefined) headers.set("if-none-match", ifNoneMatch);
    const key = options.idempotencyKey ??
      (request.keyed ? crypto.randomUUID() : undefined);
    if (key !== undefined) headers.set("idempotency-key", key);
    const url = this.#options.url.replace(/\/+$/, "") + path +
      searchOf(query ?? {});
    return new Request(url, {
      method,
      headers,
      signal,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  }
}

/** Gives the tag (ETag) that an entity came with, for `ifMatch` and `ifNoneMatch`; undefined where it came with none. */
export function tagOf(entity: object): string | undefined {
  return TAGS.get(entity);
}

/** Escapes a key for a path. */
export function segment(key: string | number): string {
  return encodeURIComponent(key);
}

/** Goes through all pages of a list that is read by cursor, each page when it is needed. */
export async function* eachByCursor<T>(
  first: string | undefined,
  read: (cursor: string | undefined) => Promise<CursorPage<T>>,
): AsyncGenerator<T, void, void> {
  let cursor: string | null | undefined = first;
  while (cursor !== null) {
    const page: CursorPage<T> = await read(cursor);
    yield* page.items;
    cursor = page.nextCursor;
  }
}

/** Goes through all pages of a list that is read by offset, each page when it is needed. */
export async function* eachByOffset<T>(
  first: number | undefined,
  read: (offset: number) => Promise<OffsetPage<T>>,
): AsyncGenerator<T, void, void> {
  let offset = first ?? 0;
  while (true) {
    const { items, total } = await read(offset);
    yield* items;
    offset += items.length;
    if (items.length === 0 || offset >= total) return;
  }
}

/** A page and where the next one starts; null after the last. */
export interface CursorPage<T> {
  /** What is on it. */
  readonly items: readonly T[];
  /** Where the next one starts. */
  readonly nextCursor: string | null;
}

/** A page and how many there are on all of them. */
export interface OffsetPage<T> {
  /** What is on it. */
  readonly items: readonly T[];
  /** How many there are. */
  readonly total: number;
}

/** One signal for what the caller wants and for the time that is up, and what stops the clock. */
function limitOf(
  { signal, timeout }: CallOptions,
  fallback: number,
): { readonly signal: AbortSignal; readonly stop: () => void } {
  const late = new AbortController();
  const milliseconds = timeout ?? fallback;
  const timer = setTimeout(() => {
    const words = `The API did not answer within ${milliseconds} ms`;
    late.abort(new DOMException(words, "TimeoutError"));
  }, milliseconds);
  return {
    signal: signal ? AbortSignal.any([signal, late.signal]) : late.signal,
    stop: () => clearTimeout(timer),
  };
}

function searchOf(query: object): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (Array.isArray(value) && value.length === 0) continue;
    if (value !== undefined) search.append(name, String(value ?? ""));
  }
  return search.size === 0 ? "" : `?${search}`;
}

/** What is no JSON, such as a page of a proxy, tells nothing. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function problemIn(body: unknown): ApiProblem | undefined {
  const isProblem = isObject(body) && typeof body.title === "string" &&
    typeof body.status === "number";
  return isProblem ? body as unknown as ApiProblem : undefined;
}

function messagesIn(
  body: unknown,
  problem: ApiProblem | undefined,
): readonly string[] {
  if (problem) {
    const errors = problem.errors ?? [];
    return errors.length === 0
      ? [problem.detail ?? problem.title]
      : errors.map(({ path, message }) => `${path} ${message}`.trim());
  }
  if (!isObject(body) || !isObject(body.errors)) return [];
  return Object.values(body.errors).flat().filter((one) =>
    typeof one === "string"
  );
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

const TAGS = new WeakMap<object, string>();
