/**
 * Tells webhooks of the events that stores have kept in the outbox.
 *
 * @module
 */
import { HarnessComponent, type Log } from "@autocoder/harness";
import type { Outbox } from "../kit/outbox.ts";
import { runCourier } from "../kit/webhook_courier.ts";
import type { WebhookConfig } from "../kit/webhook_settings.ts";
import { WebhookTally } from "../kit/webhook_tally.ts";
import { WEBHOOKS } from "../webhooks/webhooks.ts";

/** What the sender needs. */
export interface WebhookSenderConfig {
  /** Where events wait. */
  readonly outbox: Outbox;
  /** Where they go, and how they are signed. */
  readonly webhooks: WebhookConfig;
  /** Hears of what is not taken. */
  readonly log?: Log;
}

/** Tells webhooks what happened, until they have taken it. */
export class WebhookSender extends HarnessComponent<WebhookSenderConfig> {
  readonly #tally: WebhookTally = new WebhookTally();

  /** Tells every webhook of its events, one webhook beside another, until it is to stop. */
  override async process(): Promise<void> {
    const { outbox, webhooks, log } = this.config;
    await Promise.all(WEBHOOKS.map(({ name }) =>
      runCourier(name, {
        outbox,
        config: webhooks,
        tally: this.#tally,
        signal: this.signal,
        sleep: (milliseconds) => this.sleep(milliseconds),
        log,
      })
    ));
  }

  /** Counts what became of events, in Prometheus's text format. */
  deliveries(): string {
    return this.#tally.toPrometheus();
  }
}
