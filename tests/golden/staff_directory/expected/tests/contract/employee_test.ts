/**
 * What clients can rely on: every endpoint of employees, called in process.
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
import type { Employee } from "../../models/employee.ts";
import { employeeBody, makeEmployee } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

Deno.test("GET /employees lists employees page by page", async () => {
  await using test = await startTestSystem();
  const first = await makeEmployee(test.system);
  const second = await makeEmployee(test.system);

  const page = await test.client.get<Page<Employee>>("/employees?limit=1");
  assert.equal(page.status, 200);
  assert.deepEqual(page.body.items, [first]);
  const rest = await test.client.get<Page<Employee>>(
    `/employees?limit=1&cursor=${page.body.nextCursor}`,
  );
  assert.deepEqual(rest.body, { items: [second], nextCursor: null });
});

Deno.test("GET /employees sorts and filters", async () => {
  await using test = await startTestSystem();
  const first = await makeEmployee(test.system);
  const second = await makeEmployee(test.system, { name: "Changed" });

  const sorted = await test.client.get<Page<Employee>>("/employees?sort=-id");
  assert.deepEqual(sorted.body.items, [second, first]);
  const filter = new URLSearchParams({ name: String("Changed") });
  const filtered = await test.client.get<Page<Employee>>(
    `/employees?${filter}`,
  );
  assert.deepEqual(filtered.body.items, [second]);
});

Deno.test("GET /employees filters by each field", async () => {
  await using test = await startTestSystem();
  await expectFilters({
    client: test.client,
    path: "/employees",
    entity: await makeEmployee(test.system),
    fields: ["name", "email", "managerId", "buddyId"],
    choices: {},
  });
});

Deno.test("GET /employees?q= finds a text wherever it may be", async () => {
  await using test = await startTestSystem();
  await makeEmployee(test.system);
  for (const field of ["name"]) {
    const q = `needle ${field}`;
    const anEmployee = await makeEmployee(test.system, { [field]: q });
    const found = await test.client.get<Page<Employee>>(
      `/employees?${new URLSearchParams({ q })}`,
    );
    assert.deepEqual(found.body.items, [anEmployee]);
  }
});

Deno.test("GET /employees refuses parameters that make no sense", async () => {
  await using test = await startTestSystem();
  expectProblem(await test.client.get("/employees?limit=0"), 422, "limit");
  expectProblem(
    await test.client.get("/employees?nosuchfield=1"),
    422,
    "nosuchfield",
  );
  expectProblem(await test.client.get("/employees?cursor=nonsense"), 400);
});

Deno.test("POST /employees creates an employee", async () => {
  await using test = await startTestSystem();
  const body = employeeBody();

  const created = await test.client.post<Employee>("/employees", body);
  assert.equal(created.status, 201);
  assert.equal(
    created.headers.get("location"),
    `/employees/${created.body.id}`,
  );
  expectContains(created.body, body);
  const found = await test.client.get(`/employees/${created.body.id}`);
  assert.deepEqual(found.body, created.body);
});

Deno.test("POST /employees refuses what is not an employee", async (t) => {
  await using test = await startTestSystem();
  const body = employeeBody();

  const refused: [string, Record<string, unknown>, string][] = [
    ["name missing", { name: undefined }, "name"],
    ["name of the wrong type", { name: { not: "this" } }, "name"],
    ["name blank", { name: " " }, "name"],
    ["name too long", { name: "x".repeat(81) }, "name"],
    ["email missing", { email: undefined }, "email"],
    ["email of the wrong type", { email: { not: "this" } }, "email"],
    ["email too long", { email: "x".repeat(255) + "@example.com" }, "email"],
    ["email malformed", { email: "not this" }, "email"],
    [
      "managerId of the wrong type",
      { managerId: { not: "this" } },
      "managerId",
    ],
    ["managerId of nothing", { managerId: crypto.randomUUID() }, "managerId"],
    ["buddyId of the wrong type", { buddyId: { not: "this" } }, "buddyId"],
    ["buddyId of nothing", { buddyId: crypto.randomUUID() }, "buddyId"],
    ["an unknown field", { nosuchfield: 1 }, "nosuchfield"],
  ];
  for (const [what, change, path] of refused) {
    await t.step(what, async () => {
      expectProblem(
        await test.client.post("/employees", { ...body, ...change }),
        422,
        path,
      );
    });
  }
  await t.step("a body that is no JSON", async () => {
    expectProblem(
      await test.client.send("/employees", textInit("POST", "{")),
      400,
    );
  });
  await t.step("another media type", async () => {
    expectProblem(
      await test.client.send(
        "/employees",
        textInit("POST", "a=b", "text/plain"),
      ),
      415,
    );
  });
});

Deno.test("POST /employees takes an employee at its limits", async (t) => {
  const taken: [string, Record<string, unknown>, Record<string, unknown>?][] = [
    ["name as long as it may be", { name: "x".repeat(80) }],
  ];
  for (const [what, change, expected = change] of taken) {
    await t.step(what, async () => {
      await using test = await startTestSystem();
      const body = employeeBody();
      const created = await test.client.post<Employee>("/employees", {
        ...body,
        ...change,
      });
      assert.equal(created.status, 201, JSON.stringify(created.body));
      expectContains(created.body, expected);
    });
  }
});

Deno.test("POST /employees refuses a second employee with the same email", async () => {
  await using test = await startTestSystem();
  const taken = (await makeEmployee(test.system)).email;
  expectProblem(
    await test.client.post("/employees", { ...employeeBody(), email: taken }),
    409,
    "email",
  );
});

Deno.test("GET /employees/{id} reads one employee", async () => {
  await using test = await startTestSystem();
  const anEmployee = await makeEmployee(test.system);
  const found = await test.client.get(`/employees/${anEmployee.id}`);
  assert.equal(found.status, 200);
  assert.deepEqual(found.body, anEmployee);
  expectProblem(
    await test.client.get(`/employees/${crypto.randomUUID()}`),
    404,
  );
  expectProblem(await test.client.get("/employees/no-uuid"), 404);
});

Deno.test("GET /employees/{id} gives nothing to who has what there is", async () => {
  await using test = await startTestSystem();
  const anEmployee = await makeEmployee(test.system);
  await expectConditionalRead(test.client, `/employees/${anEmployee.id}`);
});

Deno.test("PUT /employees/{id} replaces an employee, never creates one", async () => {
  await using test = await startTestSystem();
  const anEmployee = await makeEmployee(test.system);
  const body = { ...employeeBody(), email: anEmployee.email };
  const replaced = await test.client.put<Employee>(
    `/employees/${anEmployee.id}`,
    body,
  );
  assert.equal(replaced.status, 200);
  expectContains(replaced.body, {
    ...body,
    id: anEmployee.id,
    createdAt: anEmployee.createdAt,
  });
  expectProblem(
    await test.client.put(`/employees/${crypto.randomUUID()}`, body),
    404,
  );
});

Deno.test("PATCH /employees/{id} changes only what is given", async () => {
  await using test = await startTestSystem();
  const anEmployee = await makeEmployee(test.system);
  const changed = await test.client.patch<Employee>(
    `/employees/${anEmployee.id}`,
    { name: "Changed" },
  );
  assert.equal(changed.status, 200);
  assert.deepEqual(changed.body, {
    ...anEmployee,
    name: "Changed",
    updatedAt: changed.body.updatedAt,
  });
  const same = await test.client.patch(`/employees/${anEmployee.id}`, {});
  assert.equal(same.status, 200);
  const back = await test.client.patch(
    `/employees/${anEmployee.id}`,
    same.body,
  );
  assert.deepEqual([back.status, back.body], [200, same.body]);
  expectProblem(
    await test.client.patch(`/employees/${anEmployee.id}`, {
      id: crypto.randomUUID(),
    }),
    422,
    "id",
  );
  expectProblem(
    await test.client.patch(`/employees/${crypto.randomUUID()}`, {}),
    404,
  );
});

Deno.test("PATCH /employees/{id} never changes email", async () => {
  await using test = await startTestSystem();
  const anEmployee = await makeEmployee(test.system);
  expectProblem(
    await test.client.patch(`/employees/${anEmployee.id}`, {
      email: "other@example.com",
    }),
    422,
    "email",
  );
});

Deno.test("PATCH /employees/{id} never makes an employee lead to itself by managerId", async () => {
  await using test = await startTestSystem();
  const top = await makeEmployee(test.system);
  const middle = await makeEmployee(test.system, { managerId: top.id });
  const bottom = await makeEmployee(test.system, { managerId: middle.id });
  for (const { id } of [top, middle, bottom]) {
    const refused = await test.client.patch(`/employees/${top.id}`, {
      managerId: id,
    });
    expectProblem(refused, 422, "managerId");
  }
});

Deno.test("DELETE /employees/{id} deletes an employee once", async () => {
  await using test = await startTestSystem();
  const anEmployee = await makeEmployee(test.system);
  assert.equal(
    (await test.client.delete(`/employees/${anEmployee.id}`)).status,
    204,
  );
  expectProblem(await test.client.delete(`/employees/${anEmployee.id}`), 404);
});

Deno.test("/employees/{id} is changed only on conditions that hold", async () => {
  await using test = await startTestSystem();
  const anEmployee = await makeEmployee(test.system);
  const path = `/employees/${anEmployee.id}`;
  const body = { ...employeeBody(), email: anEmployee.email };
  await expectConditionalChange(
    test.client,
    path,
    textInit("PUT", JSON.stringify(body)),
  );
  await expectConditionalChange(test.client, path, textInit("PATCH", "{}"));
  await expectConditionalChange(test.client, path, { method: "DELETE" });
});
