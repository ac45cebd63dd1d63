/**
 * Puts into the draft in which order something goes through its states.
 *
 * @module
 */
import type { RequirementRef } from "../blueprint/blueprint.ts";
import {
  type EntityDraft,
  NOT_UNDERSTOOD,
  type Outcome,
  type SystemDraft,
} from "./draft.ts";
import type { Feature } from "./feature.ts";
import { actionName, foldAction } from "./fold_actions.ts";
import { entityOf } from "./fold_fields.ts";
import { ADJECTIVE_ACTIONS } from "./lexicon_verbs.ts";
import { enumValue } from "./names.ts";
import { verbOfState } from "./verbs.ts";

/**
 * Gives each state but the first the action that leads to it, possible only in the state before; nothing else changes the
 * field. Quoted where a state would be left that no action leads to.
 */
export function foldStateOrder(
  draft: SystemDraft,
  { of, states }: Extract<Feature, { is: "state order" }>,
): Outcome {
  const entity = entityOf(draft, of);
  const values = states.map((one) => enumValue(one.toLowerCase()));
  const [name, field] = entity
    ? [...entity.fields].find(([, one]) =>
      values.every((value) => one.values?.includes(value))
    ) ?? []
    : [];
  const [first] = values;
  if (!entity || !name || !field || field.immutable) return NOT_UNDERSTOOD;
  if (first === undefined || new Set(values).size < values.length) {
    return NOT_UNDERSTOOD;
  }
  const others = field.values?.filter((one) => !values.includes(one)) ?? [];
  const isReached = others.every((one) => leadsTo(entity, name, one));
  const starts = field.default === undefined || field.assumedDefault ||
    field.default === first;
  if (!isReached || !starts) return NOT_UNDERSTOOD;
  const steps = values.slice(1).map((value, i) => [values[i] ?? "", value]);
  const actions = new Map(entity.actions);
  const refs: RequirementRef[] = [];
  for (const [before = "", value = ""] of steps) {
    const action = leadsTo(entity, name, value) ??
      makeAction(draft, entity, name, value);
    const made = action === undefined ? undefined : entity.actions.get(action);
    const when = made?.when?.[name];
    if (!made || (when !== undefined && when.join() !== before)) {
      entity.actions.clear();
      for (const [key, one] of actions) entity.actions.set(key, one);
      return NOT_UNDERSTOOD;
    }
    entity.actions.set(action ?? "", {
      ...made,
      when: { ...made.when, [name]: [before] },
    });
    refs.push(`${entity.name}.${action}`);
  }
  Object.assign(field, { default: first, readOnly: true, required: false });
  delete field.assumedDefault;
  delete field.assumedRequired;
  return {
    refs: [`${entity.name}.${name}`, ...refs],
    phrases: [
      `${entity.name}.${name} is changed by its actions only, in this order`,
    ],
  };
}

/** Returns the action that sets a field to a value and does nothing else. */
function leadsTo(
  { actions }: EntityDraft,
  field: string,
  value: string,
): string | undefined {
  const found = [...actions].find(([, { set }]) =>
    set[field] === value && Object.keys(set).length === 1
  );
  return found?.[0];
}

function makeAction(
  draft: SystemDraft,
  entity: EntityDraft,
  field: string,
  value: string,
): string | undefined {
  const state = value.replaceAll("_", " ");
  const verb = ADJECTIVE_ACTIONS[state] ?? verbOfState(state) ??
    `mark ${state}`;
  const made = foldAction(draft, {
    kind: "action",
    verb,
    state,
    objects: [],
    start: 0,
    end: 0,
  }, entity);
  const name = actionName(entity, verb);
  const set = name === undefined ? undefined : entity.actions.get(name)?.set;
  return made.missed === undefined && set?.[field] === value ? name : undefined;
}
