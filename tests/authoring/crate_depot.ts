/**
 * A small system with one behaviour, and what a model may answer when it is asked for it.
 *
 * @module
 */

/** Its blueprint. */
export const CRATE_DEPOT = `schema: autocoder/v1
system: crate_depot
description: Crates that are sealed before they leave.
store: { engine: memory }
entities:
  crate:
    fields:
      label: { type: string, required: true, maxLength: 40 }
      weight: { type: integer, required: true, min: 1, max: 500 }
      fragile: { type: boolean, default: false }
      sealed: { type: boolean, default: false }
    actions:
      seal:
        set: { sealed: true }
        guard:
          behavior: A fragile crate of more than 20 kg is not sealed.
          examples:
            - { given: { fragile: true, weight: 21 }, refuses: true }
            - { given: { fragile: true, weight: 20 }, refuses: false }
`;

/** The path of its behaviour. */
export const SEAL_GUARD = "entities.crate.actions.seal.guard";

/** Writes a block of an answer. */
export function block(file: string, text: string): string {
  return `\`\`\`ts file=${file}\n${text.trim()}\n\`\`\`\n`;
}

/** Writes an answer for its behaviour: these statements, and tests. */
export function sealAnswer(
  body: string,
  tests: string = SEAL_TESTS,
): string {
  return `Here it is.\n\n${
    block("crate_seal_guard.ts", `${SEAL_HEAD} {\n${body}\n}`)
  }\n${block("tests/authored/crate_seal_guard_test.ts", tests)}`;
}

/** Statements that are right. */
export const RIGHT_BODY = `  if (crate.fragile && crate.weight > 20) {
    return "A fragile crate of more than 20 kg is not sealed.";
  }`;

/** The same with a second behaviour. */
export const TWO_UNITS = CRATE_DEPOT.replace(
  "    actions:\n",
  "    hooks:\n      beforeDelete: { behavior: A sealed crate stays. }\n    actions:\n",
);

/** The path of the second. */
export const STAY_HOOK = "entities.crate.hooks.beforeDelete";

/** Writes an answer for the second: these statements, and tests. */
export function stayAnswer(body: string): string {
  return `${
    block("crate_hooks_before_delete.ts", `${STAY_HEAD} {\n${body}\n}`)
  }\n${block("tests/authored/crate_hooks_before_delete_test.ts", STAY_TESTS)}`;
}

/** Statements of the second that are right. */
export const STAY_BODY = '  if (crate.sealed) return "A sealed crate stays.";';

const STAY_HEAD =
  "export function beforeDelete(crate: Crate, context: LogicContext): GuardAnswer";

const SEAL_HEAD =
  "export function guardSeal(crate: Crate, context: LogicContext): GuardAnswer";

/** How its tests begin. */
export const TEST_HEAD = `import assert from "node:assert/strict";
import { guardSeal } from "../../logic/crate_logic.ts";
import type { Crate } from "../../models/crate.ts";

const CRATE: Crate = {
  id: "01890a5d-ac96-774b-bcce-b302099a8057",
  createdAt: "2030-01-01T00:00:00.000Z",
  updatedAt: "2030-01-01T00:00:00.000Z",
  label: "Glass",
  weight: 20,
  fragile: true,
  sealed: false,
};
const CONTEXT = { operation: "seal", now: "2030-01-01T00:00:00.000Z" };
`;

const SEAL_TESTS = `${TEST_HEAD}
Deno.test("a fragile crate of up to 20 kg is sealed", () => {
  assert.equal(guardSeal(CRATE, CONTEXT), undefined);
});

Deno.test("a heavier one is not, and is told why", () => {
  assert.equal(
    guardSeal({ ...CRATE, weight: 21 }, CONTEXT),
    "A fragile crate of more than 20 kg is not sealed.",
  );
});

Deno.test("one that is not fragile may weigh more", () => {
  assert.equal(
    guardSeal({ ...CRATE, fragile: false, weight: 500 }, CONTEXT),
    undefined,
  );
});
`;

const STAY_TESTS = `${TEST_HEAD.replace("guardSeal", "beforeDelete")}
Deno.test("a sealed crate stays", () => {
  assert.equal(
    beforeDelete({ ...CRATE, sealed: true }, CONTEXT),
    "A sealed crate stays.",
  );
});

Deno.test("another one may go", () => {
  assert.equal(beforeDelete(CRATE, CONTEXT), undefined);
});
`;
