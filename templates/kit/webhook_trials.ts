/**
 * Trials of webhooks against a receiver on this machine: told once, again after failures, signed, and given up.
 *
 * @module
 */
import assert from "node:assert/strict";
import type { Component } from "@autocoder/harness";
import { crashable } from "./crashable.ts";
import { isUuid } from "./uuid7.ts";
import { startReceiver, type WebhookReceiver } from "./webhook_receiver.ts";
import type { WebhookConfig } from "./webhook_settings.ts";
import { verifyWebhook } from "./webhook_signature.ts";

/** A system that has not started yet. */
export interface WebhookStage extends AsyncDisposable {
  /** The system. */
  readonly system: {
    readonly harness: { start(): Promise<unknown> };
    readonly webhookSender: Component<unknown> & { deliveries(): string };
  };
}

/** Something that a webhook is told of. */
export interface WebhookOccasion<S extends WebhookStage> {
  /** The webhook. */
  readonly webhook: string;
  /** The event's type. */
  readonly type: string;
  /** The fields that no client sees. */
  readonly hidden: readonly string[];
  /** Makes it happen; resolves with the entity's id. */
  readonly happen: (stage: S) => Promise<string>;
}

/** What must hold of a webhook. */
export interface WebhookTrial<S extends WebhookStage> {
  /** What must hold. */
  readonly title: string;
  /** Tries it on systems that `build` builds. */
  readonly run: (
    build: (webhooks: WebhookConfig) => S | Promise<S>,
  ) => Promise<void>;
}

/** What must hold of every webhook. */
export function webhookTrials<S extends WebhookStage>(
  occasions: readonly WebhookOccasion<S>[],
): readonly WebhookTrial<S>[] {
  return occasions.flatMap((occasion) => {
    const { webhook, type } = occasion;
    const trial = (title: string, attempt: Attempt<S>): WebhookTrial<S> => ({
      title: `the webhook ${webhook} ${title}`,
      run: async (build) => {
        await using receiver = startReceiver();
        const config = { ...FAST, targets: { [webhook]: receiver.url } };
        await using stage = await build(config);
        await attempt({ stage, receiver, occasion });
      },
    });
    return [
      trial(`is told of ${type} once, signed, as clients see it`, toldOnce),
      trial(
        "is told again after an error, a redirect and no answer",
        toldAgain,
      ),
      trial("is told again when its sender fails while it listens", survives),
      trial("is given up in the end", givenUp),
    ];
  });
}

type Attempt<S extends WebhookStage> = (scene: {
  readonly stage: S;
  readonly receiver: WebhookReceiver;
  readonly occasion: WebhookOccasion<S>;
}) => Promise<void>;

async function toldOnce<S extends WebhookStage>(
  { stage, receiver, occasion }: Parameters<Attempt<S>>[0],
): Promise<void> {
  await stage.system.harness.start();
  const subject = await occasion.happen(stage);
  const { body, headers, contentType } = await receiver.toldOf(subject);
  const { id, time, data, ...event } = JSON.parse(body);
  assert.match(contentType, /^application\/cloudevents\+json\b/);
  assert.deepEqual(event, {
    specversion: "1.0",
    source: event.source,
    type: occasion.type,
    subject,
    datacontenttype: "application/json",
  });
  assert.ok(isUuid(id));
  assert.equal(headers.get("webhook-id"), id);
  assert.ok(!Number.isNaN(Date.parse(time)));
  assert.equal(data.id, subject);
  for (const field of occasion.hidden) assert.ok(!(field in data), field);
  assert.ok(verifyWebhook(FAST.secret, { headers, body }));
  assert.ok(!verifyWebhook(FAST.secret, { headers, body: `${body} ` }));
  await untilCounted(stage, occasion.webhook, "delivered");
  // What comes later is another event: this one is not told again.
  await receiver.toldOf(await occasion.happen(stage));
  const ids = receiver.received.map((one) => one.headers.get("webhook-id"));
  assert.equal(new Set(ids).size, ids.length, "one came twice");
}

async function toldAgain<S extends WebhookStage>(
  { stage, receiver, occasion }: Parameters<Attempt<S>>[0],
): Promise<void> {
  await stage.system.harness.start();
  receiver.answers = [500, 302, "none"];
  const subject = await occasion.happen(stage);
  const all = [];
  while (all.length < 4) all.push(await receiver.toldOf(subject, all.length));
  const [first] = all;
  for (const again of all) {
    assert.equal(again.path, first?.path, "a redirect was followed");
    assert.equal(again.body, first?.body);
    const { headers, body } = again;
    assert.ok(verifyWebhook(FAST.secret, { headers, body }));
  }
}

async function survives<S extends WebhookStage>(
  { stage, receiver, occasion }: Parameters<Attempt<S>>[0],
): Promise<void> {
  const life = crashable(stage.system.webhookSender);
  await stage.system.harness.start();
  receiver.answers = ["none"];
  const subject = await occasion.happen(stage);
  const first = await receiver.toldOf(subject);
  await life.crash();
  await life.recover();
  const again = await receiver.toldOf(subject, 1);
  assert.equal(again.body, first.body);
}

async function givenUp<S extends WebhookStage>(
  { stage, receiver, occasion }: Parameters<Attempt<S>>[0],
): Promise<void> {
  await stage.system.harness.start();
  receiver.answers = Array.from({ length: 100 }, () => 503);
  await occasion.happen(stage);
  await untilCounted(stage, occasion.webhook, "dead");
  receiver.answers = [];
  await receiver.toldOf(await occasion.happen(stage));
}

async function untilCounted(
  { system }: WebhookStage,
  webhook: string,
  outcome: string,
): Promise<void> {
  const line =
    `webhook_deliveries_total{webhook="${webhook}",outcome="${outcome}"} `;
  const end = performance.now() + 10_000;
  while (!system.webhookSender.deliveries().includes(line)) {
    assert.ok(performance.now() < end, `nothing was ${outcome}`);
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
}

/** Everything as in life, only sooner. */
const FAST = {
  secret: `whsec_${btoa(crypto.randomUUID())}`,
  attempts: 6,
  timing: { pollMs: 5, timeoutMs: 300, baseMs: 2, mostMs: 10 },
};
