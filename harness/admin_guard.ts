import { problemResponse } from "./problem_response.ts";

/** Who may come in. */
export interface AdminGuardOptions {
  /** What a stranger must know. */
  readonly token?: string;
  /** Names of this machine, besides the loopback ones and addresses. */
  readonly hostnames: readonly string[];
}

/**
 * Refuses requests that no page of ours and no operator made: those by a name that is not ours (DNS
 * rebinding), those that another site's page makes, those that change something without the header
 * that other sites cannot set, and those without the token where there is one.
 */
export class AdminGuard {
  readonly #token: string | undefined;
  readonly #hostnames: ReadonlySet<string>;
  /** What the cookie holds: it dies with this process, and does not tell the token. */
  readonly #session: string = crypto.randomUUID();

  /** Throws `TypeError` when the token is too short to keep anyone out. */
  constructor({ token, hostnames }: AdminGuardOptions) {
    if (token !== undefined && token.length < SHORTEST_TOKEN) {
      throw new TypeError(
        `Cannot guard the admin page: found a token of ${token.length} characters, ` +
          `wanted at least ${SHORTEST_TOKEN}`,
      );
    }
    this.#token = token;
    this.#hostnames = new Set(hostnames.map((name) => name.toLowerCase()));
  }

  /** Answers a request that is refused, or that brings its token; returns undefined for all others. */
  async check(request: Request): Promise<Response | undefined> {
    return this.#wrongHost(request) ?? this.#otherSite(request) ??
      await this.#unknown(request) ?? forged(request);
  }

  #wrongHost(request: Request): Response | undefined {
    const host = request.headers.get("host") ?? new URL(request.url).host;
    const name = hostnameOf(host);
    if (
      isLoopback(name) || isAddress(name) || this.#hostnames.has(name)
    ) return undefined;
    return problemResponse(
      421,
      `Cannot answer for host "${host}": wanted localhost, an address, or one of the hostnames that were configured`,
    );
  }

  #otherSite({ method, headers, url }: Request): Response | undefined {
    const site = headers.get("sec-fetch-site") ?? "none";
    const origin = headers.get("origin");
    const own = new URL(url).protocol + "//" +
      (headers.get("host") ?? new URL(url).host);
    const isLink = method === "GET" &&
      headers.get("sec-fetch-mode") === "navigate" &&
      headers.get("sec-fetch-dest") === "document";
    const isOwn = (site === "none" || site === "same-origin") &&
      (origin === null || withoutScheme(origin) === withoutScheme(own));
    if (isOwn || isLink) return undefined;
    return problemResponse(
      403,
      `Cannot answer a page of another site: found origin "${
        origin ?? site
      }", wanted "${own}"`,
    );
  }

  async #unknown(request: Request): Promise<Response | undefined> {
    if (this.#token === undefined) return undefined;
    const url = new URL(request.url);
    const name = `harness_admin_${url.port || url.protocol.slice(0, -1)}`;
    const bearer = /^Bearer +(\S+)$/i.exec(
      request.headers.get("authorization") ?? "",
    )?.[1];
    if (bearer !== undefined && await isSame(bearer, this.#token)) {
      return undefined;
    }
    const cookie = cookieOf(request, name);
    const isIn = cookie !== undefined && await isSame(cookie, this.#session);
    const offered = url.searchParams.get("token");
    if (
      offered !== null && request.method === "GET" &&
      (isIn || await isSame(offered, this.#token))
    ) return this.#letIn(url, name);
    return isIn ? undefined : problemResponse(
      401,
      "Cannot tell who asks: wanted the token, as a bearer or once as ?token=",
      { "www-authenticate": 'Bearer realm="harness admin"' },
    );
  }

  /**
   * Trades the token for a cookie and goes to the same page without it. A redirect would not do: after
   * a link from elsewhere, the browser would not send a strict cookie with it.
   */
  #letIn(url: URL, name: string): Response {
    const secure = url.protocol === "https:" ? "; Secure" : "";
    return new Response("The token is accepted.\n", {
      headers: {
        "content-type": "text/plain; charset=utf-8",
        refresh: "0; url=./",
        "set-cookie":
          `${name}=${this.#session}; HttpOnly; SameSite=Strict; Path=/${secure}`,
      },
    });
  }
}

/** The header that every request that changes something must have; its value does not matter. */
export const ADMIN_HEADER = "x-harness-admin";

function forged({ method, headers }: Request): Response | undefined {
  if (method === "GET" || method === "HEAD" || headers.has(ADMIN_HEADER)) {
    return undefined;
  }
  return problemResponse(
    403,
    `Cannot change anything: found no header "${ADMIN_HEADER}", wanted it with any value`,
  );
}

function hostnameOf(host: string): string {
  return host.replace(/:\d+$/, "").replace(/\.$/, "").toLowerCase();
}

/** Tells whether a name is one by which a machine calls itself. */
export function isLoopback(name: string): boolean {
  return /^(?:.+\.)?localhost$/i.test(name) || name === "[::1]" ||
    name === "::1" || /^127(?:\.\d{1,3}){3}$/.test(name);
}

/** An address cannot be rebound: only a name can. */
function isAddress(name: string): boolean {
  return /^\d{1,3}(?:\.\d{1,3}){3}$/.test(name) ||
    /^\[[\da-f:.]+\]$/.test(name);
}

/** A proxy may have ended the TLS: then the page knows `https` and the server does not. */
function withoutScheme(origin: string): string {
  return origin.replace(/^https?:\/\//, "").toLowerCase();
}

function cookieOf(request: Request, name: string): string | undefined {
  for (const pair of (request.headers.get("cookie") ?? "").split(";")) {
    const [key, value] = pair.trim().split("=");
    if (key === name) return value;
  }
  return undefined;
}

/** Takes as long whatever differs: digests of one length are compared, all of both. */
async function isSame(found: string, wanted: string): Promise<boolean> {
  const [a, b] = await Promise.all([digest(found), digest(wanted)]);
  let difference = 0;
  for (const [index, byte] of a.entries()) difference |= byte ^ b[index]!;
  return difference === 0;
}

async function digest(text: string): Promise<Uint8Array> {
  const bytes = new TextEncoder().encode(text);
  return new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
}

const SHORTEST_TOKEN = 16;
