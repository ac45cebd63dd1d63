/**
 * Reads of stamps that ask for some fields only.
 *
 * @module
 */
import { expectSelection } from "../../kit/expect_selection.ts";
import { makeStamp } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

Deno.test("GET /stamps answers with the fields that are asked for", async () => {
  await using test = await startTestSystem();
  const { id } = await makeStamp(test.system);
  await expectSelection({
    client: test.client,
    path: "/stamps",
    id,
    fields: ["motif"],
    reads: ["get"],
  });
});
