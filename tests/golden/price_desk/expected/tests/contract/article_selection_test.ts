/**
 * Reads of articles that ask for some fields only.
 *
 * @module
 */
import { expectSelection } from "../../kit/expect_selection.ts";
import { makeArticle } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

Deno.test("GET /articles answers with the fields that are asked for", async () => {
  await using test = await startTestSystem();
  const { id } = await makeArticle(test.system);
  await expectSelection({
    client: test.client,
    path: "/articles",
    id,
    fields: ["title", "price"],
    reads: ["get", "list"],
  });
});
