/**
 * Writes the summary of a generation as tables for a terminal: a line for each figure, a column for each wave or type.
 *
 * @module
 */
import type {
  GenerationSummary,
  SummaryRow,
  WaveRow,
} from "./generation_summary.ts";

/** Writes the figures by wave, then those by type of file; every line ends with a line break. */
export function summaryTable(summary: GenerationSummary): string {
  const { model, waves, types, total } = summary;
  const byWave = [...waves, ...(waves.length === 1 ? [] : [total])];
  return `written by ${model}\n\n${
    tables(byWave, [...FIGURES, ...WAVE_FIGURES])
  }\n${tables(types, FIGURES)}`;
}

interface Figure<R> {
  readonly label: string;
  readonly of: (row: R) => string;
}

/** Splits what is too wide for a terminal into several tables. */
function tables<R extends SummaryRow>(
  rows: readonly R[],
  figures: readonly Figure<R>[],
): string {
  const parts: string[] = [];
  for (let from = 0; from < rows.length; from += COLUMNS) {
    parts.push(table(rows.slice(from, from + COLUMNS), figures));
  }
  return parts.join("\n");
}

function table<R extends SummaryRow>(
  rows: readonly R[],
  figures: readonly Figure<R>[],
): string {
  const lines = [
    ["", ...rows.map(({ name }) => name)],
    ...figures.map(({ label, of }) => [label, ...rows.map(of)]),
  ];
  return lines.map(([label = "", ...cells]) =>
    `${label.padEnd(LABEL)}${
      cells.map((cell) => cell.padStart(CELL)).join("")
    }\n`
  ).join("");
}

function count(value: number): string {
  return String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, ",");
}

/** Tokens that nobody has told of are reckoned by length, and say so. */
function tokens(row: SummaryRow, value: number): string {
  return `${row.tokens.estimated ? "~" : ""}${count(value)}`;
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}

const FIGURES: readonly Figure<SummaryRow>[] = [
  { label: "units", of: ({ units }) => count(units) },
  { label: "  without a call", of: ({ reused }) => count(reused) },
  { label: "  given up", of: ({ failed }) => count(failed) },
  { label: "files", of: ({ files }) => count(files) },
  { label: "lines", of: ({ lines }) => count(lines) },
  { label: "calls", of: ({ calls }) => count(calls) },
  {
    label: "  retried",
    of: ({ attempts, calls }) => count(attempts - calls),
  },
  { label: "most rounds", of: ({ rounds }) => count(rounds) },
  { label: "tokens in", of: (row) => tokens(row, row.tokens.input) },
  { label: "  cached", of: ({ tokens }) => count(tokens.cached) },
  { label: "tokens out", of: (row) => tokens(row, row.tokens.output) },
  { label: "tokens a call", of: (row) => tokens(row, row.tokensPerCall) },
  {
    label: "cost",
    of: ({ cost }) => cost === null ? "unknown" : `$${cost.toFixed(4)}`,
  },
  { label: "calls one by one", of: (row) => seconds(row.sequentialMs) },
  { label: "calls as made", of: (row) => seconds(row.parallelMs) },
  { label: "syntax errors", of: (row) => count(row.syntaxErrors) },
  {
    label: "  answers with one",
    of: (row) => `${(row.syntaxErrorRate * 100).toFixed(1)} %`,
  },
];

const WAVE_FIGURES: readonly Figure<WaveRow>[] = [
  { label: "time with checks", of: ({ ms }) => seconds(ms) },
  {
    label: "most memory",
    of: (row) => `${Math.round(row.peakMemoryBytes / 1e6)} MB`,
  },
];

/** Columns of one table: with the labels they fill a terminal of 80. */
const COLUMNS = 5;
const LABEL = 20;
const CELL = 12;
