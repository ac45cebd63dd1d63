import { assert, assertEquals } from "@std/assert";
import { guardOf } from "./access_guard.ts";
import type { EntityGuard } from "./entity_routes.ts";
import type { Entity } from "./entity_spec.ts";
import { readEvents } from "./event_reader.ts";
import { AUTHOR_SPEC } from "./example_blog.ts";
import { createApi } from "./http_api.ts";
import type { LiveChange } from "./live_change.ts";
import { mountLive } from "./live_routes.ts";
import type { LiveSubscription } from "./live_subscription.ts";
import { LiveUpdates, type LiveUpdatesOptions } from "./live_updates.ts";
import { failed, forbidden, ok, unauthorized } from "./problem.ts";
import { sampleEntity } from "./sample_entity.ts";

Deno.test("LiveUpdates remembers as many changes as it may, and says when they reach no further", async () => {
  const updates = new LiveUpdates({ remembered: 2 });
  const mark = await readyMark(listenTo(updates));
  const changes = [1, 2].map(() => changeOf());
  changes.forEach((change) => updates.change(change));
  assertEquals(await missed(updates, mark), changes.map(({ id }) => id));
  const third = changeOf();
  updates.change(third);
  assertEquals(await missed(updates, mark), ["gap"]);
});

Deno.test("LiveUpdates goes on from any change that it remembers", async () => {
  const updates = new LiveUpdates();
  const stream = listenTo(updates).signals();
  await stream.next();
  const [first, second] = [changeOf(), changeOf()];
  updates.change(first);
  updates.change(second);
  const { value } = await stream.next();
  assert(value && "mark" in value);
  assertEquals(await missed(updates, value.mark), [second.id]);
});

Deno.test("LiveUpdates ends a stream that is too slow, and no other", async () => {
  const updates = new LiveUpdates({ waiting: 2 });
  const slow = listenTo(updates);
  const quick = listenTo(updates);
  const signals = quick.signals();
  await signals.next();
  for (let i = 0; i < 3; i++) {
    updates.change(changeOf());
    await signals.next();
  }
  assertEquals([slow.ended, quick.ended], ["slow", undefined]);
  assertEquals(updates.open, 1);
  assert(updates.toPrometheus().includes("live_streams_dropped_total 1\n"));
  assert(updates.toPrometheus().includes("live_changes_total 5\n"));
  assertEquals((await Array.fromAsync(slow.signals())).length, 1); // ready, and nothing that waits
});

Deno.test("LiveUpdates lets so many listen at once, and tells all of a gap", async () => {
  const updates = new LiveUpdates({ streams: 1 });
  const one = listenTo(updates);
  const refused = updates.subscribe({ entity: AUTHOR_SPEC.name });
  assert(!refused.ok && refused.problem.status === 503);
  const signals = one.signals();
  await signals.next();
  updates.gap();
  const { value } = await signals.next();
  assert(value && "gap" in value);
  one.close();
  assert(updates.subscribe({ entity: AUTHOR_SPEC.name }).ok);
});

Deno.test("LiveUpdates tells only of the kind that is listened to", async () => {
  const updates = new LiveUpdates();
  const signals = listenTo(updates).signals();
  await signals.next();
  updates.change({ ...changeOf(), entity: "post" });
  const wanted = changeOf();
  updates.change(wanted);
  const { value } = await signals.next();
  assertEquals(value && "change" in value && value.change, wanted);
});

Deno.test("live updates tell of what comes into view as created, of what leaves it as deleted, and of nothing else", async () => {
  await using live = openLive();
  const events = live.listen();
  const known = { handle: "seen" };
  live.shown = [sampleEntity(AUTHOR_SPEC, 1)];
  const [entity] = live.shown;
  const { id } = entity!;
  const steps: readonly [LiveChange["kind"], object | undefined, boolean][] = [
    ["created", undefined, true],
    ["updated", known, true],
    ["updated", { handle: "other" }, true],
    ["updated", { handle: "other" }, false],
    ["updated", known, false],
    ["deleted", known, false],
    ["deleted", { handle: "other" }, false],
    ["deleted", {}, false], // it is not known whether it was seen
    ["deleted", known, true], // it was taken back
  ];
  await events.next();
  const told: string[] = [];
  for (const [kind, before, isThere] of steps) {
    live.shown = isThere ? [entity!] : [];
    live.updates.change({
      entity: AUTHOR_SPEC.name,
      id,
      kind,
      ...(before ? { before: { ...before } } : {}),
    });
    live.updates.change(MARKER); // is always told
    for (let event = await next(events); event.data !== MARKER.id;) {
      told.push(`${event.event} ${event.data === id}`);
      event = await next(events);
    }
  }
  assertEquals(told, [
    "created true",
    "updated true",
    "created true",
    "deleted true",
    "deleted true",
    "updated true",
  ]);
});

Deno.test("live updates end as soon as whoever listens may not any more: at a change, or at the next sign of life", async () => {
  for (const happen of ["change", "beat"] as const) {
    await using live = openLive();
    const events = live.listen();
    await events.next();
    live.refuses = true;
    if (happen === "beat") live.updates.beat();
    else live.updates.change(changeOf());
    const { value } = await events.next();
    assertEquals([value?.event, value?.data], ["closed", {
      reason: "unauthorized",
    }]);
    assert((await events.next()).done);
    assertEquals(live.updates.open, 0);
  }
});

Deno.test("live updates find out anew at every event who listens: a token that has run out ends them", async () => {
  let isValid = true;
  const access = { rules: { list: ["users"] } };
  const guard = guardOf(access, () =>
    Promise.resolve(
      isValid ? ok({ id: crypto.randomUUID() }) : failed(unauthorized()),
    ));
  await using live = openLive({}, guard);
  live.shown = [sampleEntity(AUTHOR_SPEC, 1)];
  const response = await live.fetch({ authorization: "Bearer some" });
  const events = readEvents(response);
  assertEquals((await events.next()).value?.event, "ready");
  live.updates.change(changeOf());
  assertEquals((await next(events)).event, "created");
  isValid = false;
  live.updates.change(changeOf());
  assertEquals((await next(events)).data, "unauthorized");
});

Deno.test("live updates are refused before they begin, with how to get in", async () => {
  await using live = openLive();
  live.refuses = true;
  const response = await live.fetch();
  assertEquals(response.status, 401);
  assertEquals(live.updates.open, 0);
});

Deno.test("live updates end with their reader, and with the system", async () => {
  await using live = openLive();
  const first = live.listen();
  await first.next();
  assertEquals(live.updates.open, 1);
  await first.return();
  assertEquals(live.updates.open, 0);
  const second = live.listen();
  await second.next();
  live.stop.abort();
  assertEquals((await next(second)).data, "stopping");
  assertEquals(live.updates.open, 0);
});

Deno.test("live updates end for a while when what they ask is away", async () => {
  await using live = openLive();
  const events = live.listen();
  await events.next();
  live.isAway = true;
  live.updates.change(changeOf());
  assertEquals((await next(events)).data, "unavailable");
});

Deno.test("live updates make nothing ready for a reader who does not read", async () => {
  await using live = openLive({ waiting: 3 });
  const response = await live.fetch();
  for (let i = 0; i < 4; i++) live.updates.change(changeOf());
  assertEquals(live.asked, 0);
  const events = readEvents(response);
  assertEquals((await next(events)).event, "ready");
  assertEquals((await next(events)).data, "slow");
});

Deno.test("a page of another site opens no WebSocket", async () => {
  await using live = openLive();
  const upgrade = { upgrade: "websocket", host: "here.example" };
  for (const origin of ["https://there.example", "null"]) {
    const response = await live.fetch({ ...upgrade, origin });
    assertEquals(response.status, 403);
  }
});

/** Live updates of authors of whom those with the handle "seen" are seen. */
function openLive(options: LiveUpdatesOptions = {}, rules?: EntityGuard) {
  const updates = new LiveUpdates(options);
  const stop = new AbortController();
  const api = createApi({
    openapi: {},
    health: () => ({ status: "ok", live: true, ready: true, components: [] }),
    metrics: () => "",
  });
  const state = {
    updates,
    stop,
    shown: [] as readonly Entity[],
    refuses: false,
    isAway: false,
    asked: 0,
    fetch: async (headers: HeadersInit = {}) =>
      await api.fetch(
        new Request("http://here.example/authors/live", { headers }),
      ),
    async *listen() {
      yield* readEvents(await state.fetch());
    },
    [Symbol.asyncDispose]: () => {
      updates.close();
      return Promise.resolve();
    },
  };
  const guard: EntityGuard = {
    decide: () =>
      Promise.resolve(state.refuses ? failed(unauthorized()) : ok({})),
    refuse: (_request, { status }) => new Response(null, { status }),
    restrict: (_grant, query) => ({
      ...query,
      filters: [...query.filters, { field: "handle", value: "seen" }],
    }),
  };
  mountLive(api, {
    spec: AUTHOR_SPEC,
    guard: rules ?? guard,
    subscribe: (request) => Promise.resolve(updates.subscribe(request)),
    signal: stop.signal,
    send: (request) => {
      state.asked++;
      if (state.isAway) throw new Error("away");
      if (request.operation !== "list") {
        return Promise.resolve(failed(forbidden()));
      }
      const isMarker = request.query.filters.some((filter) =>
        "value" in filter && filter.value === MARKER.id
      );
      const items = isMarker ? [{ id: MARKER.id }] : state.shown;
      return Promise.resolve(ok({ items, nextCursor: null }));
    },
  });
  return state;
}

async function next(
  events: AsyncGenerator<{ event: string; data: unknown }, void>,
): Promise<{ readonly event: string; readonly data: unknown }> {
  const { value, done } = await events.next();
  assert(!done);
  const { event } = value;
  const data = value.data as { id?: string; reason?: string };
  return { event, data: data.id ?? data.reason };
}

function listenTo(updates: LiveUpdates, after?: string): LiveSubscription {
  const opened = updates.subscribe({
    entity: AUTHOR_SPEC.name,
    ...(after === undefined ? {} : { after }),
  });
  assert(opened.ok);
  return opened.value;
}

async function readyMark(stream: LiveSubscription): Promise<string> {
  const { value } = await stream.signals().next();
  assert(value && "ready" in value);
  return value.ready;
}

/** Comes back, and names what it is told before all is told; a gap as such. */
async function missed(updates: LiveUpdates, after: string): Promise<string[]> {
  const found: string[] = [];
  for await (const signal of listenTo(updates, after).signals()) {
    if ("ready" in signal) break;
    found.push("change" in signal ? signal.change.id : "gap");
  }
  return found;
}

function changeOf(): LiveChange {
  return {
    entity: AUTHOR_SPEC.name,
    id: crypto.randomUUID(),
    kind: "created",
  };
}

const MARKER = changeOf();
