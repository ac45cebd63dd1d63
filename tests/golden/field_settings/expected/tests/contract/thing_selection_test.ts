/**
 * Reads of things that ask for some fields only.
 *
 * @module
 */
import { expectSelection } from "../../kit/expect_selection.ts";
import { makeThing } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

Deno.test("GET /things answers with the fields that are asked for", async () => {
  await using test = await startTestSystem();
  const { id } = await makeThing(test.system);
  await expectSelection({
    client: test.client,
    path: "/things",
    id,
    fields: [
      "label",
      "note",
      "mail",
      "work",
      "long",
      "site",
      "repository",
      "born",
      "at",
      "tea",
      "key",
      "home",
      "kind",
      "count",
      "weight",
      "price",
      "open",
      "extra",
      "takes",
      "rest",
      "break",
      "laps",
    ],
    reads: ["get", "list"],
  });
});
