/**
 * The log: one JSON object a line.
 *
 * @module
 */
import type { Log, LogEntry, LogLevel } from "@autocoder/harness";

/** The levels, from the chattiest. */
export const LOG_LEVELS: readonly LogLevel[] = [
  "debug",
  "info",
  "warn",
  "error",
];

/** How {@link jsonLog} writes. */
export interface JsonLogOptions {
  /** The least level to write. @default "info" */
  readonly level?: LogLevel;
  /** Takes each line, its line end included. @default standard output */
  readonly write?: (line: string) => void;
}

/**
 * Makes a log of JSON lines: `time`, `level`, `event`, then the entry's facts.
 *
 * An error is written as its name, message, stack and cause; its other properties are not, as they may hold secrets.
 * Nor are facts whose name says that they are one. The event `listening` is always written: others wait for it.
 */
export function jsonLog(options: JsonLogOptions = {}): Log {
  const { level = "info", write = writeToStdout } = options;
  const least = LOG_LEVELS.indexOf(level);
  return (entry) => {
    if (LOG_LEVELS.indexOf(entry.level) >= least || isAwaited(entry)) {
      write(logLine(entry));
    }
  };
}

function isAwaited(entry: LogEntry): boolean {
  return entry.event === "listening";
}

function logLine(entry: LogEntry): string {
  const { level, event, ...facts } = entry;
  const time = new Date().toISOString();
  const line = plain({ time, level, event, ...facts }, MAX_DEPTH);
  return JSON.stringify(line) + "\n";
}

/** Copies a value into one that JSON can hold: without cycles, secrets and surprises. */
function plain(value: unknown, depth: number): unknown {
  if (typeof value === "bigint" || typeof value === "symbol") {
    return String(value);
  }
  if (typeof value !== "object" || value === null) return value;
  if (depth === 0) return "…";
  if (value instanceof Error) return plainError(value, depth);
  if (value instanceof Date) return value;
  if (Array.isArray(value)) {
    return value.map((item) => plain(item, depth - 1));
  }
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [
      name,
      SECRET.test(name) ? "[secret]" : plain(inner, depth - 1),
    ]),
  );
}

function plainError(error: Error, depth: number): unknown {
  const { name, message, stack, cause } = error;
  return { name, message, stack, cause: plain(cause, depth - 1) };
}

/** Writes a line of a log, its line end included. */
export function writeToStdout(line: string): void {
  try {
    const bytes = ENCODER.encode(line);
    let written = 0;
    while (written < bytes.length) {
      written += Deno.stdout.writeSync(bytes.subarray(written));
    }
  } catch {
    // The reader of the log is gone; that is no reason to fail.
  }
}

const SECRET = /password|secret|token|authorization|cookie|api_?key/i;
const MAX_DEPTH = 6;
const ENCODER = new TextEncoder();
