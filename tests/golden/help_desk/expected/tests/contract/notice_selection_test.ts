/**
 * Reads of notices that ask for some fields only.
 *
 * @module
 */
import { expectSelection } from "../../kit/expect_selection.ts";
import { makeNotice } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

Deno.test("GET /notices answers with the fields that are asked for", async () => {
  await using test = await startTestSystem();
  const { id } = await makeNotice(test.system);
  await expectSelection({
    client: test.client,
    path: "/notices",
    id,
    fields: ["text", "draft"],
    reads: ["get", "list"],
  });
});
