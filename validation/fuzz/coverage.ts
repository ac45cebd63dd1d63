/**
 * Counts what every operation answered.
 *
 * @module
 */
import type { ApiOperation } from "./api_document.ts";

/** A status, or that there was no answer. */
export type Outcome = number | "none";

/** What was answered, by operation and status. */
export class Coverage {
  readonly #counts = new Map<string, Map<Outcome, number>>();

  /** Counts an answer. */
  add(operation: ApiOperation, outcome: Outcome, times = 1): void {
    const name = nameOf(operation);
    const counts = this.#counts.get(name) ?? new Map<Outcome, number>();
    counts.set(outcome, (counts.get(outcome) ?? 0) + times);
    this.#counts.set(name, counts);
  }

  /** What an operation answered, and how often. */
  of(operation: ApiOperation): ReadonlyMap<Outcome, number> {
    return this.#counts.get(nameOf(operation)) ?? new Map();
  }

  /** Lists the operations that were never answered with a success. */
  without(operations: readonly ApiOperation[]): ApiOperation[] {
    return operations.filter((operation) =>
      ![...this.of(operation).keys()].some((outcome) =>
        outcome !== "none" && outcome < 400
      )
    );
  }

  /** Counts of those the operations that were answered at all. */
  answered(operations: readonly ApiOperation[]): number {
    return operations.filter((operation) =>
      [...this.of(operation).keys()].some((outcome) => outcome !== "none")
    ).length;
  }

  /** Draws operations against statuses, for the log. */
  table(operations: readonly ApiOperation[]): string {
    const all = operations.flatMap((one) => [...this.of(one).keys()]);
    const outcomes = [...new Set(all)].toSorted((a, b) =>
      String(a).localeCompare(String(b))
    );
    const widest = Math.max(...operations.map((one) => nameOf(one).length));
    const row = (name: string, cells: readonly string[]) =>
      [name.padEnd(widest), ...cells.map((cell) => cell.padStart(6))].join(" ");
    return [
      row("operation", outcomes.map(String)),
      ...operations.map((operation) =>
        row(
          nameOf(operation),
          outcomes.map((one) => String(this.of(operation).get(one) ?? "·")),
        )
      ),
    ].join("\n");
  }
}

function nameOf({ method, path }: ApiOperation): string {
  return `${method} ${path}`;
}
