import { assert, assertEquals, assertRejects } from "@std/assert";
import {
  Channel,
  type ChannelOptions,
  type ReceiveOptions,
} from "./channel.ts";
import { CHANNEL_RULES } from "./channel_rules.ts";
import type { ChannelStats, FullPolicy } from "./channel_stats.ts";
import { checkChannel, type MakeChannel } from "./check_channel.ts";

Deno.test("checkChannel() accepts Channel", async () => {
  await checkChannel((options) => new Channel<number>(options));
});

/** A channel with one fault, for each rule that it must be caught by. */
const DOUBLES: readonly (readonly [rule: string, make: MakeChannel])[] = [
  [
    "refuses a capacity below 1",
    ({ capacity, whenFull }) =>
      new Channel({ capacity: Math.max(1, capacity), whenFull }),
  ],
  [
    "delivers in order, however it is received",
    double(
      class extends Channel<number> {
        override drain(max?: number): number[] {
          return super.drain(max).reverse();
        }
      },
    ),
  ],
  [
    "holds no more than its capacity: a sender waits for room",
    ({ capacity, whenFull }) =>
      new Channel({ capacity: capacity + 1, whenFull }),
  ],
  [
    "holds no more than its capacity: a sender waits for room",
    policies({
      block: "drop-newest",
    }),
  ],
  [
    "serves waiting senders in order",
    double(
      class extends Channel<number> {
        readonly #late: (() => void)[] = [];
        override send(value: number): Promise<void> {
          if (this.trySend(value)) return Promise.resolve();
          return new Promise((resolve) => {
            this.#late.push(() => resolve(super.send(value)));
          });
        }
        override receive(options?: ReceiveOptions): Promise<number> {
          const received = super.receive(options);
          this.#late.pop()?.();
          return received;
        }
      },
    ),
  ],
  [
    "serves waiting receivers in order",
    double(
      class extends Channel<number> {
        readonly #late: ((value: number) => void)[] = [];
        override receive(options?: ReceiveOptions): Promise<number> {
          if (this.size > 0) return super.receive(options);
          return new Promise((resolve) => this.#late.push(resolve));
        }
        override trySend(value: number): boolean {
          const receiver = this.#late.pop();
          receiver?.(value);
          return receiver !== undefined || super.trySend(value);
        }
      },
    ),
  ],
  [
    "drops the oldest under drop-oldest, and counts it",
    policies({
      "drop-oldest": "drop-newest",
    }),
  ],
  [
    "drops the newest under drop-newest, and counts it",
    policies({
      "drop-newest": "drop-oldest",
    }),
  ],
  [
    "refuses with ChannelFull under fail, and keeps what it has",
    policies({
      fail: "drop-oldest",
    }),
  ],
  [
    "close() delivers what was sent, also by senders that wait, then ends",
    double(
      class extends Channel<number> {
        override close(): void {
          this.drain();
          super.close();
        }
      },
    ),
  ],
  [
    "close() ends the wait of receivers and loops",
    double(
      class extends Channel<number> {
        override receive(options?: ReceiveOptions): Promise<number> {
          if (this.size > 0 || this.closed) return super.receive(options);
          return new Promise(() => {});
        }
      },
    ),
  ],
  [
    "abort() drops what is queued and reaches senders and receivers with its reason",
    double(
      class extends Channel<number> {
        override abort(_reason: unknown): void {
          super.abort(new Error("another reason"));
        }
      },
    ),
  ],
  [
    "abort() drops what is queued and reaches senders and receivers with its reason",
    double(
      class extends Channel<number> {
        override abort(_reason: unknown): void {
          this.close();
        }
      },
    ),
  ],
  [
    "a receive that is given up takes no value; one that has a value returns it",
    double(
      class extends Channel<number> {
        override receive({ signal }: ReceiveOptions = {}): Promise<number> {
          const aborted = new Promise<never>((_, reject) =>
            signal?.addEventListener("abort", () => reject(signal.reason))
          );
          return Promise.race([super.receive(), aborted]);
        }
      },
    ),
  ],
  [
    "a loop that is left takes no value and leaves the channel open",
    double(
      class extends Channel<number> {
        override [Symbol.asyncIterator](): AsyncIterableIterator<number> {
          const iterator: AsyncIterableIterator<number> = {
            next: async () => ({ value: await this.receive(), done: false }),
            return: (value) => Promise.resolve({ value, done: true }),
            [Symbol.asyncIterator]: () => iterator,
          };
          return iterator;
        }
      },
    ),
  ],
  [
    "readable and writable are genuine streams, made once",
    double(
      class extends Channel<number> {
        override get writable(): WritableStream<number> {
          return new WritableStream({ write: (value) => this.send(value) });
        }
      },
    ),
  ],
  [
    "the streams carry values and the end, and wait while it is full",
    double(
      class extends Channel<number> {
        readonly #endless = new WritableStream<number>({
          write: (value) => this.send(value),
          abort: (reason) => this.abort(reason),
        });
        override get writable(): WritableStream<number> {
          return this.#endless;
        }
      },
    ),
  ],
  [
    "cancelling the readable fails the writer and the senders with the reason",
    double(
      class extends Channel<number> {
        readonly #oneWay = new ReadableStream<number>({
          pull: async (controller) => controller.enqueue(await this.receive()),
        }, { highWaterMark: 0 });
        override get readable(): ReadableStream<number> {
          return this.#oneWay;
        }
      },
    ),
  ],
  [
    "aborting the writable fails the reader and the receivers, even while a write waits",
    double(
      class extends Channel<number> {
        readonly #patient = new WritableStream<number>({
          write: (value) => this.send(value),
          close: () => this.close(),
          abort: (reason) => this.abort(reason),
        });
        override get writable(): WritableStream<number> {
          return this.#patient;
        }
      },
    ),
  ],
  [
    "accounts for every value",
    double(
      class extends Channel<number> {
        override stats(): ChannelStats {
          const stats = super.stats();
          return { ...stats, dropped: stats.dropped && stats.dropped - 1 };
        }
      },
    ),
  ],
];

for (const [rule, make] of DOUBLES) {
  Deno.test(`checkChannel() names the rule "${rule}" when it is broken`, async () => {
    const error = await assertRejects(
      () => checkChannel(make, { ruleTimeoutMs: 300 }),
      Error,
    );
    assert(error.message.includes(`- "${rule}": `), error.message);
    assert(error.message.includes("wanted"), error.message);
  });
}

Deno.test("checkChannel() has a broken double for every rule", () => {
  const caught = new Set(DOUBLES.map(([rule]) => rule));
  assertEquals(CHANNEL_RULES.filter(({ name }) => !caught.has(name)), []);
});

Deno.test("checkChannel() names only what is broken, with what it found", async () => {
  const error = await assertRejects(
    () => checkChannel(policies({ fail: "drop-oldest" })),
    Error,
  );
  assertEquals(
    error.message,
    `Cannot accept the channel: found 1 of ${CHANNEL_RULES.length} rules broken, wanted none:\n` +
      '- "refuses with ChannelFull under fail, and keeps what it has": ' +
      'found ["nothing",true], wanted ["ChannelFull","ChannelFull"]',
  );
});

function double(
  Double: new (options: ChannelOptions) => Channel<number>,
): MakeChannel {
  return (options) => new Double(options);
}

/** Takes one policy for another. */
function policies(
  instead: Partial<Record<FullPolicy, FullPolicy>>,
): MakeChannel {
  return ({ capacity, whenFull }) =>
    new Channel({ capacity, whenFull: instead[whenFull] ?? whenFull });
}
