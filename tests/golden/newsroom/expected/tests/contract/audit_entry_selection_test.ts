/**
 * Reads of audit entries that ask for some fields only.
 *
 * @module
 */
import { expectSelection } from "../../kit/expect_selection.ts";
import { makeAuditEntry } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

Deno.test("GET /audit-entries answers with the fields that are asked for", async () => {
  await using test = await startTestSystem();
  const { id } = await makeAuditEntry(test.system);
  await expectSelection({
    client: test.client,
    path: "/audit-entries",
    id,
    fields: ["event"],
    reads: ["get", "list"],
  });
});
