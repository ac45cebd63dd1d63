/**
 * What clients can rely on: every endpoint of members, called in process.
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
import type { Member } from "../../models/member.ts";
import { makeMember, memberBody } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

Deno.test("GET /members lists members page by page", async () => {
  await using test = await startTestSystem();
  const first = await makeMember(test.system);
  const second = await makeMember(test.system);

  const page = await test.client.get<Page<Member>>("/members?limit=1&sort=id");
  assert.equal(page.status, 200);
  assert.deepEqual(page.body.items, [first]);
  const rest = await test.client.get<Page<Member>>(
    `/members?limit=1&sort=id&cursor=${page.body.nextCursor}`,
  );
  assert.deepEqual(rest.body, { items: [second], nextCursor: null });
});

Deno.test("GET /members sorts and filters", async () => {
  await using test = await startTestSystem();
  const first = await makeMember(test.system);
  const second = await makeMember(test.system, { username: "Changed" });

  const sorted = await test.client.get<Page<Member>>("/members?sort=-id");
  assert.deepEqual(sorted.body.items, [second, first]);
  const filter = new URLSearchParams({ username: String("Changed") });
  const filtered = await test.client.get<Page<Member>>(`/members?${filter}`);
  assert.deepEqual(filtered.body.items, [second]);
});

Deno.test("GET /members filters by each field", async () => {
  await using test = await startTestSystem();
  await expectFilters({
    client: test.client,
    path: "/members",
    entity: await makeMember(test.system),
    fields: ["username", "name"],
    choices: {},
  });
});

Deno.test("GET /members?q= finds a text wherever it may be", async () => {
  await using test = await startTestSystem();
  await makeMember(test.system);
  for (const field of ["username", "name"]) {
    const q = `needle ${field}`;
    const aMember = await makeMember(test.system, { [field]: q });
    const found = await test.client.get<Page<Member>>(
      `/members?${new URLSearchParams({ q })}`,
    );
    assert.deepEqual(found.body.items, [aMember]);
  }
});

Deno.test("GET /members sorts by name,-createdAt unless it is told otherwise", async () => {
  await using test = await startTestSystem();
  for (let i = 0; i < 3; i++) await makeMember(test.system);
  const plain = await test.client.get<Page<Member>>("/members?limit=2");
  const sorted = await test.client.get<Page<Member>>(
    "/members?limit=2&sort=name,-createdAt",
  );
  assert.deepEqual(plain.body, sorted.body);
  const rest = await test.client.get<Page<Member>>(
    `/members?limit=2&cursor=${plain.body.nextCursor}`,
  );
  assert.equal(rest.body.items.length, 1);
});

Deno.test("GET /members refuses parameters that make no sense", async () => {
  await using test = await startTestSystem();
  expectProblem(await test.client.get("/members?limit=0"), 422, "limit");
  expectProblem(
    await test.client.get("/members?nosuchfield=1"),
    422,
    "nosuchfield",
  );
  expectProblem(await test.client.get("/members?cursor=nonsense"), 400);
});

Deno.test("POST /members creates a member", async () => {
  await using test = await startTestSystem();
  const body = memberBody();

  const created = await test.client.post<Member>("/members", body);
  assert.equal(created.status, 201);
  assert.equal(created.headers.get("location"), `/members/${created.body.id}`);
  expectContains(created.body, body);
  const found = await test.client.get(`/members/${created.body.id}`);
  assert.deepEqual(found.body, created.body);
});

Deno.test("POST /members refuses what is not a member", async (t) => {
  await using test = await startTestSystem();
  const body = memberBody();

  const refused: [string, Record<string, unknown>, string][] = [
    ["username missing", { username: undefined }, "username"],
    ["username of the wrong type", { username: { not: "this" } }, "username"],
    ["username blank", { username: " " }, "username"],
    ["username too long", { username: "x".repeat(41) }, "username"],
    ["name of the wrong type", { name: { not: "this" } }, "name"],
    ["name too long", { name: "x".repeat(81) }, "name"],
    ["an unknown field", { nosuchfield: 1 }, "nosuchfield"],
  ];
  for (const [what, change, path] of refused) {
    await t.step(what, async () => {
      expectProblem(
        await test.client.post("/members", { ...body, ...change }),
        422,
        path,
      );
    });
  }
  await t.step("a body that is no JSON", async () => {
    expectProblem(
      await test.client.send("/members", textInit("POST", "{")),
      400,
    );
  });
  await t.step("another media type", async () => {
    expectProblem(
      await test.client.send("/members", textInit("POST", "a=b", "text/plain")),
      415,
    );
  });
});

Deno.test("POST /members takes a member at its limits", async (t) => {
  const taken: [string, Record<string, unknown>, Record<string, unknown>?][] = [
    ["what it needs alone", { name: undefined }, { name: null }],
    ["username as long as it may be", { username: "x".repeat(40) }],
    ["name as long as it may be", { name: "x".repeat(80) }],
  ];
  for (const [what, change, expected = change] of taken) {
    await t.step(what, async () => {
      await using test = await startTestSystem();
      const body = memberBody();
      const created = await test.client.post<Member>("/members", {
        ...body,
        ...change,
      });
      assert.equal(created.status, 201, JSON.stringify(created.body));
      expectContains(created.body, expected);
    });
  }
});

Deno.test("POST /members refuses a second member with the same username", async () => {
  await using test = await startTestSystem();
  const taken = (await makeMember(test.system)).username;
  expectProblem(
    await test.client.post("/members", { ...memberBody(), username: taken }),
    409,
    "username",
  );
});

Deno.test("GET /members/{id} reads one member", async () => {
  await using test = await startTestSystem();
  const aMember = await makeMember(test.system);
  const found = await test.client.get(`/members/${aMember.id}`);
  assert.equal(found.status, 200);
  assert.deepEqual(found.body, aMember);
  expectProblem(await test.client.get(`/members/${crypto.randomUUID()}`), 404);
  expectProblem(await test.client.get("/members/no-uuid"), 404);
});

Deno.test("GET /members/{username} reads one member, too", async () => {
  await using test = await startTestSystem();
  await makeMember(test.system);
  const aMember = await makeMember(test.system);
  const found = await test.client.get(
    `/members/${encodeURIComponent(aMember.username)}`,
  );
  assert.deepEqual([found.status, found.body], [200, aMember]);
  expectProblem(await test.client.get("/members/no-such-one"), 404);
});

Deno.test("GET /members/{id} gives nothing to who has what there is", async () => {
  await using test = await startTestSystem();
  const aMember = await makeMember(test.system);
  await expectConditionalRead(test.client, `/members/${aMember.id}`);
});

Deno.test("PUT /members/{id} replaces a member, never creates one", async () => {
  await using test = await startTestSystem();
  const aMember = await makeMember(test.system);
  const body = { ...memberBody() };
  const replaced = await test.client.put<Member>(
    `/members/${aMember.id}`,
    body,
  );
  assert.equal(replaced.status, 200);
  expectContains(replaced.body, {
    ...body,
    id: aMember.id,
    createdAt: aMember.createdAt,
  });
  expectProblem(
    await test.client.put(`/members/${crypto.randomUUID()}`, body),
    404,
  );
});

Deno.test("PATCH /members/{id} changes only what is given", async () => {
  await using test = await startTestSystem();
  const aMember = await makeMember(test.system);
  const changed = await test.client.patch<Member>(`/members/${aMember.id}`, {
    username: "Changed",
  });
  assert.equal(changed.status, 200);
  assert.deepEqual(changed.body, {
    ...aMember,
    username: "Changed",
    updatedAt: changed.body.updatedAt,
  });
  const same = await test.client.patch(`/members/${aMember.id}`, {});
  assert.equal(same.status, 200);
  const back = await test.client.patch(`/members/${aMember.id}`, same.body);
  assert.deepEqual([back.status, back.body], [200, same.body]);
  expectProblem(
    await test.client.patch(`/members/${aMember.id}`, {
      id: crypto.randomUUID(),
    }),
    422,
    "id",
  );
  expectProblem(
    await test.client.patch(`/members/${crypto.randomUUID()}`, {}),
    404,
  );
});

Deno.test("DELETE /members/{id} deletes a member once", async () => {
  await using test = await startTestSystem();
  const aMember = await makeMember(test.system);
  assert.equal(
    (await test.client.delete(`/members/${aMember.id}`)).status,
    204,
  );
  expectProblem(await test.client.delete(`/members/${aMember.id}`), 404);
});

Deno.test("/members/{id} is changed only on conditions that hold", async () => {
  await using test = await startTestSystem();
  const aMember = await makeMember(test.system);
  const path = `/members/${aMember.id}`;
  const body = { ...memberBody() };
  await expectConditionalChange(
    test.client,
    path,
    textInit("PUT", JSON.stringify(body)),
  );
  await expectConditionalChange(test.client, path, textInit("PATCH", "{}"));
  await expectConditionalChange(test.client, path, { method: "DELETE" });
});
