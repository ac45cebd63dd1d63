/**
 * Systems in which every component has something to do at every moment.
 *
 * @module
 */
import {
  Channel,
  type ChannelStats,
  HarnessComponent,
  ledgerBalances,
  type PortSpec,
  SystemExecutionHarness,
} from "@autocoder/harness";

/** One of them, running. */
export interface Saturated {
  /** What a health endpoint answers. */
  health(): unknown;
  /** Messages that reached the end so far. */
  delivered(): number;
  /** Stops it; tells whether every message is accounted for and everything ended in good order. */
  stop(): Promise<boolean>;
}

/** Starts each, by its name. */
export const SATURATED: Readonly<Record<string, () => Promise<Saturated>>> = {
  "nothing at all, for comparison": () => start(new SystemExecutionHarness()),
  "chain of five, handlers that return": () => chain(pass, count),
  "chain of five, async handlers": () => chain(passLater, countLater),
  "chain of five, drop-newest, async sink": () =>
    chain(pass, countLater, "drop-newest"),
  "fan-out to four, handlers that return": () => fanOut(count),
  "fan-out to four, async handlers": () => fanOut(countLater),
  "fan-in from four, handlers that return": () => fanIn(count),
  "fan-in from four, async handlers": () => fanIn(countLater),
  "16 requests in a loop, handlers that return": () => requests((n) => n),
  "16 requests in a loop, async handlers": () =>
    requests(async (n) => {
      await undefined;
      return n;
    }),
  "raw channels, three for await in a row": rawChannels,
};

type Ports = Readonly<Record<string, PortSpec>>;
type Handle = (part: Part, value: number) => unknown;

const OUT: Ports = { out: { direction: "out" } };
const IN: Ports = { in: { direction: "in" } };

const pass: Handle = (part, value) => part.put(value);
const passLater: Handle = async (part, value) => {
  await undefined;
  await part.put(value);
};
const count: Handle = (part) => void part.delivered++;
const countLater: Handle = async (part) => {
  await undefined;
  part.delivered++;
};

/** Sends as fast as it is let. */
class Flood extends HarnessComponent {
  override readonly ports: Ports = OUT;
  override async process(): Promise<void> {
    for (let n = 0; !this.signal.aborted; n++) await this.send("out", n);
  }
}

/** Handles what comes. */
class Part extends HarnessComponent<Handle> {
  override readonly ports: Ports = { ...IN, ...OUT };
  delivered = 0;
  put(value: number): Promise<void> {
    return this.send("out", value);
  }
  override process(): Promise<void> {
    return this.serve({ in: (value: number) => this.config(this, value) });
  }
}

/** Asks again as soon as it has its answer, sixteen times over. */
class Asker extends HarnessComponent {
  override readonly ports: Ports = OUT;
  override async process(): Promise<void> {
    const ask = async () => {
      for (let n = 0; !this.signal.aborted; n++) await this.request("out", n);
    };
    await Promise.all(Array.from({ length: 16 }, ask));
  }
}

class Answerer extends HarnessComponent<(value: number) => unknown> {
  override readonly ports: Ports = IN;
  delivered = 0;
  override process(): Promise<void> {
    return this.serve({
      in: (value: number) => {
        this.delivered++;
        return this.config(value);
      },
    });
  }
}

function chain(
  relay: Handle,
  end: Handle,
  whenFull: "block" | "drop-newest" = "block",
): Promise<Saturated> {
  const sink = new Part("sink", end);
  const harness = new SystemExecutionHarness()
    .registerComponent(new Flood("source", undefined));
  let last = "source";
  for (const name of ["first", "second", "third"]) {
    harness.registerComponent(new Part(name, relay));
    harness.connect(`${last}.out`, `${name}.in`, { whenFull });
    last = name;
  }
  harness.registerComponent(sink).connect(`${last}.out`, "sink.in");
  return start(harness, sink);
}

function fanOut(end: Handle): Promise<Saturated> {
  const harness = new SystemExecutionHarness()
    .registerComponent(new Flood("source", undefined));
  const sinks = ["a", "b", "c", "d"].map((name) => new Part(name, end));
  for (const sink of sinks) {
    harness.registerComponent(sink).connect("source.out", `${sink.name}.in`);
  }
  return start(harness, ...sinks);
}

function fanIn(end: Handle): Promise<Saturated> {
  const sink = new Part("sink", end);
  const harness = new SystemExecutionHarness().registerComponent(sink);
  for (const name of ["a", "b", "c", "d"]) {
    harness.registerComponent(new Flood(name, undefined));
    harness.connect(`${name}.out`, "sink.in");
  }
  return start(harness, sink);
}

function requests(answer: (value: number) => unknown): Promise<Saturated> {
  const answerer = new Answerer("answerer", answer);
  return start(
    new SystemExecutionHarness()
      .registerComponent(new Asker("asker", undefined))
      .registerComponent(answerer)
      .connect("asker.out", "answerer.in", { type: "request_reply" }),
    answerer,
  );
}

async function start(
  harness: SystemExecutionHarness,
  ...ends: readonly { readonly delivered: number }[]
): Promise<Saturated> {
  await harness.start();
  return {
    health: () => harness.health(),
    delivered: () => ends.reduce((sum, end) => sum + end.delivered, 0),
    stop: async () => {
      const { ledger, abandoned, failed } = await harness.stop();
      return ledger.balanced && ledger.queued + ledger.inHand === 0 &&
        abandoned.length + failed.length === 0;
    },
  };
}

// deno-lint-ignore require-await -- the others take time to start
async function rawChannels(): Promise<Saturated> {
  const channels = Array.from({ length: 3 }, () => new Channel<number>());
  const [first, second, third] = channels as [
    Channel<number>,
    Channel<number>,
    Channel<number>,
  ];
  let delivered = 0;
  let stopped = false;
  const produce = async () => {
    for (let n = 0; !stopped; n++) await first.send(n);
    first.close();
  };
  const move = async (from: Channel<number>, to: Channel<number>) => {
    for await (const n of from) await to.send(n);
    to.close();
  };
  const consume = async () => {
    for await (const _ of third) delivered++;
  };
  const ended = Promise.all([
    produce(),
    move(first, second),
    move(second, third),
    consume(),
  ]);
  return {
    health: () => channels.map((channel) => channel.stats()),
    delivered: () => delivered,
    stop: async () => {
      stopped = true;
      await ended;
      return channels.map((channel) => channel.stats()).every(isDone);
    },
  };
}

function isDone(stats: ChannelStats): boolean {
  return ledgerBalances(stats) && stats.depth === 0 && stats.inHand === 0;
}
