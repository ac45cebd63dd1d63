/**
 * Counts of what became of events, for `/metrics`.
 *
 * @module
 */

/** What can become of a try. */
export type WebhookOutcome = "delivered" | "failed" | "dead";

/** Counts tries by webhook and outcome, since the process started. */
export class WebhookTally {
  readonly #counts = new Map<string, number>();

  /** Counts one. */
  add(webhook: string, outcome: WebhookOutcome): void {
    const name = labels(webhook, outcome);
    this.#counts.set(name, this.count(webhook, outcome) + 1);
  }

  /** Says how many there were. */
  count(webhook: string, outcome: WebhookOutcome): number {
    return this.#counts.get(labels(webhook, outcome)) ?? 0;
  }

  /** Writes the counts in Prometheus's text format. */
  toPrometheus(): string {
    const lines = [...this.#counts].map(([name, count]) =>
      `webhook_deliveries_total${name} ${count}\n`
    );
    return "# HELP webhook_deliveries_total Tries to tell webhooks of events, by outcome; dead ones were given up.\n" +
      "# TYPE webhook_deliveries_total counter\n" + lines.join("");
  }
}

/** Names of webhooks are snake_case, so they need no escaping. */
function labels(webhook: string, outcome: WebhookOutcome): string {
  return `{webhook="${webhook}",outcome="${outcome}"}`;
}
