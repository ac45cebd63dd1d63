/**
 * Reads of badges that ask for some fields only.
 *
 * @module
 */
import { expectSelection } from "../../kit/expect_selection.ts";
import { makeBadge } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

Deno.test("GET /badges answers with the fields that are asked for", async () => {
  await using test = await startTestSystem();
  const { id } = await makeBadge(test.system);
  await expectSelection({
    client: test.client,
    path: "/badges",
    id,
    fields: ["number"],
    reads: ["get", "list"],
  });
});
