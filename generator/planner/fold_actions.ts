/**
 * Puts actions into the draft: what each sets, and what it needs.
 *
 * @module
 */
import type { Literal, RequirementRef } from "../blueprint/blueprint.ts";
import {
  type EntityDraft,
  NOT_UNDERSTOOD,
  type Outcome,
  type SystemDraft,
} from "./draft.ts";
import { addField } from "./add_field.ts";
import { spokenOf } from "./fold_fields.ts";
import { verbForms } from "./inflection.ts";
import {
  ACTION_VERBS,
  OUTCOME_BEFORE,
  OUTCOME_VERBS,
} from "./lexicon_verbs.ts";
import { enumValue, fieldName } from "./names.ts";
import { findMember } from "./find_member.ts";
import type { EntityMention } from "./entity_index.ts";
import type { Noun, Statement } from "./statement.ts";

type ActionStatement = Extract<Statement, { kind: "action" }>;

/** Puts an action into the draft. */
export function foldAction(
  draft: SystemDraft,
  statement: ActionStatement,
  current: EntityDraft | undefined,
): Outcome {
  const mentions = statement.objects.map((noun) => draft.index.find(noun));
  const last = mentions.at(-1);
  if (statement.only && last === undefined) return NOT_UNDERSTOOD;
  const chosen = last && draft.entities.get(last.entity);
  if (last !== undefined && chosen !== undefined) {
    const states = statesOf(chosen, statement.objects, mentions);
    if (states === undefined) return NOT_UNDERSTOOD;
    if (states.length > 0) {
      if (statement.when !== undefined) return NOT_UNDERSTOOD;
      const { objects: _, only: __, ...rest } = statement;
      const when = { values: states };
      return foldAction(draft, { ...rest, objects: [], when }, chosen);
    }
    if (statement.only) return NOT_UNDERSTOOD;
  }
  const targets = statement.objects.length === 0
    ? [current]
    : mentions.map((one) => one && draft.entities.get(one.entity));
  if (targets.length === 0 || targets.includes(undefined)) {
    return NOT_UNDERSTOOD;
  }
  const refs: RequirementRef[] = [];
  for (const entity of targets as EntityDraft[]) {
    const name = actOn(entity, statement, draft, {
      add: (line) => {
        if (!draft.assumptions.includes(line)) draft.assumptions.push(line);
      },
    });
    if (name === undefined) return NOT_UNDERSTOOD;
    refs.push(entity.name, `${entity.name}.${name}`);
    for (const field of Object.keys(entity.actions.get(name)?.set ?? {})) {
      refs.push(`${entity.name}.${field}`);
    }
  }
  return { refs };
}

/**
 * Returns the states that words before an entity's name choose: "new and paid orders"; empty when there are none,
 * undefined when one of them is no state of it.
 */
function statesOf(
  entity: EntityDraft,
  nouns: readonly Noun[],
  mentions: readonly (EntityMention | undefined)[],
): readonly string[] | undefined {
  const listed = nouns.slice(0, -1);
  const plain = mentions.slice(0, -1).every((one) => one !== undefined);
  const adjectives = mentions.flatMap((one) => one?.adjectives ?? []);
  const determiners = nouns.flatMap((noun) => noun.chosen ?? [])
    .filter((word) => stateOf(entity, word) !== undefined);
  if (plain && adjectives.length + determiners.length === 0) {
    const some = nouns.some((noun) =>
      noun.chosen?.some((word) => SOME_ONLY.has(word))
    );
    return some ? undefined : [];
  }
  if (listed.length > 0 && plain) return undefined;
  const words = [
    ...listed.map((noun) => noun.words.join(" ")),
    ...determiners,
    ...adjectives,
  ];
  if (words.length !== nouns.length) return undefined;
  return words.every((word) => stateOf(entity, word)) ? words : undefined;
}

/** Gives entities with rival outcomes (approve, reject) and no status one, before the actions are put in. */
export function addOutcomes(
  draft: SystemDraft,
  statements: readonly Statement[],
): void {
  const outcomes = new Map<EntityDraft, string[]>();
  for (const one of statements) {
    if (one.kind !== "action" || !OUTCOME_VERBS.has(one.verb)) continue;
    for (const noun of one.objects) {
      const entity = spokenOf(draft, noun);
      if (entity === undefined) continue;
      const verbs = outcomes.get(entity) ?? [];
      if (!verbs.includes(one.verb)) outcomes.set(entity, [...verbs, one.verb]);
    }
  }
  for (const [entity, verbs] of outcomes) {
    const existing = entity.fields.get("status");
    const states = [...entity.fields.values()].flatMap((one) =>
      one.values ?? []
    );
    if (verbs.some((verb) => states.includes(participleOf(verb)))) continue;
    if (verbs.length < 2 || (existing && existing.type !== "string")) continue;
    const status = addField(entity, "status", ["status"]);
    status.type = "enum";
    status.values = [OUTCOME_BEFORE, ...verbs.map(participleOf)];
    status.default = OUTCOME_BEFORE;
    status.implied = true;
    draft.assumptions.push(
      `${entity.name}.status is ${status.values.join(", ")}: ${
        verbs.join(" and ")
      } need a state before them`,
    );
  }
}

/** Returns the state a boolean field or an enum of an entity calls by this word. */
export function stateOf(
  entity: EntityDraft,
  word: string,
): { field: string; value: Literal } | undefined {
  const value = enumValue(word);
  for (const [field, draft] of entity.fields) {
    if (draft.values?.includes(value)) return { field, value };
  }
  const name = fieldName(word.split(" ")) ?? "";
  if (entity.fields.get(name)?.type === "boolean") {
    return { field: name, value: true };
  }
  const { status } = Object.fromEntries(entity.fields);
  const isBefore = status?.implied && status.default === OUTCOME_BEFORE;
  if (isBefore && BEFORE_OUTCOME.has(word)) {
    return { field: "status", value: OUTCOME_BEFORE };
  }
  const opposite = /^(?:un|in|not )(.+)$/.exec(word)?.[1];
  if (opposite && entity.fields.get(opposite)?.type === "boolean") {
    return { field: opposite, value: false };
  }
  return undefined;
}

function actOn(
  entity: EntityDraft,
  statement: ActionStatement,
  draft: SystemDraft,
  assumptions: { add(line: string): void },
): string | undefined {
  const when = guardOf(entity, statement);
  const needs = neededBy(entity, statement, draft);
  if (when === null || fieldName([statement.verb]) === undefined) {
    return undefined;
  }
  if (needs === undefined) return undefined;
  const known = existingState(entity, statement);
  const set = known ?? newState(entity, statement);
  if (set === undefined) return undefined;
  const name = actionName(entity, statement.verb);
  if (name === undefined) return undefined;
  const status = [...entity.fields].find(([, one]) => one.state && one.values);
  if (known === undefined && status !== undefined) {
    assumptions.add(
      `${entity.name}.${set.field} is beside ${
        status[0]
      }: none of its values says what ${name} leads to`,
    );
  }
  const existing = entity.actions.get(name);
  if (existing === undefined) {
    entity.actions.set(name, {
      set: { [set.field]: set.value },
      ...(when ? { when } : {}),
      ...(needs.length > 0 ? { needs } : {}),
    });
    return name;
  }
  if (when) existing.when = { ...existing.when, ...when };
  if (needs.length > 0) {
    existing.needs = [...new Set([...existing.needs ?? [], ...needs])];
  }
  return name;
}

/** Finds a state the entity has a field for already. */
function existingState(entity: EntityDraft, statement: ActionStatement) {
  if (statement.state !== undefined) {
    const said = stateOf(entity, statement.state);
    if (said !== undefined) return said;
  }
  const verb = ACTION_VERBS[statement.verb];
  const words = [
    ...verbForms(statement.verb).participles,
    ...verb?.states?.split("/").map((one) => one.replaceAll("_", " ")) ?? [],
  ];
  for (const word of words) {
    const value = enumValue(word);
    for (const [field, draft] of entity.fields) {
      if (draft.values?.includes(value)) return { field, value };
    }
  }
  if (statement.state !== undefined) return undefined;
  for (const word of words) {
    const name = fieldName(word.split(" ")) ?? "";
    if (entity.fields.get(name)?.type !== "boolean") continue;
    if (verb?.undoes === undefined && verb?.value === undefined) {
      return { field: name, value: true };
    }
  }
  const guard = statement.when?.values[0];
  const ends = guard === undefined ? undefined : stateOf(entity, guard);
  if (verb?.undoes !== undefined && ends?.value === true) {
    return { field: ends.field, value: false };
  }
  const undone = verb?.undoes?.split("/").map(participleOf) ?? [];
  const existing = undone.find((one) => entity.fields.has(one));
  if (existing !== undefined) return booleanState(entity, existing, false);
  if (undone[0] !== undefined && verb?.states === undefined) {
    return booleanState(entity, undone[0], false);
  }
  return undefined;
}

/** Gives the entity a boolean field for the state. */
function newState(entity: EntityDraft, statement: ActionStatement) {
  const verb = ACTION_VERBS[statement.verb];
  if (statement.state !== undefined) {
    return booleanState(entity, statement.state, true);
  }
  if (verb?.undoes !== undefined && statement.verb.startsWith("un")) {
    return booleanState(entity, participleOf(verb.undoes), false);
  }
  if (statement.verb === "reopen") return booleanState(entity, "closed", false);
  const word = verb?.field ?? participleOf(statement.verb);
  return booleanState(entity, word, verb?.value ?? true);
}

function booleanState(
  entity: EntityDraft,
  word: string,
  value: boolean,
): { field: string; value: Literal } | undefined {
  const name = fieldName(word.split(" "));
  if (name === undefined) return undefined;
  const existing = entity.fields.get(name);
  const vague = existing?.type === "string" && !existing.typed &&
    !existing.hinted;
  if (existing !== undefined && vague) {
    existing.type = "boolean";
    existing.default = false;
    existing.assumedDefault = true;
  }
  if (existing !== undefined && existing.type !== "boolean") return undefined;
  if (existing === undefined) {
    const field = addField(entity, name, word.split(" "));
    field.type = "boolean";
    delete field.min;
    delete field.max;
    field.default = value && !PAIRED_STATES.has(word) ? false : !value;
    if (PAIRED_STATES.has(word)) field.default = true;
    if (!value && !PAIRED_STATES.has(word)) field.default = false;
    field.assumedDefault = true;
    field.implied = true;
  }
  return { field: name, value };
}

/** What an action needs is what may be missing until then; undefined where that cannot be told. */
function neededBy(
  entity: EntityDraft,
  { needs = [] }: ActionStatement,
  draft: SystemDraft,
): readonly string[] | undefined {
  const names: string[] = [];
  for (const noun of needs) {
    const name = findMember(draft, entity, noun) ?? "";
    const field = entity.fields.get(name);
    const relation = entity.relations.get(name);
    if (field === undefined && relation === undefined) return undefined;
    if (relation !== undefined) {
      relation.optional = true;
      names.push(`${name}Id`);
      continue;
    }
    if (field?.assumedRequired) {
      field.required = false;
      delete field.assumedRequired;
    }
    const isAlways = field?.required || field?.default !== undefined;
    if (isAlways || field?.readOnly || field?.type === "file") return undefined;
    names.push(name);
  }
  return names;
}

function guardOf(
  entity: EntityDraft,
  statement: ActionStatement,
): Record<string, readonly Literal[]> | undefined | null {
  if (statement.when === undefined) return undefined;
  const when: Record<string, Literal[]> = {};
  for (const value of statement.when.values) {
    const state = stateOf(entity, value.toLowerCase());
    if (state === undefined) return null;
    (when[state.field] ??= []).push(state.value);
  }
  return Object.keys(when).length === 1 ? when : null;
}

/** Returns what the action of a verb is called. */
export function actionName(
  entity: EntityDraft,
  verb: string,
): string | undefined {
  const words = verb.split(" ");
  const name = fieldName(words)?.replace(/Value$/, "");
  if (name === undefined) return undefined;
  const taken = entity.fields.has(name) || entity.relations.has(name) ||
    STANDARD.has(name);
  return taken ? fieldName(["mark", ...words]) : name;
}

function participleOf(verb: string): string {
  return verbForms(verb).participles[0] ?? verb;
}

/** What something is called before it is approved or rejected. */
const BEFORE_OUTCOME: ReadonlySet<string> = new Set(
  ["submitted", "open", "new", "requested", "unapproved", "unreviewed"],
);
/** States that hold until something ends them. */
const PAIRED_STATES: ReadonlySet<string> = new Set(["active", "enabled"]);
/** Determiners that leave out others; which ones is not understood unless it is a state. */
const SOME_ONLY: ReadonlySet<string> = new Set(
  ["new", "certain", "other", "another", "additional", "different"],
);
const STANDARD: ReadonlySet<string> = new Set(
  ["list", "get", "create", "replace", "patch", "delete"],
);
