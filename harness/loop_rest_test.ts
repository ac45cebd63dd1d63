import { HarnessComponent, SystemExecutionHarness } from "./mod.ts";
import { VirtualClock } from "./virtual_clock.ts";
import { assertEquals } from "@std/assert";

Deno.test("one_for_all: a component that waits in a for await is started again, not abandoned", async () => {
  const clock = new VirtualClock();
  const boom = Promise.withResolvers<void>();
  class Source extends HarnessComponent {
    override readonly ports = { out: { direction: "out" } } as const;
    lives = 0;
    override async process() {
      const life = ++this.lives;
      await this.send("out", life);
      if (life === 1) {
        await boom.promise;
        throw new Error("boom");
      }
      await this.stopped();
    }
  }
  class Looper extends HarnessComponent {
    override readonly ports = { in: { direction: "in" } } as const;
    seen: unknown[] = [];
    override async process() {
      for (const channel of this.receiveStreams.get("in") ?? []) {
        for await (const { data } of channel) this.seen.push(data);
      }
    }
  }
  const looper = new Looper("looper");
  const harness = new SystemExecutionHarness({
    clock,
    memberDefaults: { restart: "permanent" },
    supervision: { strategy: "one_for_all", backoff: { firstMs: 10 } },
  }).registerComponent(new Source("source")).registerComponent(looper).connect(
    "source.out",
    "looper.in",
  );
  await harness.start();
  await clock.advance(1);
  boom.resolve();
  await clock.advance(60_000);
  const state = looper.status.state;
  const stopped = harness.stop();
  await clock.advance(20_000);
  const { abandoned } = await stopped;
  assertEquals([looper.seen, state, abandoned], [[1, 2], "running", []]);
});
