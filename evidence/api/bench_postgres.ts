/**
 * Measures the generated tasks API on PostgreSQL against the hand-written one.
 *
 * First the two must give the same answers; then wrk loads them in turns. `--rounds` (3) and `--seconds` (3) set how
 * often and how long. The server of the database is one for tests: it does not sync, so that the disk is not measured.
 *
 * @module
 */
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { openPostgres } from "../../templates/kit/postgres_database.ts";
import { startPostgresServer } from "../../templates/kit/postgres_server.ts";
import { circumstances, median, print, record, table } from "../record.ts";
import { checkSample } from "./check_sample.ts";
import { type LoadKind, runWrk, wrkVersion } from "./run_wrk.ts";
import { compareAnswers } from "./same_answers.ts";
import { SEEDS, seedTasks } from "./seed_tasks.ts";
import { generateTasks } from "./servers.ts";
import { type RunningServer, startServer } from "./start_server.ts";

const SERVERS = ["generated", "hand-written"] as const;
type ServerName = typeof SERVERS[number];

interface Load {
  readonly name: string;
  readonly kind: LoadKind;
  readonly connections: number;
}

interface Place {
  /** The generated system's folder. */
  readonly system: string;
  /** The database server. */
  readonly url: string;
}

/** Runs the whole measurement and records it; returns false, and says why, where something it needs is missing. */
export async function benchPostgres(
  options: { readonly rounds: number; readonly seconds: number },
): Promise<boolean> {
  const wrk = await wrkVersion();
  const server = await startPostgresServer();
  const missing = wrk === undefined
    ? "wrk is not installed"
    : "missing" in server
    ? server.missing
    : undefined;
  if (missing !== undefined || "missing" in server) {
    print(`Skipped the benchmark on PostgreSQL: ${missing}.\n`);
    return false;
  }
  await using _server = server;
  const folder = await Deno.makeTempDir({ prefix: "bench-postgres-" });
  try {
    const place = { system: join(folder, "tasks"), url: server.url };
    await generateTasks(place.system, "postgres");
    const comparedRequests = await compare(place);
    const ids = await seed(place);
    const load = await measure(place, ids, options);
    const results = {
      circumstances: await circumstances(
        "deno run -A evidence/api/bench_postgres.ts",
        { wrk: wrk ?? "", postgres: await versionOf(server.url) },
      ),
      goal: "generated at least 0.85 of hand-written",
      comparedRequests,
      load,
    };
    await record(
      new URL("./postgres/", import.meta.url),
      results,
      markdown(results, options),
    );
    return true;
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

async function compare(place: Place): Promise<number> {
  await makeDatabase(place.url, "compared_generated");
  await makeDatabase(place.url, "compared_hand_written");
  await using generated = await start("generated", place, "compared_generated");
  await using handWritten = await start(
    "hand-written",
    place,
    "compared_hand_written",
  );
  const { requests, differences } = await compareAnswers(
    generated.url,
    handWritten.url,
  );
  if (differences.length === 0) return requests;
  throw new Error(
    `Cannot compare the speed of servers that answer differently:\n${
      differences.join("\n")
    }`,
  );
}

/** Both databases begin with the same rows; returns the file with their ids. */
async function seed({ system, url }: Place): Promise<string> {
  await makeDatabase(url, "generated");
  {
    await using server = await start("generated", { system, url }, "generated");
    await seedTasks(server.url);
  }
  await makeDatabase(url, "hand_written", "generated");
  await using database = await openPostgres({
    url: databaseUrl(url, "generated"),
  });
  const rows = await database.query("SELECT id FROM tasks ORDER BY id");
  const ids = join(system, "ids.txt");
  await Deno.writeTextFile(ids, rows.map(({ id }) => `${id}\n`).join(""));
  return ids;
}

async function measure(
  place: Place,
  ids: string,
  { rounds, seconds }: { readonly rounds: number; readonly seconds: number },
): Promise<LoadResult[]> {
  await using generated = await start("generated", place, "generated");
  await using handWritten = await start("hand-written", place, "hand_written");
  const servers = { generated, "hand-written": handWritten };
  const results: LoadResult[] = [];
  for (const load of LOADS) {
    const runs = { generated: [] as number[], "hand-written": [] as number[] };
    const cpu = { generated: [] as number[], "hand-written": [] as number[] };
    for (let round = 0; round <= rounds; round++) {
      const turn = round % 2 === 0 ? SERVERS : SERVERS.toReversed();
      for (const name of turn) {
        const server = servers[name];
        const before = await server.cpuSeconds();
        const { requests, seconds: took } = await runWrk({
          url: server.url,
          kind: load.kind,
          connections: load.connections,
          ids,
          seconds: round === 0 ? 2 : seconds,
        });
        const used = await server.cpuSeconds() - before;
        await checkSample(server.url, load.kind, ids);
        if (round === 0) continue; // to warm up
        runs[name].push(requests / took);
        cpu[name].push(used / requests * 1e6);
      }
    }
    results.push({
      ...load,
      runs,
      medians: medians(runs),
      cpuMicros: medians(cpu),
    });
  }
  return results;
}

interface LoadResult extends Load {
  /** Requests a second, run by run. */
  readonly runs: Readonly<Record<ServerName, readonly number[]>>;
  /** Their medians. */
  readonly medians: Readonly<Record<ServerName, number>>;
  /** Median processor time of the API's process for one request, in microseconds. */
  readonly cpuMicros: Readonly<Record<ServerName, number>>;
}

function medians(
  values: Readonly<Record<ServerName, number[]>>,
): Record<ServerName, number> {
  return {
    generated: median(values.generated),
    "hand-written": median(values["hand-written"]),
  };
}

async function start(
  name: ServerName,
  { system, url }: Place,
  database: string,
): Promise<RunningServer> {
  return await startServer({
    ...(name === "generated"
      ? { args: ["task", "--quiet", "start"], cwd: system }
      : {
        args: ["run", "-A", "evidence/api/hand_written_postgres.ts"],
        cwd: fileURLToPath(new URL("../..", import.meta.url)),
      }),
    databaseUrl: databaseUrl(url, database),
  });
}

async function makeDatabase(
  url: string,
  name: string,
  template = "template0",
): Promise<void> {
  await using server = await openPostgres({ url, connections: 1 });
  await server.exec(`CREATE DATABASE ${name} TEMPLATE ${template}`);
}

function databaseUrl(serverUrl: string, name: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.href;
}

async function versionOf(url: string): Promise<string> {
  await using server = await openPostgres({ url, connections: 1 });
  const [row] = await server.query("SHOW server_version");
  return String(row?.server_version);
}

function markdown(
  { load, comparedRequests, goal }: {
    readonly load: readonly LoadResult[];
    readonly comparedRequests: number;
    readonly goal: string;
  },
  { rounds, seconds }: { readonly rounds: number; readonly seconds: number },
): string {
  const rows = load.map(({ name, connections, medians, cpuMicros }) => [
    name,
    connections.toString(),
    ...SERVERS.map((server) => Math.round(medians[server]).toString()),
    (medians.generated / medians["hand-written"]).toFixed(2),
    SERVERS.map((server) => cpuMicros[server].toFixed(0)).join(" · "),
    (cpuMicros["hand-written"] / cpuMicros.generated).toFixed(2),
  ]);
  return `# The generated API on PostgreSQL beside a hand-written one

Requests a second, medians of ${rounds} runs of ${seconds} s in turns, wrk with one thread, ${SEEDS} tasks stored before, ten connections to the database each. The database runs on the same machine and does not sync.
Every answer was a success; a sample of each was read. Before, ${comparedRequests} requests, errors included, had the same status, headers and body from both.
Goal: ${goal}.

${
    table([
      "",
      "connections",
      ...SERVERS,
      "generated / hand-written",
      "server CPU, µs a request",
      "hand-written / generated CPU",
    ], rows)
  }`;
}

const LOADS: readonly Load[] = [
  { name: "read by id", kind: "read", connections: 8 },
  { name: "read by id", kind: "read", connections: 32 },
  { name: "list of 50", kind: "list", connections: 8 },
  { name: "write", kind: "write", connections: 8 },
];

if (import.meta.main) {
  const { values } = parseArgs({
    options: {
      rounds: { type: "string", default: "3" },
      seconds: { type: "string", default: "3" },
    },
  });
  await benchPostgres({
    rounds: Number(values.rounds),
    seconds: Number(values.seconds),
  });
}
