import { HarnessComponent, SystemExecutionHarness } from "./mod.ts";
import { VirtualClock } from "./virtual_clock.ts";
import { assertEquals } from "@std/assert";

const IN = { in: { direction: "in" } } as const,
  OUT = { out: { direction: "out" } } as const;
class Source extends HarnessComponent {
  override readonly ports = OUT;
  constructor(readonly count: number) {
    super("source");
  }
  override async process() {
    for (let n = 0; n < this.count && !this.signal.aborted; n++) {
      await this.send("out", n);
    }
  }
}
Deno.test("a setup that fails after an ordinary end leaves the state error, and no error of the harness's own", async () => {
  const clock = new VirtualClock();
  class Periodic extends HarnessComponent {
    setups = 0;
    override setup() {
      if (++this.setups === 2) throw new Error("no database");
    }
    override process() {
      return this.setups === 1 ? undefined : this.stopped();
    }
  }
  const periodic = new Periodic("periodic");
  const harness = new SystemExecutionHarness({
    clock,
    supervision: { backoff: { firstMs: 50, jitter: 0 } },
  })
    .registerComponent(periodic, { restart: "permanent" });
  await harness.start();
  await clock.advance(60);
  const { state } = periodic.status;
  const stopping = harness.stop();
  await clock.advance(20_000);
  const { errors, failed } = await stopping;
  assertEquals([
    state,
    errors.map(({ error }) => (error as Error).message),
    failed,
  ], ["error", ["no database"], ["periodic"]]);
});
Deno.test("a retryIf that throws does not hide why the message failed", async () => {
  const boom = new Error("boom");
  class Sink extends HarnessComponent {
    override readonly ports = IN;
    override process() {
      return this.serve({
        in: () => {
          throw boom;
        },
      }, {
        retry: {
          attempts: 2,
          retryIf: (e) =>
            (e as { response: { status: number } }).response.status > 499,
        },
      });
    }
  }
  const harness = new SystemExecutionHarness().registerComponent(new Source(1))
    .registerComponent(new Sink("sink")).connect("source.out", "sink.in");
  await harness.run();
  assertEquals(harness.deadLetters.map(({ cause }) => cause), [boom]);
});
Deno.test("dead letters that made way for others do not come back", async () => {
  let works = false;
  class Sink extends HarnessComponent {
    override readonly ports = IN;
    override async process() {
      await this.serve({
        in: () => {
          if (!works) throw new Error("boom");
        },
      });
    }
  }
  class Held extends Source {
    override async process() {
      await super.process();
      await this.stopped();
    }
  }
  const harness = new SystemExecutionHarness({ deadLetterLimit: 10 })
    .registerComponent(new Held(15)).registerComponent(new Sink("sink"))
    .connect("source.out", "sink.in");
  await harness.start();
  while (harness.deadLetters.at(-1)?.message.data !== 14) {
    await new Promise((r) => setTimeout(r, 1));
  }
  works = true;
  await harness.redrive();
  const left = harness.deadLetters.map(({ message }) => message.data);
  await harness.stop();
  assertEquals(left, []);
});
