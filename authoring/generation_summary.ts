/**
 * What a generation took, by wave and by type of file: figures for the report and for evidence.
 *
 * @module
 */
import type { FileType } from "../generator/plan/file_plan.ts";
import { addUsage, NO_USAGE, type TokenUsage } from "./language_model.ts";
import { sharedOut } from "./shared_out.ts";
import type { CallSpent, Spending, Stamp, UnitSpent } from "./spending.ts";

/** What some calls and units took. */
export interface SummaryRow {
  /** `wave 1`, `logic`, `total`. */
  readonly name: string;
  /** Units, those without a call included. */
  readonly units: number;
  /** Of those, the ones that were taken from the records. */
  readonly reused: number;
  /** Of those, the ones that were given up. */
  readonly failed: number;
  /** Files that stay. */
  readonly files: number;
  /** Their lines. */
  readonly lines: number;
  /** Calls to the model. */
  readonly calls: number;
  /** Attempts of these calls; more than calls where some were retried. */
  readonly attempts: number;
  /** The most calls that one unit took. */
  readonly rounds: number;
  /** Tokens of the calls. */
  readonly tokens: TokenUsage;
  /** Tokens sent and answered, on average a call; 0 without calls. */
  readonly tokensPerCall: number;
  /** Dollars; null where the price of some tokens is unknown. */
  readonly cost: number | null;
  /** Milliseconds that the calls would take one after another. */
  readonly sequentialMs: number;
  /** Milliseconds in which at least one call was under way. */
  readonly parallelMs: number;
  /** Mistakes of syntax in answers. */
  readonly syntaxErrors: number;
  /** The share of answers that had one, from 0 to 1; 0 without answers. */
  readonly syntaxErrorRate: number;
}

/** What a wave took, or all of them. */
export interface WaveRow extends SummaryRow {
  /** Milliseconds from its first call to the end of its last unit, checks included. */
  readonly ms: number;
  /** The most bytes that the process held when a call or a unit ended. */
  readonly peakMemoryBytes: number;
}

/** What a generation took. */
export interface GenerationSummary {
  /** Provider and model. */
  readonly model: string;
  /** By wave, in order. */
  readonly waves: readonly WaveRow[];
  /**
   * By type of file. A call whose answer has files of several types counts in each; its tokens and its cost are shared out by
   * lines, so that those add up.
   */
  readonly types: readonly SummaryRow[];
  /** All of it. */
  readonly total: WaveRow;
}

/** Sums up what was spent. */
export function generationSummary(
  spending: Pick<Spending, "calls" | "units">,
  options: { readonly model: string },
): GenerationSummary {
  const all = [...spending.calls, ...spending.units];
  const waves = [...new Set(all.map(({ wave }) => wave))]
    .toSorted((a, b) => a - b);
  const types = [...new Set(all.flatMap(typesOf))].toSorted();
  return {
    model: options.model,
    waves: waves.map((wave) =>
      waveRow(
        `wave ${wave}`,
        spending.calls.filter((call) => call.wave === wave),
        spending.units.filter((unit) => unit.wave === wave),
      )
    ),
    types: types.map((type) => typeRow(type, spending)),
    total: waveRow("total", spending.calls, spending.units),
  };
}

type Call = CallSpent & Stamp;
type Unit = UnitSpent & Stamp;

function waveRow(
  name: string,
  calls: readonly Call[],
  units: readonly Unit[],
): WaveRow {
  const starts = calls.map(({ endMs, ms }) => endMs - ms);
  const stamps = [...calls, ...units];
  const ends = stamps.map(({ endMs }) => endMs);
  const from = Math.min(...starts, ...ends);
  return {
    ...row(name, calls, units),
    ms: stamps.length === 0 ? 0 : Math.round(Math.max(...ends) - from),
    peakMemoryBytes: Math.max(0, ...stamps.map((one) => one.memoryBytes)),
  };
}

function typeRow(
  type: FileType,
  { calls, units }: Pick<Spending, "calls" | "units">,
): SummaryRow {
  const ofType = <T extends Call | Unit>(entries: readonly T[]) =>
    entries.filter((entry) => typesOf(entry).includes(type)).map((entry) => ({
      ...entry,
      files: entry.files.filter((file) => file.type === type),
    }));
  const shares = calls.filter((call) => typesOf(call).includes(type))
    .map((call) => shareOf(call, type));
  const own = ofType(calls).map((call, at) => ({ ...call, ...shares[at] }));
  return row(type, own, ofType(units));
}

/** The part of a call's tokens and cost that files of a type took. */
function shareOf(
  call: Call,
  type: FileType,
): Pick<Call, "usage" | "cost"> {
  const types = typesOf(call);
  const at = types.indexOf(type);
  const lines = types.map((one) =>
    call.files.filter((file) => file.type === one)
      .reduce((sum, file) => sum + file.lines, 0)
  );
  const part = (whole: number) => sharedOut(whole, lines)[at] ?? 0;
  const { input, output, cached, estimated } = call.usage;
  const all = lines.reduce((sum, count) => sum + count, 0);
  const share = all === 0 ? 1 / types.length : (lines[at] ?? 0) / all;
  return {
    usage: {
      input: part(input),
      output: part(output),
      cached: part(cached),
      ...estimated === undefined ? {} : { estimated: part(estimated) },
    },
    cost: call.cost === undefined ? undefined : call.cost * share,
  };
}

function row(
  name: string,
  calls: readonly Call[],
  units: readonly Unit[],
): SummaryRow {
  const files = units.flatMap((unit) => unit.files);
  const tokens = calls.map(({ usage }) => usage).reduce(addUsage, NO_USAGE);
  const answers = calls.filter(({ finish }) => finish !== "no answer");
  const wrong = answers.filter(({ syntaxErrors }) => syntaxErrors > 0);
  const sum = (of: (call: Call) => number) =>
    calls.reduce((all, call) => all + of(call), 0);
  return {
    name,
    units: new Set([...calls, ...units].map(({ unit }) => unit)).size,
    reused: units.filter(({ outcome }) => outcome === "reused").length,
    failed: units.filter(({ outcome }) => outcome === "failed").length,
    files: files.length,
    lines: files.reduce((all, { lines }) => all + lines, 0),
    calls: calls.length,
    attempts: sum(({ attempts }) => attempts),
    rounds: Math.max(0, ...calls.map(({ round }) => round)),
    tokens,
    tokensPerCall: Math.round(
      average(tokens.input + tokens.output, calls.length),
    ),
    cost: costOf(calls),
    sequentialMs: Math.round(sum(({ ms }) => ms)),
    parallelMs: Math.round(covered(calls)),
    syntaxErrors: sum(({ syntaxErrors }) => syntaxErrors),
    syntaxErrorRate: average(wrong.length, answers.length),
  };
}

/** The cost of calls, as exact as prices are; a call without tokens costs nothing whatever the price. */
function costOf(calls: readonly Call[]): number | null {
  let all = 0;
  for (const { cost, usage } of calls) {
    if (cost === undefined && usage.input + usage.output > 0) return null;
    all += cost ?? 0;
  }
  return Number(all.toFixed(COST_DIGITS));
}

/** How long at least one of the calls was under way. */
function covered(calls: readonly Call[]): number {
  const spans = calls.map(({ endMs, ms }) => ({
    start: endMs - ms,
    end: endMs,
  }))
    .toSorted((a, b) => a.start - b.start);
  let [whole, until] = [0, -Infinity];
  for (const { start, end } of spans) {
    whole += Math.max(0, end - Math.max(start, until));
    until = Math.max(until, end);
  }
  return whole;
}

function typesOf(
  { type, files }: Pick<Call | Unit, "type" | "files">,
): FileType[] {
  return files.length === 0
    ? [type]
    : [...new Set(files.map((file) => file.type))];
}

function average(sum: number, count: number): number {
  return count === 0 ? 0 : sum / count;
}

/** A token of a cheap model that was cached costs about 1e-8 dollars. */
const COST_DIGITS = 10;
