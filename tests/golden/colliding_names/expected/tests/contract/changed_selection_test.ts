/**
 * Reads of changeds that ask for some fields only.
 *
 * @module
 */
import { expectSelection } from "../../kit/expect_selection.ts";
import { makeChanged } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

Deno.test("GET /changeds answers with the fields that are asked for", async () => {
  await using test = await startTestSystem();
  const { id } = await makeChanged(test.system);
  await expectSelection({
    client: test.client,
    path: "/changeds",
    id,
    fields: ["uu"],
    reads: ["get", "list"],
  });
});
