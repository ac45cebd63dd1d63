/**
 * Measures the harness against its goals and, consumed the same way in the same run, against its peers.
 *
 * Medians of rounds in turns, so that what disturbs the machine disturbs all of them.
 *
 * @module
 */
import { Transform } from "node:stream";
import {
  Channel,
  HarnessComponent,
  type PortSpec,
  SystemExecutionHarness,
} from "@autocoder/harness";
import {
  type Circumstances,
  circumstances,
  median,
  record,
  table,
} from "../record.ts";

const CAPACITY = 64;
const ITEMS = 100_000;
const ROUNDS = 7;
const EFFECT = "npm:effect@4.1.0";

interface Results {
  readonly circumstances: Circumstances;
  /** Nanoseconds an item, by mechanism: medians. */
  readonly nanosPerItem: Readonly<Record<string, number>>;
  /** Nanoseconds a message for so many components in a row. */
  readonly nanosPerMessage: Readonly<Record<string, number>>;
  readonly chain: Chain;
  /** Microseconds from a request to its answer in an idle system. */
  readonly latencyMicros: { readonly p50: number; readonly p99: number };
  /** MiB: a bare Deno, and one that runs three components. */
  readonly residentMiB: { readonly bare: number; readonly withHarness: number };
  /** What could not be measured, and why. */
  readonly notMeasured: readonly string[];
}

interface Chain {
  readonly components: number;
  readonly startMs: number;
  readonly stopMs: number;
  readonly balanced: boolean;
}

/** Runs everything and records it. */
export async function benchHarness(): Promise<void> {
  const notMeasured: string[] = [];
  const hops: Record<string, () => Promise<void>> = {
    "Channel: await send, for await": channelHop,
    "TransformStream: await ready, for await": transformHop,
    "node:stream in object mode: write until full, for await": nodeHop,
    "Channel: trySend, tryReceive": synchronousHop,
    "Channel: trySend, drain": batchedHop,
  };
  const effect = await effectHop();
  if (effect) hops["Effect Queue.bounded: offer, take"] = effect;
  else notMeasured.push(`Effect: ${EFFECT} could not be loaded`);
  const nanosPerItem = await mediansOf(hops);
  const anyio = await anyioHop();
  if (anyio === undefined) notMeasured.push("AnyIO: python3 has no anyio here");
  else nanosPerItem["AnyIO memory object stream: send, async for"] = anyio;
  const nanosPerMessage = await mediansOf({
    "2 components": () => components(0),
    "3 components": () => components(1),
    "4 components": () => components(2),
  });
  const results: Results = {
    circumstances: await circumstances(
      "deno run -A evidence/harness/bench_harness.ts",
    ),
    nanosPerItem,
    nanosPerMessage,
    chain: await chain(1000),
    latencyMicros: await latency(),
    residentMiB: await resident(),
    notMeasured,
  };
  await record(new URL("./", import.meta.url), results, markdown(results));
}

async function mediansOf(
  runs: Readonly<Record<string, () => Promise<void>>>,
): Promise<Record<string, number>> {
  const nanos: Record<string, number[]> = {};
  for (let round = 0; round <= ROUNDS; round++) {
    for (const [name, run] of Object.entries(runs)) {
      const startedAt = performance.now();
      await run();
      const each = (performance.now() - startedAt) * 1e6 / ITEMS;
      if (round > 0) (nanos[name] ??= []).push(each); // the first warms up
    }
  }
  return Object.fromEntries(
    Object.entries(nanos).map(([name, values]) => [name, median(values)]),
  );
}

async function consume(items: AsyncIterable<number>): Promise<void> {
  let sum = 0;
  for await (const item of items) sum += item;
  expectSum(sum);
}

function expectSum(sum: number): void {
  if (sum !== ITEMS * (ITEMS - 1) / 2) throw new Error(`lost items: ${sum}`);
}

async function channelHop(): Promise<void> {
  const channel = new Channel<number>({ capacity: CAPACITY });
  const produce = async () => {
    for (let item = 0; item < ITEMS; item++) await channel.send(item);
    channel.close();
  };
  await Promise.all([produce(), consume(channel)]);
}

async function transformHop(): Promise<void> {
  const { readable, writable } = new TransformStream<number, number>(
    { transform: (item, controller) => controller.enqueue(item) },
    { highWaterMark: CAPACITY },
    { highWaterMark: CAPACITY },
  );
  const produce = async () => {
    const writer = writable.getWriter();
    for (let item = 0; item < ITEMS; item++) {
      await writer.ready;
      void writer.write(item);
    }
    await writer.close();
  };
  await Promise.all([produce(), consume(readable)]);
}

async function nodeHop(): Promise<void> {
  const stream = new Transform({
    objectMode: true,
    highWaterMark: CAPACITY,
    transform: (item, _encoding, done) => done(null, item),
  });
  const produce = async () => {
    // In object mode null would end the stream; items are boxed, as users of it do with numbers.
    for (let item = 0; item < ITEMS; item++) {
      if (!stream.write({ item })) {
        await new Promise((resolve) => stream.once("drain", resolve));
      }
    }
    stream.end();
  };
  const unboxed = async () => {
    let sum = 0;
    for await (const { item } of stream) sum += item;
    expectSum(sum);
  };
  await Promise.all([produce(), unboxed()]);
}

async function synchronousHop(): Promise<void> {
  const channel = new Channel<number>({ capacity: CAPACITY });
  let sum = 0;
  for (let item = 0; item < ITEMS; item++) {
    channel.trySend(item);
    sum += channel.tryReceive()!;
  }
  expectSum(sum);
  await Promise.resolve();
}

async function batchedHop(): Promise<void> {
  const channel = new Channel<number>({ capacity: CAPACITY });
  let sum = 0;
  for (let item = 0; item < ITEMS;) {
    while (item < ITEMS && channel.trySend(item)) item++;
    for (const value of channel.drain()) sum += value;
  }
  expectSum(sum);
  await Promise.resolve();
}

async function effectHop(): Promise<(() => Promise<void>) | undefined> {
  try {
    const { Effect, Queue } = await import(EFFECT);
    return () =>
      Effect.runPromise(Effect.gen(function* () {
        const queue = yield* Queue.bounded(CAPACITY);
        const produce = Effect.gen(function* () {
          for (let item = 0; item < ITEMS; item++) {
            yield* Queue.offer(queue, item);
          }
        });
        const take = Effect.gen(function* () {
          let sum = 0;
          for (let item = 0; item < ITEMS; item++) {
            sum += yield* Queue.take(queue);
          }
          expectSum(sum);
        });
        yield* Effect.all([produce, take], { concurrency: "unbounded" });
      }));
  } catch {
    return undefined;
  }
}

/** Nanoseconds an item in the mission's own base, where Python has it. */
async function anyioHop(): Promise<number | undefined> {
  try {
    const { code, stdout } = await new Deno.Command("python3", {
      args: ["-c", ANYIO],
    }).output();
    return code === 0 ? Number(new TextDecoder().decode(stdout)) : undefined;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return undefined;
    throw error;
  }
}

const ANYIO = `
import anyio, statistics, time

async def produce(send):
    async with send:
        for item in range(${ITEMS}):
            await send.send(item)

async def hop():
    send, receive = anyio.create_memory_object_stream(max_buffer_size=${CAPACITY})
    total = 0
    async with anyio.create_task_group() as tasks:
        tasks.start_soon(produce, send)
        async with receive:
            async for item in receive:
                total += item
    assert total == ${ITEMS} * (${ITEMS} - 1) // 2

async def main():
    times = []
    for _ in range(${ROUNDS}):
        begin = time.perf_counter_ns()
        await hop()
        times.append((time.perf_counter_ns() - begin) / ${ITEMS})
    print(statistics.median(times))

anyio.run(main)
`;

type Ports = Readonly<Record<string, PortSpec>>;

class Source extends HarnessComponent<number> {
  override readonly ports: Ports = { out: { direction: "out" } };
  override async process(): Promise<void> {
    for (let item = 0; item < this.config; item++) {
      await this.send("out", item);
    }
  }
}

class Relay extends HarnessComponent {
  override readonly ports: Ports = {
    in: { direction: "in" },
    out: { direction: "out" },
  };
  override process(): Promise<void> {
    return this.serve({ in: (item: number) => this.send("out", item) });
  }
}

class Sum extends HarnessComponent {
  override readonly ports: Ports = { in: { direction: "in" } };
  sum = 0;
  override process(): Promise<void> {
    return this.serve({ in: (item: number) => void (this.sum += item) });
  }
}

/** Source, relays and sink under supervision, with envelopes, metrics and the ledger. */
async function components(relays: number): Promise<void> {
  const sink = new Sum("sink", undefined);
  const harness = line(relays, ITEMS, sink);
  await harness.run();
  expectSum(sink.sum);
  const { ledger } = await harness.stop();
  if (!ledger.balanced) throw new Error("the ledger does not close");
}

function line(
  relays: number,
  items: number,
  sink: Sum,
): SystemExecutionHarness {
  const harness = new SystemExecutionHarness();
  const restart = "transient";
  harness.registerComponent(new Source("source", items), { restart });
  let last = "source";
  for (let n = 0; n < relays; n++) {
    harness.registerComponent(new Relay(`relay${n}`, undefined), { restart });
    harness.connect(`${last}.out`, `relay${n}.in`, { bufferSize: CAPACITY });
    last = `relay${n}`;
  }
  return harness
    .registerComponent(sink, { restart })
    .connect(`${last}.out`, "sink.in", { bufferSize: CAPACITY });
}

class Open extends Source {
  override process(): Promise<void> {
    return new Promise((resolve) =>
      this.signal.addEventListener("abort", () => resolve())
    );
  }
}

/** The median of starts and stops of a long chain, measured like everything else after a warm-up. */
async function chain(size: number): Promise<Chain> {
  const starts: number[] = [];
  const stops: number[] = [];
  let balanced = true;
  for (let round = 0; round < ROUNDS; round++) {
    const harness = new SystemExecutionHarness();
    harness.registerComponent(new Open("c0", 0));
    for (let n = 1; n < size; n++) {
      const component = n === size - 1
        ? new Sum(`c${n}`, undefined)
        : new Relay(`c${n}`, undefined);
      harness.registerComponent(component);
      harness.connect(`c${n - 1}.out`, `c${n}.in`);
    }
    const begin = performance.now();
    await harness.start();
    const started = performance.now();
    const report = await harness.stop();
    starts.push(started - begin);
    stops.push(performance.now() - started);
    balanced &&= report.ledger.balanced && report.stopped.length === size;
  }
  return {
    components: size,
    startMs: median(starts),
    stopMs: median(stops),
    balanced,
  };
}

class Asker extends HarnessComponent {
  override readonly ports: Ports = { ask: { direction: "out" } };
  readonly micros: number[] = [];
  override async process(): Promise<void> {
    for (let n = 0; n < 2_200; n++) {
      // A turn of the event loop between two: the system is idle when it is asked.
      await new Promise((resolve) => setTimeout(resolve, 0));
      const begin = performance.now();
      await this.request("ask", n);
      if (n >= 200) this.micros.push((performance.now() - begin) * 1000);
    }
  }
}

class Echo extends HarnessComponent {
  override readonly ports: Ports = { in: { direction: "in" } };
  override process(): Promise<void> {
    return this.serve({ in: (value: unknown) => value });
  }
}

async function latency(): Promise<Results["latencyMicros"]> {
  const asker = new Asker("asker", undefined);
  await new SystemExecutionHarness()
    .registerComponent(asker)
    .registerComponent(new Echo("echo", undefined))
    .connect("asker.ask", "echo.in", { type: "request_reply" })
    .run();
  const sorted = asker.micros.toSorted((a, b) => a - b);
  const at = (part: number) => sorted[Math.floor(sorted.length * part)]!;
  return { p50: at(0.5), p99: at(0.99) };
}

/** Asks processes of their own for what they occupy. */
async function resident(): Promise<Results["residentMiB"]> {
  const measure = async (code: string) => {
    const { stdout } = await new Deno.Command(Deno.execPath(), {
      args: ["eval", `${code};${PRINT_RSS}`],
      cwd: new URL("../../", import.meta.url),
    }).output();
    return Number(new TextDecoder().decode(stdout)) / 2 ** 20;
  };
  const module = new URL("../../harness/mod.ts", import.meta.url).href;
  const bare: number[] = [];
  const withHarness: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    bare.push(await measure(""));
    withHarness.push(await measure(runThree(module)));
  }
  return { bare: median(bare), withHarness: median(withHarness) };
}

const PRINT_RSS = "console.log(Deno.memoryUsage().rss)";

function runThree(module: string): string {
  return `
    const { HarnessComponent, SystemExecutionHarness } = await import(${
    JSON.stringify(module)
  });
    const part = (ports, process) => new (class extends HarnessComponent {
      ports = ports; process() { return process(this); } })(
        "c" + Object.keys(ports).join(""), undefined);
    const i = { direction: "in" }, o = { direction: "out" };
    const source = part({ out: o }, async (c) => { for (let n = 0; n < 1000; n++) await c.send("out", n); });
    const relay = part({ in: i, out: o }, (c) => c.serve({ in: (n) => c.send("out", n) }));
    const sink = part({ in: i }, (c) => c.serve({ in: () => {} }));
    await new SystemExecutionHarness().registerComponent(source).registerComponent(relay)
      .registerComponent(sink).connect("cout.out", "cinout.in").connect("cinout.out", "cin.in").run()`;
}

function markdown(results: Results): string {
  const { nanosPerItem, nanosPerMessage, chain, latencyMicros, residentMiB } =
    results;
  const ours = nanosPerItem["Channel: await send, for await"]!;
  const rows = Object.entries(nanosPerItem).map(([name, nanos]) => [
    name,
    nanos.toFixed(0),
    (nanos / ours).toFixed(1),
  ]);
  const added = residentMiB.withHarness - residentMiB.bare;
  const [two, three, four] = Object.values(nanosPerMessage);
  return `# The harness beside its peers and its goals

Medians of ${ROUNDS} rounds in turns, ${ITEMS} items, capacity ${CAPACITY}.

## One hop

${table(["", "ns an item", "times ours"], rows)}

Goals: at least 3 times a TransformStream, 2 times Effect and node:stream; at most 40 ns where nothing is awaited.

## Systems

${
    table(["", "measured", "goal"], [
      [
        "source, relay and sink with envelope, metrics, ledger and supervision, ns a message",
        three!.toFixed(0),
        "300",
      ],
      [
        "one component more, ns a message",
        ((four! - two!) / 2).toFixed(0),
        "",
      ],
      [
        `${chain.components} components in a chain: start, ms`,
        chain.startMs.toFixed(1),
        "150",
      ],
      [
        `${chain.components} components in a chain: stop, ms`,
        chain.stopMs.toFixed(1),
        "150",
      ],
      [
        "their ledger and ends",
        chain.balanced ? "exact" : "not exact",
        "exact",
      ],
      [
        "request and reply, idle: p50 · p99, µs",
        `${latencyMicros.p50.toFixed(1)} · ${latencyMicros.p99.toFixed(1)}`,
        "p99 50",
      ],
      [
        "resident: bare Deno · with three components, MiB",
        `${residentMiB.bare.toFixed(1)} · ${
          residentMiB.withHarness.toFixed(1)
        } (+${added.toFixed(1)})`,
        "+10, 50 in all",
      ],
    ])
  }

${results.notMeasured.map((what) => `Not measured: ${what}.\n`).join("")}`;
}

if (import.meta.main) await benchHarness();
