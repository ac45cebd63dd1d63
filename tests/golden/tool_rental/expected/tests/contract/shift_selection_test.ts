/**
 * Reads of shifts that ask for some fields only.
 *
 * @module
 */
import { expectSelection } from "../../kit/expect_selection.ts";
import { makeShift } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

Deno.test("GET /shifts answers with the fields that are asked for", async () => {
  await using test = await startTestSystem();
  const { id } = await makeShift(test.system);
  await expectSelection({
    client: test.client,
    path: "/shifts",
    id,
    fields: ["firstDay", "freeDay"],
    reads: ["get", "list"],
  });
});
