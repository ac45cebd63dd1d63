/**
 * Reads of xes that ask for some fields only.
 *
 * @module
 */
import { expectSelection } from "../../kit/expect_selection.ts";
import { makeX } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

Deno.test("GET /xes answers with the fields that are asked for", async () => {
  await using test = await startTestSystem();
  const { id } = await makeX(test.system);
  await expectSelection({
    client: test.client,
    path: "/xes",
    id,
    fields: ["y"],
    reads: ["get", "list"],
  });
});
