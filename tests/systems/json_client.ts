/**
 * A client of a JSON API, as a developer would write it who knows only the API's description.
 *
 * @module
 */
import { assertEquals } from "@std/assert";

/** A JSON value; what is undefined is not sent. */
export type Json =
  | null
  | boolean
  | number
  | string
  | readonly Json[]
  | { readonly [key: string]: Json | undefined };

/** An answer, read to its end. */
export class Answer {
  /** Keeps what came and what it came for. */
  constructor(
    /** The request, such as `GET /tags`. */
    readonly request: string,
    /** The status code. */
    readonly status: number,
    /** The header fields. */
    readonly headers: Headers,
    /** The body as it came. */
    readonly text: string,
  ) {}

  /** The body; null when there is none. */
  get body(): Json {
    return this.text === "" ? null : JSON.parse(this.text);
  }

  /** Fails unless the answer has this status. */
  is(status: number): this {
    assertEquals(
      this.status,
      status,
      `${this.request} was answered with ${this.status} ${this.text}`,
    );
    return this;
  }

  /** The value at a path, such as `article.tagList.0`; null where there is none. */
  at(path: string): Json {
    return valueAt(this.body, path);
  }

  /** The text at a path. */
  textAt(path: string): string {
    const value = this.at(path);
    if (typeof value === "string") return value;
    throw new Error(
      `${this.request}: found ${
        JSON.stringify(value)
      } at "${path}", wanted a text, in ${this.text}`,
    );
  }

  /** The list at a path. */
  listAt(path: string): readonly Json[] {
    const value = this.at(path);
    if (Array.isArray(value)) return value;
    throw new Error(
      `${this.request}: found ${
        JSON.stringify(value)
      } at "${path}", wanted a list, in ${this.text}`,
    );
  }
}

/** Gives the value at a path in a JSON value; null where there is none. */
export function valueAt(json: Json, path: string): Json {
  let value: Json = json;
  for (const key of path === "" ? [] : path.split(".")) {
    if (value === null || typeof value !== "object") return null;
    value = (value as Readonly<Record<string, Json>>)[key] ?? null;
  }
  return value;
}

/** Sends requests, each with the token of whoever is signed in. */
export class JsonClient {
  /** The header by which a client of the tests tells an address. */
  static readonly ADDRESS_HEADER = "x-client-address";

  readonly #headers: Readonly<Record<string, string>>;

  /** Talks to a system; what is in `headers` goes with every request. */
  constructor(
    readonly url: string,
    headers: Readonly<Record<string, string>> = {},
  ) {
    this.#headers = {
      [JsonClient.ADDRESS_HEADER]: crypto.randomUUID(),
      ...headers,
    };
  }

  /** The same client with another header field, such as `authorization`. */
  with(name: string, value: string): JsonClient {
    return new JsonClient(this.url, { ...this.#headers, [name]: value });
  }

  /** The same client, signed in. */
  bearer(token: string): JsonClient {
    return this.with("authorization", `Bearer ${token}`);
  }

  /** The same client for the paths below one, such as `/api`. */
  at(path: string): JsonClient {
    return new JsonClient(this.url + path, this.#headers);
  }

  /** The same client of the system at another address. */
  on(url: string): JsonClient {
    return new JsonClient(url, this.#headers);
  }

  /** Reads. */
  get(path: string): Promise<Answer> {
    return this.send("GET", path);
  }

  /** Sends a body, or none. */
  post(path: string, body?: Json): Promise<Answer> {
    return this.send("POST", path, body);
  }

  /** Sends a body that replaces. */
  put(path: string, body?: Json): Promise<Answer> {
    return this.send("PUT", path, body);
  }

  /** Sends what changes. */
  patch(path: string, body?: Json): Promise<Answer> {
    return this.send("PATCH", path, body);
  }

  /** Deletes. */
  delete(path: string): Promise<Answer> {
    return this.send("DELETE", path);
  }

  /** Sends any request. */
  send(method: string, path: string, body?: Json): Promise<Answer> {
    return this.sendText(
      method,
      path,
      body === undefined ? undefined : JSON.stringify(body),
    );
  }

  /** Sends a body as it is, such as one that is no JSON. */
  async sendText(
    method: string,
    path: string,
    body?: string,
    type = "application/json",
  ): Promise<Answer> {
    const response = await fetch(this.url + path, {
      method,
      headers: {
        ...this.#headers,
        ...(body === undefined ? {} : { "content-type": type }),
      },
      ...(body === undefined ? {} : { body }),
      redirect: "manual",
    });
    return new Answer(
      `${method} ${path}`,
      response.status,
      response.headers,
      await response.text(),
    );
  }
}
