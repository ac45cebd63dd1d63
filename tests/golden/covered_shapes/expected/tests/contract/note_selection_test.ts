/**
 * Reads of notes that ask for some fields only, or for what belongs to them.
 *
 * @module
 */
import { expectConstantCost, expectInclude } from "../../kit/expect_include.ts";
import { expectSelection } from "../../kit/expect_selection.ts";
import { makeNote, makeProject } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

Deno.test("GET /notes answers with the fields that are asked for", async () => {
  await using test = await startTestSystem();
  const { id } = await makeNote(test.system);
  await expectSelection({
    client: test.client,
    path: "/notes",
    id,
    fields: ["text", "folderId", "parentId", "projectId"],
    reads: ["get", "list"],
  });
});

Deno.test("GET /notes includes parent", async () => {
  await using test = await startTestSystem();
  const { id } = await makeNote(test.system, {
    parentId: (await makeNote(test.system)).id,
  });
  await expectInclude({
    path: "/notes",
    name: "parent",
    kind: "one",
    others: "/notes",
    field: "parentId",
  }, {
    client: test.client,
    id,
    reads: ["get", "list"],
    ...{ least: 1 },
  });
});

Deno.test("GET /notes includes project", async () => {
  await using test = await startTestSystem();
  const { id } = await makeNote(test.system, {
    projectId: (await makeProject(test.system)).id,
  });
  await expectInclude({
    path: "/notes",
    name: "project",
    kind: "one",
    others: "/projects",
    field: "projectId",
  }, {
    client: test.client,
    id,
    reads: ["get", "list"],
    ...{ least: 1 },
  });
});

Deno.test("GET /notes includes notes", async () => {
  await using test = await startTestSystem();
  const { id } = await makeNote(test.system);
  await makeNote(test.system, { parentId: id });
  await makeNote(test.system, { parentId: id });
  await expectInclude({
    path: "/notes",
    name: "notes",
    kind: "many",
    others: "/notes",
    field: "parentId",
  }, {
    client: test.client,
    id,
    reads: ["get", "list"],
    ...{ least: 2 },
  });
});

Deno.test("GET /notes costs as many messages for many as for few, whatever it includes", async () => {
  await using test = await startTestSystem();
  const { client } = test;
  await expectConstantCost({
    read: () => client.get("/notes?limit=50&include=parent,project,notes"),
    make: async () => {
      const { id } = await makeNote(test.system, {
        parentId: (await makeNote(test.system)).id,
        projectId: (await makeProject(test.system)).id,
      });
      await makeNote(test.system, { parentId: id });
    },
    messages: () =>
      test.system.harness.metrics().channels.reduce(
        (sum, { sent }) => sum + sent,
        0,
      ),
  });
});
