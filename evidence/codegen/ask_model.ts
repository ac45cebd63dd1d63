/**
 * One scenario with a real model: the program runs as a process, and what it reports is held to what is there.
 *
 * @module
 */
import { fileURLToPath } from "node:url";
import type { RealScenario } from "./real_scenarios.ts";

/** How a scenario went. */
export interface RealResult {
  /** The exit code. */
  readonly code: number;
  /** Questions; those of a repair are told, but not counted in a report. */
  readonly calls?: number;
  /** Rounds of the unit that took most, or of the plan. */
  readonly rounds?: number;
  /** Tokens sent, as the server counts. */
  readonly input?: number;
  /** Tokens answered. */
  readonly output?: number;
  /** Seconds of the whole call. */
  readonly seconds: number;
  /** Units that were written. */
  readonly written?: number;
  /** Units that were given up. */
  readonly failed?: number;
  /** The end in a few words. */
  readonly ended: string;
  /** What happened on the way, a line each. */
  readonly told: readonly string[];
  /** What should not be: a claim that is not so, or an end that is none. */
  readonly wrong: readonly string[];
}

/** Runs a scenario in a folder of its own. */
export async function askModel(scenario: RealScenario): Promise<RealResult> {
  const folder = await Deno.makeTempDir({ prefix: "autocoder-real-" });
  try {
    const { blueprint, before, args } = scenario;
    if (blueprint) {
      await Deno.writeTextFile(`${folder}/blueprint.yaml`, await blueprint());
    }
    if (before) {
      const { code, stderr } = await run(before, folder);
      if (code !== 0) throw new Error(`Cannot prepare it: ${stderr}`);
    }
    const ended = await run(args, folder);
    const stubs = await Deno.readTextFile(
      `${folder}/system/evidence/generation.json`,
    ).catch(() => "");
    return resultOf(scenario, ended, stubs);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

interface Run {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
  readonly seconds: number;
}

async function run(args: readonly string[], folder: string): Promise<Run> {
  const start = performance.now();
  const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: [
      "run",
      "-A",
      "-q",
      CLI,
      ...args.map((arg) => arg.replace("FOLDER", folder)),
      "--json",
    ],
    env: { NO_COLOR: "1" },
    stdin: "null",
  }).output();
  const text = new TextDecoder();
  return {
    code,
    stdout: text.decode(stdout),
    stderr: text.decode(stderr).replaceAll(folder, "FOLDER"),
    seconds: Math.round((performance.now() - start) / 100) / 10,
  };
}

function resultOf(
  { args: [command] }: RealScenario,
  { code, stdout, stderr, seconds }: Run,
  evidence: string,
): RealResult {
  const told = stderr.split("\n").filter((line) => TOLD.test(line))
    .map((line) => line.slice(0, MOST_TEXT));
  const report = reportIn(stdout);
  if (report === undefined || report.error) {
    // What cannot run says why, and nothing was written.
    const ended = report?.error?.message ?? "";
    const wrong = code === 2 && ended !== ""
      ? []
      : ["found neither a report nor an error, wanted one"];
    return { code, seconds, ended: shortened(ended), told, wrong };
  }
  const result = { code, seconds, told };
  if (command === "verify") return { ...result, ...verified(report, stderr) };
  if (command === "plan") return { ...result, ...planned(report, code) };
  return { ...result, ...generated(report, code, evidence) };
}

type Outcome = Omit<RealResult, "code" | "seconds" | "told">;

function generated(
  { ok, authoring, verification }: Report,
  code: number,
  evidence: string,
): Outcome {
  const { units = 0, failed = 0, calls, rounds, tokens } = authoring?.total ??
    {};
  const status = verification?.status;
  const isWhole = failed === 0 && status === "verified";
  const lost = (authoring?.failed ?? []).map(({ unit }) => unit);
  return {
    ...figures({ calls, rounds, tokens }),
    written: units - failed,
    failed,
    ended: isWhole
      ? "verified"
      : (authoring?.failed ?? []).map(({ unit, why, faults }) =>
        `${unit}: ${why} (${shortened(faults[0] ?? "")})`
      ).join("; ") || String(status),
    wrong: [
      ...ok === (code === 0) ? [] : ["the report and the exit code differ"],
      ...code === 0 && !isWhole ? ["claims to be done, and is not"] : [],
      ...code === 1 && isWhole ? ["is done, and exits as failed"] : [],
      ...lost.filter((unit) => !evidence.includes(unit))
        .map((unit) => `${unit} is missing in the evidence`),
    ],
  };
}

function planned(
  { ok, understanding, diagnostics = [] }: Report,
  code: number,
): Outcome {
  const { calls, rounds, tokens } = understanding?.plannedBy ?? {};
  const sentences = understanding?.sentences ?? [];
  const missed = sentences.filter(({ status }) => MISSED.has(status)).length;
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  return {
    ...figures({ calls, rounds, tokens }),
    ended: errors.length === 0
      ? `a blueprint that passes its checks; ${sentences.length} sentences, ${missed} not understood as a whole`
      : errors.slice(0, 2).map(({ message }) => shortened(message)).join("; "),
    wrong: [
      ...ok === (code === 0) ? [] : ["the report and the exit code differ"],
      ...code === 0 && errors.length > 0 ? ["claims a plan, and has none"] : [],
    ],
  };
}

function verified(
  { status, secondReading, healings = [] }: Report,
  stderr: string,
): Outcome {
  if (secondReading) {
    const { calls, usage, claims, state, reason } = secondReading;
    const outcomes = claims.map(({ outcome }) => outcome).join(", ");
    return {
      ...figures({ calls, tokens: usage }),
      ended: `${status}; reading ${state}${
        reason === undefined ? "" : ` (${shortened(reason)})`
      }${outcomes === "" ? "" : `: ${outcomes}`}`,
      wrong: status === "verified" ? [] : ["a reading has changed the status"],
    };
  }
  const kept = healings.filter(({ kept }) => kept).length;
  const isHealed = status === "verified";
  return {
    ...figures({
      calls: stderr.split('"event":"repair","text":"asks').length - 1,
    }),
    ended: `${status}; ${kept} repairs kept`,
    wrong: isHealed && kept === 0
      ? ["is verified, though nothing was repaired"]
      : [],
  };
}

function figures(
  { calls, rounds, tokens }: {
    readonly calls?: number | undefined;
    readonly rounds?: number | undefined;
    readonly tokens?: Tokens | undefined;
  },
): Partial<RealResult> {
  return {
    ...calls === undefined ? {} : { calls },
    ...rounds === undefined ? {} : { rounds },
    ...tokens === undefined
      ? {}
      : { input: tokens.input, output: tokens.output },
  };
}

function reportIn(text: string): Report | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function shortened(text: string): string {
  const line = text.replaceAll(/\s+/g, " ");
  return line.length > MOST_WORDS ? `${line.slice(0, MOST_WORDS)}…` : line;
}

interface Tokens {
  readonly input: number;
  readonly output: number;
}

/** What is looked at of the three commands' reports. */
interface Report {
  readonly ok?: boolean;
  readonly error?: { readonly message: string };
  readonly diagnostics?: readonly {
    readonly severity: string;
    readonly message: string;
  }[];
  readonly authoring?: {
    readonly total: {
      readonly units: number;
      readonly failed: number;
      readonly calls: number;
      readonly rounds: number;
      readonly tokens: Tokens;
    };
    readonly failed: readonly {
      readonly unit: string;
      readonly why: string;
      readonly faults: readonly string[];
    }[];
  };
  readonly verification?: { readonly status: string };
  readonly understanding?: {
    readonly sentences?: readonly { readonly status: string }[];
    readonly plannedBy?: {
      readonly calls: number;
      readonly rounds: number;
      readonly tokens: Tokens;
    };
  };
  readonly status?: string;
  readonly healings?: readonly { readonly kept: boolean }[];
  readonly secondReading?: {
    readonly state: string;
    readonly reason?: string;
    readonly calls: number;
    readonly usage: Tokens;
    readonly claims: readonly { readonly outcome: string }[];
  };
}

const CLI = fileURLToPath(new URL("../../cli.ts", import.meta.url));
const TOLD =
  /^\{"event":"(?:answered|faults|written|failed|retry|planning|second_reading|repair)"/;
const MISSED: ReadonlySet<string> = new Set(["partly", "not_understood"]);
const MOST_TEXT = 400;
const MOST_WORDS = 200;
