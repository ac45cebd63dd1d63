/**
 * The frame of the suite that holds our channels and native streams against the Streams standard
 * (https://streams.spec.whatwg.org): each case is run on both, and says what it wants to see.
 *
 * @module
 */
import { Channel } from "./channel.ts";

/** A pair of streams, ours or native. */
export type Pair = TransformStream<number, number>;

/** One behaviour of the standard. */
export interface WhatwgCase {
  /** What is done to the pair, and what comes of it. */
  readonly title: string;
  /** Does it, and returns what was seen. */
  readonly run: (pair: Pair) => unknown;
  /** What both must show. */
  readonly wanted?: unknown;
  /** What each must show where a channel is not a native `TransformStream` on purpose. */
  readonly differs?: {
    readonly channel: unknown;
    readonly native: unknown;
    readonly because: string;
  };
}

/**
 * Registers a test for each case and each kind of pair; `expect` throws when what was seen is not what
 * was wanted. Our channel has room for two values.
 */
export function testOnBoth(
  cases: readonly WhatwgCase[],
  expect: (seen: unknown, wanted: unknown) => void,
): void {
  for (const { title, run, wanted, differs } of cases) {
    const aside = differs ? `, and native does not: ${differs.because}` : "";
    Deno.test(`Channel ${title}${aside}`, async () => {
      const pair = new Channel<number>({ capacity: 2 });
      expect(await run(pair), differs ? differs.channel : wanted);
    });
    Deno.test(`native TransformStream: ${title}`, async () => {
      const pair = nativePair();
      expect(await run(pair), differs ? differs.native : wanted);
    });
  }
}

// One without `transform()` takes a shortcut in Deno 2.9.2 and later that departs from the standard
// when it is piped into (denoland/deno#36790).
function nativePair(): Pair {
  return new TransformStream({
    transform: (value, controller) => controller.enqueue(value),
  });
}

/**
 * Tells how a promise stands once nothing more can happen by itself: `pending`, what it resolved
 * to, or what it was rejected with, by name (`boom` and `TypeError`).
 */
export async function outcome(promise: Promise<unknown>): Promise<unknown> {
  let seen: unknown = "pending";
  promise.then((value) => seen = value, (error) => seen = nameOf(error));
  await quiet();
  return seen;
}

/** How several promises stand, in order. */
export async function outcomes(
  ...promises: readonly Promise<unknown>[]
): Promise<unknown[]> {
  return await Promise.all(promises.map(outcome));
}

/** Waits until what can happen has happened: three turns of the event loop. */
export async function quiet(): Promise<void> {
  for (let turn = 0; turn < 3; turn++) {
    await new Promise((resolve) => setTimeout(resolve, 0));
  }
}

/** What a call throws, by name, or `undefined`. */
export function thrownBy(call: () => unknown): unknown {
  try {
    call();
    return undefined;
  } catch (error) {
    return nameOf(error);
  }
}

/** Writes the values without waiting for them; whoever wants to know looks at the writer. */
export function writeAll(
  writer: WritableStreamDefaultWriter<number>,
  values: readonly number[],
): Promise<void>[] {
  return values.map((value) => {
    const written = writer.write(value);
    written.catch(() => {});
    return written;
  });
}

/** The reason that the cases abort and cancel with. */
export const boom: Error = new Error("boom");

/** What a read of a value resolves to. */
export function chunk(value: number): IteratorResult<number> {
  return { value, done: false };
}

/** What a read at the end resolves to. */
export const END: IteratorResult<number> = { value: undefined, done: true };

function nameOf(error: unknown): unknown {
  if (error === boom) return "boom";
  return error instanceof Error ? error.name : error;
}
