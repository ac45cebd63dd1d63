import { assertEquals, assertRejects } from "@std/assert";
import { RequestFailed } from "./errors.ts";
import { ProbeServer } from "./probe_server.ts";
import { ProbeSink } from "./probe_sink.ts";
import { ProbeSource } from "./probe_source.ts";
import { SystemExecutionHarness } from "./system_execution_harness.ts";
import { client } from "./test_doubles.ts";

Deno.test("ProbeSource.sendNext() resolves when its value is accepted", async () => {
  const [source, sink] = [new ProbeSource<number>("a"), new ProbeSink("b")];
  await using harness = new SystemExecutionHarness()
    .registerComponent(source)
    .registerComponent(sink)
    .connect("a.out", "b.in", { bufferSize: 1 });
  await harness.start();
  assertEquals([source.hasRoom, source.unaccepted], [true, 0]);
  await source.sendNext(1);
  const error = await assertRejects(() => source.expectBackpressure(), Error);
  assertEquals(
    error.message,
    'Cannot confirm backpressure at "a": found every send accepted, wanted one to wait',
  );
  let accepted = false;
  const second = source.sendNext(2).then(() => accepted = true);
  await source.expectBackpressure();
  assertEquals([accepted, source.hasRoom], [false, false]);
  assertEquals(await sink.next(), 1);
  await second;
  source.end();
  await sink.expectNext(2);
  await sink.expectEnd();
  assertEquals(source.hasRoom, false);
});

Deno.test("ProbeSource.end() delivers what waits for room, then the end", async () => {
  const [source, sink] = [new ProbeSource<number>("a"), new ProbeSink("b")];
  await using harness = new SystemExecutionHarness()
    .registerComponent(source)
    .registerComponent(sink)
    .connect("a.out", "b.in", { bufferSize: 1 });
  await harness.start();
  const sends = [1, 2, 3].map((n) => source.sendNext(n));
  source.end();
  assertEquals(await sink.takeRest(), [1, 2, 3]);
  await Promise.all(sends);
});

Deno.test("ProbeSource.fail() is the failure of a component, which is started again", async () => {
  const [source, sink] = [new ProbeSource<number>("a"), new ProbeSink("b")];
  const supervision = { backoff: { firstMs: 0 } };
  await using harness = new SystemExecutionHarness({ supervision })
    .registerComponent(source, { restart: "transient" })
    .registerComponent(sink)
    .connect("a.out", "b.in");
  await harness.start();
  await source.sendNext(1);
  source.fail(new Error("boom"));
  await source.sendNext(2);
  await sink.expectNext(1, 2);
  source.end();
  await sink.expectEnd();
  assertEquals(source.status.lastError, new Error("boom"));
  assertEquals([source.metrics.restarts, source.status.state], [1, "stopped"]);
});

Deno.test("ProbeServer answers requests one by one, in any order, and fails them", async () => {
  const source = new ProbeSource<string>("a");
  const probe = new ProbeServer<string, number>("b");
  await using harness = new SystemExecutionHarness()
    .registerComponent(source)
    .registerComponent(probe)
    .connect("a.out", "b.in", { type: "request_reply" });
  await harness.start();
  await probe.expectNoRequest();
  const asked = ["x", "y", "z"].map((text) => source.ask<number>(text));
  const x = await probe.nextRequest();
  const y = await probe.expectRequest("y");
  assertEquals([x.data, x.message.source, probe.queued], ["x", "a.out", 1]);
  const silence = await assertRejects(() => probe.expectNoRequest(), Error);
  assertEquals(
    silence.message,
    'Cannot confirm silence at "b": found "z" asked, wanted no request',
  );
  y.answer(2);
  x.answer(1);
  x.fail(new Error("too late"));
  assertEquals(await Promise.all(asked.slice(0, 2)), [1, 2]);
  const wrong = await assertRejects(() => probe.expectRequest("Z"), Error);
  assertEquals(
    wrong.message,
    'Cannot confirm the next request to "b": found "z", wanted "Z"',
  );
  const last = source.ask("w");
  (await probe.nextRequest()).fail(new Error("no such thing"));
  const failed = await assertRejects(() => last, RequestFailed);
  assertEquals(failed.cause, new Error("no such thing"));
  probe[Symbol.dispose]();
  await assertRejects(() => asked[2]!, RequestFailed);
  await assertRejects(() => source.ask("v"), RequestFailed);
});

Deno.test("ProbeServer takes no more than its concurrency, and outlives nobody", async () => {
  const probe = new ProbeServer<number, string>("b", { concurrency: 1 });
  const answers: Promise<string>[] = [];
  const asker = client("a", (self) => {
    for (const n of [1, 2]) answers.push(self.ask("out", n));
  });
  const harness = new SystemExecutionHarness()
    .registerComponent(asker)
    .registerComponent(probe)
    .connect("a.out", "b.in", { type: "request_reply", bufferSize: 2 });
  const first = probe.nextRequest(); // asked for before there is one
  await harness.start();
  const request = await first;
  await probe.expectNoRequest();
  request.answer("one");
  (await probe.nextRequest()).answer("two");
  assertEquals(await Promise.all(answers), ["one", "two"]);
  const { abandoned, ledger } = await harness.stop();
  assertEquals([abandoned, ledger.acknowledged], [[], 4]);
});
