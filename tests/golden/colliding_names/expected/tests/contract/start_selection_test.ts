/**
 * Reads of starts that ask for some fields only.
 *
 * @module
 */
import { expectSelection } from "../../kit/expect_selection.ts";
import { makeStart } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

Deno.test("GET /starts answers with the fields that are asked for", async () => {
  await using test = await startTestSystem();
  const { id } = await makeStart(test.system);
  await expectSelection({
    client: test.client,
    path: "/starts",
    id,
    fields: ["d"],
    reads: ["get", "list"],
  });
});
