import { assert, assertEquals } from "@std/assert";
import {
  ANSWER_SCHEMA,
  type AnswerRecord,
} from "../../generator/authored/answer_record.ts";
import { behaviorUnits } from "../../generator/authored/behavior_unit.ts";
import { prepareBlueprint } from "../../generator/prepare.ts";
import { keepWritten } from "./keep_written.ts";
import { readUserBank } from "./user_bank.ts";

Deno.test("keepWritten() adds what there is a record of, and overwrites nothing", async () => {
  const { model, blueprint } = await prepareBlueprint(
    `
schema: autocoder/v1
system: shop
entities:
  order:
    fields: { weight: { type: integer, required: true } }
    hooks:
      beforeCreate: { behavior: Tidies. }
      beforeDelete: { behavior: Looks. }
`,
    "blueprint.yaml",
  );
  assert(model && blueprint);
  const units = await behaviorUnits(model);
  const [unit] = units;
  assert(unit);
  const record: AnswerRecord = {
    schema: ANSWER_SCHEMA,
    unit: unit.id,
    key: unit.key,
    model: "some/model",
    body: "void [order, context];\n",
    files: { [unit.testFile]: "export {};\n" },
    rounds: 1,
    calls: 1,
    tokens: { input: 1, output: 1, cached: 0 },
  };
  const folder = await Deno.makeTempDir({ prefix: "autocoder-patterns-" });
  try {
    const keep = (one: AnswerRecord) =>
      keepWritten(folder, { units, records: [one], blueprint });
    const name = "shop_order_hooks_before_create";
    assertEquals(await keep(record), [{ name, kept: "added" }]);
    assertEquals(await keep(record), [{ name, kept: "there already" }]);
    const other = { ...record, body: "return;\n" };
    assertEquals(await keep(other), [{ name, kept: "another there" }]);
    assertEquals(await keep({ ...record, files: {} }), []);
    const [pattern, ...more] = await readUserBank(folder);
    assertEquals(more, []);
    assertEquals(pattern?.body, record.body);
    assertEquals(
      pattern?.signature.replaceAll(/\s+/g, ""),
      unit.signature.replaceAll(/\s+/g, ""),
    );
    assertEquals(pattern?.behavior, "Tidies.");
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});
