/**
 * Asks two servers of the tasks API the same and compares what they answer: status, headers and body.
 *
 * @module
 */
import { rawExchange } from "../../templates/kit/raw_http.ts";
import { REQUESTS, type SampleRequest } from "./requests.ts";

/** What was compared. */
export interface Comparison {
  /** How many requests were sent to each server. */
  readonly requests: number;
  /** The statuses among the answers, ascending. */
  readonly statuses: readonly number[];
  /** Each difference, in words. */
  readonly differences: readonly string[];
}

/** Compares the servers at two addresses; both start without tasks. Ids, times and cursors are named by their order. */
export async function compareAnswers(
  left: string,
  right: string,
): Promise<Comparison> {
  const sides = [new Side(left), new Side(right)] as const;
  const differences: string[] = [];
  const statuses = new Set<number>();
  let requests = 0;
  const compare = async (request: SampleRequest) => {
    requests++;
    const [a, b] = await Promise.all(sides.map((side) => side.ask(request)));
    if (a === undefined || b === undefined) return;
    statuses.add(a.status);
    const [x, y] = [a.text, b.text];
    if (x !== y) differences.push(`${nameOf(request)}\n  ${x}\n  ${y}`);
  };
  for (const host of ABSURD_HOSTS) {
    requests++;
    const [a, b] = await Promise.all(sides.map((side) => side.askAs(host)));
    if (a !== b) differences.push(`Host: ${host}\n  ${a}\n  ${b}`);
  }
  for (const request of REQUESTS) {
    await compare(request);
    // What one page ends with is where the next one starts.
    for (let page = 0; page < 3 && sides[0].cursor !== undefined; page++) {
      const separator = request.path.includes("?") ? "&" : "?";
      const path = `${request.path}${separator}cursor={cursor}`;
      await compare({ ...request, path });
    }
  }
  return {
    requests,
    statuses: [...statuses].sort((a, b) => a - b),
    differences,
  };
}

/** One server, and what it has called things. */
class Side {
  readonly #url: string;
  readonly #ids: string[] = [];
  /** The `nextCursor` of the last answer. */
  cursor: string | undefined;

  constructor(url: string) {
    this.#url = url;
  }

  async ask(
    { method, path, body, headers }: SampleRequest,
  ): Promise<{ readonly status: number; readonly text: string }> {
    const response = await fetch(this.#url + this.#filled(path), {
      method,
      body: body === undefined ? undefined : this.#filled(body),
      headers: {
        ...(body === undefined ? {} : { "content-type": "application/json" }),
        ...headers,
      },
    });
    const text = await response.text();
    this.cursor = /"nextCursor":"([^"]+)"/.exec(text)?.[1];
    const { status } = response;
    const fields = [...response.headers]
      .filter(([name]) => !this.#isOfTheMoment(name))
      .map(([name, value]) => `${name}: ${value}`);
    return {
      status,
      text: this.#normalized([status, ...fields, text].join("\n  ")),
    };
  }

  /** Asks in bytes, because no client sends such a Host header. */
  async askAs(host: string): Promise<string> {
    const answer = await rawExchange(
      this.#url,
      `GET /tasks HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`,
    );
    return answer.replace(/^date: .*\r\n/im, "");
  }

  #filled(text: string): string {
    return text
      .replaceAll("{cursor}", this.cursor ?? "")
      .replaceAll("{first}", this.#ids[0] ?? "")
      .replaceAll("{FIRST}", this.#ids[0]?.toUpperCase() ?? "")
      .replaceAll("{last}", this.#ids[2] ?? "");
  }

  /** A cursor's checksum has more or fewer digits. */
  #isOfTheMoment(header: string): boolean {
    return header === "date" ||
      header === "content-length" && this.cursor !== undefined;
  }

  #normalized(text: string): string {
    return text
      .replaceAll(
        /"nextCursor":"([^"]+)"/g,
        (_, cursor) => `"nextCursor":${this.#decoded(cursor)}`,
      )
      .replaceAll(UUID, (id) => nameIn(this.#ids, id))
      .replaceAll(TIME, "time");
  }

  /** The checksum is of ids and times, so it differs. */
  #decoded(cursor: string): string {
    const text = atob(cursor.replaceAll("-", "+").replaceAll("_", "/"));
    return text.replace(/^\[\d+/, "[checksum");
  }
}

function nameIn(ids: string[], id: string): string {
  if (!ids.includes(id)) ids.push(id);
  return `id-${ids.indexOf(id)}`;
}

function nameOf({ method, path, body = "" }: SampleRequest): string {
  return `${method} ${path} ${body.slice(0, 80)}`;
}

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g;
const TIME = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/g;
const ABSURD_HOSTS = ["x/metrics?", "a b", "127.0.0.1#"];
