import { assert, assertEquals } from "@std/assert";
import { behaviorUnits } from "../../generator/authored/behavior_unit.ts";
import { fileUnits } from "../../generator/authored/file_unit.ts";
import { withStubs } from "../../generator/authored/fill_answers.ts";
import { prepareBlueprint } from "../../generator/prepare.ts";
import { PatternBank } from "./pattern_bank.ts";
import { patternsFor } from "./patterns_for.ts";
import { promptPattern } from "./prompt_pattern.ts";

const TEXT = `
schema: autocoder/v1
system: shop
entities:
  order:
    fields:
      weight: { type: integer, required: true }
      shipping:
        type: decimal
        computed: { behavior: Shipping costs by weight and zone. }
`;

Deno.test("patternsFor() shows the nearest two with a behaviour, and none with a file", async () => {
  const bank = await PatternBank.open();
  const { model } = await prepareBlueprint(TEXT, "blueprint.yaml");
  assert(model);
  const units = await behaviorUnits(model);
  const [unit] = units;
  assert(unit);
  const shown = patternsFor(bank, unit);
  assertEquals(shown, bank.nearest(unit, 2).map(promptPattern));
  assert(shown[0]?.code.includes("computeShipping("));
  const [file] = await fileUnits(withStubs(model, units), TEXT, [
    "validations/*.ts",
  ]);
  assert(file);
  assertEquals(patternsFor(bank, file), []);
});
