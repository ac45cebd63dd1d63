/**
 * Reads of events that ask for some fields only.
 *
 * @module
 */
import { expectSelection } from "../../kit/expect_selection.ts";
import { makeEvent } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

Deno.test("GET /events answers with the fields that are asked for", async () => {
  await using test = await startTestSystem();
  const { id } = await makeEvent(test.system);
  await expectSelection({
    client: test.client,
    path: "/events",
    id,
    fields: ["title", "state"],
    reads: ["get", "list"],
  });
});
