/**
 * Reads of notes that ask for some fields only.
 *
 * @module
 */
import { expectSelection } from "../../kit/expect_selection.ts";
import { makeNote } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

Deno.test("GET /notes answers with the fields that are asked for", async () => {
  await using test = await startTestSystem();
  const { id } = await makeNote(test.system);
  await expectSelection({
    client: test.client,
    path: "/notes",
    id,
    fields: ["text"],
    reads: ["get", "list"],
  });
});
