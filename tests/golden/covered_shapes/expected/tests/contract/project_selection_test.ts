/**
 * Reads of projects that ask for some fields only, or for what belongs to them.
 *
 * @module
 */
import { expectConstantCost, expectInclude } from "../../kit/expect_include.ts";
import { expectSelection } from "../../kit/expect_selection.ts";
import { makeNote, makeProject } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

Deno.test("GET /projects answers with the fields that are asked for", async () => {
  await using test = await startTestSystem();
  const { id } = await makeProject(test.system);
  await expectSelection({
    client: test.client,
    path: "/projects",
    id,
    fields: ["name"],
    reads: ["get", "list"],
  });
});

Deno.test("GET /projects includes notes", async () => {
  await using test = await startTestSystem();
  const { id } = await makeProject(test.system);
  await makeNote(test.system, { projectId: id });
  await makeNote(test.system, { projectId: id });
  await expectInclude({
    path: "/projects",
    name: "notes",
    kind: "many",
    others: "/notes",
    field: "projectId",
  }, {
    client: test.client,
    id,
    reads: ["get", "list"],
    ...{ least: 2 },
  });
});

Deno.test("GET /projects costs as many messages for many as for few, whatever it includes", async () => {
  await using test = await startTestSystem();
  const { client } = test;
  await expectConstantCost({
    read: () => client.get("/projects?limit=50&include=notes"),
    make: async () => {
      const { id } = await makeProject(test.system);
      await makeNote(test.system, { projectId: id });
    },
    messages: () =>
      test.system.harness.metrics().channels.reduce(
        (sum, { sent }) => sum + sent,
        0,
      ),
  });
});
