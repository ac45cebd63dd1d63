import { HarnessComponent, SystemExecutionHarness } from "./mod.ts";
import { VirtualClock } from "./virtual_clock.ts";
import { assertEquals } from "@std/assert";

// The usual shape: serve, and do something every second. serve() or a handler makes the life fail.
class Poller extends HarnessComponent {
  override readonly ports = { in: { direction: "in" } } as const;
  lives = 0;
  beats: number[] = [];
  signals: AbortSignal[] = [];
  override async process(): Promise<void> {
    const life = ++this.lives;
    this.signals.push(this.signal);
    await Promise.all([
      this.serve({
        in: (n: number) => {
          if (n === 13) this.fail(new Error("boom"));
        },
      }),
      this.#beat(life),
    ]);
  }
  async #beat(life: number): Promise<void> {
    while (await this.sleep(1000)) this.beats.push(life);
  }
}
class Source extends HarnessComponent {
  override readonly ports = { out: { direction: "out" } } as const;
  constructor(readonly values: number[]) {
    super("source");
  }
  override async process() {
    for (const n of this.values) await this.send("out", n);
    await this.stopped();
  }
}

Deno.test("a life that failed is told by its signal, so that its other branches end", async () => {
  const clock = new VirtualClock();
  const poller = new Poller("poller");
  const harness = new SystemExecutionHarness({
    clock,
    supervision: { backoff: { firstMs: 0 } },
  })
    .registerComponent(new Source([13, 1]))
    .registerComponent(poller, { restart: "transient" })
    .connect("source.out", "poller.in");
  await harness.start();
  await clock.advance(10);
  assertEquals(poller.lives, 2);
  poller.beats = [];
  await clock.advance(1000);
  const beats = poller.beats;
  const aborted = poller.signals.map((s) => s.aborted);
  const stopped = harness.stop();
  await clock.advance(20_000);
  await stopped;
  assertEquals(aborted, [true, false]);
  assertEquals(beats, [2]);
});

Deno.test("nothing of a temporary component that failed goes on after the stop", async () => {
  const clock = new VirtualClock();
  const poller = new Poller("poller");
  const harness = new SystemExecutionHarness({ clock })
    .registerComponent(new Source([13]))
    .registerComponent(poller)
    .connect("source.out", "poller.in");
  await harness.start();
  await clock.advance(10);
  const stopped = harness.stop();
  await clock.advance(20_000);
  await stopped;
  assertEquals(poller.signals[0]!.aborted, true);
  assertEquals(clock.pending, 0); // the sleep() of a failed life would keep the process alive
});

Deno.test("a setup that is given up after startTimeoutMs, on a restart, is told by its signal", async () => {
  const clock = new VirtualClock();
  const signals: AbortSignal[] = [];
  class Slow extends HarnessComponent {
    override setup(context?: { signal: AbortSignal }) {
      const { signal } = context!;
      if (signals.push(signal) !== 2) return;
      return new Promise<void>((_, reject) =>
        signal.addEventListener("abort", () => reject(signal.reason))
      );
    }
    override process() {
      if (signals.length === 1) throw new Error("boom");
      return this.stopped();
    }
  }
  const harness = new SystemExecutionHarness({ clock }).registerComponent(
    new Slow("slow"),
    { startTimeoutMs: 100, restart: "permanent" },
  );
  await harness.start();
  await clock.advance(2_000);
  const found = [signals.length, signals[1]!.aborted];
  const stopped = harness.stop();
  await clock.advance(20_000);
  await stopped;
  assertEquals(found, [3, true]);
});

Deno.test("a message that is in hand when its component has ended for good is a dead letter", async () => {
  const clock = new VirtualClock();
  class Source extends HarnessComponent {
    override readonly ports = { out: { direction: "out" } } as const;
    override async process() {
      await this.send("out", 1);
    }
  }
  class Sink extends HarnessComponent {
    override readonly ports = { in: { direction: "in" } } as const;
    override async process() {
      // Ends when told to, whatever its handlers do: hanging I/O.
      await Promise.race([
        this.serve({ in: () => new Promise(() => {}) }),
        this.stopped(),
      ]);
    }
  }
  const harness = new SystemExecutionHarness({ clock }).registerComponent(
    new Source("source"),
  ).registerComponent(new Sink("sink"))
    .connect("source.out", "sink.in");
  await harness.start();
  await clock.advance(1);
  const stopping = harness.stop();
  await clock.advance(20_000);
  const report = await stopping;
  assertEquals(
    [
      report.stopped,
      report.ledger.inHand,
      harness.deadLetters.map((l) => l.message.data),
    ],
    [["source", "sink"], 0, [1]],
  );
});
