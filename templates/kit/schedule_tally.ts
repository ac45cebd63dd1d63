/**
 * Counts of what schedules did, for `/metrics`.
 *
 * @module
 */

/** What became of the entities of one run. */
export interface ScheduleOutcome {
  /** How many it was done to. */
  acted: number;
  /** Of how many a rule of the system refused it. */
  refused: number;
}

/** Counts runs by schedule, since the process started. */
export class ScheduleTally {
  readonly #rows = new Map<string, Row>();

  /** Counts a run that came to its end. */
  ran(
    name: string,
    outcome: ScheduleOutcome,
    time: { readonly at: number; readonly tookMs: number },
  ): void {
    const row = this.#rowOf(name);
    row.runs++;
    row.acted += outcome.acted;
    row.refused += outcome.refused;
    row.last = time.at / 1000;
    row.took = time.tookMs / 1000;
  }

  /** Counts a run that broke off. */
  failed(name: string): void {
    this.#rowOf(name).failed++;
  }

  /** Writes the counts in Prometheus's text format. */
  toPrometheus(): string {
    return FIGURES.map(([member, name, type, help]) => {
      const lines = [...this.#rows].map(([schedule, row]) =>
        `${name}{schedule="${schedule}"} ${row[member]}\n`
      );
      return `# HELP ${name} ${help}\n# TYPE ${name} ${type}\n${
        lines.join("")
      }`;
    }).join("");
  }

  #rowOf(name: string): Row {
    const row = this.#rows.get(name) ??
      { runs: 0, acted: 0, refused: 0, failed: 0, last: 0, took: 0 };
    this.#rows.set(name, row);
    return row;
  }
}

interface Row extends ScheduleOutcome {
  runs: number;
  failed: number;
  last: number;
  took: number;
}

const FIGURES: readonly (readonly [keyof Row, string, string, string])[] = [
  ["runs", "schedule_runs_total", "counter", "Runs that came to their end."],
  ["acted", "schedule_acted_total", "counter", "Entities it was done to."],
  [
    "refused",
    "schedule_refused_total",
    "counter",
    "Entities of which a rule refused it.",
  ],
  ["failed", "schedule_failed_total", "counter", "Runs that broke off."],
  [
    "last",
    "schedule_last_run_timestamp_seconds",
    "gauge",
    "When the last run ended.",
  ],
  ["took", "schedule_last_run_seconds", "gauge", "How long the last run took."],
];
