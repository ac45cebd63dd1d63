import { assert, assertEquals, assertRejects } from "@std/assert";
import { exploreSchedules } from "./explore_schedules.ts";
import type { SeededScheduler } from "./seeded_scheduler.ts";
import { SystemExecutionHarness } from "./system_execution_harness.ts";
import { Double, OUT, server, source } from "./test_doubles.ts";

/** Counts what comes in, and looks away between reading and writing the count. */
class Careless extends Double {
  total = 0;

  constructor(name: string) {
    super(name, {
      ports: { in: { direction: "in" }, ...OUT },
      process: (self) =>
        self.answer({
          in: async (n: number) => {
            const before = this.total;
            await self.ask("out", n);
            this.total = before + 1;
          },
        }),
    });
  }
}

async function counts(scheduler: SeededScheduler): Promise<void> {
  const careless = new Careless("careless");
  await using harness = new SystemExecutionHarness({ clock: scheduler.clock })
    .registerComponent(scheduler.control(source("source", [1, 2])))
    .registerComponent(scheduler.control(careless))
    .registerComponent(server("audit", () => "noted"))
    .connect("source.out", "careless.in")
    .connect("careless.out", "audit.in", { type: "request_reply" });
  await harness.run();
  if (careless.total !== 2) {
    throw new Error(`found ${careless.total}, wanted 2`);
  }
}

Deno.test("exploreSchedules() finds a lost update, names the seed, and replays exactly that", async () => {
  const found = await assertRejects(() => exploreSchedules(counts), Error);
  const seed = Number(/seed: (\d+)/.exec(found.message)?.[1]);
  assert(
    found.message.startsWith(
      `Cannot confirm the property: found it broken under seed ${seed}, the ${
        seed + 1
      }. tried, ` + `wanted it to hold: found 1, wanted 2\nReplay it`,
    ),
    found.message,
  );
  assertEquals(found.cause, new Error("found 1, wanted 2"));
  const replayed = await assertRejects(
    () => exploreSchedules(counts, { seed }),
    Error,
  );
  const turns = (error: Error) => error.message.split("Replay")[1];
  assertEquals(turns(replayed), turns(found));
  // The same property holds in other orders, so it is the order that was found.
  let holds = 0;
  for (let other = 0; other < 20; other++) {
    await exploreSchedules(counts, { seed: other }).then(
      () => holds++,
      () => {},
    );
  }
  assert(holds > 0 && holds < 20, `found it to hold for ${holds} of 20 seeds`);
});

Deno.test("exploreSchedules() tells how many orders it has seen", async () => {
  const seen = await exploreSchedules(async (scheduler) => {
    const turns = ["a", "b"].map((name) => scheduler.yield(name));
    await Promise.all(turns);
  }, { seeds: 20 });
  assertEquals(seen, { seeds: 20, schedules: 2 });
  await assertRejects(
    () => exploreSchedules(() => {}, { seeds: 0 }),
    RangeError,
    "Cannot explore schedules: found 0 seeds, wanted at least 1",
  );
});

Deno.test("exploreSchedules() takes a property that does not go on for broken", async () => {
  const found = await assertRejects(
    () =>
      exploreSchedules(async (scheduler) => {
        await scheduler.yield("a");
        await new Promise(() => {});
      }),
    Error,
  );
  assert(found.message.includes("Cannot go on under seed 0"), found.message);
});
