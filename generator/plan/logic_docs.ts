/**
 * What the documents of a system say about logic of the user's own.
 *
 * @module
 */
import type { HookName } from "../blueprint/blueprint.ts";
import type { EntityModel } from "../model/system_model.ts";
import { mdCode, mdText, type Safe, safe } from "../../templates/safe_text.ts";
import type { LogicModel } from "../model/logic_model.ts";
import { pathOf } from "./logic_path.ts";
import { inShort, wordsOfLogic } from "./logic_words.ts";

type Md = Safe<"md">;

/** Says of an entity's guards, logic of actions and hooks when they are asked, and where they are. */
export function logicNotes(entity: EntityModel): readonly Md[] {
  const file = mdCode(pathOf(entity));
  const guards = entity.actions.filter(({ guard }) => guard).map((action) =>
    safe<"md">`${mdCode(action.name.kebab)} is refused (409) where ${
      mdCode(`guard${action.name.pascal}`)
    } in ${file} says so; so is a body that would do the same${
      inWords(action.guard)
    }`
  );
  const actions = entity.actions.filter(({ logic }) => logic).map((action) =>
    safe<"md">`${mdCode(action.name.kebab)} asks ${
      mdCode(`apply${action.name.pascal}`)
    } in ${file} what else it changes, or why it is refused (409); a body that would do the same does not ask${
      inWords(action.logic)
    }`
  );
  const hooks = (entity.hooks ?? []).map((hook) =>
    safe<"md">`${mdCode(hook.hook)} in ${file} ${
      mdText(HOOK_NOTES[hook.hook])
    }${inWords(hook)}`
  );
  return [...guards, ...actions, ...hooks];
}

/** What it does, where the blueprint says that in words. */
function inWords(logic: LogicModel | undefined): Md {
  const words = wordsOfLogic(logic);
  return words === undefined
    ? safe``
    : safe<"md">`. In words: ${mdText(inShort(words))}`;
}

const BEFORE =
  "may change what is stored, or refuse it: by a sentence (409) or by fields (422)";
const AFTER =
  "once that is stored; nobody waits for it, and its failure is logged and counted but takes nothing back";
const HOOK_NOTES: Readonly<Record<HookName, string>> = {
  beforeCreate: `is asked before one is created: it ${BEFORE}`,
  beforeUpdate:
    `is asked before one is replaced, patched or acted upon: it ${BEFORE}`,
  beforeDelete:
    "is asked before one is deleted by a request of its own: it may refuse that (409)",
  afterCreate: `is told of each new one, ${AFTER}`,
  afterUpdate: `is told of each change, ${AFTER}`,
  afterDelete: `is told of each deletion by a request of its own, ${AFTER}`,
};
