import assert from "node:assert/strict";
import type { EntityLogic } from "./entity_logic.ts";
import type { Entity } from "./entity_spec.ts";
import { logicPart } from "./logic_part.ts";

const no = () => "No.";
const LOGIC: EntityLogic<Entity> = {
  guards: { ship: no, pay: () => {} },
  actions: { ship: () => ({}) },
  beforeCreate: no,
  afterCreate: () => {},
  settable: ["title"],
};
const RULES = { settable: ["title"], schema: undefined };

Deno.test("logicPart() gives one piece alone, held to the same rules", () => {
  assert.deepEqual(logicPart(LOGIC, { guard: "ship" }), {
    ...RULES,
    guards: { ship: no },
  });
  assert.deepEqual(logicPart(LOGIC, { action: "ship" }), {
    ...RULES,
    actions: { ship: LOGIC.actions?.ship },
  });
  assert.deepEqual(logicPart(LOGIC, { hook: "beforeCreate" }), {
    ...RULES,
    beforeCreate: no,
  });
});

Deno.test("logicPart() takes nothing for a piece that is not there", () => {
  for (
    const part of [
      { guard: "other" },
      { action: "pay" },
      { hook: "beforeDelete" },
    ] as const
  ) assert.throws(() => logicPart(LOGIC, part), RangeError);
});
