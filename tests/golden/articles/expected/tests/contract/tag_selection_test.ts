/**
 * Reads of tags that ask for some fields only.
 *
 * @module
 */
import { expectSelection } from "../../kit/expect_selection.ts";
import { makeTag } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

Deno.test("GET /tags answers with the fields that are asked for", async () => {
  await using test = await startTestSystem();
  const { id } = await makeTag(test.system);
  await expectSelection({
    client: test.client,
    path: "/tags",
    id,
    fields: ["handle", "label"],
    reads: ["get", "list"],
  });
});
