import { assert, assertEquals, assertRejects } from "@std/assert";
import { FetchFailed, listedFetch } from "./listed_fetch.ts";

/** A server on this machine, and what it was asked. */
interface Host extends AsyncDisposable {
  readonly origin: string;
  readonly asked: { readonly url: string; readonly headers: Headers }[];
}

function host(
  answer: (request: Request) => Response | Promise<Response>,
): Host {
  const asked: Host["asked"] = [];
  const server = Deno.serve(
    { hostname: "127.0.0.1", port: 0, onListen() {} },
    (request) => {
      asked.push({ url: request.url, headers: new Headers(request.headers) });
      return answer(request);
    },
  );
  return {
    origin: `http://127.0.0.1:${server.addr.port}`,
    asked,
    [Symbol.asyncDispose]: () => server.shutdown(),
  };
}

function leadsTo(location: string, status = 302): Response {
  return new Response("over there", { status, headers: { location } });
}

Deno.test("listedFetch() sends a request to a listed host, and gives its answer", async () => {
  await using rates = host(async (request) =>
    new Response(`${request.method} ${await request.text()}`, {
      status: 404,
      headers: { "x-rate": "1", "content-encoding": "identity" },
    })
  );
  const fetch = listedFetch({ origins: [rates.origin] });
  const answer = await fetch(`${rates.origin}/v1?key=2`, {
    method: "put",
    headers: { "x-key": "3" },
    body: new URLSearchParams({ a: "b" }),
  });
  assertEquals([answer.status, await answer.text()], [404, "PUT a=b"]);
  assertEquals(answer.headers.get("x-rate"), "1");
  assertEquals(answer.headers.has("content-encoding"), false);
  const [asked] = rates.asked;
  assertEquals(asked?.url, `${rates.origin}/v1?key=2`);
  assertEquals(asked?.headers.get("x-key"), "3");
});

Deno.test("listedFetch() gives answers that have no body", async () => {
  for (const status of [204, 304]) {
    await using rates = host(() => new Response(null, { status }));
    const fetch = listedFetch({ origins: [rates.origin] });
    const answer = await fetch(rates.origin);
    assertEquals([answer.status, answer.body], [status, null]);
  }
});

Deno.test("listedFetch() asks no other host", async () => {
  await using other = host(() => new Response("reached"));
  const { port } = new URL(other.origin);
  const origins = ["https://rates.example.com", "http://127.0.0.1:1"];
  const fetch = listedFetch({ origins });
  for (
    const url of [
      other.origin,
      `http://localhost:${port}`,
      `http://rates.example.com@127.0.0.1:${port}/`,
      `http://127.0.0.1:1@127.0.0.1:${port}/`,
      "http://rates.example.com",
      "https://rates.example.com:8443",
      "https://rates.example.com.",
      "https://rates.example.com.evil.example",
      "https://evil.example/https://rates.example.com",
      "blob:https://rates.example.com/1",
      "data:text/plain,hello",
      "file:///etc/passwd",
      "/v1",
      "",
    ]
  ) {
    const error = await assertRejects(() => fetch(url), TypeError);
    assert(
      error.message.includes("wanted a URL of https://rates.example.com or "),
      error.message,
    );
  }
  assertEquals(other.asked, []);
});

Deno.test("listedFetch() tells no more of a URL than its origin", async () => {
  const fetch = listedFetch({ origins: ["http://127.0.0.1:1"] });
  for (const url of ["https://evil.example/a?key=s3cret", "s3cret"]) {
    const { message } = await assertRejects(() => fetch(url), TypeError);
    assert(!message.includes("s3cret"), message);
  }
  const { message } = await assertRejects(
    () => fetch("http://127.0.0.1:1/?key=s3cret"),
    FetchFailed,
    'Cannot reach "http://127.0.0.1:1": cannot connect',
  );
  assert(!message.includes("s3cret"), message);
});

Deno.test("listedFetch() says what went wrong on the way to a host, without the URL", async () => {
  const free = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const origin = `http://127.0.0.1:${free.addr.port}`;
  free.close();
  const fetch = listedFetch({ origins: [origin] });
  const { message } = await assertRejects(
    () => fetch(`${origin}/?key=s3cret`),
    FetchFailed,
    "refused",
  );
  assert(!message.includes("s3cret"), message);
});

Deno.test({
  name: "listedFetch() says which permission is missing",
  permissions: { net: false },
  fn: async () => {
    const fetch = listedFetch({ origins: ["https://rates.example.com"] });
    await assertRejects(
      () => fetch("https://rates.example.com/?key=s3cret"),
      FetchFailed,
      'Requires net access to "rates.example.com:443"',
    );
  },
});

Deno.test("listedFetch() sends no user info and no other host's name", async () => {
  await using rates = host(() => new Response("reached"));
  const fetch = listedFetch({ origins: [rates.origin] });
  const withUser = rates.origin.replace("//", "//ann:s3cret@");
  await assertRejects(() => fetch(withUser), TypeError);
  await assertRejects(
    () => fetch(rates.origin, { headers: { Host: "other.example" } }),
    TypeError,
    'Cannot send the header "host"',
  );
  assertEquals(rates.asked, []);
});

Deno.test("listedFetch() follows redirects between listed hosts, and hands no headers on", async () => {
  await using files = host(() => new Response("the file"));
  await using rates = host(({ url }) =>
    url.endsWith("/a") ? leadsTo("/b", 307) : leadsTo(`${files.origin}/c`)
  );
  const fetch = listedFetch({ origins: [rates.origin, files.origin] });
  const answer = await fetch(`${rates.origin}/a`, {
    headers: { authorization: "s3cret" },
  });
  assertEquals(await answer.text(), "the file");
  const keys = [...rates.asked, ...files.asked].map((request) =>
    request.headers.get("authorization")
  );
  assertEquals(keys, ["s3cret", "s3cret", null]);
});

Deno.test("listedFetch() follows no redirect to another host", async () => {
  await using other = host(() => new Response("reached"));
  for (
    const location of [
      `${other.origin}/?key=s3cret`,
      other.origin.replace("http:", ""),
      "file:///etc/passwd",
    ]
  ) {
    await using rates = host(() => leadsTo(location));
    const fetch = listedFetch({ origins: [rates.origin] });
    const { message } = await assertRejects(
      () => fetch(rates.origin),
      FetchFailed,
      "found a redirect to",
    );
    assert(!message.includes("s3cret"), message);
  }
  assertEquals(other.asked, []);
});

Deno.test("listedFetch() gives the redirect where it sent something, and ends those that go round in circles", async () => {
  await using rates = host(() => leadsTo("/again"));
  const fetch = listedFetch({ origins: [rates.origin] });
  const answer = await fetch(rates.origin, { method: "POST", body: "x" });
  assertEquals([answer.status, rates.asked.length], [302, 1]);
  await assertRejects(
    () => fetch(rates.origin),
    FetchFailed,
    "found more than 5 redirects",
  );
  assertEquals(rates.asked.length, 1 + 6);
});

Deno.test("listedFetch() takes an answer up to its limit", async () => {
  await using rates = host(({ url }) =>
    new Response("x".repeat(Number(new URL(url).searchParams.get("n"))))
  );
  const fetch = listedFetch({ origins: [rates.origin], maxBytes: 10 });
  assertEquals(
    await (await fetch(`${rates.origin}/?n=10`)).text(),
    "x".repeat(10),
  );
  await assertRejects(
    () => fetch(`${rates.origin}/?n=11`),
    FetchFailed,
    "found more than 10 bytes",
  );
});

Deno.test("listedFetch() gives up when its time is over, also amid an answer", async () => {
  const released = Promise.withResolvers<void>();
  await using silent = host(async () => {
    await released.promise;
    return new Response("late");
  });
  await using endless = host(() =>
    new Response(
      new ReadableStream({
        start: (controller) => controller.enqueue(new Uint8Array(1)),
      }),
    )
  );
  using _ = { [Symbol.dispose]: () => released.resolve() };
  for (const { origin } of [silent, endless]) {
    await assertRejects(
      () => listedFetch({ origins: [origin], timeoutMs: 20 })(origin),
      FetchFailed,
      `Cannot reach "${origin}": found no answer in time`,
    );
  }
});

Deno.test("listedFetch() does nothing more once its signal is given", async () => {
  await using rates = host(() => new Response("reached"));
  const over = new AbortController();
  const fetch = listedFetch({ origins: [rates.origin], signal: over.signal });
  over.abort();
  await assertRejects(() => fetch(rates.origin), Error, "The request is over");
  assertEquals(rates.asked, []);
});

Deno.test("listedFetch() gives up a request under way at its signal", async () => {
  const over = new AbortController();
  const released = Promise.withResolvers<void>();
  await using rates = host(async () => {
    over.abort();
    await released.promise;
    return new Response("late");
  });
  using _ = { [Symbol.dispose]: () => released.resolve() };
  const fetch = listedFetch({ origins: [rates.origin], signal: over.signal });
  await assertRejects(() => fetch(rates.origin), FetchFailed);
});
