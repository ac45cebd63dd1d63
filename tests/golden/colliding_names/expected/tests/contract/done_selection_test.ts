/**
 * Reads of dones that ask for some fields only.
 *
 * @module
 */
import { expectSelection } from "../../kit/expect_selection.ts";
import { makeDone } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

Deno.test("GET /dones answers with the fields that are asked for", async () => {
  await using test = await startTestSystem();
  const { id } = await makeDone(test.system);
  await expectSelection({
    client: test.client,
    path: "/dones",
    id,
    fields: ["status"],
    reads: ["get", "list"],
  });
});
