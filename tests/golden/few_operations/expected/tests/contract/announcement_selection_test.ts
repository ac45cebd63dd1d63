/**
 * Reads of announcements that ask for some fields only.
 *
 * @module
 */
import { expectSelection } from "../../kit/expect_selection.ts";
import { makeAnnouncement } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

Deno.test("GET /announcements answers with the fields that are asked for", async () => {
  await using test = await startTestSystem();
  const { id } = await makeAnnouncement(test.system);
  await expectSelection({
    client: test.client,
    path: "/announcements",
    id,
    fields: ["text"],
    reads: ["list"],
  });
});
