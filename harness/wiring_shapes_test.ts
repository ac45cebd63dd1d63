/**
 * Every shape of wiring under every policy: everything that is sent arrives or is accounted for, no
 * channel holds more than it may, and a system that makes no progress fails.
 *
 * @module
 */
import { assert, assertEquals } from "@std/assert";
import type { ChannelStats, FullPolicy } from "./channel_stats.ts";
import { ChannelFull } from "./errors.ts";
import { SystemExecutionHarness } from "./system_execution_harness.ts";
import { client, Double, IN, OUT, server, sink } from "./test_doubles.ts";
import { nextTurn } from "./turn.ts";

interface Shape {
  readonly name: string;
  /** Adds components and connections; the senders send `COUNT` values each. */
  readonly build: (harness: SystemExecutionHarness, world: World) => void;
  /** How many values arrive when nothing is dropped. */
  readonly arrivals: number;
  /** Whether somebody stops taking values, so that only `stop()` ends the system. */
  readonly stalls?: boolean;
}

/** What the components of a shape share. */
interface World {
  readonly whenFull: FullPolicy;
  /** Values that reached the end of their way. */
  readonly arrived: unknown[];
  /** Anything that moved at all. */
  moves: number;
  /** Values refused by a full channel. */
  refused: number;
}

const SHAPES: readonly Shape[] = [
  {
    name: "a chain",
    arrivals: 200,
    build(harness, world) {
      harness.registerComponent(sender("a", world))
        .registerComponent(relay("b", world))
        .registerComponent(relay("c", world))
        .registerComponent(end("d", world));
      connect(harness, world, ["a.out", "b.in"], ["b.out", "c.in"], [
        "c.out",
        "d.in",
      ]);
    },
  },
  {
    name: "a fan-out",
    arrivals: 600,
    build(harness, world) {
      harness.registerComponent(sender("a", world));
      for (const name of ["b", "c", "d"]) {
        harness.registerComponent(end(name, world));
        connect(harness, world, ["a.out", `${name}.in`]);
      }
    },
  },
  {
    name: "a fan-in",
    arrivals: 600,
    build(harness, world) {
      harness.registerComponent(end("d", world));
      for (const name of ["a", "b", "c"]) {
        harness.registerComponent(sender(name, world));
        connect(harness, world, [`${name}.out`, "d.in"]);
      }
    },
  },
  {
    name: "a diamond",
    arrivals: 400,
    build(harness, world) {
      harness.registerComponent(sender("a", world))
        .registerComponent(relay("b", world))
        .registerComponent(relay("c", world))
        .registerComponent(end("d", world));
      connect(harness, world, ["a.out", "b.in"], ["a.out", "c.in"], [
        "b.out",
        "d.in",
      ], ["c.out", "d.in"]);
    },
  },
  {
    name: "a request/reply loop",
    arrivals: 200,
    build(harness, world) {
      harness.registerComponent(requester("a", world))
        .registerComponent(server("b", (n: number) => (world.moves++, n)));
      harness.connect("a.out", "b.in", {
        bufferSize: CAPACITY,
        type: "request_reply",
        whenFull: world.whenFull,
      });
    },
  },
  {
    name: "an unread sink",
    arrivals: 0,
    stalls: true,
    build(harness, world) {
      harness.registerComponent(sender("a", world))
        .registerComponent(relay("b", world))
        .registerComponent(unread("c"));
      connect(harness, world, ["a.out", "b.in"], ["b.out", "c.in"]);
    },
  },
];

const POLICIES: readonly FullPolicy[] = [
  "block",
  "drop-oldest",
  "drop-newest",
  "fail",
];

for (const shape of SHAPES) {
  for (const whenFull of POLICIES) {
    Deno.test(`${shape.name} under the policy ${whenFull} is live and bounded`, async () => {
      const world: World = { whenFull, arrived: [], moves: 0, refused: 0 };
      const harness = new SystemExecutionHarness({ stopTimeoutMs: 500 });
      shape.build(harness, world);
      let over = false;
      const run = harness.run().then(() => over = true);
      const progressed = await watch(harness, world, () => over);
      if (shape.stalls) assertUnreadIsHarmless(harness, whenFull, over);
      else assert(progressed, `no progress after ${world.moves} moves`);
      const { ledger, abandoned, untaken } = await harness.stop();
      await run;
      assertEquals([ledger.unbalanced, ledger.inHand], [[], 0]);
      // Who waits for a component that reads nothing is told when that component ends.
      const unread = shape.stalls ? ["b.out -> c.in"] : [];
      assertEquals(abandoned, []);
      assertEquals(untaken.map(({ connection }) => connection), unread);
      assertBounded(harness.channels.map((channel) => channel.stats()));
      if (!shape.stalls) checkArrivals(shape, world, harness);
    });
  }
}

/** Waits for the end; false when nothing moved for many turns of the event loop. */
async function watch(
  harness: SystemExecutionHarness,
  world: World,
  over: () => boolean,
): Promise<boolean> {
  let last = -1;
  for (let idle = 0; idle < IDLE_TURNS; idle++) {
    if (over()) return true;
    await nextTurn();
    const stats = harness.channels.map((channel) => channel.stats());
    assertBounded(stats);
    const moves = stats.reduce(
      (sum, { sent, received }) => sum + sent + received,
      world.moves,
    );
    if (moves !== last) idle = 0;
    last = moves;
  }
  return false;
}

function assertBounded(stats: readonly ChannelStats[]): void {
  for (const { name, depth, highWater, capacity, waitingSenders } of stats) {
    assert(depth <= highWater && highWater <= capacity, `${name} overflowed`);
    assert(waitingSenders <= 64, `${name}: senders pile up`);
  }
}

/** Nothing is lost but what the policy drops or refuses, and every one of that is counted. */
function checkArrivals(
  { arrivals, name }: Shape,
  { arrived, refused, whenFull }: World,
  harness: SystemExecutionHarness,
): void {
  const stats = harness.channels.map((channel) => channel.stats());
  const dropped = stats.reduce((sum, channel) => sum + channel.dropped, 0);
  const dead = harness.metrics().deadLetters;
  const lost = dropped + refused + dead;
  if (whenFull === "block") assertEquals([arrived.length, lost], [arrivals, 0]);
  else assert(lost > 0, "the channels were never full: this shows nothing");
  assert(arrived.length > 0, "nothing arrived");
  // Whoever asked is told of a drop, which is then counted on both sides.
  const unasked = name === "a request/reply loop" ? refused : lost;
  assertEquals(arrived.length + unasked, arrivals, "lost in silence");
}

/** Behind a sink that reads nothing, senders wait, or go on and lose what the policy says. */
function assertUnreadIsHarmless(
  harness: SystemExecutionHarness,
  whenFull: FullPolicy,
  over: boolean,
): void {
  const [first, second] = harness.channels.map((channel) => channel.stats());
  assert(!over, "ended though a component is still there");
  assertEquals(second?.depth, CAPACITY);
  if (whenFull === "block") assert((second?.waitingSenders ?? 0) > 0);
  else assertEquals([first?.state, first?.depth], ["closed", 0]);
}

function sender(name: string, world: World): Double {
  return new Double(name, {
    ports: OUT,
    process: async (self) => {
      for (let n = 0; n < COUNT; n += BURST) {
        await Promise.all(
          Array.from({ length: BURST }, (_, i) => emit(self, world, n + i)),
        );
      }
    },
  });
}

function requester(name: string, world: World): Double {
  return new Double(name, {
    ports: OUT,
    process: async (self) => {
      const ask = async (n: number) => {
        try {
          world.arrived.push(await self.ask("out", n));
        } catch {
          world.refused++;
        }
      };
      for (let n = 0; n < COUNT; n += BURST) {
        await Promise.all(
          Array.from({ length: BURST }, (_, i) => ask(n + i)),
        );
      }
    },
  });
}

function relay(name: string, world: World): Double {
  return server(name, async (value, self) => {
    world.moves++;
    await emit(self, world, value);
  });
}

function end(name: string, world: World): Double {
  return sink(name, world.arrived);
}

/** Is there, and reads nothing. */
function unread(name: string): Double {
  const waits = client(name).config.process;
  return new Double(name, { ports: IN, process: waits });
}

async function emit(self: Double, world: World, value: unknown): Promise<void> {
  try {
    await self.emit("out", value);
  } catch (error) {
    if (!(error instanceof ChannelFull)) throw error;
    world.refused += self.sendStreams.get("out")?.length ?? 0; // a copy for each
  }
}

function connect(
  harness: SystemExecutionHarness,
  { whenFull }: World,
  ...ends: readonly (readonly [string, string])[]
): void {
  for (const [from, to] of ends) {
    harness.connect(from, to, { bufferSize: CAPACITY, whenFull });
  }
}

const COUNT = 200;
const CAPACITY = 4;
const BURST = 8;
const IDLE_TURNS = 20;
