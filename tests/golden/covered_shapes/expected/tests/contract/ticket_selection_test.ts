/**
 * Reads of tickets that ask for some fields only.
 *
 * @module
 */
import { expectSelection } from "../../kit/expect_selection.ts";
import { makeTicket } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

Deno.test("GET /tickets answers with the fields that are asked for", async () => {
  await using test = await startTestSystem();
  const { id } = await makeTicket(test.system);
  await expectSelection({
    client: test.client,
    path: "/tickets",
    id,
    fields: ["code", "seat"],
    reads: ["get"],
  });
});
