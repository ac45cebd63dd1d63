/**
 * Reads of asserts that ask for some fields only.
 *
 * @module
 */
import { expectSelection } from "../../kit/expect_selection.ts";
import { makeAssert } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

Deno.test("GET /asserts answers with the fields that are asked for", async () => {
  await using test = await startTestSystem();
  const { id } = await makeAssert(test.system);
  await expectSelection({
    client: test.client,
    path: "/asserts",
    id,
    fields: ["then", "name", "type", "index"],
    reads: ["get", "list"],
  });
});
