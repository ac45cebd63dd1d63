import {
  assert,
  assertEquals,
  assertMatch,
  assertRejects,
  assertStringIncludes,
  assertThrows,
} from "@std/assert";
import type { EntityRoutesOptions } from "./entity_routes.ts";
import { HttpListener, type HttpListenerOptions } from "./http_listener.ts";
import { rawConnect, rawExchange, statusesOf } from "./raw_http.ts";
import { NOTE_ID, sampleApi } from "./sample_api.ts";
import { apiClient, expectProblem } from "./testing.ts";

Deno.test("HttpListener.serve() serves until its signal", async () => {
  const server = await start();
  const client = apiClient(fetch, server.url);
  assertEquals((await client.get(`/notes/${NOTE_ID}`)).status, 200);
  assertEquals((await client.post("/notes", { title: "Milk" })).status, 201);
  assertEquals((await client.delete(`/notes/${NOTE_ID}`)).status, 204);
  expectProblem(await client.get("/nothing"), 404);
  await server.stop();
  await assertRejects(() => fetch(server.url), TypeError);
});

Deno.test("HttpListener.serve() closes at once when its signal is aborted before", async () => {
  const listener = new HttpListener(() => new Response(), { port: 0 });
  const url = listener.open();
  await listener.serve(AbortSignal.abort());
  await assertRejects(() => fetch(url), TypeError);
});

Deno.test("HttpListener.serve() rejects when the listener has ended by itself", async () => {
  const listener = new HttpListener(() => new Response(), { port: 0 });
  listener.open();
  const served = listener.serve(new AbortController().signal);
  await listener.close();
  await assertRejects(() => served, Error, "ended by itself");
});

Deno.test("HttpListener.open() listens again on the port it had, while requests of before are answered", async () => {
  const arrived = Promise.withResolvers<void>();
  const release = Promise.withResolvers<void>();
  const listener = new HttpListener(async (request) => {
    if (!request.url.endsWith("/slow")) return new Response("quick");
    arrived.resolve();
    await release.promise;
    return new Response("slow");
  }, { port: 0, drainMs: 1 });
  const url = listener.open();
  const slow = fetch(`${url}/slow`);
  await arrived.promise;
  await listener.close();
  assertEquals(listener.open(), url);
  assertEquals(await listener.listening, url);
  assertEquals(await (await fetch(url)).text(), "quick");
  release.resolve();
  assertEquals(await (await slow).text(), "slow");
  await listener.close();
});

Deno.test("HttpListener.close() may be called when nothing is open", async () => {
  await new HttpListener(() => new Response(), { port: 0 }).close();
});

Deno.test(
  "HttpListener.open() says where to grant an address that the program may not use",
  {
    permissions: { net: ["127.0.0.1"] },
  },
  () => {
    const options = { hostname: "::1", port: 8080 };
    const listener = new HttpListener(() => new Response(), options);
    const error = assertThrows(() => listener.open(), Error);
    assertEquals(
      error.message,
      'Cannot listen on "[::1]:8080": found no permission for this address, ' +
        "wanted one; add it to --allow-net, which stands in deno.json",
    );
  },
);

Deno.test("HttpListener.open() says when the port is in use", async () => {
  await using server = await start();
  const port = Number(new URL(server.url).port);
  const listener = new HttpListener(() => new Response(), { port });
  const error = assertThrows(() => listener.open(), Error);
  assertEquals(
    error.message,
    `Cannot listen on "127.0.0.1:${port}": found the port in use, ` +
      "wanted a free one; set PORT to another, or to 0 for any",
  );
});

Deno.test("HttpListener.open() gives an address that can be opened", async () => {
  await using server = await start({}, { hostname: "0.0.0.0" });
  assertMatch(server.url, /^http:\/\/127\.0\.0\.1:\d+$/);
  assertEquals((await apiClient(fetch, server.url).get("/health")).status, 200);
});

Deno.test("HttpListener.serve() finishes the requests in hand before it ends", async () => {
  const arrived = Promise.withResolvers<void>();
  const release = Promise.withResolvers<void>();
  const server = await start({
    send: async () => {
      arrived.resolve();
      await release.promise;
      return { ok: true, value: { late: true } };
    },
  });
  const response = apiClient(fetch, server.url).get(`/notes/${NOTE_ID}`);
  await arrived.promise;
  const stopped = server.stop();
  release.resolve();
  assertEquals((await response).body, { late: true });
  await stopped;
});

Deno.test("HttpListener.serve() lets bodies come to their end that are on their way", async () => {
  const server = await start();
  const body = '{"title":"long"}';
  using slow = await rawConnect(server.url);
  await slow.send(
    `POST /notes HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${
      body.slice(0, -1)
    }`,
  );
  using kept = await rawConnect(server.url);
  await kept.send("GET /health HTTP/1.1\r\nHost: a\r\n\r\n");
  assertEquals(statusesOf(await kept.some()), [200]);
  const stopped = server.stop();
  // It must stay open as long as the body needs: nothing tells that, so that it is looked at for a while.
  for (let look = 0; look < 15 && await isOpen(server.url); look++) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  await slow.send(body.slice(-1));
  assertEquals(statusesOf(await slow.rest()), [201]);
  await stopped;
});

async function isOpen(url: string): Promise<boolean> {
  try {
    using _ = await rawConnect(url);
    return true;
  } catch {
    return false;
  }
}

Deno.test("HttpListener.serve() answers what is on its way over a kept connection, and says that it is the last", async () => {
  const server = await start();
  using kept = await rawConnect(server.url);
  const request = "GET /health HTTP/1.1\r\nHost: a\r\n\r\n";
  await kept.send(request);
  assert(!/connection: close/i.test(await kept.some()));
  const sent = kept.send(request);
  const stopped = server.stop();
  await sent;
  const last = await kept.rest();
  assertEquals(statusesOf(last), [200]);
  assertMatch(last, /connection: close/i);
  await stopped;
});

Deno.test("HttpListener.close() waits no longer than drainMs", async () => {
  const arrived = Promise.withResolvers<void>();
  const release = Promise.withResolvers<void>();
  const server = await start({
    send: async () => {
      arrived.resolve();
      await release.promise;
      return { ok: true, value: null };
    },
  }, { drainMs: 1 });
  const request = `GET /notes/${NOTE_ID} HTTP/1.1\r\nHost: a\r\n\r\n`;
  using connection = await rawConnect(server.url);
  await connection.send(request);
  await arrived.promise;
  await server.stop();
  release.resolve();
  await connection.some();
});

Deno.test("HttpListener.close() is not held up by idle connections", async () => {
  const server = await start({}, { drainMs: 60_000 });
  using used = await rawConnect(server.url);
  await used.send("GET /health HTTP/1.1\r\nHost: a\r\n\r\n");
  assertEquals(statusesOf(await used.some()), [200]);
  using _silent = await rawConnect(server.url);
  using partial = await rawConnect(server.url);
  await partial.send("GET /hea");
  await server.stop();
});

Deno.test("a server answers what is no HTTP with a 4xx", async (t) => {
  await using server = await start();
  const close = "Connection: close\r\n\r\n";
  const cases: Readonly<Record<string, string>> = {
    "garbage": "GARBAGE\r\n\r\n",
    "a NUL": `GET /notes\0 HTTP/1.1\r\nHost: a\r\n${close}`,
    "a negative length":
      `POST /notes HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n${close}`,
    "an endless path": `GET /${
      "a".repeat(600_000)
    } HTTP/1.1\r\nHost: a\r\n${close}`,
    "an absurd host": `GET /notes/x HTTP/1.1\r\nHost: a b%%\r\n${close}`,
    "no host": `GET /notes/x HTTP/1.1\r\n${close}`,
    "HTTP/1.0": "GET /notes/x HTTP/1.0\r\n\r\n",
    "an unknown method": `BREW /notes HTTP/1.1\r\nHost: a\r\n${close}`,
    "TRACE": `TRACE /notes HTTP/1.1\r\nHost: a\r\n${close}`,
    "malformed percent-encoding":
      `GET /%zz/%E0%A4 HTTP/1.1\r\nHost: a\r\n${close}`,
    "OPTIONS of everything": `OPTIONS * HTTP/1.1\r\nHost: a\r\n${close}`,
  };
  for (const [title, text] of Object.entries(cases)) {
    await t.step(title, async () => {
      const response = await rawExchange(server.url, text);
      const [status = 0] = statusesOf(response);
      assert(
        status >= 400 && status < 500,
        `answered ${response.slice(0, 200)}`,
      );
    });
  }
  assertEquals((await apiClient(fetch, server.url).get("/health")).status, 200);
});

Deno.test("a server answers 400 to a Host header that would change the route", async () => {
  await using server = await start();
  const hosts = ["x/metrics?", "x/health#", "a@b", "a\\b", "a b%%", "é", ""];
  for (const host of hosts) {
    const response = await rawExchange(server.url, listFrom(host));
    assertEquals(statusesOf(response), [400], host);
    assertStringIncludes(response, "application/problem+json");
  }
});

Deno.test("a server lists entities for any Host header that leaves the route alone", async () => {
  await using server = await start();
  const hosts = [
    "a",
    "a.example:80",
    "[::1]:8000",
    "a_b~c",
    "a%2fmetrics",
    "a:%%",
  ];
  for (const host of hosts) {
    const response = await rawExchange(server.url, listFrom(host));
    assertEquals(statusesOf(response), [200], host);
    assertStringIncludes(response, '"items"');
  }
});

Deno.test("a server refuses a body of too many bytes, announced or not", async () => {
  await using server = await start({ bodyLimits: { maxBytes: 100 } });
  const chunk = `28\r\n${" ".repeat(40)}\r\n`;
  for (
    const rest of [
      "Content-Length: 101\r\n\r\n",
      `Transfer-Encoding: chunked\r\n\r\n${chunk.repeat(3)}`,
    ]
  ) {
    using connection = await rawConnect(server.url);
    await connection.send(POST + rest);
    assertEquals(statusesOf(await connection.some()), [413]);
  }
});

Deno.test("a server reads a chunked body", async () => {
  await using server = await start();
  const chunked = POST + "Transfer-Encoding: chunked\r\n\r\n" +
    '9\r\n{"title":\r\n4\r\n"x"}\r\n0\r\n\r\n';
  assertEquals(statusesOf(await rawExchange(server.url, chunked)), [201]);
});

Deno.test("a server gives up a body that stalls", async () => {
  await using server = await start({ bodyLimits: { timeoutMs: 20 } });
  using connection = await rawConnect(server.url);
  await connection.send(POST + 'Content-Length: 50\r\n\r\n{"title"');
  const response = await connection.some();
  assertEquals(statusesOf(response), [408]);
  assertStringIncludes(response, "application/problem+json");
});

Deno.test("a server survives a client that leaves in the middle of a body", async () => {
  const left = Promise.withResolvers<number>();
  const { api } = sampleApi();
  await using server = await listen(async (request) => {
    const response = await api.fetch(request);
    if (request.method === "POST") left.resolve(response.status);
    return response;
  });
  const connection = await rawConnect(server.url);
  await connection.send(POST + 'Content-Length: 50\r\n\r\n{"title"');
  connection[Symbol.dispose]();
  assertEquals(await left.promise, 400);
  assertEquals((await apiClient(fetch, server.url).get("/health")).status, 200);
});

Deno.test("a server answers several requests on one connection", async () => {
  await using server = await start();
  const get = "GET /health HTTP/1.1\r\nHost: a\r\n";
  const head = "HEAD /health HTTP/1.1\r\nHost: a\r\n\r\n";
  const bad = POST + "Content-Length: 1\r\n\r\n{";
  const all = `${get}\r\n${head}` + bad.replace("Connection: close\r\n", "") +
    `${get}Connection: close\r\n\r\n`;
  assertEquals(statusesOf(await rawExchange(server.url, all)), [
    200,
    200,
    400,
    200,
  ]);
});

function listFrom(host: string): string {
  return `GET /notes?limit=1 HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`;
}

const POST = "POST /notes HTTP/1.1\r\nHost: a\r\nConnection: close\r\n" +
  "Content-Type: application/json\r\n";

interface TestServer extends AsyncDisposable {
  readonly url: string;
  stop(): Promise<void>;
}

function start(
  routes: Partial<EntityRoutesOptions> = {},
  options: Partial<HttpListenerOptions> = {},
): Promise<TestServer> {
  return listen(sampleApi(routes).api.fetch, options);
}

async function listen(
  handler: (request: Request) => Response | Promise<Response>,
  options: Partial<HttpListenerOptions> = {},
): Promise<TestServer> {
  const stopping = new AbortController();
  const listener = new HttpListener(handler, { port: 0, ...options });
  listener.open();
  const served = listener.serve(stopping.signal);
  const stop = () => {
    stopping.abort();
    return served;
  };
  return { url: await listener.listening, stop, [Symbol.asyncDispose]: stop };
}
