/**
 * What clients can rely on: every endpoint of projects, called in process.
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
import type { Project } from "../../models/project.ts";
import { makeProject, projectBody } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

Deno.test("GET /projects lists projects page by page", async () => {
  await using test = await startTestSystem();
  const first = await makeProject(test.system);
  const second = await makeProject(test.system);

  const page = await test.client.get<Page<Project>>("/projects?limit=1");
  assert.equal(page.status, 200);
  assert.deepEqual(page.body.items, [first]);
  const rest = await test.client.get<Page<Project>>(
    `/projects?limit=1&cursor=${page.body.nextCursor}`,
  );
  assert.deepEqual(rest.body, { items: [second], nextCursor: null });
});

Deno.test("GET /projects sorts and filters", async () => {
  await using test = await startTestSystem();
  const first = await makeProject(test.system);
  const second = await makeProject(test.system, { name: "Changed" });

  const sorted = await test.client.get<Page<Project>>("/projects?sort=-id");
  assert.deepEqual(sorted.body.items, [second, first]);
  const filter = new URLSearchParams({ name: String("Changed") });
  const filtered = await test.client.get<Page<Project>>(`/projects?${filter}`);
  assert.deepEqual(filtered.body.items, [second]);
});

Deno.test("GET /projects filters by each field", async () => {
  await using test = await startTestSystem();
  await expectFilters({
    client: test.client,
    path: "/projects",
    entity: await makeProject(test.system),
    fields: ["name"],
    choices: {},
  });
});

Deno.test("GET /projects?q= finds a text wherever it may be", async () => {
  await using test = await startTestSystem();
  await makeProject(test.system);
  for (const field of ["name"]) {
    const q = `needle ${field}`;
    const aProject = await makeProject(test.system, { [field]: q });
    const found = await test.client.get<Page<Project>>(
      `/projects?${new URLSearchParams({ q })}`,
    );
    assert.deepEqual(found.body.items, [aProject]);
  }
});

Deno.test("GET /projects refuses parameters that make no sense", async () => {
  await using test = await startTestSystem();
  expectProblem(await test.client.get("/projects?limit=0"), 422, "limit");
  expectProblem(
    await test.client.get("/projects?nosuchfield=1"),
    422,
    "nosuchfield",
  );
  expectProblem(await test.client.get("/projects?cursor=nonsense"), 400);
});

Deno.test("POST /projects creates a project", async () => {
  await using test = await startTestSystem();
  const body = projectBody();

  const created = await test.client.post<Project>("/projects", body);
  assert.equal(created.status, 201);
  assert.equal(created.headers.get("location"), `/projects/${created.body.id}`);
  expectContains(created.body, body);
  const found = await test.client.get(`/projects/${created.body.id}`);
  assert.deepEqual(found.body, created.body);
});

Deno.test("POST /projects refuses what is not a project", async (t) => {
  await using test = await startTestSystem();
  const body = projectBody();

  const refused: [string, Record<string, unknown>, string][] = [
    ["name missing", { name: undefined }, "name"],
    ["name of the wrong type", { name: { not: "this" } }, "name"],
    ["name blank", { name: " " }, "name"],
    ["name too long", { name: "x".repeat(201) }, "name"],
    ["an unknown field", { nosuchfield: 1 }, "nosuchfield"],
  ];
  for (const [what, change, path] of refused) {
    await t.step(what, async () => {
      expectProblem(
        await test.client.post("/projects", { ...body, ...change }),
        422,
        path,
      );
    });
  }
  await t.step("a body that is no JSON", async () => {
    expectProblem(
      await test.client.send("/projects", textInit("POST", "{")),
      400,
    );
  });
  await t.step("another media type", async () => {
    expectProblem(
      await test.client.send(
        "/projects",
        textInit("POST", "a=b", "text/plain"),
      ),
      415,
    );
  });
});

Deno.test("POST /projects takes a project at its limits", async (t) => {
  const taken: [string, Record<string, unknown>, Record<string, unknown>?][] = [
    ["name as long as it may be", { name: "x".repeat(200) }],
  ];
  for (const [what, change, expected = change] of taken) {
    await t.step(what, async () => {
      await using test = await startTestSystem();
      const body = projectBody();
      const created = await test.client.post<Project>("/projects", {
        ...body,
        ...change,
      });
      assert.equal(created.status, 201, JSON.stringify(created.body));
      expectContains(created.body, expected);
    });
  }
});

Deno.test("GET /projects/{id} reads one project", async () => {
  await using test = await startTestSystem();
  const aProject = await makeProject(test.system);
  const found = await test.client.get(`/projects/${aProject.id}`);
  assert.equal(found.status, 200);
  assert.deepEqual(found.body, aProject);
  expectProblem(await test.client.get(`/projects/${crypto.randomUUID()}`), 404);
  expectProblem(await test.client.get("/projects/no-uuid"), 404);
});

Deno.test("GET /projects/{id} gives nothing to who has what there is", async () => {
  await using test = await startTestSystem();
  const aProject = await makeProject(test.system);
  await expectConditionalRead(test.client, `/projects/${aProject.id}`);
});

Deno.test("PUT /projects/{id} replaces a project, never creates one", async () => {
  await using test = await startTestSystem();
  const aProject = await makeProject(test.system);
  const body = { ...projectBody() };
  const replaced = await test.client.put<Project>(
    `/projects/${aProject.id}`,
    body,
  );
  assert.equal(replaced.status, 200);
  expectContains(replaced.body, {
    ...body,
    id: aProject.id,
    createdAt: aProject.createdAt,
  });
  expectProblem(
    await test.client.put(`/projects/${crypto.randomUUID()}`, body),
    404,
  );
});

Deno.test("PATCH /projects/{id} changes only what is given", async () => {
  await using test = await startTestSystem();
  const aProject = await makeProject(test.system);
  const changed = await test.client.patch<Project>(`/projects/${aProject.id}`, {
    name: "Changed",
  });
  assert.equal(changed.status, 200);
  assert.deepEqual(changed.body, {
    ...aProject,
    name: "Changed",
    updatedAt: changed.body.updatedAt,
  });
  const same = await test.client.patch(`/projects/${aProject.id}`, {});
  assert.equal(same.status, 200);
  const back = await test.client.patch(`/projects/${aProject.id}`, same.body);
  assert.deepEqual([back.status, back.body], [200, same.body]);
  expectProblem(
    await test.client.patch(`/projects/${aProject.id}`, {
      id: crypto.randomUUID(),
    }),
    422,
    "id",
  );
  expectProblem(
    await test.client.patch(`/projects/${crypto.randomUUID()}`, {}),
    404,
  );
});

Deno.test("DELETE /projects/{id} deletes a project once", async () => {
  await using test = await startTestSystem();
  const aProject = await makeProject(test.system);
  assert.equal(
    (await test.client.delete(`/projects/${aProject.id}`)).status,
    204,
  );
  expectProblem(await test.client.delete(`/projects/${aProject.id}`), 404);
});

Deno.test("/projects/{id} is changed only on conditions that hold", async () => {
  await using test = await startTestSystem();
  const aProject = await makeProject(test.system);
  const path = `/projects/${aProject.id}`;
  const body = { ...projectBody() };
  await expectConditionalChange(
    test.client,
    path,
    textInit("PUT", JSON.stringify(body)),
  );
  await expectConditionalChange(test.client, path, textInit("PATCH", "{}"));
  await expectConditionalChange(test.client, path, { method: "DELETE" });
});
