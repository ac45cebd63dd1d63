import { assert, assertEquals } from "@std/assert";
import { integer, text, uuid } from "./api_schema.ts";
import { ApiCaller, type ClientOptions } from "./api_client_runtime.ts";
import { clientOf, fromConnection } from "./client_address.ts";
import type { CustomEndpoint } from "./custom_endpoint.ts";
import { mountEndpoints } from "./custom_routes.ts";
import { endpointGuard } from "./endpoint_guard.ts";
import { atTime } from "./endpoint_time.ts";
import { fetchGate } from "./fetch_gate.ts";
import { type Api, createApi } from "./http_api.ts";
import type { ListedFetch } from "./listed_fetch.ts";
import { LogicTally } from "./logic_tally.ts";
import { failed, ok, unauthorized } from "./problem.ts";
import { type ApiClient, apiClient, expectProblem } from "./testing.ts";

/** A client that sends anything. */
class AnyClient {
  readonly caller: ApiCaller;

  constructor(options: ClientOptions) {
    this.caller = new ApiCaller(options, "Bearer");
  }

  send<T = unknown>(method: string, path: string): Promise<T> {
    return this.caller.send<T>({ method, path });
  }
}

type Endpoint = CustomEndpoint<AnyClient>;

/** What is logged, and what answers. */
interface Stage {
  readonly api: Api;
  readonly client: ApiClient;
  readonly tally: LogicTally;
  readonly log: string[];
}

const ADD: Endpoint = {
  name: "add",
  method: "POST",
  path: "/sums/{first}",
  params: { first: { is: integer({ min: 0 }), as: "number" } },
  query: { times: { is: integer(), as: "number", otherwise: 1 } },
  body: {
    second: { is: integer() },
    note: { is: text({ max: 5, notBlank: true }), otherwise: null },
  },
  answer: { sum: { is: integer() }, note: { is: text(), otherwise: null } },
  status: 201,
  run(call) {
    const { params, query, body } = call as unknown as {
      readonly params: { readonly first: number };
      readonly query: { readonly times: number };
      readonly body: { readonly second: number };
    };
    return { sum: (params.first + body.second) * query.times };
  },
};

function setUp(endpoints: readonly Endpoint[], limitMs?: number): Stage {
  const tally = new LogicTally();
  const log: string[] = [];
  const api = createApi({
    openapi: {},
    health: () => ({ status: "ok", live: true, ready: true, components: [] }),
    log: ({ error }) => log.push(String(error)),
  });
  const gate = fetchGate(({ level, event, error: _, ...facts }) =>
    log.push(`${level} ${event} ${JSON.stringify(facts)}`)
  );
  mountEndpoints(api, {
    gate,
    endpoints,
    client: (options) => new AnyClient(options),
    fetch: (request) => api.fetch(request),
    guard: endpointGuard((request) =>
      Promise.resolve(
        request.operation === "authenticate" && request.token in VIEWERS
          ? ok(VIEWERS[request.token]!)
          : failed(unauthorized()),
      )
    ),
    tally,
    limitMs,
  });
  return { api, client: apiClient(api.fetch), tally, log };
}

const VIEWERS: Readonly<Record<string, { id: string; role: string }>> = {
  ann: { id: "1", role: "editor" },
  bob: { id: "2", role: "reader" },
};

function open(endpoint: Partial<Endpoint>): Endpoint {
  return {
    name: "own",
    method: "GET",
    path: "/own",
    access: ["everyone"],
    status: 204,
    run: () => {},
    ...endpoint,
  };
}

const bearer = (token: string) => ({
  headers: { authorization: `Bearer ${token}` },
});

Deno.test("mountEndpoints() gives a function what was asked, checked, and completes its answer", async () => {
  const { client } = setUp([{ ...ADD, access: ["everyone"] }]);
  const answer = await client.post("/sums/1?times=3", { second: 2 });
  assertEquals([answer.status, answer.body], [201, { sum: 9, note: null }]);
});

Deno.test("mountEndpoints() tells a function when the request came; tests can set it", async () => {
  const told: string[] = [];
  const timed = open({ run: ({ now }) => void told.push(now) });
  const noon = "2026-01-31T12:00:00.000Z";
  const { client } = setUp([
    timed,
    { ...atTime(timed, noon), name: "noon", path: "/noon" },
  ]);
  const before = new Date().toISOString();
  for (const path of ["/own", "/noon"]) await client.get(path);
  assert(told[0]! >= before && told[0]! <= new Date().toISOString(), told[0]);
  assertEquals(told[1], noon);
});

Deno.test("mountEndpoints() refuses what may not be asked, place by place", async () => {
  const { client } = setUp([{ ...ADD, access: ["everyone"] }]);
  const body = { second: 2 };
  for (const first of ["x", "-1", "1.5", "1e400", "%20"]) {
    expectProblem(await client.post(`/sums/${first}`, body), 404);
  }
  const post = (query: string, body: unknown) =>
    client.post(`/sums/1${query}`, body);
  expectProblem(await post("?times=x", body), 422, "times");
  expectProblem(await post("?times=", body), 422, "times");
  expectProblem(await post("?times=1&times=1", body), 422, "times");
  expectProblem(await post("?other=1", body), 422, "other");
  expectProblem(await post("?__proto__=1", body), 422, "__proto__");
  expectProblem(await post("", {}), 422, "second");
  expectProblem(await post("", { ...body, more: 1 }), 422, "more");
  expectProblem(await post("", { ...body, note: " " }), 422, "note");
  expectProblem(await post("", { ...body, note: "too long" }), 422, "note");
  expectProblem(await post("", undefined), 415);
  const wrong = await client.get("/sums/1");
  expectProblem(wrong, 405);
  assertEquals(wrong.headers.get("allow"), "POST, OPTIONS");
});

Deno.test("mountEndpoints() lets in who may call, before anything is read", async () => {
  const { client } = setUp([
    open({ access: ["editor"], query: { n: { is: integer(), as: "number" } } }),
    open({ path: "/nobody", access: [] }),
    open({ path: "/users", access: ["users"] }),
    open({ path: "/forgotten", access: undefined }),
  ]);
  expectProblem(await client.get("/own?n=x"), 401);
  expectProblem(await client.send("/own?n=x", bearer("bob")), 403);
  expectProblem(await client.send("/own?n=x", bearer("ann")), 422, "n");
  assertEquals((await client.send("/own?n=1", bearer("ann"))).status, 204);
  expectProblem(await client.send("/own?n=1", bearer("mallory")), 401);
  expectProblem(await client.send("/nobody", bearer("ann")), 403);
  expectProblem(await client.send("/forgotten", bearer("ann")), 403);
  assertEquals((await client.send("/users", bearer("bob"))).status, 204);
});

Deno.test("mountEndpoints() calls the API as who asks, and passes on what that refuses", async () => {
  const viewers: unknown[] = [];
  const { client } = setUp([
    open({
      path: "/inner",
      access: ["editor"],
      answer: { id: { is: text() } },
      status: 200,
      run: (call) => ({
        id: (call as unknown as { viewer: { id: string } }).viewer.id,
      }),
    }),
    open({
      path: "/outer",
      answer: { id: { is: text() } },
      status: 200,
      run: ({ api }) => api.send("GET", "/inner"),
    }),
    open({
      path: "/caught",
      run: async ({ api }) => {
        await api.send("GET", "/inner").catch((error) =>
          viewers.push(error.status)
        );
      },
    }),
  ]);
  const answer = await client.send("/outer", bearer("ann"));
  assertEquals([answer.status, answer.body], [200, { id: "1" }]);
  expectProblem(await client.send("/outer", bearer("bob")), 403);
  expectProblem(await client.get("/outer"), 401);
  expectProblem(await client.send("/outer", bearer("mallory")), 401);
  await client.send("/caught", bearer("bob"));
  assertEquals(viewers, [403]);
});

Deno.test("mountEndpoints() ends calls that go round in circles", async () => {
  let calls = 0;
  const { client, log } = setUp([
    open({
      run: ({ api }) => {
        calls++;
        return api.send("GET", "/own");
      },
    }),
  ]);
  expectProblem(await client.get("/own"), 500);
  assertEquals(calls, 5);
  assert(log.some((line) => line.includes("more than 4 deep")), String(log));
});

Deno.test("mountEndpoints() sends no answer that is none, and tells only the log why", async () => {
  const wrong: unknown[] = [undefined, null, 1, [], { id: 1 }, {}, {
    id: "01890a5d-ac96-774b-bcce-b302099a8057",
    secret: "s3cret",
  }];
  for (const answer of wrong) {
    const { client, tally, log } = setUp([
      open({ answer: { id: { is: uuid() } }, status: 200, run: () => answer }),
    ]);
    const told = expectProblem(await client.get("/own"), 500);
    assertEquals(told.detail, "Something went wrong on our side.");
    assertEquals([tally.count("endpoints", "own"), log.length], [1, 1]);
    assert(log[0]?.includes("endpoint own"), log[0]);
  }
});

Deno.test("mountEndpoints() ends with what a function refuses", async () => {
  const { client, tally } = setUp([
    open({ run: ({ refuse }) => refuse(409, "Not on Sundays.") }),
    open({
      path: "/odd",
      run: ({ refuse }) => refuse(302 as 409, "This is no refusal."),
    }),
  ]);
  const told = expectProblem(await client.get("/own"), 409);
  assertEquals(told.detail, "Not on Sundays.");
  assertEquals(tally.count("endpoints", "own"), 0);
  expectProblem(await client.get("/odd"), 500);
});

Deno.test("mountEndpoints() waits for no function that takes too long, whose calls then come to nothing", async () => {
  const inner: string[] = [];
  const late = Promise.withResolvers<void>();
  const done = Promise.withResolvers<unknown>();
  const { client, tally } = setUp([
    open({
      run: async ({ api }) => {
        await late.promise;
        await api.send("GET", "/inner").catch(done.resolve);
      },
    }),
    open({ path: "/inner", run: () => void inner.push("called") }),
  ], 1);
  expectProblem(await client.get("/own"), 500);
  assertEquals(tally.count("endpoints", "own"), 1);
  late.resolve();
  assert(String(await done.promise).includes("over"));
  assertEquals(inner, []);
});

/** An endpoint that says what it got of a host. */
function fetching(url: string, fetches?: readonly string[]): Endpoint {
  return open({
    answer: { text: { is: text() } },
    status: 200,
    fetches,
    run: async (call) => {
      const { fetch } = call as unknown as { readonly fetch: ListedFetch };
      return { text: await (await fetch(url)).text() };
    },
  });
}

Deno.test("mountEndpoints() lets an endpoint fetch from the hosts that it lists", async () => {
  await using server = Deno.serve(
    { hostname: "127.0.0.1", port: 0, onListen() {} },
    () => new Response("hello"),
  );
  const origin = `http://127.0.0.1:${server.addr.port}`;
  const { client } = setUp([fetching(origin, [origin])]);
  assertEquals((await client.get("/own")).body, { text: "hello" });
  const other = setUp([fetching(origin, ["https://rates.example.com"])]);
  expectProblem(await other.client.get("/own"), 500);
  assert(other.log[0]?.includes("found the origin"), other.log[0]);
  const none = setUp([fetching(origin)]);
  expectProblem(await none.client.get("/own"), 500);
  assert(none.log[0]?.includes("fetch is not a function"), none.log[0]);
});

Deno.test("mountEndpoints() answers 502 for a host that does not, and tells only the log which", async () => {
  const gone = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const origin = `http://127.0.0.1:${gone.addr.port}`;
  gone.close();
  const { client, tally, log } = setUp([
    fetching(`${origin}/s3cret`, [origin]),
  ]);
  const told = expectProblem(await client.get("/own"), 502);
  assertEquals(told.detail, "A service that this depends on did not answer.");
  assertEquals(tally.count("endpoints", "own"), 1);
  assertEquals(log.length, 1);
  const line = `warn fetch_failed ${
    JSON.stringify({ endpoint: "own", origin, why: "cannot connect: " })
  }`.slice(0, -2);
  assert(log[0]?.startsWith(line), log[0]);
});

Deno.test("mountEndpoints() answers 502 for a host that keeps silent, before its function is given up", async () => {
  const released = Promise.withResolvers<Response>();
  await using server = Deno.serve(
    { hostname: "127.0.0.1", port: 0, onListen() {} },
    () => released.promise,
  );
  const origin = `http://127.0.0.1:${server.addr.port}`;
  using _ = { [Symbol.dispose]: () => released.resolve(new Response("late")) };
  const { client } = setUp([fetching(origin, [origin])], 500);
  expectProblem(await client.get("/own"), 502);
});

Deno.test("mountEndpoints() passes on that a host of another endpoint does not answer", async () => {
  const { client } = setUp([
    fetching("http://127.0.0.1:1", ["http://127.0.0.1:1"]),
    open({ path: "/outer", run: ({ api }) => api.send("GET", "/own") }),
    open({ path: "/said", run: ({ refuse }) => refuse(502, "No such rate.") }),
  ]);
  expectProblem(await client.get("/outer"), 502);
  const said = expectProblem(await client.get("/said"), 502);
  assertEquals(said.detail, "No such rate.");
});

Deno.test("fromInside() keeps where requests come from", async () => {
  const seen: string[] = [];
  const { api } = setUp([
    open({ run: ({ api }) => api.send("GET", "/inner") }),
  ]);
  api.route("GET", "/inner", ({ raw }) => {
    seen.push(clientOf(raw), clientOf(raw, "x-real-ip"));
    return new Response(null, { status: 204 });
  });
  const request = new Request("http://test.invalid/own", {
    headers: { "x-real-ip": "192.0.2.1" },
  });
  const remoteAddr: Deno.NetAddr = {
    transport: "tcp",
    hostname: "192.0.2.9",
    port: 1,
  };
  await api.fetch(fromConnection(request, { remoteAddr }));
  assertEquals(seen, ["192.0.2.9", "192.0.2.1"]);
});
