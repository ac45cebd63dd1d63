/**
 * Reads of readings that ask for some fields only.
 *
 * @module
 */
import { expectSelection } from "../../kit/expect_selection.ts";
import { makeReading } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

Deno.test("GET /readings answers with the fields that are asked for", async () => {
  await using test = await startTestSystem();
  const { id } = await makeReading(test.system);
  await expectSelection({
    client: test.client,
    path: "/readings",
    id,
    fields: ["value"],
    reads: ["get"],
  });
});
