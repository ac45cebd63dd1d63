/**
 * What tells clients of changes, alone, with a database in memory.
 *
 * @module
 */
import assert from "node:assert/strict";
import { checkComponent } from "@autocoder/harness/testing";
import { LiveFeed } from "../../components/live_feed.ts";
import { benchComponent } from "../../kit/component_bench.ts";
import type { ChangeListener } from "../../kit/live_change.ts";
import type { LiveSubscription } from "../../kit/live_subscription.ts";
import { MemoryChanges } from "../../kit/memory_changes.ts";
import { MemoryDatabase } from "../../kit/memory_database.ts";
import type { Outcome } from "../../kit/problem.ts";
import { CONCERT_SPEC } from "../../models/concert.ts";

Deno.test("LiveFeed keeps the contract of a component", async () => {
  await checkComponent(
    () =>
      new LiveFeed("live_feed", {
        changes: new MemoryChanges(new MemoryDatabase()),
        streams: 1,
      }),
    {
      messages: { subscribe: [{ entity: CONCERT_SPEC.name }] },
    },
  );
});

Deno.test("LiveFeed tells whoever listens of changes, and refuses one stream too many", async () => {
  let heard: ChangeListener | undefined;
  const changes = {
    watch: (_specs: unknown, listener: ChangeListener) => {
      heard = listener;
      return { [Symbol.asyncDispose]: () => Promise.resolve() };
    },
  };
  const feed = new LiveFeed("live_feed", { changes, streams: 1 });
  await using bench = await benchComponent(feed, {});
  const listen = () =>
    bench.request<Outcome<LiveSubscription>>("subscribe", {
      entity: CONCERT_SPEC.name,
    });
  const opened = await listen();
  assert.ok(opened.ok);
  const refused = await listen();
  assert.equal(refused.ok ? 200 : refused.problem.status, 503);
  const change = {
    entity: CONCERT_SPEC.name,
    id: crypto.randomUUID(),
    kind: "created",
  } as const;
  heard?.change(change);
  const signals = opened.value.signals();
  await signals.next(); // ready
  const told = (await signals.next()).value;
  assert.deepEqual(told && "change" in told ? told.change : told, change);
  opened.value.close();
  assert.ok((await listen()).ok, "a place is free again");
  assert.match(feed.figures(), /^live_changes_total 1$/m);
});
