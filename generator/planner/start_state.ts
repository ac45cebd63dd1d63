/**
 * Decides what "Posts start as draft" means: the default of a field, or a status with the states that actions lead to.
 *
 * @module
 */
import type { RequirementRef } from "../blueprint/blueprint.ts";
import { applyRule } from "./apply_rule.ts";
import type { EntityDraft, Outcome, SystemDraft } from "./draft.ts";
import { addField } from "./add_field.ts";
import { singular, verbForms } from "./inflection.ts";
import { ACTION_VERBS, FLAGGING_VERBS } from "./lexicon_verbs.ts";
import { NOUN_STOPS } from "./lexicon_words.ts";
import { enumValue } from "./names.ts";
import type { Rule } from "./statement.ts";

/** Sets the state an entity starts in; undefined when it has none of that name and no actions lead on from it. */
export function startOf(
  draft: SystemDraft,
  entity: EntityDraft,
  rules: readonly Rule[],
): Outcome | undefined {
  const rule = rules.length === 1 ? rules[0] : undefined;
  if (rule === undefined || rule.rule !== "default") return undefined;
  const words = String(rule.value).toLowerCase().split(" ")
    .filter((word) => !STATE.has(word));
  const said = enumValue(words.join(" "));
  const one = enumValue(words.map(singular).join(" "));
  const values = [...entity.fields.values()].flatMap((it) => it.values ?? []);
  const value = values.includes(said) ? said : one;
  for (const [name, field] of entity.fields) {
    if (!field.values?.includes(value)) continue;
    const parts = applyRule(field, { rule: "default", value }) ?? [];
    return {
      refs: parts.map((part): RequirementRef =>
        `${entity.name}.${name}${part}`
      ),
    };
  }
  const plain = typeof rule.value === "string" && words.length > 0 &&
    !words.some((word) => NOUN_STOPS.has(word));
  return plain ? makeStatus(draft, entity, said) : undefined;
}

/** Gives the states that actions lead to to every status of which the request says only the first. */
export function completeStates(draft: SystemDraft): void {
  for (const entity of draft.entities.values()) {
    for (const [name, field] of entity.fields) {
      const open = field.state && field.type === "string" &&
        typeof field.default === "string";
      if (open) makeStatus(draft, entity, enumValue(`${field.default}`), name);
    }
  }
}

/** Gives an entity a status of the states its actions lead to. */
function makeStatus(
  draft: SystemDraft,
  entity: EntityDraft,
  start: string,
  name = "status",
): Outcome | undefined {
  const verbs = (draft.verbs.get(entity.name) ?? []).filter((verb) =>
    !FLAGGING_VERBS.has(verb) && ACTION_VERBS[verb]?.undoes === undefined &&
    ACTION_VERBS[verb]?.value !== false
  );
  const states = verbs.map((verb) =>
    enumValue(verbForms(verb).participles[0] ?? verb)
  );
  const flags = states.some((one) => entity.fields.has(one));
  const status = entity.fields.get(name);
  const taken = status !== undefined && status.type !== "string";
  if (states.length === 0 || flags || taken) return undefined;
  const field = addField(entity, name, [name]);
  field.type = "enum";
  field.values = [...new Set([start, ...states])];
  field.default = start;
  delete field.assumedDefault;
  draft.assumptions.push(
    `${entity.name}.${name} is ${
      field.values.join(", ")
    }: it starts as ${start}, and the others are what actions lead to`,
  );
  const refs: RequirementRef[] = ["", ".values", ".default"].map((part) =>
    `${entity.name}.${name}${part}` as RequirementRef
  );
  return { refs };
}

const STATE: ReadonlySet<string> = new Set(["state", "status", "a", "the"]);

/** Returns which field holds some states: the one that has them, the one they are called, else one without values yet. */
export function stateField(
  { fields }: EntityDraft,
  rules: readonly Rule[],
  called: string | undefined,
): string {
  const said = rules.flatMap((rule) =>
    rule.rule === "values" ? rule.values.map(enumValue) : []
  );
  const kept = [...fields].filter(([, { state }]) => state);
  const having = kept.find(([, { values = [] }]) =>
    values.length > 0 && (said.every((one) => values.includes(one)) ||
      values.every((one) => said.includes(one)))
  );
  if (having !== undefined) return having[0];
  const open = kept.filter(([, { type }]) => type === "string")
    .map(([name]) => name);
  if (called !== undefined && open.includes(called)) return called;
  const [only, more] = open;
  if (only !== undefined && more === undefined) return only;
  return fields.has("status") && called !== undefined && !fields.has(called)
    ? called
    : "status";
}
