import { HarnessComponent, SystemExecutionHarness } from "./mod.ts";
import { VirtualClock } from "./virtual_clock.ts";
import { assert, assertEquals } from "@std/assert";

for (const strategy of ["one_for_all", "rest_for_one"] as const) {
  Deno.test(`${strategy}: a member whose setup fails once on the way back is tried again`, async () => {
    const clock = new VirtualClock();
    const boom = Promise.withResolvers<void>();
    class First extends HarnessComponent {
      lives = 0;
      override async process() {
        if (++this.lives === 1) {
          await boom.promise;
          throw new Error("boom");
        }
        await this.stopped();
      }
    }
    class Second extends HarnessComponent {
      setups = 0;
      override setup() {
        if (++this.setups === 2) throw new Error("the database is not up yet");
      }
      override process() {
        return this.stopped();
      }
    }
    const [first, second] = [new First("first"), new Second("second")];
    const harness = new SystemExecutionHarness({
      clock,
      memberDefaults: { restart: "permanent" },
      supervision: {
        strategy,
        maxRestarts: 10,
        windowMs: 60_000,
        backoff: { firstMs: 10 },
      },
    }).registerComponent(first).registerComponent(second, { after: ["first"] });
    await harness.start();
    boom.resolve();
    await clock.advance(60_000);
    const states = harness.components.map(({ name, status }) =>
      `${name} ${status.state}`
    );
    const { setups } = second;
    const stopped = harness.stop();
    await clock.advance(20_000);
    await stopped;
    assertEquals([states, setups], [["first running", "second running"], 3]);
  });
}

Deno.test("a cleanup() that hangs between two lives does not hold the system for ever", async () => {
  const clock = new VirtualClock();
  const events: string[] = [];
  class Flaky extends HarnessComponent {
    lives = 0;
    override process() {
      if (++this.lives === 1) throw new Error("boom");
      return this.stopped();
    }
    override cleanup() {
      return new Promise<void>(() => {});
    }
  }
  const flaky = new Flaky("flaky");
  const harness = new SystemExecutionHarness({
    clock,
    log: ({ event }) => void events.push(event),
    supervision: { backoff: { firstMs: 10 } },
  })
    .registerComponent(flaky, { restart: "permanent" });
  await harness.start();
  await clock.advance(3_600_000);
  const lives = flaky.lives;
  const stillRunning = harness.state === "running";
  const stopped = harness.stop();
  await clock.advance(20_000);
  await stopped;
  assert(
    lives > 1 || events.includes("abandoned") && !stillRunning,
    `found one life after an hour, events: ${events}`,
  );
});
