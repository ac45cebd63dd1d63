import { assertEquals } from "@std/assert";
import { type BodyLimits, readBody } from "./read_body.ts";

Deno.test("readBody() joins the chunks", async () => {
  const body = ReadableStream.from([bytes(1, 2), bytes(), bytes(3)]);
  assertEquals(await read(body), bytes(1, 2, 3));
  assertEquals(await read(ReadableStream.from([bytes(1)])), bytes(1));
  assertEquals(await read(null), bytes());
});

Deno.test("readBody() accepts up to the limit", async () => {
  const limits = { maxBytes: 3 };
  const chunks = (...sizes: number[]) =>
    ReadableStream.from(sizes.map((size) => new Uint8Array(size)));
  assertEquals(await read(chunks(3), limits), new Uint8Array(3));
  assertEquals(await read(chunks(1, 2), limits), new Uint8Array(3));
  assertEquals(await read(chunks(4), limits), 413);
  assertEquals(await read(chunks(2, 2), limits), 413);
});

Deno.test("readBody() stops reading when there is too much", async () => {
  let pulled = 0;
  let cancelled = false;
  const endless = new ReadableStream<Uint8Array<ArrayBuffer>>({
    pull(controller) {
      pulled++;
      controller.enqueue(new Uint8Array(1000));
    },
    cancel() {
      cancelled = true;
    },
  });
  assertEquals(await read(endless, { maxBytes: 2500 }), 413);
  assertEquals([pulled <= 4, cancelled], [true, true]);
});

Deno.test("readBody() does not begin when the announced length is too much", async () => {
  let pulled = false;
  const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
    pull() {
      pulled = true;
    },
  }, { highWaterMark: 0 });
  const headers = { "content-length": "1048577" };
  const request = new Request("http://test", { method: "POST", body, headers });
  const outcome = await readBody(request);
  assertEquals(outcome.ok ? 200 : outcome.problem.status, 413);
  assertEquals(pulled, false);
});

Deno.test("readBody() gives up a body that takes too long", async () => {
  const stalled = new ReadableStream<Uint8Array<ArrayBuffer>>({
    start: (controller) => controller.enqueue(bytes(1)),
  });
  assertEquals(await read(stalled, { timeoutMs: 1 }), 408);
});

Deno.test("readBody() answers 400 for a body that breaks off", async () => {
  const broken = new ReadableStream<Uint8Array<ArrayBuffer>>({
    pull: (controller) => controller.error(new Error("connection reset")),
  });
  assertEquals(await read(broken), 400);
});

function bytes(...values: number[]): Uint8Array<ArrayBuffer> {
  return new Uint8Array(values);
}

async function read(
  body: ReadableStream<Uint8Array<ArrayBuffer>> | null,
  limits?: BodyLimits,
): Promise<Uint8Array | number> {
  const request = new Request("http://test", { method: "POST", body });
  const outcome = await readBody(request, limits);
  return outcome.ok ? outcome.value : outcome.problem.status;
}
