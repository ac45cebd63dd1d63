/**
 * Reads a table of a million tasks in ways that take seconds, and measures how long everything else has to wait.
 *
 * `deno run -A evidence/api/slow_reads.ts [rows]`
 *
 * While a slow list is under way, one client asks `/health/live` and one reads a task by its id and changes it, each
 * again as soon as it is answered. The longest of these answers bounds how long the event loop was held.
 *
 * @module
 */
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import process from "node:process";
import { circumstances, print, record, table } from "../record.ts";
import { databaseOf, generateTasks, start } from "./servers.ts";

/** Lists that look at every row; no index helps. */
const SLOW: readonly (readonly [string, string])[] = [
  ["`q`, found nowhere", "q=zzzz"],
  ["`sort` by a field without an index", "sort=title"],
  ["a filter without an index", "completed=true"],
];

interface Measured {
  readonly name: string;
  readonly slowMs: number;
  readonly others: number;
  readonly longestHealthMs: number;
  readonly longestReadMs: number;
  readonly longestWriteMs: number;
}

/** Measures and records it; returns whether everything else was answered while each slow read was under way. */
export async function measureSlowReads(rows: number): Promise<boolean> {
  const folder = await Deno.makeTempDir({ prefix: "slow-reads-" });
  try {
    const system = join(folder, "tasks");
    await generateTasks(system);
    {
      // Makes the tables.
      await using _server = await start("generated", system);
    }
    fill(join(system, databaseOf("generated")), rows);
    await using server = await start("generated", system);
    const quiet = await measure(server.url, "nothing slow", undefined);
    const measured: Measured[] = [quiet];
    for (const [name, query] of SLOW) {
      measured.push(await measure(server.url, name, query));
    }
    await report(rows, measured);
    return measured.every(({ others }) => others > 10);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

function fill(path: string, rows: number): void {
  const database = new DatabaseSync(path);
  database.exec(`
    WITH RECURSIVE c(n) AS (
      SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < ${rows}
    )
    INSERT INTO tasks (id, created_at, updated_at, title, description, completed)
    SELECT printf('01890a5d-ac96-774b-8000-%012d', n),
      '2030-01-01T00:00:00.000Z', '2030-01-01T00:00:00.000Z',
      'Task ' || (n * 7919 % ${rows}),
      'Something that has to be done one of these days, number ' || n, 0
    FROM c;
  `);
  database.close();
}

/** Asks everything else until the slow list is answered, or for a second where there is none. */
async function measure(
  url: string,
  name: string,
  query: string | undefined,
): Promise<Measured> {
  const begin = performance.now();
  let isDone = false;
  const slow =
    (query === undefined
      ? new Promise<void>((resolve) => setTimeout(resolve, 1000))
      : expectOk(`${url}/tasks?${query}`)).finally(() => isDone = true);
  const task = `${url}/tasks/01890a5d-ac96-774b-8000-000000000005`;
  let others = 0;
  const longest = async (ask: () => Promise<void>): Promise<number> => {
    let longest = 0;
    while (!isDone) {
      const from = performance.now();
      await ask();
      longest = Math.max(longest, performance.now() - from);
      others++;
    }
    return longest;
  };
  const patch = (): RequestInit => ({
    method: "PATCH",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ description: `Change ${others}` }),
  });
  const [longestHealthMs, longestReadMs, longestWriteMs] = await Promise.all([
    longest(() => expectOk(`${url}/health/live`)),
    longest(() => expectOk(task)),
    longest(() => expectOk(task, patch())),
    slow,
  ]);
  const slowMs = performance.now() - begin;
  return {
    name,
    slowMs,
    others,
    longestHealthMs,
    longestReadMs,
    longestWriteMs,
  };
}

async function expectOk(url: string, init?: RequestInit): Promise<void> {
  const response = await fetch(url, init);
  await response.arrayBuffer();
  if (response.ok) return;
  throw new Error(`Cannot measure "${url}": found status ${response.status}`);
}

async function report(
  rows: number,
  measured: readonly Measured[],
): Promise<void> {
  const ms = (value: number) => value.toFixed(1);
  const markdown = `# Everything else during slow reads

A generated tasks system on SQLite with ${
    rows.toLocaleString("en")
  } tasks. While one slow list is under way, three clients ask in turns of their own.

${
    table(
      [
        "slow list",
        "it takes, ms",
        "answered meanwhile",
        "longest health, ms",
        "longest read by id, ms",
        "longest write, ms",
      ],
      measured.map((one) => [
        one.name,
        ms(one.slowMs),
        String(one.others),
        ms(one.longestHealthMs),
        ms(one.longestReadMs),
        ms(one.longestWriteMs),
      ]),
    )
  }`;
  const results = {
    circumstances: await circumstances(
      "deno run -A evidence/api/slow_reads.ts",
    ),
    rows,
    measured,
  };
  await record(new URL("slow_reads/", import.meta.url), results, markdown);
}

if (import.meta.main) {
  const rows = Number(process.argv[2] ?? 1_000_000);
  const isGood = await measureSlowReads(rows);
  print(
    isGood ? "Everything else was answered.\n" : "Something had to wait.\n",
  );
  process.exitCode = isGood ? 0 : 1;
}
