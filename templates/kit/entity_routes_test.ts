import { assertEquals, assertStringIncludes, assertThrows } from "@std/assert";
import type { EntityRequest } from "./entity_request.ts";
import { createApi } from "./http_api.ts";
import { mountEntity } from "./entity_routes.ts";
import { expectConditionalRead } from "./expect_conditions.ts";
import { failed, notFound } from "./problem.ts";
import { NOTE, NOTE_ID, NOTE_SPEC, sampleApi } from "./sample_api.ts";
import { apiClient, expectProblem, textInit } from "./testing.ts";

Deno.test("mountEntity() answers every operation and hands on what was asked", async (t) => {
  const { api, requests } = sampleApi();
  const client = apiClient(api.fetch);
  const item = `/notes/${NOTE_ID}`;
  const id = NOTE_ID;

  await t.step("list", async () => {
    const response = await client.get("/notes?limit=2&sort=-title");
    assertEquals(response.status, 200);
    assertEquals(response.body, { items: [NOTE], nextCursor: null });
    const request = requests.at(-1);
    assertEquals(request?.operation === "list" && request.query.limit, 2);
  });
  await t.step("get", async () => {
    const response = await client.get(item);
    assertEquals([response.status, response.body], [200, NOTE]);
    assertEquals(response.headers.get("content-type"), "application/json");
    assertEquals(requests.at(-1), { operation: "get", id });
  });
  await t.step("create", async () => {
    const body = { title: "Milk" };
    const response = await client.post("/notes", body);
    assertEquals([response.status, response.body], [201, NOTE]);
    assertEquals(response.headers.get("location"), item);
    assertEquals(requests.at(-1), { operation: "create", body });
  });
  await t.step("replace", async () => {
    const body = { title: "Milk", rank: 1 };
    const response = await client.put(item, body);
    assertEquals([response.status, response.body], [200, NOTE]);
    assertEquals(requests.at(-1), { operation: "replace", id, body });
  });
  await t.step("patch", async () => {
    const body = { rank: null };
    const response = await client.patch(item, body);
    assertEquals([response.status, response.body], [200, NOTE]);
    assertEquals(requests.at(-1), { operation: "patch", id, body });
  });
  await t.step("patch, as a merge patch", async () => {
    const type = "application/merge-patch+json";
    const response = await client.send(item, textInit("PATCH", "{}", type));
    assertEquals(response.status, 200);
    expectProblem(await client.send(item, textInit("PUT", "{}", type)), 415);
  });
  await t.step("delete", async () => {
    const response = await client.delete(item);
    assertEquals([response.status, response.body], [204, null]);
    assertEquals(response.headers.get("content-type"), null);
    assertEquals(requests.at(-1), { operation: "delete", id });
  });
  await t.step("action", async () => {
    const response = await client.post(`${item}/mark-done`);
    assertEquals([response.status, response.body], [200, NOTE]);
    const action = "mark-done";
    assertEquals(requests.at(-1), { operation: "action", id, action });
  });
});

Deno.test("mountEntity() takes no body or an empty object for an action", async () => {
  const { api, requests } = sampleApi();
  const client = apiClient(api.fetch);
  const path = `/notes/${NOTE_ID}/mark-done`;
  assertEquals((await client.post(path, {})).status, 200);
  const form = "application/x-www-form-urlencoded"; // what curl -X POST -d '' sends
  assertEquals(
    (await client.send(path, textInit("POST", "", form))).status,
    200,
  );
  assertEquals(requests.length, 2);
  expectProblem(await client.post(path, { at: 1 }), 422, "at");
  expectProblem(await client.post(path, []), 422);
  expectProblem(await client.send(path, textInit("POST", "x")), 400);
  expectProblem(await client.send(path, textInit("POST", "x", form)), 415);
  assertEquals(requests.length, 2);
});

Deno.test("mountEntity() answers 404 for an id that is no UUID, whatever the body", async () => {
  const { api, requests } = sampleApi();
  const client = apiClient(api.fetch);
  for (const id of ["1", "%zz", "..%2f", `${NOTE_ID}x`, `%20${NOTE_ID}`]) {
    const path = `/notes/${id}`;
    expectProblem(await client.get(path), 404);
    expectProblem(await client.send(path, textInit("PUT", "{")), 404);
    expectProblem(await client.send(path, textInit("PATCH", "{")), 404);
    expectProblem(await client.delete(path), 404);
    expectProblem(await client.post(`${path}/mark-done`, 1), 404);
  }
  assertEquals(requests, []);
});

Deno.test("mountEntity() knows an id in upper case", async () => {
  const { api, requests } = sampleApi();
  await apiClient(api.fetch).get(`/notes/${NOTE_ID.toUpperCase()}`);
  assertEquals(requests, [{ operation: "get", id: NOTE_ID }]);
});

Deno.test("mountEntity() answers with the controller's problem", async () => {
  const { api } = sampleApi({
    send: () => Promise.resolve(failed(notFound("note"))),
  });
  const client = apiClient(api.fetch);
  const path = `/notes/${NOTE_ID}`;
  expectProblem(await client.get(path), 404);
  expectProblem(await client.delete(path), 404);
  expectProblem(await client.patch(path, {}), 404);
  expectProblem(await client.post("/notes", { title: "x" }), 404);
});

Deno.test("mountEntity() checks the shape of bodies", async () => {
  const { api, requests } = sampleApi();
  const client = apiClient(api.fetch);
  expectProblem(await client.post("/notes", {}), 422, "title");
  expectProblem(await client.post("/notes", { title: "123456" }), 422, "title");
  expectProblem(
    await client.put(`/notes/${NOTE_ID}`, { title: "x" }),
    422,
    "rank",
  );
  expectProblem(
    await client.patch(`/notes/${NOTE_ID}`, { title: null }),
    422,
    "title",
  );
  expectProblem(
    await client.patch(`/notes/${NOTE_ID}`, { colour: 1 }),
    422,
    "colour",
  );
  assertEquals(requests, []);
});

Deno.test("mountEntity() checks the query", async () => {
  const client = apiClient(sampleApi().api.fetch);
  expectProblem(await client.get("/notes?limit=0"), 422, "limit");
  expectProblem(await client.get("/notes?colour=red"), 422, "colour");
  expectProblem(await client.get("/notes?cursor=nonsense"), 400);
  expectProblem(await client.get("/notes?q=%zz"), 400);
  expectProblem(await client.get("/notes?q=%ff"), 400);
  assertEquals((await client.get("/notes?q=a%20b+c#x?limit=0")).status, 200);
  expectProblem(await client.get("/notes?q=" + "a".repeat(50_000)), 422, "q");
});

Deno.test("mountEntity() refuses an operation without its schema", () => {
  const { api } = sampleApi();
  const error = assertThrows(() =>
    mountEntity(api, {
      spec: NOTE_SPEC,
      operations: ["create"],
      send: () => Promise.reject(),
    }), TypeError);
  assertStringIncludes(
    error.message,
    'Cannot mount "note": found no createSchema',
  );
});

Deno.test("mountEntity() keeps two entities apart", async () => {
  const api = createApi({
    openapi: {},
    health: () => ({ status: "ok", live: true, ready: true, components: [] }),
  });
  for (const path of ["/a", "/b"]) {
    mountEntity(api, {
      spec: { ...NOTE_SPEC, path },
      operations: ["get"],
      send: () => Promise.resolve({ ok: true, value: { path } }),
    });
  }
  const client = apiClient(api.fetch);
  assertEquals((await client.get(`/a/${NOTE_ID}`)).body, { path: "/a" });
  assertEquals((await client.get(`/b/${NOTE_ID}`)).body, { path: "/b" });
});

Deno.test("mountEntity() answers with the entity's tag and hands on the conditions of changes", async () => {
  const seen: EntityRequest[] = [];
  const { api } = sampleApi({
    send: (request) => {
      seen.push(request);
      return Promise.resolve({ ok: true, value: NOTE, version: 3 });
    },
  });
  const client = apiClient(api.fetch);
  const item = `/notes/${NOTE_ID}`;
  const headers = { "if-match": '"3"' };
  const precondition = { match: ['"3"'] };
  const tagOf = (response: { headers: Headers }) =>
    response.headers.get("etag");
  assertEquals(tagOf(await client.get(item)), '"3"');
  assertEquals(tagOf(await client.post("/notes", { title: "x" })), '"3"');
  for (const method of ["PUT", "PATCH"]) {
    const init = textInit(method, JSON.stringify({ title: "x", rank: 1 }));
    const sent = { ...init.headers, ...headers };
    const changed = await client.send(item, { ...init, headers: sent });
    assertEquals(tagOf(changed), '"3"');
    assertEquals(preconditionOf(seen.at(-1)), precondition);
  }
  await client.send(item, { method: "DELETE", headers });
  assertEquals(preconditionOf(seen.at(-1)), precondition);
  await client.send(`${item}/mark-done`, { method: "POST", headers });
  assertEquals(preconditionOf(seen.at(-1)), precondition);
});

Deno.test("mountEntity() answers a conditional GET and HEAD with 304, 412 or the entity", async () => {
  const { api } = sampleApi({
    send: () => Promise.resolve({ ok: true, value: NOTE, version: 3 }),
  });
  const client = apiClient(api.fetch);
  const item = `/notes/${NOTE_ID}`;
  await expectConditionalRead(client, item);
  const read = (headers: Record<string, string>, method = "GET") =>
    client.send(item, { method, headers });
  const head = await read({ "if-none-match": '"3"' }, "HEAD");
  assertEquals([head.status, head.headers.get("content-length")], [304, null]);
  assertEquals((await read({ "if-match": '"3"' })).status, 200);
  const gone = await read({ "if-match": '"2"', "if-none-match": '"3"' });
  expectProblem(gone, 412);
  assertEquals(gone.headers.get("etag"), '"3"');
  expectProblem(await read({ "if-none-match": "3" }), 400);
});

function preconditionOf(request: EntityRequest | undefined): unknown {
  return request && "precondition" in request
    ? request.precondition
    : undefined;
}
