/**
 * Reads of tests that ask for some fields only.
 *
 * @module
 */
import { expectSelection } from "../../kit/expect_selection.ts";
import { makeTest } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

Deno.test("GET /tests answers with the fields that are asked for", async () => {
  await using test = await startTestSystem();
  const { id } = await makeTest(test.system);
  await expectSelection({
    client: test.client,
    path: "/tests",
    id,
    fields: ["a", "b", "c"],
    reads: ["get", "list"],
  });
});
