import {
  assertEquals,
  assertInstanceOf,
  assertRejects,
  assertStrictEquals,
} from "@std/assert";
import { ComponentUnavailable, RequestFailed } from "./errors.ts";
import type { PortSpec } from "./graph.ts";
import { SystemExecutionHarness } from "./system_execution_harness.ts";
import { aborted, Double } from "./test_doubles.ts";

const boom = new Error("boom");
const REQUESTER: Readonly<Record<string, PortSpec>> = {
  requests: { direction: "out", replies: "responses" },
  responses: { direction: "in" },
};
const ANSWERER: Readonly<Record<string, PortSpec>> = {
  requests: { direction: "in", replies: "responses" },
  responses: { direction: "out" },
};

Deno.test("requests travel over an explicit pair of connections, each answer to its own requester", async () => {
  const waiting = {
    ports: REQUESTER,
    process: (self: Double) => aborted(self.signal),
  };
  const [a, b] = [new Double("a", waiting), new Double("b", waiting)];
  await using harness = new SystemExecutionHarness()
    .registerComponent(a)
    .registerComponent(b)
    .registerComponent(
      new Double("store", {
        ports: ANSWERER,
        process: (self) => self.answer({ requests: (n: number) => n * 2 }),
      }),
    )
    .connect("a.requests", "store.requests")
    .connect("b.requests", "store.requests")
    .connect("store.responses", "a.responses")
    .connect("store.responses", "b.responses");
  await harness.start();
  const answers = await Promise.all([
    a.ask("requests", 1),
    b.ask("requests", 2),
    a.ask("requests", 3),
  ]);
  assertEquals(answers, [2, 4, 6]);
  assertEquals(
    harness.metrics().channels.map(({ type, sent }) => [type, sent]),
    [2, 1, 2, 1].map((sent) => ["data_stream", sent]),
  );
  const { ledger, abandoned } = await harness.stop();
  assertEquals([ledger.balanced, abandoned], [true, []]);
});

Deno.test("requests over an explicit pair fail fast when the component that should answer fails", async () => {
  const fate = Promise.withResolvers<void>();
  const { asker, answerer, harness } = explicitPair(() => fate.promise);
  await using _harness = harness;
  await harness.start();
  const outcome = asker.ask("requests", 1);
  fate.reject(boom);
  const { cause } = await assertRejects(() => outcome, RequestFailed);
  assertInstanceOf(cause, ComponentUnavailable);
  assertStrictEquals(cause.cause, boom);
  assertEquals(answerer.status.state, "error");
});

Deno.test("a request is not sent when its way back is closed", async () => {
  const seen: unknown[] = [];
  const { asker, harness } = explicitPair((self) => {
    self.sendStreams.get("responses")?.[0]?.close();
    return self.answer({ requests: (n: number) => seen.push(n) });
  });
  await using _harness = harness;
  await harness.start();
  await assertRejects(() => asker.ask("requests", 1), RequestFailed);
  await harness.stop();
  assertEquals(seen, []);
});

function explicitPair(process: (self: Double) => Promise<void>) {
  const asker = new Double("asker", {
    ports: REQUESTER,
    process: (self) => aborted(self.signal),
  });
  const answerer = new Double("answerer", { ports: ANSWERER, process });
  const harness = new SystemExecutionHarness()
    .registerComponent(asker)
    .registerComponent(answerer)
    .connect("asker.requests", "answerer.requests")
    .connect("answerer.responses", "asker.responses");
  return { asker, answerer, harness };
}
