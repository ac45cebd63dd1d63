import { assertEquals } from "@std/assert";
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
  assertEquals(await harness.redrive([second!]), 1);
  await until(() => harness.deadLetters.length === 3);
  const again = harness.deadLetters.at(-1);
  assertEquals([again?.message.data, again?.attempt], [2, 2]);
  broken = false;
  assertEquals(await harness.redrive(), 3);
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
  assertEquals(await harness.redrive(), 1);
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
  assertEquals(await harness.redrive(), 0);
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
