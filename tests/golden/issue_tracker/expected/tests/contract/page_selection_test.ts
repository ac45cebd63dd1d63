/**
 * Reads of pages that ask for some fields only.
 *
 * @module
 */
import { expectSelection } from "../../kit/expect_selection.ts";
import { makePage } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

Deno.test("GET /pages answers with the fields that are asked for", async () => {
  await using test = await startTestSystem();
  const { id } = await makePage(test.system);
  await expectSelection({
    client: test.client,
    path: "/pages",
    id,
    fields: ["title", "slug"],
    reads: ["get", "list"],
  });
});
