import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { assertProblem, Shop } from "./admin_doubles.ts";
import { adminHandler } from "./admin_handler.ts";
import type { AdminSnapshot } from "./admin_snapshot.ts";
import { DeadLetterBox } from "./dead_letter.ts";
import { createMessage } from "./message.ts";
import { SystemExecutionHarness } from "./system_execution_harness.ts";
import { client, server } from "./test_doubles.ts";
import { VirtualClock } from "./virtual_clock.ts";

Deno.test("adminHandler() answers every route", async () => {
  await using shop = await Shop.open();
  const routes = {
    "/": "text/html",
    "/state": "application/json",
    "/metrics": "text/plain",
    "/health/live": "application/json",
    "/health/ready": "application/json",
  };
  for (const [path, type] of Object.entries(routes)) {
    const response = await shop.get(path);
    assertEquals(response.status, 200, path);
    assertStringIncludes(response.headers.get("content-type") ?? "", type);
    assert((await response.text()).length > 20);
    const head = await shop.ask(path, { method: "HEAD" });
    assertEquals([head.status, await head.text()], [200, ""]);
  }
});

Deno.test("adminHandler() tells the whole state in one snapshot", async () => {
  await using shop = await Shop.open();
  await shop.fail(1, "two");
  const state = await shop.state();
  assertEquals([state.system, state.state], ["shop", "running"]);
  assertEquals(state.health.ready, true);
  assertEquals(state.diagnosis.blocked, false);
  assertEquals(state.topology.connections, [{
    from: { component: "asker", port: "out" },
    to: { component: "worker", port: "in" },
    type: "request_reply",
    bufferSize: 100,
    whenFull: "block",
    name: "asker.out -> worker.in",
    channel: 0,
    reply: 1,
  }]);
  assertEquals(state.metrics.channels.map(({ type }) => type), [
    "request_reply",
    "reply",
  ]);
  const { total, kept, letters } = state.deadLetters;
  assertEquals([total, kept], [2, 2]);
  assertEquals(
    letters.map(({ id, component, port, connection, attempt, cause, data }) =>
      [id, component, port, connection, attempt, cause, data].join("|")
    ),
    [
      '2|worker|in|asker.out -> worker.in|1|Error: no luck|"two"',
      "1|worker|in|asker.out -> worker.in|1|Error: no luck|1",
    ],
  );
});

Deno.test("adminHandler() cuts letters and their data, or has them written", async () => {
  await using shop = await Shop.open({ letterLimit: 1, previewLength: 8 });
  await shop.fail("first", "a long text");
  const { letters, kept } = (await shop.state()).deadLetters;
  assertEquals(letters.map(({ data }) => data), ['"a long…']);
  assertEquals(kept, 2);
  for (
    const [preview, wanted] of [
      [() => "secret", "secret"],
      [() => {
        throw new Error("oh");
      }, "[no preview: Error: oh]"],
    ] as const
  ) {
    const handler = adminHandler(shop.harness, { preview });
    const response = await handler(new Request("http://localhost/state"));
    const state: AdminSnapshot = await response.json();
    assertEquals(state.deadLetters.letters[0]?.data, wanted);
  }
});

Deno.test("adminHandler() sends one letter again, then all", async () => {
  await using shop = await Shop.open();
  await shop.fail(1, 2, 3);
  const [newest] = (await shop.state()).deadLetters.letters;
  shop.isBroken = false;
  const one = await shop.redrive({ id: newest!.id });
  assertEquals(await one.json(), { accepted: 1, found: 1, kept: 2 });
  const again = await shop.redrive({ id: newest!.id });
  await assertProblem(again, 404, `Cannot find dead letter "${newest!.id}"`);
  const all = await shop.redrive({ all: true });
  assertEquals(await all.json(), { accepted: 2, found: 2, kept: 0 });
  const none = await shop.redrive({ all: true });
  assertEquals(await none.json(), { accepted: 0, found: 0, kept: 0 });
});

Deno.test("adminHandler() says why a letter was not sent again, and that it never can be", async () => {
  const deadLetters = new DeadLetterBox(10);
  deadLetters.add({
    component: "worker",
    port: "in",
    connection: "asker.out -> worker.in",
    attempt: 1,
    cause: "no luck",
    message: createMessage({ source: "asker.out", data: "[function]" }),
    notRedrivable: "found a function",
  });
  await using harness = new SystemExecutionHarness({ deadLetters })
    .registerComponent(client("asker"))
    .registerComponent(server("worker", () => {}))
    .connect("asker.out", "worker.in");
  await harness.start();
  const handler = adminHandler(harness);
  const state = await handler(new Request("http://localhost/state"));
  const [letter] = (await state.json()).deadLetters.letters;
  assertEquals(letter.notRedrivable, "found a function");
  const response = await handler(
    new Request("http://localhost/dead-letters/redrive", {
      method: "POST",
      headers: { "content-type": "application/json", "x-harness-admin": "1" },
      body: '{"all":true}',
    }),
  );
  assertEquals(await response.json(), {
    accepted: 0,
    found: 1,
    kept: 1,
    why:
      'Error: Cannot send a dead letter again by "asker.out -> worker.in": its data was not kept: found a function',
  });
});

Deno.test("adminHandler() refuses to send again what it cannot", async () => {
  const shop = await Shop.open();
  const post = (body: string, type = "application/json") =>
    shop.ask("/dead-letters/redrive", {
      method: "POST",
      body,
      headers: { "content-type": type, "x-harness-admin": "1" },
    });
  const wrong = [
    "",
    "{",
    "null",
    "7",
    "{}",
    '{"id":7}',
    '{"all":false}',
    '{"id":"1","all":true}',
  ];
  for (const body of wrong) {
    await assertProblem(await post(body), 400, "Cannot read the request");
  }
  await assertProblem(await post("{}", "text/plain"), 415, '"text/plain"');
  await assertProblem(await post(`"${"x".repeat(2000)}"`), 413, "1024 bytes");
  await shop.harness.stop();
  await assertProblem(
    await post('{"all":true}'),
    409,
    "found the system stopped",
  );
});

Deno.test("adminHandler() answers what it does not know with a problem", async () => {
  await using shop = await Shop.open();
  for (const path of ["/nowhere", "/state/", "/../etc/passwd", "//"]) {
    await assertProblem(await shop.get(path), 404, "wanted one of /, /state");
  }
  const headers = { "x-harness-admin": "1" };
  const post = await shop.ask("/state", { method: "POST", headers });
  assertEquals(post.headers.get("allow"), "GET, HEAD");
  await assertProblem(post, 405, 'Cannot POST "/state"');
  const get = await shop.get("/dead-letters/redrive");
  assertEquals(get.headers.get("allow"), "POST");
  await assertProblem(get, 405, "wanted POST");
});

Deno.test("adminHandler() tells probes by the status", async () => {
  const shop = await Shop.open();
  await shop.harness.stop();
  assertEquals((await shop.get("/health/live")).status, 200);
  const ready = await shop.get("/health/ready");
  assertEquals(ready.status, 503);
  assertEquals((await ready.json()).status, "stopped");
});

Deno.test("adminHandler() says it when a snapshot fails, and not why", async () => {
  const harness = new SystemExecutionHarness();
  harness.describe = () => {
    throw new Error("a secret");
  };
  const response = await adminHandler(harness)(
    new Request("http://localhost/state"),
  );
  const text = await assertProblem(response, 500, "something went wrong");
  assert(!text.includes("secret"));
});

Deno.test("adminHandler() sends a snapshot at once and one each interval, to the end of the system", async () => {
  const clock = new VirtualClock();
  const shop = await Shop.open({ clock });
  const response = await shop.get("/events");
  assertEquals(response.headers.get("content-type"), "text/event-stream");
  const events = readEvents(response);
  assertEquals((await next(events)).state, "running");
  for (let round = 0; round < 2; round++) {
    const coming = next(events);
    await clock.advance(999);
    assertEquals(clock.pending, 1);
    await clock.advance(1);
    assertEquals((await coming).state, "running");
  }
  await shop.harness.stop();
  const last = next(events);
  await clock.advance(1000);
  assertEquals((await last).state, "stopped");
  assertEquals((await events.next()).value, "event: end\ndata:");
  assertEquals((await events.next()).done, true);
  assertEquals(clock.pending, 0);
});

Deno.test("adminHandler() leaves nothing behind when the client goes away", async () => {
  const clock = new VirtualClock();
  await using shop = await Shop.open({ clock });
  const response = await shop.get("/events");
  const reader = response.body!.getReader();
  await reader.read();
  const pending = reader.read();
  await Promise.resolve();
  assertEquals(clock.pending, 1);
  await reader.cancel();
  assertEquals([(await pending).done, clock.pending], [true, 0]);
});

Deno.test("adminHandler() keeps nothing of events of which the head alone was asked for", async () => {
  const { signal } = new AbortController();
  let listeners = 0;
  const { addEventListener, removeEventListener } = signal;
  signal.addEventListener = (...args: Parameters<typeof addEventListener>) => {
    listeners++;
    addEventListener.apply(signal, args);
  };
  signal.removeEventListener = (
    ...args: Parameters<typeof removeEventListener>
  ) => {
    listeners--;
    removeEventListener.apply(signal, args);
  };
  await using shop = await Shop.open({ signal });
  const response = await shop.get("/events");
  assertEquals(listeners, 1);
  await response.body?.cancel();
  const head = await shop.ask("/events", { method: "HEAD" });
  assertEquals([head.status, listeners], [200, 0]);
});

Deno.test("adminHandler() ends the events when its signal says so", async () => {
  const end = new AbortController();
  const clock = new VirtualClock();
  await using shop = await Shop.open({ clock, signal: end.signal });
  const events = readEvents(await shop.get("/events"));
  await next(events);
  const coming = events.next();
  end.abort();
  assertEquals((await coming).value, "event: end\ndata:");
  assertEquals((await events.next()).done, true);
  const late = readEvents(await shop.get("/events"));
  assertEquals((await late.next()).value, "event: end\ndata:");
  assertEquals(clock.pending, 0);
});

async function* readEvents(response: Response): AsyncGenerator<string> {
  let text = "";
  const decoder = new TextDecoder();
  for await (const chunk of response.body ?? []) {
    text += decoder.decode(chunk, { stream: true });
    for (let end = text.indexOf("\n\n"); end >= 0; end = text.indexOf("\n\n")) {
      yield text.slice(0, end);
      text = text.slice(end + 2);
    }
  }
}

async function next(events: AsyncGenerator<string>): Promise<AdminSnapshot> {
  const { value } = await events.next();
  return JSON.parse(String(value).replace(/^data: /, ""));
}
