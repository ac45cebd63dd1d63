/**
 * Reads of bodies that ask for some fields only.
 *
 * @module
 */
import { expectSelection } from "../../kit/expect_selection.ts";
import { makeBody } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

Deno.test("GET /bodies answers with the fields that are asked for", async () => {
  await using test = await startTestSystem();
  const { id } = await makeBody(test.system);
  await expectSelection({
    client: test.client,
    path: "/bodies",
    id,
    fields: ["enabled", "name"],
    reads: ["get", "list"],
  });
});
