import {
  assert,
  assertEquals,
  assertInstanceOf,
  assertRejects,
  assertStrictEquals,
} from "@std/assert";
import {
  ChannelFull,
  ComponentUnavailable,
  RequestFailed,
  RequestTimeout,
} from "./errors.ts";
import type { ConnectOptions } from "./harness_options.ts";
import type { Message } from "./message.ts";
import { SystemExecutionHarness } from "./system_execution_harness.ts";
import { aborted, client, Double, IN, server, sink } from "./test_doubles.ts";

const REQUESTS = { type: "request_reply" } as const;
const boom = new Error("boom");

Deno.test("request() resolves with what the handler returns, or its promise resolves to", async () => {
  const asker = client("asker");
  const answerer = server(
    "answerer",
    (n: number) => n % 2 ? n + 1 : Promise.resolve(n + 1),
  );
  await using harness = await started(asker, answerer);
  assertEquals(await asker.ask("out", 1), 2);
  const many = Array.from({ length: 300 }, (_, i) => i);
  assertEquals(
    await Promise.all(many.map((n) => asker.ask("out", n))),
    many.map((n) => n + 1),
  );
  const { ledger } = await harness.stop();
  assertEquals([ledger.balanced, ledger.accepted, ledger.acknowledged], [
    true,
    602,
    602,
  ]);
});

Deno.test("request() goes through a component that asks another", async () => {
  const gateway = client("gateway");
  const controller = server(
    "controller",
    async (n: number, self) => 1 + await self.ask<number>("out", n),
  );
  await using harness = new SystemExecutionHarness()
    .registerComponent(gateway)
    .registerComponent(controller)
    .registerComponent(server("store", (n: number) => n * 10))
    .connect("gateway.out", "controller.in", REQUESTS)
    .connect("controller.out", "store.in", REQUESTS);
  await harness.start();
  const answers = await Promise.all(
    [1, 2, 3].map((n) => gateway.ask("out", n)),
  );
  assertEquals(answers, [11, 21, 31]);
});

Deno.test("request() rejects with RequestFailed when the handler fails; the cause is kept", async () => {
  const asker = client("asker");
  const answerer = server("answerer", (kind: string) => {
    if (kind === "throw") throw boom;
    return Promise.reject(boom);
  });
  await using harness = await started(asker, answerer);
  for (const kind of ["throw", "reject"]) {
    const error = await assertRejects(
      () => asker.ask("out", kind),
      RequestFailed,
      "boom",
    );
    assertStrictEquals(error.cause, boom);
  }
  assertEquals(harness.deadLetters.length, 2);
  assertEquals(harness.metrics().components[0]?.requestsFailed, 2);
});

Deno.test("request() rejects with RequestTimeout; the late answer is counted and harms nobody", async () => {
  const asker = client("asker");
  const gate = Promise.withResolvers<void>();
  const answerer = server(
    "answerer",
    (kind: string) => kind === "slow" ? gate.promise : kind,
  );
  await using harness = await started(asker, answerer);
  await assertRejects(
    () => asker.ask("out", "slow", { timeoutMs: 1 }),
    RequestTimeout,
  );
  gate.resolve();
  assertEquals(await asker.ask("out", "quick"), "quick");
  const { requests, requestsTimedOut, lateReplies } = harness.metrics()
    .components[0]!;
  assertEquals([requests, requestsTimedOut, lateReplies], [2, 1, 1]);
});

Deno.test("request() takes its time limit from the harness unless it has its own", async () => {
  const asker = client("asker");
  const answerer = server("answerer", () => new Promise(() => {}));
  const harness = await started(asker, answerer, REQUESTS, 1);
  await assertRejects(() => asker.ask("out", 1), RequestTimeout);
  await harness.stop({ timeoutMs: 10 });
});

Deno.test("request() waits without an end, and refuses a time limit that is none", async () => {
  const asker = client("asker");
  const answerer = server(
    "answerer",
    (n: number) => new Promise((resolve) => setTimeout(resolve, 50, n)),
  );
  await using _harness = await started(asker, answerer);
  for (const timeoutMs of [Infinity, 2 ** 31]) {
    assertEquals(await asker.ask("out", 1, { timeoutMs }), 1);
  }
  for (const timeoutMs of [NaN, -1, -Infinity]) {
    await assertRejects(
      () => asker.ask("out", 1, { timeoutMs }),
      RangeError,
      `found ${timeoutMs}, wanted milliseconds from 0`,
    );
  }
});

Deno.test("request() rejects with the signal's reason, before and while it waits", async () => {
  const asker = client("asker");
  const seen: unknown[] = [];
  const gate = Promise.withResolvers<void>();
  const answerer = server("answerer", (n: number) => {
    seen.push(n);
    return gate.promise;
  });
  await using _harness = await started(asker, answerer);
  const controller = new AbortController();
  const { signal } = controller;
  const waiting = asker.ask("out", 1, { signal });
  while (seen.length === 0) await Promise.resolve();
  controller.abort(boom);
  assertStrictEquals(await assertRejects(() => waiting), boom);
  assertStrictEquals(
    await assertRejects(() => asker.ask("out", 2, { signal })),
    boom,
  );
  gate.resolve();
  assertEquals(seen, [1]);
});

Deno.test("a request given up while it is queued is never handled", async () => {
  const asker = client("asker");
  const seen: unknown[] = [];
  const gate = Promise.withResolvers<void>();
  const answerer = server("answerer", (n: number) => {
    seen.push(n);
    return n === 1 ? gate.promise : n;
  }, 1);
  await using harness = await started(asker, answerer, {
    ...REQUESTS,
    bufferSize: 1,
  });
  const first = asker.ask("out", 1);
  while (seen.length === 0) await Promise.resolve();
  const controller = new AbortController();
  const { signal } = controller;
  const queued = asker.ask("out", 2, { signal });
  const waiting = asker.ask("out", 3, { signal });
  controller.abort(boom);
  await assertRejects(() => queued);
  await assertRejects(() => waiting);
  gate.resolve();
  await first;
  assertEquals(await asker.ask("out", 4), 4);
  assertEquals(seen, [1, 4]);
  assertEquals(harness.metrics().components[1]?.withdrawn, 2);
  assert((await harness.stop()).ledger.balanced);
});

Deno.test("a request given up and still queued at the stop is accounted for, and no dead letter", async () => {
  const controller = new AbortController();
  const asker = client("asker");
  const deaf = new Double("deaf", {
    ports: IN,
    process: (self) => aborted(self.signal),
  });
  const harness = await started(asker, deaf);
  const outcome = asker.ask("out", 1, { signal: controller.signal });
  controller.abort(boom);
  await assertRejects(() => outcome);
  const { ledger, deadLetters } = await harness.stop({ timeoutMs: 20 });
  assertEquals([ledger.balanced, ledger.inHand, ledger.acknowledged], [
    true,
    0,
    1,
  ]);
  assertEquals(deadLetters, 0);
});

Deno.test("request() fails at once when its channel is full and does not block", async () => {
  for (const whenFull of ["fail", "drop-newest", "drop-oldest"] as const) {
    const asker = client("asker");
    const gate = Promise.withResolvers<void>();
    const answerer = server("answerer", () => gate.promise, 1);
    await using _harness = await started(asker, answerer, {
      ...REQUESTS,
      bufferSize: 1,
      whenFull,
    });
    const outcomes = Promise.allSettled(
      [1, 2, 3].map((n) => asker.ask("out", n)),
    );
    gate.resolve();
    const failures = (await outcomes).filter((o) => o.status === "rejected");
    assertEquals(failures.length, 2, whenFull);
    for (const { reason } of failures) {
      assertInstanceOf(reason, RequestFailed);
      assertInstanceOf(reason.cause, ChannelFull);
    }
  }
});

Deno.test("request() fails fast when the component that should answer fails", async () => {
  const asker = client("asker");
  const fate = Promise.withResolvers<void>();
  const seen: unknown[] = [];
  const answerer = new Double("answerer", {
    ports: IN,
    process: (self) =>
      Promise.race([
        fate.promise,
        self.answer({
          in: (n: number) => {
            seen.push(n);
            return new Promise(() => {});
          },
        }, 1),
      ]),
  });
  await using harness = await started(asker, answerer);
  const outcomes = [1, 2].map((n) => asker.ask("out", n));
  while (seen.length === 0) await Promise.resolve();
  fate.reject(boom);
  for (const outcome of outcomes) {
    const { cause } = await assertRejects(() => outcome, RequestFailed);
    assertInstanceOf(cause, ComponentUnavailable);
    assertStrictEquals(cause.cause, boom);
  }
  await assertRejects(() => asker.ask("out", 3), RequestFailed);
  assertEquals(answerer.status.state, "error");
  assertEquals(asker.status.state, "running");
  assertEquals(harness.deadLetters.map(({ message }) => message.data), [1, 2]);
});

Deno.test("request() over several connections takes the first answer, and fails only when all fail", async () => {
  const asker = client("asker");
  const refused = Promise.withResolvers<void>();
  await using harness = new SystemExecutionHarness({
    log: ({ event }) => {
      if (event === "message_failed") refused.resolve();
    },
  })
    .registerComponent(asker)
    .registerComponent(server("a", () => Promise.reject(boom)))
    .registerComponent(server("b", async (n: number) => {
      await refused.promise;
      if (n === 1) return "from b";
      throw boom;
    }))
    .connect("asker.out", "a.in", REQUESTS)
    .connect("asker.out", "b.in", REQUESTS);
  await harness.start();
  assertEquals(await asker.ask("out", 1), "from b");
  await assertRejects(() => asker.ask("out", 2), RequestFailed);
});

Deno.test("an answer whose requester has ended is counted and harms nobody", async () => {
  const gate = Promise.withResolvers<void>();
  const outcome = Promise.withResolvers<unknown>();
  const seen: unknown[] = [];
  const asker = new Double("asker", {
    ports: { out: { direction: "out" } },
    process: async (self) => {
      self.ask("out", 1).catch(outcome.resolve);
      while (seen.length === 0) await Promise.resolve();
    },
  });
  const answerer = server("answerer", (n: number) => {
    seen.push(n);
    return gate.promise;
  });
  await using harness = await started(asker, answerer);
  assertInstanceOf(await outcome.promise, RequestFailed);
  gate.resolve();
  const { ledger, failed } = await harness.stop();
  assertEquals([answerer.metrics.lateReplies, ledger.balanced, failed], [
    1,
    true,
    [],
  ]);
});

Deno.test("request() refuses a connection that has no way back", async () => {
  const asker = client("asker");
  await using _harness = await started(asker, sink("sink", []), {});
  await assertRejects(
    () => asker.ask("out", 1),
    RequestFailed,
    "wanted request_reply",
  );
});

Deno.test("send() over a request_reply connection asks for no answer", async () => {
  const asker = client("asker");
  const got: unknown[] = [];
  const harness = await started(asker, sink("sink", got), REQUESTS);
  await asker.emit("out", 1);
  const { ledger } = await harness.stop();
  assertEquals([got, ledger.accepted], [[1], 1]);
});

Deno.test("the answer to a request is real traffic on a reply channel, with the trace passed on", async () => {
  const asker = client("asker");
  const traceparent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
  let request: Message<never> | undefined;
  const answerer = new Double("answerer", {
    ports: IN,
    process: (self) =>
      self.answer({
        in: (_data, message) => {
          request = message;
          return 1;
        },
      }),
  });
  await using harness = await started(asker, answerer);
  await asker.ask("out", 1, { traceparent });
  assertEquals(request?.traceparent, traceparent);
  const reply = harness.metrics().channels.find((c) => c.type === "reply");
  assertEquals([reply?.sent, reply?.name], [
    1,
    "answerer.in -> asker.out (replies)",
  ]);
});

async function started(
  asker: Double,
  answerer: Double,
  options: ConnectOptions = REQUESTS,
  requestTimeoutMs?: number,
): Promise<SystemExecutionHarness> {
  const harness = new SystemExecutionHarness({ requestTimeoutMs })
    .registerComponent(asker)
    .registerComponent(answerer)
    .connect("asker.out", `${answerer.name}.in`, options);
  await harness.start();
  return harness;
}
