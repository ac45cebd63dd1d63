/**
 * Kills a generated system while it is written to, a hundred times on each engine: every write that was acknowledged
 * is there afterwards, whole, and no half of one.
 *
 * `deno run -A evidence/api/kill_hundred_times.ts [times] [seed]`
 *
 * Each round has an account of its own. Writers create entries and book them, which adds the amount to the account in
 * the same write; at a moment that the seed says the process group gets SIGKILL. After a restart each acknowledged
 * entry must be found as it was sent, each acknowledged booking must be in force, and the balance must be the sum of
 * what is booked. It says nothing of a machine that loses its power: only the processes of the system die.
 *
 * @module
 */
import process from "node:process";
import { generateFiles } from "../../generator/generate.ts";
import { writeSystem } from "../../generator/output/write_system.ts";
import { prepareBlueprint } from "../../generator/prepare.ts";
import { startPostgresServer } from "../../templates/kit/postgres_server.ts";
import { openTestSchema } from "../../templates/kit/postgres_test_schema.ts";
import { type RunningSystem, runSystem } from "../../validation/run_system.ts";
import { print } from "../record.ts";

type Engine = "sqlite" | "postgres";

interface Entry {
  readonly id: string;
  readonly amount: number;
  readonly note: string;
  readonly status: "open" | "booked";
}

/** What was acknowledged in a round. */
interface Acknowledged {
  readonly created: Map<string, number>;
  readonly booked: Set<string>;
}

interface Counts {
  kills: number;
  acknowledged: number;
  found: number;
  lost: number;
  /** Writes that came to be without an acknowledgement: allowed, as long as they are whole. */
  unacknowledged: number;
  broken: number;
}

const blueprint = (engine: Engine): string =>
  `system: ledger
description: Accounts and entries.
store: { engine: ${engine} }
entities:
  account:
    fields:
      balance: { type: integer, default: 0 }
  entry:
    fields:
      amount: { type: integer, required: true, min: 1 }
      note: { type: string, required: true, maxLength: 500 }
      status: { type: enum, values: [open, booked], default: open, readOnly: true }
    relations:
      account: { belongsTo: account }
    actions:
      book: { set: { status: booked }, when: { status: open }, adjust: { account.balance: amount } }
`;

async function killOften(
  engine: Engine,
  times: number,
  random: () => number,
): Promise<Counts | undefined> {
  await using held = new AsyncDisposableStack();
  const parent = await Deno.makeTempDir({ prefix: `kill_${engine}_` });
  held.defer(() => Deno.remove(parent, { recursive: true }));
  const folder = `${parent}/ledger`;
  const text = blueprint(engine);
  const { model, diagnostics } = await prepareBlueprint(text, "blueprint.yaml");
  if (!model) throw new Error(JSON.stringify(diagnostics));
  await writeSystem(folder, (await generateFiles(model, text)).files);
  const env: Record<string, string> = {
    PORT: "0",
    HOST: "127.0.0.1",
    LOG_LEVEL: "error",
  };
  if (engine === "postgres") {
    const server = await startPostgresServer();
    if ("missing" in server) {
      print(`postgres: skipped, ${server.missing}\n`);
      return undefined;
    }
    held.use(server);
    env.DATABASE_URL = held.use(await openTestSchema(server.url)).url;
  }
  const counts: Counts = {
    kills: 0,
    acknowledged: 0,
    found: 0,
    lost: 0,
    unacknowledged: 0,
    broken: 0,
  };
  const start = () => runSystem(folder, Deno.execPath(), { env });
  let running = await start();
  held.defer(() => running[Symbol.asyncDispose]());
  for (let round = 0; round < times; round++) {
    const { id } = await post<{ id: string }>(running.url, "/accounts", {});
    const acknowledged = await writeUntilKilled(running, id, random);
    counts.kills++;
    running = await start();
    await compare(running.url, id, acknowledged, counts);
  }
  return counts;
}

/** Writes from several sides at once; resolves when the process is gone and every writer has noticed. */
async function writeUntilKilled(
  running: RunningSystem,
  account: string,
  random: () => number,
): Promise<Acknowledged> {
  const acknowledged = { created: new Map(), booked: new Set<string>() };
  const first = Promise.withResolvers<void>();
  const writers = Array.from({ length: WRITERS }, async (_, writer) => {
    try {
      for (let n = 1;; n++) {
        const amount = n * WRITERS + writer;
        const body = { amount, note: noteOf(amount), accountId: account };
        const { id } = await post<Entry>(running.url, "/entries", body);
        acknowledged.created.set(id, amount);
        await post(running.url, `/entries/${id}/book`);
        acknowledged.booked.add(id);
        first.resolve();
      }
    } catch (error) {
      first.resolve();
      // A refusal is an answer of a living system, and not meant to be.
      if (error instanceof Refused) throw error;
    }
  });
  await first.promise;
  await new Promise((resolve) => setTimeout(resolve, random() * LONGEST_MS));
  process.kill(-running.pid, "SIGKILL");
  await running.exited;
  await Promise.all(writers);
  return acknowledged;
}

async function compare(
  url: string,
  account: string,
  { created, booked }: Acknowledged,
  counts: Counts,
): Promise<void> {
  const entries = await entriesOf(url, account);
  counts.acknowledged += created.size + booked.size;
  for (const [id, amount] of created) {
    const isThere = entries.get(id)?.amount === amount;
    counts[isThere ? "found" : "lost"]++;
  }
  for (const id of booked) {
    const isThere = entries.get(id)?.status === "booked";
    counts[isThere ? "found" : "lost"]++;
  }
  let balance = 0;
  for (const { id, amount, note, status } of entries.values()) {
    if (!created.has(id)) counts.unacknowledged++;
    if (status === "booked" && !booked.has(id)) counts.unacknowledged++;
    if (note !== noteOf(amount)) counts.broken++;
    if (status === "booked") balance += amount;
  }
  const found = await get<{ balance: number }>(url, `/accounts/${account}`);
  if (found.balance !== balance) counts.broken++;
}

async function entriesOf(
  url: string,
  account: string,
): Promise<ReadonlyMap<string, Entry>> {
  const entries = new Map<string, Entry>();
  let cursor: string | null = "";
  while (cursor !== null) {
    const page: { items: Entry[]; nextCursor: string | null } = await get(
      url,
      `/entries?accountId=${account}&limit=200${
        cursor === "" ? "" : `&cursor=${cursor}`
      }`,
    );
    for (const entry of page.items) entries.set(entry.id, entry);
    cursor = page.nextCursor;
  }
  return entries;
}

/** Long enough to be torn, if anything tears it. */
function noteOf(amount: number): string {
  return `${amount};`.repeat(40);
}

class Refused extends Error {}

async function post<T = unknown>(
  url: string,
  path: string,
  body?: unknown,
): Promise<T> {
  return await answer(
    await fetch(url + path, {
      method: "POST",
      ...(body === undefined ? {} : {
        body: JSON.stringify(body),
        headers: { "content-type": "application/json" },
      }),
    }),
  );
}

async function get<T>(url: string, path: string): Promise<T> {
  return await answer(await fetch(url + path));
}

async function answer<T>(response: Response): Promise<T> {
  const text = await response.text();
  if (!response.ok) throw new Refused(`${response.status} ${text}`);
  return JSON.parse(text);
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const WRITERS = 8;
const LONGEST_MS = 400;

if (import.meta.main) {
  const [times = "100", seed = "1"] = Deno.args;
  print(
    "| engine | kills | acknowledged | found | lost | whole but not acknowledged | half-writes |\n" +
      "| --- | --- | --- | --- | --- | --- | --- |\n",
  );
  let isGood = true;
  for (const engine of ["sqlite", "postgres"] as const) {
    const counts = await killOften(engine, Number(times), seeded(Number(seed)));
    if (!counts) continue;
    const { kills, acknowledged, found, lost, unacknowledged, broken } = counts;
    print(
      `| ${engine} | ${kills} | ${acknowledged} | ${found} | ${lost} | ${unacknowledged} | ${broken} |\n`,
    );
    isGood &&= lost === 0 && broken === 0 && acknowledged > 0 &&
      found === acknowledged;
  }
  Deno.exit(isGood ? 0 : 1);
}
