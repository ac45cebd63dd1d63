/**
 * Producers and consumers of every kind share a channel while fast-check decides whose turn it is.
 * A failure prints the seed and the order of the turns, which replay it.
 *
 * @module
 */
import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import { Channel } from "./channel.ts";
import { type FullPolicy, ledgerBalances } from "./channel_stats.ts";
import { nextTurn } from "./turn.ts";

for (
  const whenFull of ["block", "drop-oldest", "drop-newest", "fail"] as const
) {
  Deno.test(`Channel loses, doubles and forgets nothing in any schedule, under the policy ${whenFull}`, async () => {
    await fc.assert(
      fc.asyncProperty(PLAN, fc.scheduler(), async (plan, scheduler) => {
        const stage = new Stage(plan, whenFull, scheduler);
        await stage.play();
        stage.check();
      }),
      { numRuns: 250 },
    );
  });
}

type Sending = "send" | "trySend" | "write";
type Receiving =
  | "receive"
  | "receive, giving up"
  | "tryReceive"
  | "drain"
  | "loop"
  | "loop, leaving"
  | "read";
type Ending = "close" | "abort" | "cancel readable" | "abort writable";

interface Plan {
  readonly capacity: number;
  readonly producers: readonly {
    readonly by: Sending;
    readonly count: number;
  }[];
  readonly consumers: readonly Receiving[];
  readonly ending: Ending;
  /** Turns before the ending; the producers may or may not be done by then. */
  readonly endsAfter: number;
}

const PLAN: fc.Arbitrary<Plan> = fc.record({
  capacity: fc.integer({ min: 1, max: 3 }),
  producers: fc.array(
    fc.record({
      by: fc.constantFrom<Sending>("send", "trySend", "write"),
      count: fc.integer({ min: 1, max: 6 }),
    }),
    { minLength: 1, maxLength: 3 },
  ),
  consumers: fc.array(
    fc.constantFrom<Receiving>(
      "receive",
      "receive, giving up",
      "tryReceive",
      "drain",
      "loop",
      "loop, leaving",
      "read",
    ),
    { maxLength: 3 },
  ),
  ending: fc.oneof(
    { weight: 3, arbitrary: fc.constant<Ending>("close") },
    {
      weight: 2,
      arbitrary: fc.constantFrom<Ending>(
        "abort",
        "cancel readable",
        "abort writable",
      ),
    },
  ),
  endsAfter: fc.integer({ min: 0, max: 40 }),
});

/** A value that tells where it comes from. */
interface Item {
  readonly producer: number;
  readonly serial: number;
}

/** One run of a plan. */
class Stage {
  readonly #plan: Plan;
  readonly #channel: Channel<Item>;
  readonly #scheduler: fc.Scheduler;
  readonly #accepted = new Set<Item>();
  readonly #refused = new Set<string>();
  readonly #faults: string[] = [];
  readonly #received: Item[][];
  #writer: WritableStreamDefaultWriter<Item> | undefined;
  #reader: ReadableStreamDefaultReader<Item> | undefined;
  #unfinished = 0;

  constructor(plan: Plan, whenFull: FullPolicy, scheduler: fc.Scheduler) {
    this.#plan = plan;
    this.#channel = new Channel({ capacity: plan.capacity, whenFull });
    this.#scheduler = scheduler;
    this.#received = plan.consumers.map(() => []);
  }

  async play(): Promise<void> {
    const { producers, consumers } = this.#plan;
    producers.forEach(({ by, count }, producer) =>
      this.#start(this.#produce(by, producer, count))
    );
    consumers.forEach((by, consumer) =>
      this.#start(this.#consume(by, this.#received[consumer]!))
    );
    this.#start(this.#end());
    await this.#idle();
    this.#received.push(this.#channel.drain()); // what the consumers left
    await this.#idle();
  }

  check(): void {
    assertEquals(this.#faults, []);
    assertEquals(this.#unfinished, 0, "somebody waits though it has ended");
    const { sent, dropped, inHand, whenFull, state } = this.#channel.stats();
    const received = this.#received.flat();
    assertEquals(new Set(received).size, received.length, "doubled");
    assertEquals([received.length + dropped, inHand], [sent, 0], "lost");
    // A write in hand when its stream is aborted fails, even if the value got through.
    if (this.#plan.ending !== "abort writable") {
      assertEquals(this.#accepted.size, sent, "accepted and not counted");
      const strays = received.filter((item) => !this.#accepted.has(item));
      assertEquals(strays, [], "received what was refused");
    }
    for (const items of this.#received) checkOrder(items);
    const mayDrop = whenFull.startsWith("drop") || state === "broken";
    assert(mayDrop || dropped === 0, "dropped without reason");
    assert(whenFull === "fail" || !this.#refused.has("ChannelFull"));
  }

  async #produce(by: Sending, producer: number, count: number): Promise<void> {
    for (let serial = 0; serial < count; serial++) {
      await this.#turn(`producer ${producer} ${by} ${serial}`);
      const item = { producer, serial };
      try {
        if (by === "send") await this.#channel.send(item);
        else if (by === "write") await this.#write(item);
        else if (!this.#channel.trySend(item)) continue;
        this.#accepted.add(item);
      } catch (error) {
        this.#refused.add(error instanceof Error ? error.name : String(error));
      }
    }
  }

  async #write(item: Item): Promise<void> {
    this.#writer ??= this.#channel.writable.getWriter();
    await this.#writer.write(item);
  }

  /** Takes values in its way until the channel has ended, or, where it polls, a number of times. */
  async #consume(by: Receiving, into: Item[]): Promise<void> {
    const take = async (one: () => Promise<readonly Item[] | undefined>) => {
      for (let poll = 0; poll < MOST_POLLS; poll++) {
        await this.#turn(by);
        const items = await one().catch(() => undefined); // it has ended
        if (items === undefined) return;
        into.push(...items);
      }
    };
    const channel = this.#channel;
    switch (by) {
      case "receive":
        return await take(async () => [await channel.receive()]);
      case "receive, giving up":
        return await take(() => this.#receiveGivingUp());
      case "tryReceive":
        return await take(() => Promise.resolve(channel.drain(1)));
      case "drain":
        return await take(() => Promise.resolve(channel.drain()));
      case "loop":
        return await take(asBatch(nextOf(channel)));
      case "loop, leaving":
        return await take(() => this.#loopOnce());
      case "read": {
        const reader = this.#reader ??= channel.readable.getReader();
        return await take(asBatch(() => reader.read()));
      }
    }
  }

  async #receiveGivingUp(): Promise<readonly Item[]> {
    const stop = new AbortController();
    const received = this.#channel.receive({ signal: stop.signal })
      .then((item) => [item], (error) => {
        if (error === "given up") return [];
        throw error;
      });
    await this.#turn("give up");
    stop.abort("given up");
    return await received;
  }

  async #loopOnce(): Promise<readonly Item[]> {
    const iterator = this.#channel[Symbol.asyncIterator]();
    const next = iterator.next().then(({ done, value }) => done ? [] : [value]);
    next.catch(() => {}); // looked at below
    await this.#turn("leave");
    await iterator.return!();
    return await next;
  }

  async #end(): Promise<void> {
    for (let turn = 0; turn < this.#plan.endsAfter; turn++) {
      await this.#turn("wait");
    }
    const channel = this.#channel;
    switch (this.#plan.ending) {
      case "close":
        return channel.close();
      case "abort":
        return channel.abort("over");
      case "cancel readable": // which is refused when the stream has failed already
        return await (this.#reader ?? channel.readable).cancel("over")
          .catch(() => {});
      case "abort writable":
        return await (this.#writer ?? channel.writable).abort("over");
    }
  }

  #start(task: Promise<void>): void {
    this.#unfinished++;
    task.then(() => this.#unfinished--, () => {}); // one that fails stays unfinished
  }

  async #turn(label: string): Promise<void> {
    await this.#scheduler.schedule(Promise.resolve(), label);
    this.#checkFigures();
  }

  async #idle(): Promise<void> {
    do {
      await this.#scheduler.waitIdle();
      await nextTurn(); // a send may have been put off until then
      for (let i = 0; i < 20; i++) await Promise.resolve();
    } while (this.#scheduler.count() > 0);
  }

  #checkFigures(): void {
    const stats = this.#channel.stats();
    const { depth, capacity, waitingSenders, waitingReceivers } = stats;
    const sound = ledgerBalances(stats) && stats.highWater <= capacity &&
      depth <= capacity && (waitingSenders === 0 || depth === capacity) &&
      (waitingReceivers === 0 || depth === 0);
    if (!sound) this.#faults.push(JSON.stringify(stats));
  }
}

function asBatch(
  next: () => Promise<{ readonly done?: boolean; readonly value?: Item }>,
): () => Promise<readonly Item[] | undefined> {
  return async () => {
    const { done, value } = await next();
    return done || value === undefined ? undefined : [value];
  };
}

function nextOf(
  channel: Channel<Item>,
): () => Promise<IteratorResult<Item>> {
  const iterator = channel[Symbol.asyncIterator]();
  return () => iterator.next();
}

function checkOrder(items: readonly Item[]): void {
  const last = new Map<number, number>();
  for (const { producer, serial } of items) {
    assert(serial > (last.get(producer) ?? -1), "out of order");
    last.set(producer, serial);
  }
}

const MOST_POLLS = 30;
