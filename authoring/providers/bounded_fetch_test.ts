import { assertEquals, assertRejects } from "@std/assert";
import { boundedFetch, NoConnection } from "./bounded_fetch.ts";

const LINE = `${"x".repeat(99)}\n`;

for (
  const [what, body, reads] of [
    ["all of an answer within bounds", LINE.repeat(10), LINE.repeat(10)],
    ["no answer beyond its bound", LINE.repeat(11), ""],
    ["no line beyond its bound", "y".repeat(501), ""],
    [
      "lines that are short only together",
      LINE.repeat(4) + "y".repeat(500),
      LINE.repeat(4) + "y".repeat(500),
    ],
  ] as const
) {
  Deno.test(`boundedFetch() reads ${what}`, async () => {
    let overflows = 0;
    await using server = serve(() => new Response(body));
    const response = await boundedFetch({
      maxBytes: 1_000,
      maxLineBytes: 500,
      onOverflow: () => overflows++,
    })(server.url);
    assertEquals(await response.text(), reads);
    assertEquals(overflows, reads === "" ? 1 : 0);
  });
}

Deno.test("boundedFetch() adds a line up over its chunks", async () => {
  let overflows = 0;
  const more = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  async function* chunks() {
    yield `${LINE}${"y".repeat(300)}`;
    await more[0]?.promise;
    yield "y".repeat(150);
    await more[1]?.promise;
    yield "y".repeat(150);
  }
  await using server = serve(() =>
    new Response(
      ReadableStream.from(chunks()).pipeThrough(new TextEncoderStream()),
    )
  );
  const response = await boundedFetch({
    maxBytes: 10_000,
    maxLineBytes: 500,
    onOverflow: () => overflows++,
  })(server.url);
  const reader = response.body!.getReader();
  let read = 0;
  for (const { resolve } of more) {
    read += (await reader.read()).value?.length ?? 0;
    resolve();
  }
  assertEquals([read, (await reader.read()).done, overflows], [550, true, 1]);
});

Deno.test("boundedFetch() reads little of an error, and calls that no overflow", async () => {
  let overflows = 0;
  await using server = serve(() =>
    new Response("x".repeat(1e6), { status: 500 })
  );
  const response = await boundedFetch({
    maxBytes: 1e7,
    maxLineBytes: 1e7,
    onOverflow: () => overflows++,
  })(server.url);
  assertEquals([response.status, overflows], [500, 0]);
  assertEquals((await response.text()).length < 1e6, true);
});

Deno.test("boundedFetch() follows no redirect", async () => {
  let visits = 0;
  await using server = serve(() => {
    visits++;
    return new Response(null, { status: 302, headers: { location: "/on" } });
  });
  const response = await boundedFetch(BOUNDS)(server.url);
  assertEquals([response.status, visits], [302, 1]);
});

Deno.test("boundedFetch() says that nobody is there, not where", async () => {
  const server = serve(() => new Response());
  await server[Symbol.asyncDispose]();
  const failure = await assertRejects(
    () => boundedFetch(BOUNDS)(`${server.url}/secret-path`),
    NoConnection,
  );
  assertEquals(failure.message.includes("secret-path"), false);
});

function serve(handle: () => Response): AsyncDisposable & { url: string } {
  const server = Deno.serve(
    { hostname: "127.0.0.1", port: 0, onListen: () => {} },
    handle,
  );
  return {
    url: `http://127.0.0.1:${server.addr.port}`,
    [Symbol.asyncDispose]: () => server.shutdown(),
  };
}

const BOUNDS = { maxBytes: 1_000, maxLineBytes: 500, onOverflow: () => {} };
