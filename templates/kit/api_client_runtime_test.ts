import assert from "node:assert/strict";
import {
  ApiCaller,
  ApiError,
  type ClientOptions,
  eachByCursor,
  eachByOffset,
  segment,
  tagOf,
} from "./api_client_runtime.ts";

Deno.test("ApiCaller sends the path, the query, the body and the token of this moment", async () => {
  const seen: Request[] = [];
  const tokens = ["first", undefined];
  const caller = callerOf((request) => {
    seen.push(request);
    return Response.json({ id: 1 });
  }, { token: () => tokens.shift() });
  const lists = { few: ["a", "b"], nothing: [] };
  const query = { a: "x y", none: undefined, empty: null, n: 0, ...lists };
  const path = `/things/${segment("a/b")}`;
  await caller.send({ method: "POST", path, query, body: { n: 1 } });
  await caller.send({ method: "GET", path: "/things" });
  const [post, get] = seen;
  assert.equal(
    post?.url,
    "http://api.invalid/base/things/a%2Fb?a=x+y&empty=&n=0&few=a%2Cb",
  );
  assert.equal(await post?.text(), '{"n":1}');
  assert.equal(post?.headers.get("authorization"), "Token first");
  assert.equal(get?.headers.get("authorization"), null);
  assert.equal(get?.headers.get("content-type"), null);
});

Deno.test("ApiCaller asks for no token where it sends none", async () => {
  const caller = callerOf((request) => {
    return Response.json({ sent: request.headers.has("authorization") });
  }, { token: () => assert.fail("asked for a token") });
  const request = { method: "POST", path: "/login", anonymous: true };
  assert.deepEqual(await caller.send(request), { sent: false });
});

Deno.test("ApiCaller takes the answer from under its name, and keeps its tag", async () => {
  const caller = callerOf(() =>
    Response.json({ thing: { id: 1 } }, { headers: { etag: '"3"' } })
  );
  const found = await caller.send<{ readonly id: number }>({
    method: "GET",
    path: "/things/1",
    under: "thing",
  });
  assert.deepEqual(found, { id: 1 });
  assert.equal(tagOf(found), '"3"');
  assert.equal(tagOf({ ...found }), undefined);
});

Deno.test("ApiCaller.sendIfChanged() gives undefined where nothing has changed", async () => {
  const caller = callerOf((request) =>
    request.headers.get("if-none-match") === '"3"'
      ? new Response(null, { status: 304 })
      : Response.json({ id: 1 })
  );
  const request = { method: "GET", path: "/things/1" };
  const options = { ifNoneMatch: '"3"' };
  assert.deepEqual(await caller.sendIfChanged(request), { id: 1 });
  assert.equal(await caller.sendIfChanged({ ...request, options }), undefined);
  await assert.rejects(
    caller.send({ ...request, options }),
    (error) => error instanceof ApiError && error.status === 304,
  );
});

Deno.test("ApiError tells a problem", async () => {
  const errors = [{ path: "title", message: "must not be blank" }];
  const problem = { type: "about:blank", title: "Wrong", status: 422, errors };
  const error = await failure(Response.json(problem, { status: 422 }));
  assert.equal(error.status, 422);
  assert.deepEqual(error.problem, problem);
  assert.deepEqual(error.messages, ["title must not be blank"]);
  assert.equal(error.message, "The API answered 422: title must not be blank");
});

Deno.test("ApiError tells lists of messages, and when to come back", async () => {
  const error = await failure(Response.json(
    { errors: { body: ["too often", "come back"] } },
    { status: 429, headers: { "retry-after": "7" } },
  ));
  assert.equal(error.problem, undefined);
  assert.deepEqual(error.messages, ["too often", "come back"]);
  assert.equal(error.retryAfter, 7);
});

Deno.test("ApiError tells the status of an answer that is no JSON", async () => {
  const error = await failure(new Response("<html>", { status: 502 }));
  assert.equal(error.message, "The API answered 502: no reason given");
  assert.deepEqual([error.messages, error.retryAfter], [[], undefined]);
});

Deno.test("ApiCaller ends when the caller wants, and when the time is up", async () => {
  const caller = callerOf(unanswered, { timeout: 1 });
  const request = { method: "GET", path: "/slow" };
  await assert.rejects(caller.send(request), { name: "TimeoutError" });
  const stop = new AbortController();
  const options = { signal: stop.signal, timeout: 60_000 };
  const asked = caller.send({ ...request, options });
  stop.abort(new RangeError("enough"));
  await assert.rejects(asked, RangeError);
});

Deno.test("eachByCursor() reads each page when it is needed", async () => {
  const asked: (string | undefined)[] = [];
  const found: number[] = [];
  for await (
    const one of eachByCursor(undefined, (cursor) => {
      asked.push(cursor);
      const at = Number(cursor ?? 0);
      const nextCursor = at < 4 ? String(at + 2) : null;
      return Promise.resolve({ items: [at, at + 1], nextCursor });
    })
  ) {
    found.push(one);
    if (one === 2) break;
  }
  assert.deepEqual([found, asked], [[0, 1, 2], [undefined, "2"]]);
});

Deno.test("eachByOffset() ends with the last, and where pages run out before", async () => {
  const all = (length: number, total: number) =>
    eachByOffset(1, (offset) => {
      const items = Array.from({ length }, (_, i) => i).slice(
        offset,
        offset + 2,
      );
      return Promise.resolve({ items, total });
    });
  assert.deepEqual(await Array.fromAsync(all(5, 5)), [1, 2, 3, 4]);
  assert.deepEqual(await Array.fromAsync(all(3, 9)), [1, 2]);
});

function callerOf(
  fetch: (request: Request) => Response | Promise<Response>,
  options: Partial<ClientOptions> = {},
): ApiCaller {
  const url = "http://api.invalid/base/";
  return new ApiCaller({ url, fetch, ...options }, "Token");
}

async function failure(answer: Response): Promise<ApiError> {
  const caller = callerOf(() => answer);
  const error = await caller.send({ method: "GET", path: "/" }).then(
    () => undefined,
    (error: unknown) => error,
  );
  assert.ok(error instanceof ApiError);
  return error;
}

/** Answers never, and ends as fetch does when its signal does. */
function unanswered({ signal }: Request): Promise<Response> {
  const { promise, reject } = Promise.withResolvers<Response>();
  signal.addEventListener("abort", () => reject(signal.reason));
  return promise;
}
