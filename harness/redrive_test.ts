import {
  assertEquals,
  assertInstanceOf,
  assertStrictEquals,
} from "@std/assert";
import type { DeadLetter } from "./dead_letter.ts";
import { ChannelClosed } from "./errors.ts";
import { SystemExecutionHarness } from "./system_execution_harness.ts";
import { client, server, sink } from "./test_doubles.ts";

/** Lets what is on its way arrive. */
async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 0));
}

Deno.test("redrive() sends dead letters again; what is handled then is gone from them", async () => {
  const seen: number[] = [];
  let broken = true;
  const asker = client("asker");
  await using harness = new SystemExecutionHarness()
    .registerComponent(asker)
    .registerComponent(server("worker", (n: number) => {
      if (broken) throw new Error("no luck");
      seen.push(n);
    }))
    .connect("asker.out", "worker.in");
  await harness.start();
  for (const n of [1, 2, 3]) await asker.emit("out", n);
  await until(() => harness.deadLetters.length === 3);
  assertEquals(harness.deadLetters[0]?.connection, "asker.out -> worker.in");
  const [, second] = harness.deadLetters;
  assertEquals(await harness.redrive([second!]), ACCEPTED);
  await until(() => harness.deadLetters.length === 3);
  const again = harness.deadLetters.at(-1);
  assertEquals([again?.message.data, again?.attempt], [2, 2]);
  broken = false;
  assertEquals((await harness.redrive()).accepted, 3);
  await until(() => seen.length === 3);
  assertEquals(seen, [1, 3, 2]);
  assertEquals(harness.deadLetters, []);
  const { ledger, deadLetters } = await harness.stop();
  assertEquals([ledger.balanced, ledger.dead, deadLetters], [true, 4, 4]);
});

Deno.test("redrive() of a request sends it without anyone who waits for the answer", async () => {
  let broken = true;
  const asker = client("asker");
  await using harness = new SystemExecutionHarness()
    .registerComponent(asker)
    .registerComponent(server("worker", () => {
      if (broken) throw new Error("no luck");
    }))
    .connect("asker.out", "worker.in", { type: "request_reply" });
  await harness.start();
  await asker.ask("out", 1).catch(() => {});
  broken = false;
  assertEquals(await harness.redrive(), ACCEPTED);
  await until(() => harness.components[1]?.metrics.received === 2);
  assertEquals(asker.metrics.lateReplies, 0);
});

Deno.test("redrive() keeps the letters of a component that takes nothing any more", async () => {
  const harness = new SystemExecutionHarness()
    .registerComponent(client("asker", (self) => self.emit("out", 1)))
    .registerComponent(server("worker", () => {
      throw new Error("no luck");
    }))
    .connect("asker.out", "worker.in");
  await harness.start();
  await until(() => harness.deadLetters.length === 1);
  await harness.stop();
  const { accepted, refused } = await harness.redrive();
  assertEquals([accepted, refused.length], [0, 1]);
  assertStrictEquals(refused[0]?.letter, harness.deadLetters[0]);
  assertInstanceOf(refused[0]?.cause, ChannelClosed);
  assertEquals(harness.deadLetters.length, 1);
});

Deno.test("redrive() sends by the branch that failed alone", async () => {
  const [left, right]: [unknown[], unknown[]] = [[], []];
  let broken = true;
  const asker = client("asker");
  await using harness = new SystemExecutionHarness()
    .registerComponent(asker)
    .registerComponent(sink("left", left))
    .registerComponent(server("right", (n: number) => {
      if (broken) throw new Error("no luck");
      right.push(n);
    }))
    .connect("asker.out", "left.in")
    .connect("asker.out", "right.in");
  await harness.start();
  await asker.emit("out", 1);
  await until(() => harness.deadLetters.length === 1 && left.length === 1);
  broken = false;
  await harness.redrive();
  await until(() => right.length === 1);
  assertEquals([left, right], [[1], [1]]);
});

Deno.test("redrive() leaves a letter whose connection does not exist, or that somebody else has taken out, and says so", async () => {
  let broken = true;
  const asker = client("asker");
  await using harness = new SystemExecutionHarness()
    .registerComponent(asker)
    .registerComponent(server("worker", () => {
      if (broken) throw new Error("no luck");
    }))
    .connect("asker.out", "worker.in");
  await harness.start();
  await asker.emit("out", 1);
  await until(() => harness.deadLetters.length === 1);
  const [letter] = harness.deadLetters;
  const stray: DeadLetter = { ...letter!, connection: "asker.out -> old.in" };
  broken = false;
  const report = await harness.redrive([stray, letter!, letter!]);
  assertEquals([report.accepted, report.untried], [1, 0]);
  assertEquals(report.refused.map(({ cause }) => (cause as Error).message), [
    'Cannot send a dead letter again by "asker.out -> old.in": found no such connection',
    'Cannot send a dead letter again by "asker.out -> worker.in": found it taken out, wanted one that is kept',
  ]);
  assertEquals(harness.deadLetters, []);
});

Deno.test("redrive() ends by its signal, between letters and while it waits for room; what was not sent stays", async () => {
  const gate = Promise.withResolvers<void>();
  let broken = true;
  const asker = client("asker");
  await using harness = new SystemExecutionHarness()
    .registerComponent(asker)
    .registerComponent(
      server("worker", () => {
        if (broken) throw new Error("no luck");
        return gate.promise;
      }, 1),
    )
    .connect("asker.out", "worker.in", { bufferSize: 1 });
  await harness.start();
  for (const n of [1, 2, 3, 4]) await asker.emit("out", n);
  await until(() => harness.deadLetters.length === 4);
  broken = false;
  const stop = new AbortController();
  const redriving = harness.redrive(undefined, { signal: stop.signal });
  // One in the hand of the worker, one queued; the third waits for room.
  await until(() => harness.channels[0]?.stats().waitingSenders === 1);
  stop.abort("enough");
  assertEquals(await redriving, { accepted: 2, refused: [], untried: 2 });
  const kept = harness.deadLetters.map(({ message }) => message.data);
  assertEquals(kept.toSorted(), [3, 4]);
  const late = await harness.redrive(undefined, { signal: stop.signal });
  assertEquals(late, { accepted: 0, refused: [], untried: 2 });
  gate.resolve();
  const { ledger, deadLetters } = await harness.stop();
  assertEquals([ledger.balanced, deadLetters], [true, 4]);
  assertEquals(harness.channels[0]?.stats().waitingSenders, 0);
});

const ACCEPTED = { accepted: 1, refused: [], untried: 0 };
