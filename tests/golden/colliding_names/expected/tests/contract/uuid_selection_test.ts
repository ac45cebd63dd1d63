/**
 * Reads of uuids that ask for some fields only.
 *
 * @module
 */
import { expectSelection } from "../../kit/expect_selection.ts";
import { makeUUID } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

Deno.test("GET /uuids answers with the fields that are asked for", async () => {
  await using test = await startTestSystem();
  const { id } = await makeUUID(test.system);
  await expectSelection({
    client: test.client,
    path: "/uuids",
    id,
    fields: ["function"],
    reads: ["get", "list"],
  });
});
