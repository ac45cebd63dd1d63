/**
 * Measures the generated tasks API against the hand-written one, and the lean one beside them.
 *
 * First the two must give the same answers; then wrk loads the three in turns, so that what disturbs the machine
 * disturbs all of them. `--rounds` (5) and `--seconds` (3) set how often and how long.
 *
 * @module
 */
import { DatabaseSync } from "node:sqlite";
import { join } from "node:path";
import { parseArgs } from "node:util";
import {
  type Circumstances,
  circumstances,
  median,
  print,
  record,
  table,
} from "../record.ts";
import { checkSample } from "./check_sample.ts";
import {
  type LoadKind,
  runWrk,
  type WrkOptions,
  wrkVersion,
} from "./run_wrk.ts";
import { compareAnswers } from "./same_answers.ts";
import { copySeeds, SEEDS, seedTasks } from "./seed_tasks.ts";
import {
  databaseOf,
  generateTasks,
  type ServerName,
  SERVERS,
  start,
} from "./servers.ts";
import type { RunningServer } from "./start_server.ts";

/** How much load. */
export interface BenchOptions {
  /** How often each server is loaded with each kind of request. */
  readonly rounds: number;
  /** How long each time. */
  readonly seconds: number;
}

interface Results {
  readonly circumstances: Circumstances;
  readonly goal: string;
  readonly comparedRequests: number;
  readonly load: readonly LoadResult[];
}

/** What is asked for, and how much of it at a time. */
interface Load {
  readonly name: string;
  readonly kind: LoadKind;
  readonly connections: number;
}

interface LoadResult extends Load {
  /** Requests a second, run by run. */
  readonly runs: Readonly<Record<ServerName, readonly number[]>>;
  /** Their medians. */
  readonly medians: Readonly<Record<ServerName, number>>;
  /** Median latencies at the 99th percentile, in milliseconds. */
  readonly p99Ms: Readonly<Record<ServerName, number>>;
  /** Median processor time of the server for one request, in microseconds. */
  readonly cpuMicros: Readonly<Record<ServerName, number>>;
  readonly generatedToHandWritten: number;
  readonly generatedToLean: number;
  /** Hand-written to generated processor time: the same ratio, as far as other work on the machine does not disturb it. */
  readonly generatedToHandWrittenByCpu: number;
}

/** Runs the whole measurement and records it; returns false, and says why, where wrk is missing. */
export async function benchApi(options: BenchOptions): Promise<boolean> {
  const wrk = await wrkVersion();
  if (wrk === undefined) {
    print("Skipped the API benchmark: wrk is not installed.\n");
    return false;
  }
  const folder = await Deno.makeTempDir({ prefix: "bench-api-" });
  try {
    const system = join(folder, "tasks");
    await generateTasks(system);
    const comparedRequests = await compare(system);
    await seed(system);
    const load = await measure(system, options);
    const results: Results = {
      circumstances: await circumstances(
        "deno run -A evidence/api/bench_api.ts",
        { wrk, sqlite: sqliteVersion() },
      ),
      goal: "generated at least 0.85 of hand-written",
      comparedRequests,
      load,
    };
    await record(
      new URL("./", import.meta.url),
      results,
      markdown(results, options),
    );
    return true;
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

async function compare(system: string): Promise<number> {
  await Deno.mkdir(join(system, "data"));
  await using generated = await start("generated", system);
  await using handWritten = await start("hand-written", system);
  const { requests, differences } = await compareAnswers(
    generated.url,
    handWritten.url,
  );
  if (differences.length > 0) {
    throw new Error(
      `Cannot compare the speed of servers that answer differently:\n${
        differences.join("\n")
      }`,
    );
  }
  return requests;
}

async function seed(system: string): Promise<void> {
  await Deno.remove(join(system, "data"), { recursive: true });
  await Deno.mkdir(join(system, "data"));
  {
    await using server = await start("generated", system);
    await seedTasks(server.url);
  }
  const [first, ...others] = SERVERS.map((name) =>
    join(system, databaseOf(name))
  );
  await copySeeds(first!, others, idsOf(system));
}

async function measure(
  system: string,
  { rounds, seconds }: BenchOptions,
): Promise<Results["load"]> {
  await using generated = await start("generated", system);
  await using handWritten = await start("hand-written", system);
  await using lean = await start("lean", system);
  const servers = { generated, "hand-written": handWritten, lean };
  const ids = idsOf(system);
  const measureOne = async (load: Load): Promise<LoadResult> => {
    const { kind, connections } = load;
    const runs: MeasuredRun[] = [];
    for (let round = 0; round <= rounds; round++) {
      for (const name of turned(SERVERS, round)) {
        const server = servers[name];
        const isWarmUp = round === 0;
        const run = await measureRun(server, {
          url: server.url,
          kind,
          connections,
          ids,
          seconds: isWarmUp ? 2 : seconds,
        });
        if (!isWarmUp) runs.push({ name, ...run });
      }
    }
    return { ...load, ...summary(runs) };
  };
  const results: LoadResult[] = [];
  for (const load of LOADS) results.push(await measureOne(load));
  return results;
}

interface MeasuredRun {
  readonly name: ServerName;
  readonly perSecond: number;
  readonly p99Ms: number;
  readonly cpuMicros: number;
}

async function measureRun(
  server: RunningServer,
  options: WrkOptions,
): Promise<Omit<MeasuredRun, "name">> {
  const before = await server.cpuSeconds();
  const { requests, seconds, p99Ms } = await runWrk(options);
  const cpu = await server.cpuSeconds() - before;
  await checkSample(options.url, options.kind, options.ids);
  return {
    perSecond: requests / seconds,
    p99Ms,
    cpuMicros: cpu / requests * 1e6,
  };
}

/** Nobody is always the first. */
function turned<T>(items: readonly T[], by: number): T[] {
  const start = by % items.length;
  return [...items.slice(start), ...items.slice(0, start)];
}

function summary(runs: readonly MeasuredRun[]): Omit<LoadResult, keyof Load> {
  const perSecond = byServer(runs, ({ perSecond }) => perSecond);
  const medians = mediansOf(perSecond);
  const cpu = mediansOf(byServer(runs, ({ cpuMicros }) => cpuMicros));
  return {
    runs: perSecond,
    medians,
    p99Ms: mediansOf(byServer(runs, ({ p99Ms }) => p99Ms)),
    cpuMicros: cpu,
    generatedToHandWritten: medians.generated / medians["hand-written"],
    generatedToLean: medians.generated / medians.lean,
    generatedToHandWrittenByCpu: cpu["hand-written"] / cpu.generated,
  };
}

function byServer(
  runs: readonly MeasuredRun[],
  value: (run: MeasuredRun) => number,
): Record<ServerName, number[]> {
  const of = (wanted: ServerName) =>
    runs.filter(({ name }) => name === wanted).map(value);
  return {
    generated: of("generated"),
    "hand-written": of("hand-written"),
    lean: of("lean"),
  };
}

function mediansOf(
  values: Record<ServerName, number[]>,
): Record<ServerName, number> {
  return {
    generated: median(values.generated),
    "hand-written": median(values["hand-written"]),
    lean: median(values.lean),
  };
}

function markdown(
  { load, comparedRequests, goal }: Results,
  { rounds, seconds }: BenchOptions,
): string {
  const rows = load.map((result) => [
    result.name,
    result.connections.toString(),
    ...SERVERS.map((name) => Math.round(result.medians[name]).toString()),
    result.generatedToHandWritten.toFixed(2),
    result.generatedToLean.toFixed(2),
    SERVERS.map((name) => result.cpuMicros[name].toFixed(0)).join(" · "),
    result.generatedToHandWrittenByCpu.toFixed(2),
  ]);
  return `# The generated API beside a hand-written one

Requests a second, medians of ${rounds} runs of ${seconds} s in turns, wrk with one thread, ${SEEDS} tasks stored before.
Every answer was a success; a sample of each was read. Before, ${comparedRequests} requests, errors included, had the same status, headers and body from the generated and the hand-written server.
Goal: ${goal}. Lean has no headers, limits, checks or durability.

${
    table(
      [
        "",
        "connections",
        ...SERVERS,
        "generated / hand-written",
        "generated / lean",
        "server CPU, µs a request",
        "hand-written / generated CPU",
      ],
      rows,
    )
  }`;
}

function idsOf(system: string): string {
  return join(system, "data", "ids.txt");
}

function sqliteVersion(): string {
  const database = new DatabaseSync(":memory:");
  const version = database.prepare("SELECT sqlite_version() AS v").get()?.v;
  database.close();
  return String(version);
}

/**
 * With few connections the client sleeps between answers, and waking it on a virtual machine is half of the server's
 * time and differs from run to run; with many, answers are written together. So reading, whose work is least, is
 * measured with both.
 */
const LOADS: readonly Load[] = [
  { name: "read by id", kind: "read", connections: 8 },
  { name: "read by id", kind: "read", connections: 32 },
  { name: "read by id", kind: "read", connections: 128 },
  { name: "list of 50", kind: "list", connections: 8 },
  { name: "write", kind: "write", connections: 8 },
];

if (import.meta.main) {
  const { values } = parseArgs({
    options: {
      rounds: { type: "string", default: "5" },
      seconds: { type: "string", default: "3" },
    },
  });
  await benchApi({
    rounds: Number(values.rounds),
    seconds: Number(values.seconds),
  });
}
