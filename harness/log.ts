/** How much an entry matters. */
export type LogLevel = "debug" | "info" | "warn" | "error";

/** One thing that happened. */
export interface LogEntry {
  /** How much it matters. */
  readonly level: LogLevel;
  /** What happened, as a short constant name: `started`, `failed`, `stopped` … */
  readonly event: string;
  /** The component it happened to. */
  readonly component?: string;
  /** Further facts. */
  readonly [key: string]: unknown;
}

/** Takes log entries. The harness itself never prints. */
export type Log = (entry: LogEntry) => void;
