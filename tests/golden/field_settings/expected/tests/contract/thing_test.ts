/**
 * What clients can rely on: every endpoint of things, called in process.
 *
 * @module
 */
import assert from "node:assert/strict";
import type { Page } from "../../kit/entity_request.ts";
import {
  expectConditionalChange,
  expectConditionalRead,
} from "../../kit/expect_conditions.ts";
import { expectFilters } from "../../kit/expect_filters.ts";
import { expectContains, expectProblem, textInit } from "../../kit/testing.ts";
import type { Thing } from "../../models/thing.ts";
import { makeThing, thingBody } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

Deno.test("GET /things lists things page by page", async () => {
  await using test = await startTestSystem();
  const first = await makeThing(test.system);
  const second = await makeThing(test.system);

  const page = await test.client.get<Page<Thing>>("/things?limit=1");
  assert.equal(page.status, 200);
  assert.deepEqual(page.body.items, [first]);
  const rest = await test.client.get<Page<Thing>>(
    `/things?limit=1&cursor=${page.body.nextCursor}`,
  );
  assert.deepEqual(rest.body, { items: [second], nextCursor: null });
});

Deno.test("GET /things sorts and filters", async () => {
  await using test = await startTestSystem();
  const first = await makeThing(test.system);
  const second = await makeThing(test.system, { laps: ["PT1H31M"] });

  const sorted = await test.client.get<Page<Thing>>("/things?sort=-id");
  assert.deepEqual(sorted.body.items, [second, first]);
  const filter = new URLSearchParams({ laps: String("PT1H31M") });
  const filtered = await test.client.get<Page<Thing>>(`/things?${filter}`);
  assert.deepEqual(filtered.body.items, [second]);
});

Deno.test("GET /things filters by each field", async () => {
  await using test = await startTestSystem();
  await expectFilters({
    client: test.client,
    path: "/things",
    entity: await makeThing(test.system),
    fields: [
      "label",
      "note",
      "mail",
      "work",
      "long",
      "site",
      "repository",
      "born",
      "at",
      "tea",
      "key",
      "home",
      "kind",
      "count",
      "weight",
      "price",
      "open",
      "takes",
      "rest",
      "break",
      "laps",
    ],
    choices: { kind: ["a", "b", "c", "d", "e", "f", "g", "h"] },
  });
});

Deno.test("GET /things?q= finds a text wherever it may be", async () => {
  await using test = await startTestSystem();
  await makeThing(test.system);
  for (const field of ["note"]) {
    const q = `needle ${field}`;
    const aThing = await makeThing(test.system, { [field]: q });
    const found = await test.client.get<Page<Thing>>(
      `/things?${new URLSearchParams({ q })}`,
    );
    assert.deepEqual(found.body.items, [aThing]);
  }
});

Deno.test("GET /things refuses parameters that make no sense", async () => {
  await using test = await startTestSystem();
  expectProblem(await test.client.get("/things?limit=0"), 422, "limit");
  expectProblem(
    await test.client.get("/things?nosuchfield=1"),
    422,
    "nosuchfield",
  );
  expectProblem(await test.client.get("/things?cursor=nonsense"), 400);
});

Deno.test("POST /things creates a thing", async () => {
  await using test = await startTestSystem();
  const body = thingBody();

  const created = await test.client.post<Thing>("/things", body);
  assert.equal(created.status, 201);
  assert.equal(created.headers.get("location"), `/things/${created.body.id}`);
  expectContains(created.body, body);
  const found = await test.client.get(`/things/${created.body.id}`);
  assert.deepEqual(found.body, created.body);
});

Deno.test("POST /things refuses what is not a thing", async (t) => {
  await using test = await startTestSystem();
  const body = thingBody();

  const refused: [string, Record<string, unknown>, string][] = [
    ["label missing", { label: undefined }, "label"],
    ["label of the wrong type", { label: { not: "this" } }, "label"],
    ["label blank", { label: " " }, "label"],
    ["label too long", { label: "x".repeat(201) }, "label"],
    ["label of another pattern", { label: "~~~" }, "label"],
    ["note of the wrong type", { note: { not: "this" } }, "note"],
    ["note too long", { note: "x".repeat(41) }, "note"],
    ["mail missing", { mail: undefined }, "mail"],
    ["mail of the wrong type", { mail: { not: "this" } }, "mail"],
    ["mail too long", { mail: "x".repeat(13) + "@example.com" }, "mail"],
    ["mail malformed", { mail: "not this" }, "mail"],
    ["work of the wrong type", { work: { not: "this" } }, "work"],
    ["work too long", { work: "x".repeat(255) + "@example.com" }, "work"],
    ["work of another pattern", { work: "~~~" }, "work"],
    ["work malformed", { work: "not this" }, "work"],
    ["long of the wrong type", { long: { not: "this" } }, "long"],
    ["long too long", { long: "x".repeat(255) + "@example.com" }, "long"],
    ["long malformed", { long: "not this" }, "long"],
    ["site missing", { site: undefined }, "site"],
    ["site of the wrong type", { site: { not: "this" } }, "site"],
    [
      "site too long",
      { site: "https://example.com/" + "x".repeat(21) },
      "site",
    ],
    ["site malformed", { site: "not this" }, "site"],
    [
      "repository of the wrong type",
      { repository: { not: "this" } },
      "repository",
    ],
    ["repository too long", {
      repository: "https://example.com/" + "x".repeat(2049),
    }, "repository"],
    ["repository of another pattern", { repository: "~~~" }, "repository"],
    ["repository malformed", { repository: "not this" }, "repository"],
    ["born of the wrong type", { born: { not: "this" } }, "born"],
    ["born malformed", { born: "not this" }, "born"],
    ["at missing", { at: undefined }, "at"],
    ["at of the wrong type", { at: { not: "this" } }, "at"],
    ["at malformed", { at: "not this" }, "at"],
    ["tea missing", { tea: undefined }, "tea"],
    ["tea of the wrong type", { tea: { not: "this" } }, "tea"],
    ["tea malformed", { tea: "not this" }, "tea"],
    ["key of the wrong type", { key: { not: "this" } }, "key"],
    ["home of the wrong type", { home: { not: "this" } }, "home"],
    ["kind of the wrong type", { kind: { not: "this" } }, "kind"],
    ["kind of no known value", { kind: "no such value" }, "kind"],
    ["count of the wrong type", { count: { not: "this" } }, "count"],
    ["count too small", { count: 0 }, "count"],
    ["count too large", { count: 91 }, "count"],
    ["weight of the wrong type", { weight: { not: "this" } }, "weight"],
    ["weight too small", { weight: -0.5 }, "weight"],
    ["price of the wrong type", { price: { not: "this" } }, "price"],
    ["price too small", { price: 0 }, "price"],
    ["price too large", { price: 10 }, "price"],
    ["price with too many decimals", { price: 8.9999 }, "price"],
    ["open missing", { open: undefined }, "open"],
    ["open of the wrong type", { open: { not: "this" } }, "open"],
    ["extra missing", { extra: undefined }, "extra"],
    ["takes of the wrong type", { takes: { not: "this" } }, "takes"],
    ["takes too small", { takes: "PT4M59S" }, "takes"],
    ["takes too large", { takes: "P1DT1S" }, "takes"],
    ["takes malformed", { takes: "not this" }, "takes"],
    ["takes of months", { takes: "P1M" }, "takes"],
    ["takes with a fraction", { takes: "PT0.5S" }, "takes"],
    ["rest missing", { rest: undefined }, "rest"],
    ["rest of the wrong type", { rest: { not: "this" } }, "rest"],
    ["rest too large", { rest: "P14DT1S" }, "rest"],
    ["rest malformed", { rest: "not this" }, "rest"],
    ["rest of months", { rest: "P1M" }, "rest"],
    ["rest with a fraction", { rest: "PT0.5S" }, "rest"],
    ["break of the wrong type", { break: { not: "this" } }, "break"],
    ["break malformed", { break: "not this" }, "break"],
    ["break of months", { break: "P1M" }, "break"],
    ["break with a fraction", { break: "PT0.5S" }, "break"],
    ["laps of the wrong type", { laps: { not: "this" } }, "laps"],
    [
      "laps with an element of the wrong type",
      { laps: [{ not: "this" }] },
      "laps.0",
    ],
    ["laps with an element too small", { laps: ["PT0S"] }, "laps.0"],
    ["laps with an element malformed", { laps: ["not this"] }, "laps.0"],
    ["laps with an element of months", { laps: ["P1M"] }, "laps.0"],
    ["laps with an element with a fraction", { laps: ["PT0.5S"] }, "laps.0"],
    ["laps with too many elements", { laps: Array(6).fill("PT1H30M") }, "laps"],
    ["an unknown field", { nosuchfield: 1 }, "nosuchfield"],
  ];
  for (const [what, change, path] of refused) {
    await t.step(what, async () => {
      expectProblem(
        await test.client.post("/things", { ...body, ...change }),
        422,
        path,
      );
    });
  }
  await t.step("a body that is no JSON", async () => {
    expectProblem(
      await test.client.send("/things", textInit("POST", "{")),
      400,
    );
  });
  await t.step("another media type", async () => {
    expectProblem(
      await test.client.send("/things", textInit("POST", "a=b", "text/plain")),
      415,
    );
  });
});

Deno.test("POST /things takes a thing at its limits", async (t) => {
  const taken: [string, Record<string, unknown>, Record<string, unknown>?][] = [
    ["what it needs alone", {
      note: undefined,
      work: undefined,
      long: undefined,
      repository: undefined,
      born: undefined,
      key: undefined,
      kind: undefined,
      count: undefined,
      weight: undefined,
      price: undefined,
      takes: undefined,
      laps: undefined,
    }, {
      note: null,
      work: null,
      long: null,
      repository: null,
      born: null,
      key: null,
      kind: null,
      count: null,
      weight: null,
      price: null,
      takes: null,
      laps: [],
    }],
    ["note as long as it may be", { note: "x".repeat(40) }],
    ["kind of a", { kind: "a" }],
    ["kind of b", { kind: "b" }],
    ["kind of c", { kind: "c" }],
    ["kind of d", { kind: "d" }],
    ["kind of e", { kind: "e" }],
    ["kind of f", { kind: "f" }],
    ["kind of g", { kind: "g" }],
    ["kind of h", { kind: "h" }],
    ["count at least 1", { count: 1 }],
    ["count at most 90", { count: 90 }],
    ["weight at least 0.5", { weight: 0.5 }],
    ["price at least 1", { price: 1 }],
    ["price at most 9", { price: 9 }],
  ];
  for (const [what, change, expected = change] of taken) {
    await t.step(what, async () => {
      await using test = await startTestSystem();
      const body = thingBody();
      const created = await test.client.post<Thing>("/things", {
        ...body,
        ...change,
      });
      assert.equal(created.status, 201, JSON.stringify(created.body));
      expectContains(created.body, expected);
    });
  }
});

Deno.test("POST /things refuses a second thing with the same note", async () => {
  await using test = await startTestSystem();
  const taken = (await makeThing(test.system)).note;
  expectProblem(
    await test.client.post("/things", { ...thingBody(), note: taken }),
    409,
    "note",
  );
});

Deno.test("POST /things refuses a second thing with the same mail", async () => {
  await using test = await startTestSystem();
  const taken = (await makeThing(test.system)).mail;
  expectProblem(
    await test.client.post("/things", { ...thingBody(), mail: taken }),
    409,
    "mail",
  );
});

Deno.test("POST /things refuses a second thing with the same work", async () => {
  await using test = await startTestSystem();
  const taken = (await makeThing(test.system)).work;
  expectProblem(
    await test.client.post("/things", { ...thingBody(), work: taken }),
    409,
    "work",
  );
});

Deno.test("POST /things refuses a second thing with the same repository", async () => {
  await using test = await startTestSystem();
  const taken = (await makeThing(test.system)).repository;
  expectProblem(
    await test.client.post("/things", { ...thingBody(), repository: taken }),
    409,
    "repository",
  );
});

Deno.test("POST /things refuses a second thing with the same born", async () => {
  await using test = await startTestSystem();
  const taken = (await makeThing(test.system)).born;
  expectProblem(
    await test.client.post("/things", { ...thingBody(), born: taken }),
    409,
    "born",
  );
});

Deno.test("POST /things refuses a second thing with the same at", async () => {
  await using test = await startTestSystem();
  const taken = (await makeThing(test.system)).at;
  expectProblem(
    await test.client.post("/things", { ...thingBody(), at: taken }),
    409,
    "at",
  );
});

Deno.test("POST /things refuses a second thing with the same tea", async () => {
  await using test = await startTestSystem();
  const taken = (await makeThing(test.system)).tea;
  expectProblem(
    await test.client.post("/things", { ...thingBody(), tea: taken }),
    409,
    "tea",
  );
});

Deno.test("POST /things refuses a second thing with the same key", async () => {
  await using test = await startTestSystem();
  const taken = (await makeThing(test.system)).key;
  expectProblem(
    await test.client.post("/things", { ...thingBody(), key: taken }),
    409,
    "key",
  );
});

Deno.test("POST /things refuses a second thing with the same kind", async () => {
  await using test = await startTestSystem();
  const taken = (await makeThing(test.system)).kind;
  expectProblem(
    await test.client.post("/things", { ...thingBody(), kind: taken }),
    409,
    "kind",
  );
});

Deno.test("POST /things refuses a second thing with the same count", async () => {
  await using test = await startTestSystem();
  const taken = (await makeThing(test.system)).count;
  expectProblem(
    await test.client.post("/things", { ...thingBody(), count: taken }),
    409,
    "count",
  );
});

Deno.test("POST /things refuses a second thing with the same weight", async () => {
  await using test = await startTestSystem();
  const taken = (await makeThing(test.system)).weight;
  expectProblem(
    await test.client.post("/things", { ...thingBody(), weight: taken }),
    409,
    "weight",
  );
});

Deno.test("POST /things refuses a second thing with the same takes", async () => {
  await using test = await startTestSystem();
  const taken = (await makeThing(test.system)).takes;
  expectProblem(
    await test.client.post("/things", { ...thingBody(), takes: taken }),
    409,
    "takes",
  );
});

Deno.test("GET /things/{id} reads one thing", async () => {
  await using test = await startTestSystem();
  const aThing = await makeThing(test.system);
  const found = await test.client.get(`/things/${aThing.id}`);
  assert.equal(found.status, 200);
  assert.deepEqual(found.body, aThing);
  expectProblem(await test.client.get(`/things/${crypto.randomUUID()}`), 404);
  expectProblem(await test.client.get("/things/no-uuid"), 404);
});

Deno.test("GET /things/{id} gives nothing to who has what there is", async () => {
  await using test = await startTestSystem();
  const aThing = await makeThing(test.system);
  await expectConditionalRead(test.client, `/things/${aThing.id}`);
});

Deno.test("PUT /things/{id} replaces a thing, never creates one", async () => {
  await using test = await startTestSystem();
  const aThing = await makeThing(test.system);
  const body = { ...thingBody(), price: aThing.price };
  const replaced = await test.client.put<Thing>(`/things/${aThing.id}`, body);
  assert.equal(replaced.status, 200);
  expectContains(replaced.body, {
    ...body,
    id: aThing.id,
    createdAt: aThing.createdAt,
  });
  expectProblem(
    await test.client.put(`/things/${crypto.randomUUID()}`, body),
    404,
  );
});

Deno.test("PATCH /things/{id} changes only what is given", async () => {
  await using test = await startTestSystem();
  const aThing = await makeThing(test.system);
  const changed = await test.client.patch<Thing>(`/things/${aThing.id}`, {
    label: "name",
  });
  assert.equal(changed.status, 200);
  assert.deepEqual(changed.body, {
    ...aThing,
    label: "name",
    updatedAt: changed.body.updatedAt,
  });
  const same = await test.client.patch(`/things/${aThing.id}`, {});
  assert.equal(same.status, 200);
  const back = await test.client.patch(`/things/${aThing.id}`, same.body);
  assert.deepEqual([back.status, back.body], [200, same.body]);
  expectProblem(
    await test.client.patch(`/things/${aThing.id}`, {
      id: crypto.randomUUID(),
    }),
    422,
    "id",
  );
  expectProblem(
    await test.client.patch(`/things/${crypto.randomUUID()}`, {}),
    404,
  );
});

Deno.test("PATCH /things/{id} never changes price", async () => {
  await using test = await startTestSystem();
  const aThing = await makeThing(test.system);
  expectProblem(
    await test.client.patch(`/things/${aThing.id}`, { price: 8 }),
    422,
    "price",
  );
});

Deno.test("DELETE /things/{id} deletes a thing once", async () => {
  await using test = await startTestSystem();
  const aThing = await makeThing(test.system);
  assert.equal((await test.client.delete(`/things/${aThing.id}`)).status, 204);
  expectProblem(await test.client.delete(`/things/${aThing.id}`), 404);
});

Deno.test("/things/{id} is changed only on conditions that hold", async () => {
  await using test = await startTestSystem();
  const aThing = await makeThing(test.system);
  const path = `/things/${aThing.id}`;
  const body = { ...thingBody(), price: aThing.price };
  await expectConditionalChange(
    test.client,
    path,
    textInit("PUT", JSON.stringify(body)),
  );
  await expectConditionalChange(test.client, path, textInit("PATCH", "{}"));
  await expectConditionalChange(test.client, path, { method: "DELETE" });
});
