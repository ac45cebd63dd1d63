/**
 * Puts operations into the draft: asked for, refused, or these and no others.
 *
 * @module
 */
import {
  type Operation,
  OPERATIONS,
  type RequirementRef,
} from "../blueprint/blueprint.ts";
import {
  type EntityDraft,
  NOT_UNDERSTOOD,
  type Outcome,
  type SystemDraft,
} from "./draft.ts";
import { isContainer } from "./entity_index.ts";
import { stateOf } from "./fold_actions.ts";
import { addField } from "./add_field.ts";
import { MADE_BY_TAKING } from "./lexicon_verbs.ts";
import { fieldPlace } from "./field_place.ts";
import { choosesSome, entityOf } from "./fold_fields.ts";
import { hasFieldHint } from "./field_type.ts";
import { isPlural } from "./inflection.ts";
import { fieldName, relationName } from "./names.ts";
import type { Noun, Statement } from "./statement.ts";

type OperationsStatement = Extract<Statement, { kind: "operations" }>;

/** Puts operations into the draft. */
export function foldOperations(
  draft: SystemDraft,
  statement: OperationsStatement,
  current: EntityDraft | undefined,
): Outcome {
  if (statement.objects.length === 0) {
    if (statement.taking) return NOT_UNDERSTOOD;
    const entities = current ? [current] : [...draft.entities.values()];
    if (entities.length === 0) return NOT_UNDERSTOOD;
    const operations = operationsOn(statement, "open");
    return {
      refs: entities.flatMap((one) => apply(one, statement, operations)),
    };
  }
  const refs: RequirementRef[] = [];
  const missed: string[] = [];
  const phrases: string[] = [];
  for (const noun of statement.objects) {
    const one = foldObject(draft, statement, noun, current);
    if (one.missed === true) {
      if (statement.objects.length === 1) return NOT_UNDERSTOOD;
      missed.push(...noun.words);
    } else {
      refs.push(...one.refs);
      phrases.push(...one.phrases ?? []);
      missed.push(...one.missed ?? []);
    }
  }
  return { refs, phrases, ...(missed.length > 0 ? { missed } : {}) };
}

function foldObject(
  draft: SystemDraft,
  statement: OperationsStatement,
  noun: Noun,
  current: EntityDraft | undefined,
): Outcome {
  const { owner, ...bare } = noun;
  const mention = draft.index.find(bare);
  const entity = mention && draft.entities.get(mention.entity);
  if (mention === undefined || entity === undefined) {
    const about = statement.operations.length === OPERATIONS.length &&
      statement.mode === "ask" && noun.number === "one" && !owner &&
      // "Pages keep a version history" is about pages.
      !statement.by?.some((one) => draft.index.find(one) !== undefined);
    if (isContainer(noun) || (about && fieldPlaceless(draft, noun))) {
      return { refs: [], phrases: ["names the system"] };
    }
    return foldFieldObject(draft, statement, noun, current);
  }
  const operations = operationsOn(statement, noun.number);
  const made = MADE_BY_TAKING.has(entity.name.split("_").at(-1) ?? "");
  if (statement.taking && entity.fields.size > 0 && !made) {
    return NOT_UNDERSTOOD;
  }
  if (statement.mode !== "ask" && choosesSome(noun)) return NOT_UNDERSTOOD;
  const refs: RequirementRef[] = [];
  if (owner !== undefined) {
    const other = entityOf(draft, owner);
    if (other === undefined) return NOT_UNDERSTOOD;
    const name = relationName(other.name);
    if (other !== entity) {
      if (!entity.relations.has(name)) {
        entity.relations.set(name, { belongsTo: other.name, optional: false });
      }
      refs.push(`${entity.name}.${name}`);
    }
  }
  if (mention.adjectives.length === 0) {
    return { refs: [...refs, ...apply(entity, statement, operations)] };
  }
  const chosen = mention.adjectives.filter((word) => !stateOf(entity, word));
  const reading = operations.every((one) => one === "list" || one === "get");
  if (statement.mode !== "ask") return NOT_UNDERSTOOD;
  if (reading) {
    return {
      refs: [...refs, ...apply(entity, statement, operations)],
      ...(chosen.length > 0 ? { missed: chosen } : {}),
    };
  }
  return { refs: [], missed: mention.adjectives };
}

/** Reports whether a noun phrase is no field of any entity. */
function fieldPlaceless(draft: SystemDraft, noun: Noun): boolean {
  const name = fieldName(noun.words) ?? "";
  return draft.entities.size > 0 && !hasFieldHint(noun.words) &&
    ![...draft.entities.values()].some((one) => one.fields.has(name));
}

/** "update the status of an order", "change the price": an operation on a field is a patch of its entity. */
function foldFieldObject(
  draft: SystemDraft,
  statement: OperationsStatement,
  noun: Noun,
  current: EntityDraft | undefined,
): Outcome {
  const place = fieldPlace(draft, noun, current);
  const name = place && fieldName(place.words);
  if (place === undefined || name === undefined) return NOT_UNDERSTOOD;
  const { entity } = place;
  const field = entity.fields.get(name);
  const exists = field !== undefined && !field.implied;
  const last = noun.words.at(-1) ?? "";
  const plain = exists || (hasFieldHint(place.words) && !isPlural(last)) ||
    noun.owner !== undefined;
  if (!plain) return NOT_UNDERSTOOD;
  if (statement.mode === "refuse") {
    if (!exists || !statement.operations.includes("patch")) {
      return NOT_UNDERSTOOD;
    }
    addField(entity, name, place.words).immutable = true;
    return { refs: [`${entity.name}.${name}.immutable`] };
  }
  if (statement.mode !== "ask") return NOT_UNDERSTOOD;
  if (!exists && !statement.operations.includes("patch")) return NOT_UNDERSTOOD;
  if (statement.operations.includes("delete")) return NOT_UNDERSTOOD;
  addField(entity, name, place.words);
  if (statement.operations.includes("patch")) entity.asked.add("patch");
  const operation = statement.operations.includes("patch")
    ? [`${entity.name}.patch`]
    : [];
  return { refs: [...operation, `${entity.name}.${name}`] };
}

function operationsOn(
  statement: OperationsStatement,
  number: Noun["number"],
): readonly Operation[] {
  if (!statement.either) return statement.operations;
  if (statement.mode !== "ask") return [...statement.operations, "list", "get"];
  if (number === "one") return [...statement.operations, "get"];
  if (number === "many") return [...statement.operations, "list"];
  return [...statement.operations, "list", "get"];
}

function apply(
  entity: EntityDraft,
  statement: OperationsStatement,
  operations: readonly Operation[],
): RequirementRef[] {
  const refs: RequirementRef[] = [entity.name];
  if (statement.mode === "refuse") {
    for (const one of operations) entity.refused.add(one);
    return [...refs, ...operations.map((one) => `not ${entity.name}.${one}`)];
  }
  if (statement.mode !== "ask") {
    entity.only ??= new Set();
    for (const one of operations) entity.only.add(one);
  }
  for (const one of operations) {
    entity.asked.add(one);
    if (operations.length < OPERATIONS.length) entity.named.add(one);
  }
  refs.push(...operations.map((one) => `${entity.name}.${one}`));
  if (statement.mode !== "only") return refs;
  const rest = OPERATIONS.filter((one) => !operations.includes(one));
  return [...refs, ...rest.map((one) => `not ${entity.name}.${one}`)];
}
