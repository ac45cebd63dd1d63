import { assertEquals, assertExists } from "@std/assert";
import { prepareBlueprint } from "../prepare.ts";
import { testUnits } from "./test_units.ts";

Deno.test("testUnits() has no test of endpoints that nobody may call", async () => {
  const { model } = await prepareBlueprint(
    `system: notes
users: {}
entities:
  note: { fields: { title: { type: string } } }
  tag: { fields: { label: { type: string } }, access: { read: users } }
`,
    "notes.yaml",
  );
  assertExists(model);
  const tests = testUnits(model).map(({ path }) => path).filter((path) =>
    path.startsWith("tests/contract/")
  );
  assertEquals(tests.includes("tests/contract/tag_test.ts"), true);
  assertEquals(tests.filter((path) => path.includes("note")), []);
});
