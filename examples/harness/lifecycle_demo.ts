/**
 * The life of three components: every transition with its time, a failure, the restart by supervision,
 * and the report of the stop.
 *
 *     deno run examples/harness/lifecycle_demo.ts
 *
 * Needs no permission.
 *
 * @module
 */
import { HarnessComponent, SystemExecutionHarness } from "@autocoder/harness";
import { Transcript } from "./transcript.ts";

const transcript = new Transcript();
const startedAt = performance.now();
const transitions: string[] = [];

/** Sends what it measures, then stays until it is stopped. */
class Sensor
  extends HarnessComponent<readonly number[], { out: { out: number } }> {
  override readonly ports = {
    out: { direction: "out", type: "celsius" },
  } as const;

  override async process(): Promise<void> {
    for (const celsius of this.config) await this.send("out", celsius);
    await this.stopped();
  }
}

/** Averages the last three values. Comes down once, with a value in hand. */
class Smoother extends HarnessComponent<
  { readonly failsAt: number },
  { in: { in: number }; out: { out: number } }
> {
  override readonly ports = {
    in: { direction: "in", type: "celsius", concurrency: 1 },
    out: { direction: "out", type: "celsius" },
  } as const;
  #lives = 0;
  #last: number[] = [];

  override setup(): void {
    this.#lives++;
    this.#last = [];
    tell(`${this.name}: life ${this.#lives} begins with an empty window`);
  }

  override process(): Promise<void> {
    return this.serve({ in: (celsius) => this.#smooth(celsius) });
  }

  async #smooth(celsius: number): Promise<void> {
    if (celsius === this.config.failsAt && this.#lives === 1) {
      this.fail(new Error(`the filter choked on ${celsius}`));
      return await this.stopped(); // in hand when the component comes down
    }
    this.#last = [...this.#last.slice(-2), celsius];
    const sum = this.#last.reduce((total, value) => total + value, 0);
    await this.send("out", sum / this.#last.length);
  }
}

/** Keeps what arrives. */
class Recorder extends HarnessComponent<
  { readonly expected: number },
  { in: { in: number } }
> {
  override readonly ports = {
    in: { direction: "in", type: "celsius" },
  } as const;
  readonly values: number[] = [];
  readonly complete: PromiseWithResolvers<void> = Promise.withResolvers();

  override process(): Promise<void> {
    return this.serve({ in: (celsius) => this.#keep(celsius) });
  }

  #keep(celsius: number): void {
    this.values.push(celsius);
    if (this.values.length === this.config.expected) this.complete.resolve();
  }
}

function tell(text: string): void {
  const milliseconds = (performance.now() - startedAt).toFixed(1);
  transcript.say(`${milliseconds.padStart(7)} ms  ${text}`);
}

const readings = [20, 22, 24, 21, 23, 25];
const sensor = new Sensor("sensor", readings);
const smoother = new Smoother("smoother", { failsAt: 24 });
const recorder = new Recorder("recorder", { expected: readings.length });

const restsMeanwhile: (string | undefined)[] = [];
const harness: SystemExecutionHarness = new SystemExecutionHarness({
  name: "weather_station",
  supervision: { maxRestarts: 3, windowMs: 5_000, backoff: { firstMs: 40 } },
  log: ({ level, event, component, error, from, to }) => {
    if (event === "transition") {
      transitions.push(`${component}: ${from} -> ${to}`);
      return tell(`${component}: ${from} -> ${to}`);
    }
    const why = error instanceof Error ? `: ${error.message}` : "";
    tell(`log ${level} ${event} ${component ?? ""}${why}`);
    if (event !== "failed") return;
    const { status, components } = harness.health();
    const resting = components.find(({ restarting }) => restarting);
    tell(`health: ${status}, "${resting?.name}" waits to be started again`);
    restsMeanwhile.push(resting?.restarting?.error);
  },
});

transcript.part("Registered and connected");
harness
  .registerComponent(sensor)
  .registerComponent(smoother, {
    restart: "transient",
    delivery: "at_least_once",
  })
  .registerComponent(recorder)
  .connect("sensor.out", "smoother.in", { bufferSize: 4 })
  .connect("smoother.out", "recorder.in", { bufferSize: 4 });

transcript.part("Started, receivers first; the smoother fails and comes back");
await harness.start();
await recorder.complete.promise;
for (
  const { name, state, restarts, lastError } of harness.health().components
) {
  tell(
    `${name} is ${state}, restarts: ${restarts}, last error: ${
      lastError ?? "none"
    }`,
  );
}

transcript.part("Stopped, sources first");
const report = await harness.stop();

transcript.part("What the stop reports");
transcript.say(
  JSON.stringify(
    report,
    (_, value) => value instanceof Error ? value.message : value,
    2,
  ),
);

transcript.part("Checks");
transcript.equal(
  "values, the one in hand included, none twice",
  recorder.values,
  [20, 21, 24, 22.5, 68 / 3, 23],
);
transcript.equal(
  "the smoother's way",
  transitions.filter((text) => text.startsWith("smoother")).map((text) =>
    text.split(": ")[1]
  ),
  [
    "created -> ready",
    "ready -> running",
    "running -> error",
    "error -> ready",
    "ready -> running",
    "running -> stopping",
    "stopping -> stopped",
  ],
);
transcript.equal(
  "started in this order",
  transitions.filter((text) => text.endsWith("ready -> running")).slice(0, 3)
    .map((text) => text.split(":")[0]),
  ["recorder", "smoother", "sensor"],
);
transcript.equal(
  "stopped in this order",
  transitions.filter((text) => text.endsWith("-> stopped")).map((text) =>
    text.split(":")[0]
  ),
  ["sensor", "smoother", "recorder"],
);
transcript.equal("what health said meanwhile", restsMeanwhile, [
  "the filter choked on 24",
]);
transcript.equal("restarts", smoother.metrics.restarts, 1);
transcript.equal(
  "every message is accounted for",
  report.ledger.balanced,
  true,
);
transcript.equal("dead letters", report.deadLetters, 0);
transcript.end();
