/**
 * A process that keeps files in a folder, for tests that measure or kill it.
 *
 * @module
 */
import { FileStore } from "./file_store.ts";

const [wish = "", folder = "", size = "0"] = Deno.args;
const store = new FileStore(folder);
if (wish === "stream") await stream(Number(size));
else await hang();

/** Receives and reads back so many bytes; prints by how many the process has grown meanwhile, at most. */
async function stream(bytes: number): Promise<void> {
  const before = Deno.memoryUsage().rss;
  let most = before;
  let left = bytes;
  const part = new Uint8Array(64 * 1024).fill(7);
  const received = await store.receive(
    new ReadableStream({
      pull(controller) {
        most = Math.max(most, Deno.memoryUsage().rss);
        controller.enqueue(part.subarray(0, Math.min(left, part.byteLength)));
        left -= part.byteLength;
        if (left <= 0) controller.close();
      },
    }),
    { maxBytes: bytes },
  );
  if (typeof received === "string") throw new Error(received);
  await received.keep("kept");
  const { size } = received;
  print({ size, grown: most - before });
}

/** Keeps a file that no entity has yet, begins another, tells so, and waits to be killed. */
async function hang(): Promise<void> {
  const whole = await store.receive(streamOf(new Uint8Array(10)), {
    maxBytes: 10,
  });
  if (typeof whole === "string") throw new Error(whole);
  await whole.keep("product.some-id.photo.some-file");
  const first = Promise.withResolvers<void>();
  const receiving = store.receive(
    new ReadableStream({
      start: (controller) => controller.enqueue(new Uint8Array(1000)),
      pull: () => {
        first.resolve();
        return new Promise(() => {});
      },
    }, { highWaterMark: 0 }),
    { maxBytes: 2000, idleMs: 1_000_000 },
  );
  await first.promise;
  print({ receiving: true });
  await receiving;
}

function streamOf(bytes: Uint8Array): ReadableStream<Uint8Array> {
  return ReadableStream.from([bytes]);
}

function print(value: unknown): void {
  Deno.stdout.writeSync(new TextEncoder().encode(`${JSON.stringify(value)}\n`));
}
