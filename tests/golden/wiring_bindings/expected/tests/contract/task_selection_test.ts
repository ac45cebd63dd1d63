/**
 * Reads of tasks that ask for some fields only.
 *
 * @module
 */
import { expectSelection } from "../../kit/expect_selection.ts";
import { makeTask } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

Deno.test("GET /tasks answers with the fields that are asked for", async () => {
  await using test = await startTestSystem();
  const { id } = await makeTask(test.system);
  await expectSelection({
    client: test.client,
    path: "/tasks",
    id,
    fields: ["data"],
    reads: ["get", "list"],
  });
});
