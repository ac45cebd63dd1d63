/**
 * Reads of controllers that ask for some fields only.
 *
 * @module
 */
import { expectSelection } from "../../kit/expect_selection.ts";
import { makeController } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

Deno.test("GET /controllers answers with the fields that are asked for", async () => {
  await using test = await startTestSystem();
  const { id } = await makeController(test.system);
  await expectSelection({
    client: test.client,
    path: "/controllers",
    id,
    fields: ["isbn", "code"],
    reads: ["get", "list"],
  });
});
