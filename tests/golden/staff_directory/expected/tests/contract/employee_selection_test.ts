/**
 * Reads of employees that ask for some fields only, or for what belongs to them.
 *
 * @module
 */
import { expectConstantCost, expectInclude } from "../../kit/expect_include.ts";
import { expectSelection } from "../../kit/expect_selection.ts";
import { makeBadge, makeEmployee } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

Deno.test("GET /employees answers with the fields that are asked for", async () => {
  await using test = await startTestSystem();
  const { id } = await makeEmployee(test.system);
  await expectSelection({
    client: test.client,
    path: "/employees",
    id,
    fields: ["name", "email", "managerId", "buddyId"],
    reads: ["get", "list"],
  });
});

Deno.test("GET /employees includes manager", async () => {
  await using test = await startTestSystem();
  const { id } = await makeEmployee(test.system, {
    managerId: (await makeEmployee(test.system)).id,
  });
  await expectInclude({
    path: "/employees",
    name: "manager",
    kind: "one",
    others: "/employees",
    field: "managerId",
  }, {
    client: test.client,
    id,
    reads: ["get", "list"],
    ...{ least: 1 },
  });
});

Deno.test("GET /employees includes buddy", async () => {
  await using test = await startTestSystem();
  const { id } = await makeEmployee(test.system, {
    buddyId: (await makeEmployee(test.system)).id,
  });
  await expectInclude({
    path: "/employees",
    name: "buddy",
    kind: "one",
    others: "/employees",
    field: "buddyId",
  }, {
    client: test.client,
    id,
    reads: ["get", "list"],
    ...{ least: 1 },
  });
});

Deno.test("GET /employees includes employeesByManager", async () => {
  await using test = await startTestSystem();
  const { id } = await makeEmployee(test.system);
  await makeEmployee(test.system, { managerId: id });
  await makeEmployee(test.system, { managerId: id });
  await expectInclude({
    path: "/employees",
    name: "employeesByManager",
    kind: "many",
    others: "/employees",
    field: "managerId",
  }, {
    client: test.client,
    id,
    reads: ["get", "list"],
    ...{ least: 2 },
  });
});

Deno.test("GET /employees includes employeesByBuddy", async () => {
  await using test = await startTestSystem();
  const { id } = await makeEmployee(test.system);
  await makeEmployee(test.system, { buddyId: id });
  await makeEmployee(test.system, { buddyId: id });
  await expectInclude({
    path: "/employees",
    name: "employeesByBuddy",
    kind: "many",
    others: "/employees",
    field: "buddyId",
  }, {
    client: test.client,
    id,
    reads: ["get", "list"],
    ...{ least: 2 },
  });
});

Deno.test("GET /employees includes badge", async () => {
  await using test = await startTestSystem();
  const { id } = await makeEmployee(test.system);
  await makeBadge(test.system, {
    replacesId: (await makeBadge(test.system)).id,
    employeeId: id,
  });
  await expectInclude({
    path: "/employees",
    name: "badge",
    kind: "only",
    others: "/badges",
    field: "employeeId",
  }, {
    client: test.client,
    id,
    reads: ["get", "list"],
    ...{ least: 1 },
  });
});

Deno.test("GET /employees costs as many messages for many as for few, whatever it includes", async () => {
  await using test = await startTestSystem();
  const { client } = test;
  await expectConstantCost({
    read: () =>
      client.get(
        "/employees?limit=50&include=manager,buddy,employeesByManager,employeesByBuddy,badge",
      ),
    make: async () => {
      const { id } = await makeEmployee(test.system, {
        managerId: (await makeEmployee(test.system)).id,
        buddyId: (await makeEmployee(test.system)).id,
      });
      await makeEmployee(test.system, { managerId: id });
      await makeEmployee(test.system, { buddyId: id });
      await makeBadge(test.system, {
        replacesId: (await makeBadge(test.system)).id,
        employeeId: id,
      });
    },
    messages: () =>
      test.system.harness.metrics().channels.reduce(
        (sum, { sent }) => sum + sent,
        0,
      ),
  });
});
