import type { CheckableChannel, MakeChannel } from "./check_channel.ts";
import type { FullPolicy } from "./channel_stats.ts";
import { ledgerBalances } from "./channel_stats.ts";
import { ChannelBroken, ChannelClosed, ChannelFull } from "./errors.ts";

/** One sentence of the contract of a channel. */
export interface ChannelRule {
  /** The sentence. */
  readonly name: string;
  /** Rejects with what was found and what was wanted when channels do not keep it. */
  readonly check: (makeChannel: MakeChannel) => Promise<void>;
}

/** The contract of a channel, rule by rule. */
export const CHANNEL_RULES: readonly ChannelRule[] = [
  {
    name: "refuses a capacity below 1",
    async check(make) {
      const refused = await outcome(() =>
        make({ capacity: 0, whenFull: "block" })
      );
      expect("", refused, "RangeError");
    },
  },
  {
    name: "delivers in order, however it is received",
    async check(make) {
      const channel = filled(make, "block", 6);
      const reader = channel.readable.getReader();
      const values = [
        await channel.receive(),
        channel.tryReceive(),
        ...channel.drain(2),
        (await reader.read()).value,
        ...channel.drain(),
      ];
      expect("", values, [1, 2, 3, 4, 5, 6]);
      expect("when empty, ", channel.tryReceive(), undefined);
    },
  },
  {
    name: "holds no more than its capacity: a sender waits for room",
    async check(make) {
      const channel = filled(make, "block", 2);
      expect("", [channel.capacity, channel.size], [2, 2]);
      expect("trySend() to a full channel: ", channel.trySend(3), false);
      const state = { sent: false };
      const sending = watched(
        channel.send(3).then(() => state.sent = true),
      );
      await turns();
      expect("send() to a full channel: ", [state.sent, channel.size], [
        false,
        2,
      ]);
      expect("", await channel.receive(), 1);
      await sending;
      expect("", channel.drain(), [2, 3]);
    },
  },
  {
    name: "serves waiting senders in order",
    async check(make) {
      const channel = filled(make, "block", 1);
      const done: number[] = [];
      const sends = [2, 3, 4].map((n) =>
        watched(channel.send(n).then(() => done.push(n)))
      );
      const values = [];
      for (let i = 0; i < 4; i++) values.push(await channel.receive());
      await Promise.all(sends);
      expect("", [values, done], [[1, 2, 3, 4], [2, 3, 4]]);
    },
  },
  {
    name: "serves waiting receivers in order",
    async check(make) {
      const channel = make({ capacity: 2, whenFull: "block" });
      const receives = watched(
        Promise.all([1, 2, 3].map(() => channel.receive())),
      );
      channel.trySend(1);
      await channel.send(2);
      channel.trySend(3);
      expect("", await receives, [1, 2, 3]);
    },
  },
  {
    name: "drops the oldest under drop-oldest, and counts it",
    check: (make) => checkDropping(make, "drop-oldest", [3, 4]),
  },
  {
    name: "drops the newest under drop-newest, and counts it",
    check: (make) => checkDropping(make, "drop-newest", [1, 2]),
  },
  {
    name: "refuses with ChannelFull under fail, and keeps what it has",
    async check(make) {
      const channel = filled(make, "fail", 2);
      const refused = [
        await outcome(() => channel.send(3)),
        await outcome(() => channel.trySend(4)),
      ];
      expect("", refused, ["ChannelFull", "ChannelFull"]);
      expect("", channel.drain(), [1, 2]);
      expect("with room again, ", channel.trySend(5), true);
    },
  },
  {
    name:
      "close() delivers what was sent, also by senders that wait, then ends",
    async check(make) {
      const channel = filled(make, "block", 1);
      const waiting = watched(channel.send(2));
      channel.close();
      channel.close();
      const late = [
        await outcome(() => channel.send(3)),
        await outcome(() => channel.trySend(3)),
      ];
      expect("sends after it: ", late, ["ChannelClosed", "ChannelClosed"]);
      expect("closed: ", channel.closed, true);
      expect("", [await channel.receive(), await channel.receive()], [1, 2]);
      await waiting;
      expect("", await outcome(() => channel.receive()), "ChannelClosed");
      expect("a loop: ", await Array.fromAsync(channel), []);
    },
  },
  {
    name: "close() ends the wait of receivers and loops",
    async check(make) {
      const channel = make({ capacity: 1, whenFull: "block" });
      const waits = [
        outcome(() => channel.receive()),
        outcome(() => Array.fromAsync(channel)),
      ];
      await turns();
      channel.close();
      expect("", await Promise.all(waits), ["ChannelClosed", []]);
    },
  },
  {
    name:
      "abort() drops what is queued and reaches senders and receivers with its reason",
    async check(make) {
      const reason = new Error("a reason");
      const full = filled(make, "block", 1);
      const empty = make({ capacity: 1, whenFull: "block" });
      const waits = [
        outcome(() => full.send(2)),
        outcome(() => empty.receive()),
        outcome(() => Array.fromAsync(empty)),
      ];
      await turns();
      for (const channel of [full, empty]) channel.abort(reason);
      const later = [
        outcome(() => full.receive()),
        outcome(() => full.trySend(3)),
      ];
      const seen = await Promise.all([...waits, ...later]);
      expect("", seen, Array(5).fill("ChannelBroken because of: a reason"));
      expect("", [full.size, full.closed], [0, true]);
    },
  },
  {
    name:
      "a receive that is given up takes no value; one that has a value returns it",
    async check(make) {
      const channel = make({ capacity: 2, whenFull: "block" });
      const [early, late] = [new AbortController(), new AbortController()];
      const given = outcome(() => channel.receive({ signal: early.signal }));
      const kept = outcome(() => channel.receive({ signal: late.signal }));
      early.abort(new Error("given up"));
      channel.trySend(1);
      late.abort(new Error("too late"));
      channel.trySend(2);
      const seen = [await given, await kept, channel.drain()];
      expect("", seen, ["Error: given up", 1, [2]]);
    },
  },
  {
    name: "a loop that is left takes no value and leaves the channel open",
    async check(make) {
      const channel = filled(make, "block", 2);
      for await (const value of channel) {
        expect("", value, 1);
        break;
      }
      expect("", [channel.closed, channel.drain()], [false, [2]]);
      const iterator = channel[Symbol.asyncIterator]();
      const next = watched(iterator.next());
      await iterator.return?.();
      channel.trySend(3);
      expect("a next() that waited: ", (await next).done, true);
      expect("", channel.drain(), [3]);
    },
  },
  {
    name: "readable and writable are genuine streams, made once",
    async check(make) {
      const channel = make({ capacity: 1, whenFull: "block" });
      await turns();
      expect("", [
        channel.readable instanceof ReadableStream,
        channel.writable instanceof WritableStream,
        channel.readable === channel.readable,
        channel.writable === channel.writable,
      ], [true, true, true, true]);
    },
  },
  {
    name: "the streams carry values and the end, and wait while it is full",
    async check(make) {
      const channel = make({ capacity: 1, whenFull: "block" });
      const piped = watched(
        ReadableStream.from([1, 2, 3, 4]).pipeTo(channel.writable),
      );
      await turns();
      expect("", channel.size, 1);
      expect("", await Array.fromAsync(channel.readable), [1, 2, 3, 4]);
      await piped;
    },
  },
  {
    name:
      "cancelling the readable fails the writer and the senders with the reason",
    async check(make) {
      const channel = filled(make, "block", 1);
      const writer = channel.writable.getWriter();
      const waits = [
        outcome(() => writer.write(2)),
        outcome(() => writer.closed),
        outcome(() => channel.send(3)),
      ];
      await turns();
      await channel.readable.cancel(new Error("a reason"));
      expect("", await Promise.all(waits), [
        "Error: a reason",
        "Error: a reason",
        "ChannelBroken because of: a reason",
      ]);
    },
  },
  {
    name:
      "aborting the writable fails the reader and the receivers, even while a write waits",
    async check(make) {
      const channel = filled(make, "block", 1);
      const reader = channel.readable.getReader();
      const writer = channel.writable.getWriter();
      const write = outcome(() => writer.write(2));
      await turns();
      await writer.abort(new Error("a reason"));
      const seen = [await write, await outcome(() => reader.read())];
      expect("", seen, ["Error: a reason", "Error: a reason"]);
      const received = await outcome(() => channel.receive());
      expect("", received, "ChannelBroken because of: a reason");
    },
  },
  {
    name: "accounts for every value",
    async check(make) {
      for (const whenFull of ["block", "drop-oldest", "drop-newest"] as const) {
        const channel = filled(make, whenFull, 2);
        const waiting = outcome(() => channel.send(3));
        balance(channel);
        await channel.receive();
        balance(channel);
        channel.abort(new Error("over"));
        await waiting;
        balance(channel);
        const { sent, received, dropped, depth } = channel.stats();
        expect("", { sent, received, dropped, depth }, {
          sent: 3,
          received: 1,
          dropped: 2,
          depth: 0,
        });
      }
    },
  },
];

async function checkDropping(
  make: MakeChannel,
  whenFull: FullPolicy,
  kept: readonly number[],
): Promise<void> {
  const channel = filled(make, whenFull, 2);
  await channel.send(3);
  expect("trySend() to a full channel: ", channel.trySend(4), true);
  const { sent, dropped } = channel.stats();
  expect("sent and dropped: ", [sent, dropped], [4, 2]);
  expect("", channel.drain(), kept);
}

/** A channel full to its capacity with 1, 2, 3 … */
function filled(
  make: MakeChannel,
  whenFull: FullPolicy,
  capacity: number,
): CheckableChannel<number> {
  const channel = make({ capacity, whenFull });
  for (let n = 1; n <= capacity; n++) {
    expect(
      `trySend() of value ${n} of ${capacity}: `,
      channel.trySend(n),
      true,
    );
  }
  return channel;
}

function balance(channel: CheckableChannel<number>): void {
  const stats = channel.stats();
  if (ledgerBalances(stats)) return;
  throw new Error(`found the figures ${text(stats)}, wanted a sum that holds`);
}

/** What a call returns or resolves to, or the error that it throws or rejects with, in words. */
async function outcome(call: () => unknown): Promise<unknown> {
  try {
    return await call();
  } catch (error) {
    if (error instanceof ChannelBroken) {
      const { cause } = error;
      const reason = cause instanceof Error ? cause.message : String(cause);
      return `ChannelBroken because of: ${reason}`;
    }
    if (error instanceof ChannelClosed) return "ChannelClosed";
    if (error instanceof ChannelFull) return "ChannelFull";
    if (error instanceof RangeError) return "RangeError";
    return String(error);
  }
}

/** Keeps a promise from ending the program when its rule is broken before it is awaited. */
function watched<V>(promise: Promise<V>): Promise<V> {
  promise.catch(() => {});
  return promise;
}

/** Lets happen what can happen: a few turns of the event loop. */
async function turns(): Promise<void> {
  for (let turn = 0; turn < 3; turn++) {
    await new Promise((resolve) => setTimeout(resolve, 0));
  }
}

function expect(about: string, found: unknown, wanted: unknown): void {
  if (text(found) === text(wanted)) return;
  throw new Error(`${about}found ${text(found)}, wanted ${text(wanted)}`);
}

function text(value: unknown): string {
  return JSON.stringify(
    value,
    (_, part) => part === undefined ? "nothing" : part,
  );
}
