/**
 * Reads of badges that ask for some fields only, or for what belongs to them.
 *
 * @module
 */
import { expectConstantCost, expectInclude } from "../../kit/expect_include.ts";
import { expectSelection } from "../../kit/expect_selection.ts";
import { makeBadge, makeEmployee } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

Deno.test("GET /badges answers with the fields that are asked for", async () => {
  await using test = await startTestSystem();
  const { id } = await makeBadge(test.system);
  await expectSelection({
    client: test.client,
    path: "/badges",
    id,
    fields: ["color", "employeeId", "replacesId"],
    reads: ["get", "list"],
  });
});

Deno.test("GET /badges includes employee", async () => {
  await using test = await startTestSystem();
  const { id } = await makeBadge(test.system);
  await expectInclude({
    path: "/badges",
    name: "employee",
    kind: "one",
    others: "/employees",
    field: "employeeId",
  }, {
    client: test.client,
    id,
    reads: ["get", "list"],
    ...{ least: 1 },
  });
});

Deno.test("GET /badges includes replaces", async () => {
  await using test = await startTestSystem();
  const { id } = await makeBadge(test.system, {
    replacesId: (await makeBadge(test.system)).id,
  });
  await expectInclude({
    path: "/badges",
    name: "replaces",
    kind: "one",
    others: "/badges",
    field: "replacesId",
  }, {
    client: test.client,
    id,
    reads: ["get", "list"],
    ...{ least: 1 },
  });
});

Deno.test("GET /badges includes badge", async () => {
  await using test = await startTestSystem();
  const { id } = await makeBadge(test.system);
  await makeBadge(test.system, {
    employeeId: (await makeEmployee(test.system)).id,
    replacesId: id,
  });
  await expectInclude({
    path: "/badges",
    name: "badge",
    kind: "only",
    others: "/badges",
    field: "replacesId",
  }, {
    client: test.client,
    id,
    reads: ["get", "list"],
    ...{ least: 1 },
  });
});

Deno.test("GET /badges costs as many messages for many as for few, whatever it includes", async () => {
  await using test = await startTestSystem();
  const { client } = test;
  await expectConstantCost({
    read: () => client.get("/badges?limit=50&include=employee,replaces,badge"),
    make: async () => {
      const { id } = await makeBadge(test.system, {
        replacesId: (await makeBadge(test.system)).id,
      });
      await makeBadge(test.system, {
        employeeId: (await makeEmployee(test.system)).id,
        replacesId: id,
      });
    },
    messages: () =>
      test.system.harness.metrics().channels.reduce(
        (sum, { sent }) => sum + sent,
        0,
      ),
  });
});
