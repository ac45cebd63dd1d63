import { HarnessComponent, SystemExecutionHarness } from "./mod.ts";
import { VirtualClock } from "./virtual_clock.ts";
import { assertEquals } from "@std/assert";

const OUT = { out: { direction: "out" } } as const;
class Source extends HarnessComponent {
  override readonly ports = OUT;
  override async process() {
    for (let n = 1; n <= 5; n++) {
      await this.send("out", n);
      await this.sleep(10);
    }
  }
}
for (const how of ["serve", "for await"] as const) {
  Deno.test(`${how}: a life that failed does not come to what follows the end of its inputs`, async () => {
    const clock = new VirtualClock();
    const summaries: string[] = [];
    class Total extends HarnessComponent {
      override readonly ports = { in: { direction: "in" } } as const;
      lives = 0;
      override async process() {
        const life = ++this.lives;
        let total = 0;
        const take = (n: number) => {
          if (n === 3 && life === 1) this.fail(new Error("lost the database"));
          else total += n;
        };
        if (how === "serve") await this.serve({ in: take });
        else {for await (const { data } of this.receiveStreams.get("in")![0]!) {
            take(data as number);
          }}
        summaries.push(`life ${life}: ${total}`);
      }
    }
    const harness = new SystemExecutionHarness({
      clock,
      supervision: { backoff: { firstMs: 5 } },
    })
      .registerComponent(new Source("source")).registerComponent(
        new Total("total"),
        { restart: "transient" },
      )
      .connect("source.out", "total.in");
    const run = harness.run();
    await clock.advance(10_000);
    await run;
    assertEquals(summaries, ["life 2: 9"]);
  });
}

const OUTCOMES: Readonly<Record<string, () => unknown>> = {
  "returns": () => "an answer",
  "throws": () => {
    throw new Error("of its own");
  },
  "answers later": () => Promise.resolve("an answer"),
};
for (const [how, outcome] of Object.entries(OUTCOMES)) {
  Deno.test(`a handler that lets its component fail and ${how} keeps its message in hand`, async () => {
    const clock = new VirtualClock();
    const seen: string[] = [];
    class Server extends HarnessComponent {
      override readonly ports = { in: { direction: "in" } } as const;
      lives = 0;
      override process() {
        const life = ++this.lives;
        return this.serve({
          in: (n: number) => {
            seen.push(`life ${life}: ${n}`);
            if (life > 1 || n !== 2) return;
            this.fail(new Error("lost the database"));
            return outcome();
          },
        });
      }
    }
    const harness = new SystemExecutionHarness({
      clock,
      supervision: { backoff: { firstMs: 5 } },
    })
      .registerComponent(new Source("source"))
      .registerComponent(new Server("server"), {
        restart: "transient",
        delivery: "at_least_once",
      })
      .connect("source.out", "server.in");
    const run = harness.run();
    await clock.advance(10_000);
    await run;
    assertEquals(seen.slice(0, 3), ["life 1: 1", "life 1: 2", "life 2: 2"]);
    const { ledger } = await harness.stop();
    assertEquals([ledger.acknowledged, ledger.dead], [5, 0]);
  });
}
