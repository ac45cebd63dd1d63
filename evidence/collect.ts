/**
 * Runs the command of each row of the checklist, keeps its output, and rewrites CHECKLIST.md.
 *
 * `deno task evidence` runs all rows; with arguments, those whose log's name contains one of them. The
 * others keep their last result.
 *
 * @module
 */
import { fileURLToPath } from "node:url";
import { CHECKLIST } from "./checklist.ts";
import type { ChecklistRow } from "./checklist_row.ts";

/** How a row's command ended. */
export type RowState = "passed" | "failed" | "not run";

/** One row's last result. */
export interface RowResult {
  readonly state: RowState;
  /** Seconds it took. */
  readonly seconds: number;
  /** The day, RFC 3339. */
  readonly date: string;
}

/** The results, by log path. */
export type Results = Readonly<Record<string, RowResult>>;

const HERE = new URL("./", import.meta.url);
const ROOT = new URL("../", HERE);
const RESULTS = new URL("checklist_results.json", HERE);

/** Names a row's log, relative to evidence/. */
export function logPath(row: ChecklistRow): string {
  return `${row.area}/raw/${row.log}`;
}

/** Reads the last results. */
export async function readResults(): Promise<Results> {
  return JSON.parse(await Deno.readTextFile(RESULTS).catch(() => "{}"));
}

/** Renders CHECKLIST.md. */
export function checklistText(results: Results): string {
  const lines = CHECKLIST.map((row) => {
    const path = logPath(row);
    const result = results[path];
    return `| ${row.criterion} | \`${row.command}\` | [${row.log}](${path}) | ${
      result?.state ?? "not run"
    } | ${result?.date ?? ""} |`;
  });
  return [
    "# Checklist",
    "",
    "Each row: what is promised, the command that shows it, the log of its last run, and how that ended. `deno task evidence` runs them all.",
    "",
    "| criterion | command | log | result | date |",
    "| --- | --- | --- | --- | --- |",
    ...lines,
    "",
  ].join("\n");
}

async function runRow(row: ChecklistRow): Promise<RowResult> {
  const date = new Date().toISOString().slice(0, 10);
  const log = new URL(logPath(row), HERE);
  await Deno.mkdir(new URL("./", log), { recursive: true });
  if (row.needs && !Deno.env.get(row.needs)) {
    await Deno.writeTextFile(log, `not run: ${row.needs} is not set\n`);
    return { state: "not run", seconds: 0, date };
  }
  const start = performance.now();
  const [program = "", ...args] = row.command.split(" ");
  const { success, stdout, stderr } = await new Deno.Command(
    program === "deno" ? Deno.execPath() : program,
    {
      args,
      cwd: ROOT,
      env: { NO_COLOR: "1" },
    },
  ).output();
  const decoder = new TextDecoder();
  const output = clean(
    `$ ${row.command}\n\n${decoder.decode(stdout)}\n${decoder.decode(stderr)}`,
  );
  await Deno.writeTextFile(
    log,
    `${output.trimEnd()}\n\nexit: ${success ? "success" : "failure"}\n`,
  );
  return {
    state: success ? "passed" : "failed",
    seconds: (performance.now() - start) / 1000,
    date,
  };
}

/** Takes out what is particular to one machine. */
export function clean(text: string): string {
  return text.replaceAll(fileURLToPath(ROOT).replace(/\/$/, ""), ".")
    .replace(/\/tmp\/[\w.-]+/g, "<tmp>")
    .replace(/\/root\/\.cache\/deno|\/home\/\w+\/\.cache\/deno/g, "<cache>");
}

async function collect(wanted: readonly string[]): Promise<boolean> {
  const results: Record<string, RowResult> = { ...await readResults() };
  for (const row of CHECKLIST) {
    if (wanted.length > 0 && !wanted.some((part) => row.log.includes(part))) {
      continue;
    }
    const result = await runRow(row);
    results[logPath(row)] = result;
    say(
      `${result.state.padEnd(8)} ${
        result.seconds.toFixed(1).padStart(7)
      } s  ${row.criterion}\n`,
    );
  }
  await Deno.writeTextFile(RESULTS, JSON.stringify(results, null, 2) + "\n");
  await Deno.writeTextFile(
    new URL("CHECKLIST.md", HERE),
    checklistText(results),
  );
  return Object.values(results).every(({ state }) => state !== "failed");
}

function say(text: string): void {
  Deno.stdout.writeSync(new TextEncoder().encode(text));
}

if (import.meta.main) Deno.exit(await collect(Deno.args) ? 0 : 1);
