/**
 * Reads of maps that ask for some fields only.
 *
 * @module
 */
import { expectSelection } from "../../kit/expect_selection.ts";
import { makeMap } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

Deno.test("GET /maps answers with the fields that are asked for", async () => {
  await using test = await startTestSystem();
  const { id } = await makeMap(test.system);
  await expectSelection({
    client: test.client,
    path: "/maps",
    id,
    fields: ["function", "return"],
    reads: ["get", "list"],
  });
});
