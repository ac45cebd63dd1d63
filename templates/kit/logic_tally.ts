/**
 * Counts of logic that failed, for `/metrics`.
 *
 * @module
 */

/** Counts failures by entity and logic, since the process started. */
export class LogicTally {
  readonly #counts = new Map<string, number>();

  /** Counts one. */
  add(entity: string, logic: string): void {
    const name = labels(entity, logic);
    this.#counts.set(name, this.count(entity, logic) + 1);
  }

  /** Says how many there were. */
  count(entity: string, logic: string): number {
    return this.#counts.get(labels(entity, logic)) ?? 0;
  }

  /** Writes the counts in Prometheus's text format. */
  toPrometheus(): string {
    const lines = [...this.#counts].map(([name, count]) =>
      `logic_failures_total${name} ${count}\n`
    );
    return "# HELP logic_failures_total Guards, hooks and endpoints that threw, took too long or answered what they may not.\n" +
      "# TYPE logic_failures_total counter\n" + lines.join("");
  }
}

/** Names of entities and logic are identifiers, so they need no escaping. */
function labels(entity: string, logic: string): string {
  return `{entity="${entity}",logic="${logic}"}`;
}
