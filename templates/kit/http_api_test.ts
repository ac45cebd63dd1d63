import {
  assert,
  assertEquals,
  assertMatch,
  assertStringIncludes,
} from "@std/assert";
import {
  ChannelClosed,
  ChannelFull,
  ComponentUnavailable,
  type LogEntry,
  RequestFailed,
  RequestTimeout,
} from "@autocoder/harness";
import { SECURITY_HEADERS } from "./http_response.ts";
import { NOTE, NOTE_ID, sampleApi } from "./sample_api.ts";
import { apiClient, expectProblem } from "./testing.ts";

Deno.test("createApi() answers 404 on a path that no route has", async (t) => {
  const client = apiClient(sampleApi().api.fetch);
  for (
    const path of [
      "/",
      "/nothing",
      "/notes/",
      "//notes",
      "/notes//" + NOTE_ID,
      `/notes/${NOTE_ID}/nothing`,
      "/%zz",
      "/%E0%A4",
      "/" + "a".repeat(100_000),
    ]
  ) {
    await t.step(path.slice(0, 40), async () => {
      expectProblem(await client.get(path), 404);
      expectProblem(await client.send(path, { method: "OPTIONS" }), 404);
    });
  }
});

Deno.test("createApi() answers 405 with what the path allows", async (t) => {
  const client = apiClient(sampleApi().api.fetch);
  const cases = [
    ["PUT", "/notes", "GET, HEAD, POST, OPTIONS"],
    ["POST", `/notes/${NOTE_ID}`, "GET, HEAD, PUT, PATCH, DELETE, OPTIONS"],
    ["GET", `/notes/${NOTE_ID}/mark-done`, "POST, OPTIONS"],
    ["HEAD", `/notes/${NOTE_ID}/mark-done`, "POST, OPTIONS"],
    ["DELETE", "/health", "GET, HEAD, OPTIONS"],
    ["PROPFIND", "/notes", "GET, HEAD, POST, OPTIONS"],
  ] as const;
  for (const [method, path, allow] of cases) {
    await t.step(`${method} ${path}`, async () => {
      const response = await client.send(path, { method });
      assertEquals(response.headers.get("allow"), allow);
      if (method === "HEAD") assertEquals(response.status, 405);
      else expectProblem(response, 405);
    });
  }
});

Deno.test("createApi() answers 405 when an operation is left out", async () => {
  const { api } = sampleApi({ operations: ["list", "get"], actions: [] });
  const client = apiClient(api.fetch);
  const refused = await client.delete(`/notes/${NOTE_ID}`);
  expectProblem(refused, 405);
  assertEquals(refused.headers.get("allow"), "GET, HEAD, OPTIONS");
  expectProblem(await client.post(`/notes/${NOTE_ID}/mark-done`), 404);
});

Deno.test("createApi() answers OPTIONS with what the path allows", async () => {
  const client = apiClient(sampleApi().api.fetch);
  const response = await client.send("/notes", { method: "OPTIONS" });
  assertEquals(response.status, 204);
  assertEquals(response.body, null);
  assertEquals(response.headers.get("allow"), "GET, HEAD, POST, OPTIONS");
});

Deno.test("createApi() answers HEAD like GET without the body", async () => {
  const client = apiClient(sampleApi().api.fetch);
  for (const path of [`/notes/${NOTE_ID}`, "/notes", "/docs"]) {
    const get = await client.get(path);
    const head = await client.send(path, { method: "HEAD" });
    const length = new TextEncoder().encode(textOf(get.body)).length;
    assertEquals(head.status, 200);
    assertEquals(head.body, null);
    assertEquals(Object.fromEntries(head.headers), {
      ...Object.fromEntries(get.headers),
      "content-length": String(length),
    });
  }
});

Deno.test("createApi() sets the security headers on every kind of response", async () => {
  const client = apiClient(
    sampleApi({ operations: ["get", "delete"] }).api.fetch,
  );
  const responses = await Promise.all([
    client.get(`/notes/${NOTE_ID}`),
    client.delete(`/notes/${NOTE_ID}`),
    client.get("/nothing"),
    client.put(`/notes/${NOTE_ID}`, {}),
    client.send(`/notes/${NOTE_ID}`, { method: "OPTIONS" }),
    client.send(`/notes/${NOTE_ID}`, { method: "HEAD" }),
    client.get("/metrics"),
    client.get("/openapi.json"),
  ]);
  assertEquals(responses.map(({ status }) => status), [
    ...[200, 204, 404, 405, 204, 200, 200, 200],
  ]);
  for (const { headers } of responses) {
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) {
      assertEquals(headers.get(name), value);
    }
    assertEquals(headers.get("access-control-allow-origin"), null);
  }
});

Deno.test("createApi() hides what a handler throws and logs it", async () => {
  const log: LogEntry[] = [];
  const secret = new Error("secret at /home/me");
  const { api } = sampleApi({
    send: () => Promise.reject(secret),
    log: (entry) => log.push(entry),
  });
  const response = await apiClient(api.fetch).get(`/notes/${NOTE_ID}`);
  const problem = expectProblem(response, 500);
  assert(!JSON.stringify(problem).includes("secret"));
  const errorId = response.headers.get("x-error-id");
  assertEquals(problem.instance, `urn:uuid:${errorId}`);
  assertEquals(log, [{
    level: "error",
    event: "request_failed",
    method: "GET",
    path: "/notes/{id}",
    errorId,
    error: secret,
  }]);
});

Deno.test("createApi() survives handlers that throw what is no error", async () => {
  for (const thrown of [null, undefined, "text"]) {
    const { api } = sampleApi({ send: () => Promise.reject(thrown) });
    expectProblem(await apiClient(api.fetch).get("/notes"), 500);
  }
});

Deno.test("createApi() answers 503 when the system is busy, restarting or stopping", async () => {
  const failures = [
    new RequestTimeout("late"),
    new ChannelClosed("closed"),
    new ChannelFull("full"),
    new RequestFailed("failed", { cause: new ChannelClosed("closed") }),
    new RequestFailed("failed", { cause: new ComponentUnavailable("down") }),
  ];
  for (const failure of failures) {
    const { api } = sampleApi({ send: () => Promise.reject(failure) });
    const client = apiClient(api.fetch);
    const read = await client.get("/notes");
    const write = await client.delete(`/notes/${NOTE_ID}`);
    for (const response of [read, write]) {
      expectProblem(response, 503);
      assertEquals(response.headers.get("retry-after"), "1");
    }
    const inDoubt = "whether this request has taken effect";
    assert(!expectProblem(read, 503).detail?.includes(inDoubt));
    assertStringIncludes(expectProblem(write, 503).detail ?? "", inDoubt);
  }
  const bug = new RequestFailed("failed", { cause: new TypeError("bug") });
  const { api } = sampleApi({ send: () => Promise.reject(bug) });
  expectProblem(await apiClient(api.fetch).get("/notes"), 500);
});

Deno.test("createApi() reports health", async () => {
  const health = { status: "ok", live: true, ready: true, components: [] };
  const client = apiClient(sampleApi({ health: () => health }).api.fetch);
  const statuses = async () => [
    (await client.get("/health")).status,
    (await client.get("/health/live")).status,
    (await client.get("/health/ready")).status,
  ];
  assertEquals(await statuses(), [200, 200, 200]);
  health.ready = false;
  assertEquals(await statuses(), [503, 200, 503]);
  health.live = false;
  assertEquals(await statuses(), [503, 503, 503]);
});

Deno.test("createApi() keeps the errors of components to itself", async () => {
  const component = {
    name: "store",
    state: "error",
    lastError: "at /data/x.db",
  };
  const health = () => ({
    status: "degraded",
    live: true,
    ready: false,
    components: [component],
  });
  const { body } = await apiClient(sampleApi({ health }).api.fetch).get(
    "/health",
  );
  assertEquals(body, {
    status: "degraded",
    components: [{ name: "store", state: "error" }],
  });
});

Deno.test("createApi() counts requests by route and status, not by path", async () => {
  const { api } = sampleApi({ metrics: () => "harness_x 1\n" });
  const client = apiClient(api.fetch);
  await client.get(`/notes/${NOTE_ID}`);
  await client.get(`/notes/${crypto.randomUUID()}`);
  await client.get("/notes/no-uuid");
  await client.get("/nothing");
  const metrics = await client.get<string>("/metrics");
  assertMatch(
    metrics.headers.get("content-type") ?? "",
    /^text\/plain; version=0\.0\.4/,
  );
  for (
    const line of [
      'http_requests_total{method="GET",route="/notes/{id}",status="200"} 2',
      'http_requests_total{method="GET",route="/notes/{id}",status="404"} 1',
      'http_requests_total{method="any",route="unmatched",status="404"} 1',
      'http_request_duration_seconds_count{method="GET",route="/notes/{id}"} 3',
      'http_request_duration_seconds_bucket{method="GET",route="/notes/{id}",le="+Inf"} 3',
      "harness_x 1",
    ]
  ) {
    assertStringIncludes(metrics.body, `${line}\n`);
  }
});

Deno.test("createApi() serves the OpenAPI document", async () => {
  const response = await apiClient(sampleApi().api.fetch).get("/openapi.json");
  assertEquals(response.headers.get("content-type"), "application/json");
  assertEquals(response.body, { openapi: "3.1.0" });
});

function textOf(body: unknown): string {
  return typeof body === "string" ? body : JSON.stringify(body);
}

Deno.test("api.route() gives the parameters of the path, decoded", async () => {
  const { api } = sampleApi();
  api.route("GET", "/echo/{word}", (request) => {
    return new Response(request.param("word"));
  });
  const client = apiClient(api.fetch);
  assertEquals((await client.get<string>("/echo/a%20b")).body, "a b");
  assertEquals((await client.get<string>("/echo/%zz")).body, "%zz");
  assertEquals((await client.get(`/notes/${NOTE_ID}`)).body, NOTE);
});

Deno.test("createApi() answers 500 for a handler that throws before it answers by a promise", async () => {
  const { api } = sampleApi();
  api.route("GET", "/bug", () => {
    throw new TypeError("bug");
  });
  expectProblem(await apiClient(api.fetch).get("/bug"), 500);
});

Deno.test("createApi() has no body for HEAD where there is no route", async () => {
  const { api } = sampleApi();
  const request = new Request("http://localhost/nothing", { method: "HEAD" });
  const response = await api.fetch(request);
  assertEquals(response.status, 404);
  assertEquals(response.body, null);
});

Deno.test("createApi() answers 400 where the Host header is not a host", async () => {
  const { api } = sampleApi();
  for (const host of ["x/metrics?", "a b", "127.0.0.1#"]) {
    const headers = { host };
    const request = new Request("http://localhost/notes", { headers });
    assertEquals((await api.fetch(request)).status, 400);
  }
});
