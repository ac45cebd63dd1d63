import { assertEquals, assertStringIncludes } from "@std/assert";
import { type DeadLetter, DeadLetterBox } from "./dead_letter.ts";
import type { DeadLetterStore } from "./dead_letter_store.ts";
import { createMessage } from "./message.ts";
import { SystemExecutionHarness } from "./system_execution_harness.ts";
import { client, server } from "./test_doubles.ts";
import { toPrometheus } from "./to_prometheus.ts";

/** A box that tells what is done with it. */
class ToldBox extends DeadLetterBox {
  readonly told: string[] = [];
  trouble: DeadLetterStore["trouble"];

  override take(letter: DeadLetter): boolean {
    this.told.push(`take ${letter.message.data}`);
    return super.take(letter);
  }

  override putBack(letter: DeadLetter): void {
    this.told.push(`put back ${letter.message.data}`);
    super.putBack(letter);
  }

  override forget(letter: DeadLetter): void {
    this.told.push(`forget ${letter.message.data}`);
  }

  override [Symbol.asyncDispose](): Promise<void> {
    this.told.push("disposed of");
    return this.trouble
      ? Promise.reject(new Error("no room"))
      : Promise.resolve();
  }
}

Deno.test("a store takes a letter before it is sent again, and forgets it when it was accepted", async () => {
  const deadLetters = new ToldBox(10);
  deadLetters.add(letter(1));
  deadLetters.add({ ...letter(2), notRedrivable: "found a function" });
  const harness = new SystemExecutionHarness({ deadLetters })
    .registerComponent(client("a"))
    .registerComponent(server("b", () => {}))
    .connect("a.out", "b.in", { whenFull: "fail", bufferSize: 1 });
  harness.ownResource("file", {
    [Symbol.dispose]: () => void deadLetters.told.push("file closed"),
  });
  const { accepted, refused } = await harness.redrive();
  assertEquals([accepted, refused.length], [1, 1]);
  assertStringIncludes(String(refused[0]?.cause), "found a function");
  deadLetters.add(letter(3));
  await harness.redrive(harness.deadLetters.slice(1)); // nobody has taken the first
  assertEquals(harness.deadLetters.length, 2);
  await harness.start();
  await harness.stop();
  assertEquals(deadLetters.told, [
    "take 1",
    "forget 1",
    "take 3",
    "put back 3",
    "file closed",
    "disposed of",
  ]);
});

Deno.test("what troubles a store is in health and metrics, and in the report of the stop", async () => {
  const deadLetters = new ToldBox(10);
  deadLetters.add(letter(1));
  const harness = new SystemExecutionHarness({ name: "shop", deadLetters })
    .registerComponent(client("a"));
  await harness.start();
  assertEquals(harness.health().deadLetterTrouble, undefined);
  const since = new Date(0);
  deadLetters.trouble = { unsaved: 1, since, error: new Error("disk full") };
  const { status, deadLetterTrouble } = harness.health();
  assertEquals(status, "ok");
  assertEquals(deadLetterTrouble, {
    unsaved: 1,
    since: since.toISOString(),
    error: "disk full",
  });
  const text = toPrometheus(harness.metrics());
  for (const family of ["total", "kept", "unsaved"]) {
    assertStringIncludes(
      text,
      `\nharness_dead_letters_${family}{system="shop"} 1\n`,
    );
  }
  const { errors } = await harness.stop();
  assertEquals(errors.map(({ name }) => name), ["dead letters"]);
});

function letter(data: number): DeadLetter {
  const message = createMessage({ data, source: "a.out" });
  const connection = "a.out -> b.in";
  return {
    component: "b",
    port: "in",
    connection,
    attempt: 1,
    cause: "why",
    message,
  };
}
