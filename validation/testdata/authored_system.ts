/**
 * A generated system with a behaviour that is written, as a language model's answer is kept.
 *
 * @module
 */
import {
  ANSWER_SCHEMA,
  type AnswerRecord,
} from "../../generator/authored/answer_record.ts";
import {
  type BehaviorUnit,
  behaviorUnits,
} from "../../generator/authored/behavior_unit.ts";
import { withRecords } from "../../generator/authored/fill_answers.ts";
import { generateFiles } from "../../generator/generate.ts";
import { compileBlueprint } from "../../generator/model/compile_blueprint.ts";
import type { SystemModel } from "../../generator/model/system_model.ts";
import { writeSystem } from "../../generator/output/write_system.ts";

/** Its blueprint. */
export const AUTHORED_BLUEPRINT = `system: crate_depot
store: { engine: memory }
entities:
  crate:
    fields:
      weight: { type: integer, required: true, min: 1, max: 500 }
      sealed: { type: boolean, default: false }
    actions:
      seal:
        set: { sealed: true }
        guard: { behavior: A crate of more than 20 kg is not sealed. }
`;

/** Gives its model, with the behaviour open, and the unit. */
export async function authoredUnit(): Promise<
  { readonly model: SystemModel; readonly unit: BehaviorUnit }
> {
  const { model } = compileBlueprint(AUTHORED_BLUEPRINT);
  const [unit] = model ? await behaviorUnits(model) : [];
  if (!model || !unit) throw new Error("the blueprint has no behaviour");
  return { model, unit };
}

/** Makes a record of an answer for the unit: statements that are right, and tests of them, unless others are given. */
export function recordFor(
  { id, key, testFile }: BehaviorUnit,
  given: { readonly body?: string; readonly test?: string } = {},
): AnswerRecord {
  const { body = RIGHT, test = TESTS } = given;
  return {
    schema: ANSWER_SCHEMA,
    unit: id,
    key,
    model: "scripted/double",
    body,
    files: { [testFile]: test },
    rounds: 1,
    calls: 1,
    tokens: { input: 100, output: 10, cached: 0 },
  };
}

/** Writes the system with this record into a folder. */
export async function writeAuthored(
  folder: string,
  given: { readonly body?: string; readonly test?: string } = {},
): Promise<string> {
  const { model, unit } = await authoredUnit();
  const filled = withRecords(model, [recordFor(unit, given)]);
  const { files } = await generateFiles(filled, AUTHORED_BLUEPRINT);
  return await writeSystem(folder, files);
}

const RIGHT = `if (crate.weight > 20) return "Too heavy.";`;
const TESTS = `import assert from "node:assert/strict";
import { guardSeal } from "../../logic/crate_logic.ts";

const CRATE = {
  id: "01890a5d-ac96-774b-bcce-b302099a8057",
  createdAt: "2030-01-01T00:00:00.000Z",
  updatedAt: "2030-01-01T00:00:00.000Z",
  weight: 20,
  sealed: false,
};
const CONTEXT = { operation: "seal", now: CRATE.createdAt };

Deno.test("20 kg are sealed, more are not", () => {
  assert.equal(guardSeal(CRATE, CONTEXT), undefined);
  assert.equal(guardSeal({ ...CRATE, weight: 21 }, CONTEXT), "Too heavy.");
});
`;
