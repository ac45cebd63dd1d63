/**
 * The sender of webhooks alone, with an outbox in memory.
 *
 * @module
 */
import assert from "node:assert/strict";
import { SystemExecutionHarness } from "@autocoder/harness";
import { checkComponent } from "@autocoder/harness/testing";
import { WebhookSender } from "../../components/webhook_sender.ts";
import { MemoryDatabase } from "../../kit/memory_database.ts";
import { MemoryOutbox } from "../../kit/memory_outbox.ts";
import { startReceiver } from "../../kit/webhook_receiver.ts";
import { verifyWebhook } from "../../kit/webhook_signature.ts";
import { WEBHOOKS } from "../../webhooks/webhooks.ts";

Deno.test("WebhookSender keeps the contract of a component", async () => {
  await checkComponent(() =>
    new WebhookSender("webhook_sender", {
      outbox: new MemoryOutbox(new MemoryDatabase()),
      webhooks: { targets: {}, secret: "", attempts: 1 },
    })
  );
});

Deno.test("WebhookSender tells each webhook what waits for it, signed", async () => {
  await using receiver = startReceiver();
  const outbox = new MemoryOutbox(new MemoryDatabase());
  const secret = `whsec_${btoa(crypto.randomUUID())}`;
  const targets = Object.fromEntries(
    WEBHOOKS.map(({ name }) => [name, receiver.url]),
  );
  const sender = new WebhookSender("webhook_sender", {
    outbox,
    webhooks: { targets, secret, attempts: 3 },
  });
  const events = WEBHOOKS.map(({ name }) => {
    const subject = crypto.randomUUID();
    return {
      id: crypto.randomUUID(),
      webhook: name,
      subject,
      body: JSON.stringify({ subject }),
    };
  });
  outbox.keep(events);
  const harness = new SystemExecutionHarness({ name: "test" })
    .registerComponent(sender);
  await harness.start();
  for (const { id, subject, body } of events) {
    const told = await receiver.toldOf(subject);
    assert.deepEqual([told.headers.get("webhook-id"), told.body], [id, body]);
    assert.ok(verifyWebhook(secret, told));
  }
  await harness.stop();
});
