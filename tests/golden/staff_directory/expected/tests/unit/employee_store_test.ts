/**
 * The store of employees alone, reached by its port.
 *
 * @module
 */
import assert from "node:assert/strict";
import { checkComponent } from "@autocoder/harness/testing";
import { benchComponent } from "../../kit/component_bench.ts";
import { MemoryDatabase } from "../../kit/memory_database.ts";
import { expectFound } from "../../kit/expect_found.ts";
import type { StoreCommand, StoreResult } from "../../kit/store_command.ts";
import { EmployeeStore } from "../../components/employee_store.ts";
import type { Employee } from "../../models/employee.ts";

const A_EMPLOYEE: Employee = {
  id: "01890a5d-ac96-774b-bcce-b302099a8057",
  createdAt: "2030-01-01T00:00:00.000Z",
  updatedAt: "2030-01-01T00:00:00.000Z",
  name: "Some name",
  email: "someone@example.com",
  managerId: null,
  buddyId: null,
};

/** Opens an empty database. */
function openDatabase() {
  return new MemoryDatabase();
}

/** Runs the store on an empty database. */
async function start() {
  const database = openDatabase();
  const bench = await benchComponent(
    new EmployeeStore("employee_store", { database }),
    {},
  );
  return {
    run: (command: StoreCommand<Employee>) =>
      bench.request<StoreResult<Employee>>("execute", command),
    async [Symbol.asyncDispose]() {
      await bench[Symbol.asyncDispose]();
      database[Symbol.dispose]();
    },
  };
}

Deno.test("EmployeeStore keeps the contract of a component", async () => {
  using database = openDatabase();
  await checkComponent(
    () => new EmployeeStore("employee_store", { database }),
    {
      messages: {
        execute: [
          { kind: "insert", entity: A_EMPLOYEE },
          { kind: "get", id: A_EMPLOYEE.id },
          { kind: "delete", id: A_EMPLOYEE.id, now: A_EMPLOYEE.updatedAt },
        ],
      },
      // No command at all: its handler throws.
      failing: { execute: [null] },
    },
  );
});

Deno.test("EmployeeStore returns an employee as it was stored", async () => {
  await using store = await start();
  assert.deepEqual(await store.run({ kind: "insert", entity: A_EMPLOYEE }), {
    kind: "entity",
    entity: A_EMPLOYEE,
    version: 1,
  });
  assert.deepEqual(await store.run({ kind: "get", id: A_EMPLOYEE.id }), {
    kind: "entity",
    entity: A_EMPLOYEE,
    version: 1,
  });
});

Deno.test("EmployeeStore updates only the version that was read", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_EMPLOYEE });
  const entity = { ...A_EMPLOYEE, updatedAt: "2030-01-02T00:00:00.000Z" };
  assert.deepEqual(await store.run({ kind: "update", entity, version: 1 }), {
    kind: "entity",
    entity,
    version: 2,
  });
  assert.deepEqual(await store.run({ kind: "update", entity, version: 1 }), {
    kind: "stale",
  });
});

Deno.test("EmployeeStore deletes an employee once", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_EMPLOYEE });
  const command = {
    kind: "delete",
    id: A_EMPLOYEE.id,
    now: A_EMPLOYEE.updatedAt,
  } as const;
  assert.deepEqual(await store.run(command), { kind: "deleted" });
  assert.deepEqual(await store.run(command), { kind: "missing" });
});

Deno.test("EmployeeStore finds an employee by its values", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_EMPLOYEE });
  await expectFound((command) => store.run(command), A_EMPLOYEE, {
    fields: ["name", "email"],
    texts: ["name", "email"],
  });
});

Deno.test("EmployeeStore refuses a second email", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_EMPLOYEE });
  const entity: Employee = {
    ...A_EMPLOYEE,
    id: "01890a5d-ac96-774b-bcce-b302099a8099",
  };
  assert.deepEqual(await store.run({ kind: "insert", entity }), {
    kind: "duplicate",
    field: "email",
  });
  const same: Employee = { ...entity, email: "SOMEONE@EXAMPLE.COM" };
  assert.deepEqual(await store.run({ kind: "insert", entity: same }), {
    kind: "duplicate",
    field: "email",
  });
});
