/**
 * Keeps several connections busy with the traffic of a system, and holds every answer to what is right.
 *
 * @module
 */
import type { Exchange } from "./exchange.ts";
import type { ProbeResponse } from "../http_probe.ts";
import { WireConnection } from "./wire_connection.ts";
import { Cut } from "./wire_reader.ts";

/** What to drive. */
export interface DriveOptions {
  readonly url: string;
  /** The kinds of requests, taken in turn; one more often stands there more often. */
  readonly mix: readonly Exchange[];
  /** Connections at the same time. */
  readonly connections: number;
  /** Ends it: requests under way are still waited for. */
  readonly until: AbortSignal;
  /** Hears of every answer. @default nobody */
  readonly onAnswer?: (sent: Sent, answer: ProbeResponse) => void;
  /** Stops a connection at its first cut instead of connecting again. @default false */
  readonly stopAtCut?: boolean;
  /** Requests that are begun first and end late. @default none */
  readonly held?: HeldRequests;
}

/** Requests with a body whose last byte is sent late: until then they are taken and cannot be answered. */
export interface HeldRequests {
  /** The kinds of requests, taken in turn. */
  readonly mix: readonly Exchange[];
  /** How many, each by a connection of its own. */
  readonly count: number;
  /** When the last byte is sent, unless all else has ended before. */
  readonly until: Promise<unknown>;
}

/** A request that was sent. */
export interface Sent {
  readonly exchange: Exchange;
  readonly n: number;
  /** When, as `performance.now()` tells. */
  readonly at: number;
}

/** What came of it. */
export interface Driven {
  /** Requests with a right answer. */
  readonly right: number;
  /** What was wrong, by kind of request and cause. */
  readonly wrong: ReadonlyMap<string, number>;
  /** Requests without a whole answer. */
  readonly cut: readonly (Sent & { readonly cut: Cut })[];
  /** Answers that refused: the status is 503. */
  readonly refused: readonly Sent[];
  /** Creations with a right answer, by table. */
  readonly created: ReadonlyMap<string, number>;
  /** Milliseconds of each right answer. */
  readonly ms: readonly number[];
  /** Milliseconds in all. */
  readonly wallMs: number;
  /** Connections that were refused after the first cut. */
  readonly notConnected: number;
}

/** Makes the mix of a load: four reads for a write, where there are both. */
export function mixOf(
  reads: readonly Exchange[],
  writes: readonly Exchange[],
): readonly Exchange[] {
  if (writes.length === 0) return reads;
  if (reads.length === 0) return writes;
  const parts = Math.max(writes.length, Math.ceil(reads.length / 4));
  return Array.from({ length: parts * 5 }, (_, n) => {
    const round = Math.floor(n / 5);
    return n % 5 === 4
      ? writes[round % writes.length]
      : reads[(round * 4 + n % 5) % reads.length];
  }).filter((one) => one !== undefined);
}

/** Counts requests of each kind across drives, so that what must be new is new. */
export class Turns {
  readonly #next = new Map<string, number>();
  #turn = 0;

  /** Takes the next request of a mix; one that is used up gives its turn to the next. Undefined when all are. */
  take(mix: readonly Exchange[]): Omit<Sent, "at"> | undefined {
    for (let tries = 0; tries < mix.length; tries++) {
      const exchange = mix[this.#turn++ % mix.length];
      if (!exchange) return undefined;
      const n = this.#next.get(exchange.name) ?? 0;
      if (n >= exchange.most) continue;
      this.#next.set(exchange.name, n + 1);
      return { exchange, n };
    }
    return undefined;
  }
}

/** Drives a system until it is told to stop. Never rejects: what fails is counted. */
export async function drive(
  options: DriveOptions,
  turns: Turns = new Turns(),
): Promise<Driven> {
  const tally = new Tally();
  const start = performance.now();
  const { connections, url, held } = options;
  const begun = Promise.withResolvers<void>();
  const late = Array.from(
    { length: held?.count ?? 0 },
    () => held && oneHeld(url, { ...held, until: begun.promise }, turns, tally),
  );
  const busy = Promise.all(
    Array.from(
      { length: connections },
      () => oneClient(options, turns, tally),
    ),
  );
  // Where nothing else is left to be sent, nobody may be there to say when.
  await Promise.race([busy, held?.until ?? busy]);
  begun.resolve();
  await Promise.all([busy, ...late]);
  return { ...tally, wallMs: performance.now() - start };
}

class Tally {
  right = 0;
  readonly wrong = new Map<string, number>();
  readonly cut: (Sent & { readonly cut: Cut })[] = [];
  readonly refused: Sent[] = [];
  readonly created = new Map<string, number>();
  readonly ms: number[] = [];
  notConnected = 0;

  answered(sent: Sent, answer: ProbeResponse): void {
    const { exchange, n, at } = sent;
    if (answer.status === 503) {
      this.refused.push(sent);
      return;
    }
    const wrong = exchange.judge(answer, n);
    if (wrong !== undefined) {
      const key = `${exchange.name}: ${wrong}`;
      this.wrong.set(key, (this.wrong.get(key) ?? 0) + 1);
      return;
    }
    this.right++;
    this.ms.push(performance.now() - at);
    if (exchange.creates) {
      const { table } = exchange.creates;
      this.created.set(table, (this.created.get(table) ?? 0) + 1);
    }
  }
}

async function oneHeld(
  url: string,
  { mix, until }: HeldRequests,
  turns: Turns,
  tally: Tally,
): Promise<void> {
  const turn = turns.take(mix);
  if (!turn) return;
  const sent: Sent = { ...turn, at: performance.now() };
  try {
    using connection = await WireConnection.open(url);
    const request = turn.exchange.request(turn.n);
    tally.answered(sent, await connection.send(request, until));
  } catch (error) {
    if (error instanceof Cut) tally.cut.push({ ...sent, cut: error });
    else tally.notConnected++;
  }
}

async function oneClient(
  { url, mix, until, onAnswer, stopAtCut }: DriveOptions,
  turns: Turns,
  tally: Tally,
): Promise<void> {
  let connection: WireConnection | undefined;
  try {
    while (!until.aborted) {
      if (!connection?.isOpen) {
        connection = await WireConnection.open(url).catch(() => undefined);
      }
      if (!connection) {
        tally.notConnected++;
        if (stopAtCut) return;
        await new Promise((resolve) => setTimeout(resolve, RECONNECT_MS));
        continue;
      }
      const turn = turns.take(mix);
      if (!turn) return;
      const sent: Sent = { ...turn, at: performance.now() };
      try {
        const answer = await connection.send(sent.exchange.request(sent.n));
        tally.answered(sent, answer);
        onAnswer?.(sent, answer);
      } catch (error) {
        if (!(error instanceof Cut)) throw error;
        tally.cut.push({ ...sent, cut: error });
        if (stopAtCut) return;
      }
    }
  } finally {
    connection?.close();
  }
}

/** Milliseconds until a refused connection is tried again. */
const RECONNECT_MS = 5;
