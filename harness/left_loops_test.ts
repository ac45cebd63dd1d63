import { HarnessComponent, SystemExecutionHarness } from "./mod.ts";
import { assert, assertEquals } from "@std/assert";

class Source extends HarnessComponent {
  override readonly ports = { out: { direction: "out" } } as const;
  override async process() {
    for (let n = 1; n <= 1000; n++) await this.send("out", n);
  }
}
/** Takes one message at a time: `next()` of the language, one loop a message. */
class OneByOne extends HarnessComponent {
  override readonly ports = { in: { direction: "in" } } as const;
  done: unknown[] = [];
  mostInHand = 0;
  fails = true;
  override async process() {
    const [channel] = this.receiveStreams.get("in")!;
    for (;;) {
      let got = false;
      for await (const { data } of channel!) {
        this.done.push(data);
        got = true;
        break;
      }
      if (!got) return;
      this.mostInHand = Math.max(this.mostInHand, channel!.stats().inHand);
      if (this.fails && this.done.length === 500) {
        this.fails = false;
        throw new Error("boom");
      }
    }
  }
}
Deno.test("a message at which a loop was left is done when the component asks for another", async () => {
  const one = new OneByOne("one");
  one.fails = false;
  await new SystemExecutionHarness().registerComponent(new Source("source"))
    .registerComponent(one)
    .connect("source.out", "one.in").run();
  assert(
    one.mostInHand < 10,
    `found ${one.mostInHand} in hand: memory grows with every message`,
  );
});
Deno.test("at most once: what was done long ago is no dead letter of a later failure", async () => {
  const one = new OneByOne("one");
  const harness = new SystemExecutionHarness({
    supervision: { backoff: { firstMs: 0 } },
  })
    .registerComponent(new Source("source")).registerComponent(one, {
      restart: "transient",
    })
    .connect("source.out", "one.in");
  await harness.run();
  assert(
    harness.deadLetters.length <= 1,
    `found ${harness.deadLetters.length} letters, of messages long done`,
  );
});
Deno.test("at least once: what was done long ago is not handled again", async () => {
  const one = new OneByOne("one");
  await new SystemExecutionHarness({ supervision: { backoff: { firstMs: 0 } } })
    .registerComponent(new Source("source"))
    .registerComponent(one, { restart: "transient", delivery: "at_least_once" })
    .connect("source.out", "one.in").run();
  assert(
    one.done.length <= 1001,
    `found ${one.done.length} takings of 1000 messages`,
  );
  assertEquals(new Set(one.done).size, 1000);
});
