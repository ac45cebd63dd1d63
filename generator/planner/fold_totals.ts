/**
 * Puts into the draft which words are searched, and what lists come to.
 *
 * @module
 */
import type {
  AggregateBlueprint,
  RequirementRef,
} from "../blueprint/blueprint.ts";
import {
  type EntityDraft,
  NOT_UNDERSTOOD,
  type Outcome,
  type SystemDraft,
} from "./draft.ts";
import type { Feature } from "./feature.ts";
import { findMember, placesOf } from "./find_member.ts";
import { entityOf } from "./fold_fields.ts";
import type { Noun } from "./statement.ts";

type Of<K extends Feature["is"]> = Extract<Feature, { is: K }>;

/** Has words searched in fields of an entity: in those that are named, or in all its texts. */
export function foldSearch(
  draft: SystemDraft,
  { of, fields }: Of<"search words">,
  current: EntityDraft | undefined,
): Outcome {
  // "Full-text search of articles" names what is searched, not where.
  const [only] = fields;
  const whole = of === undefined && fields.length === 1 && only
    ? entityOf(draft, only)
    : undefined;
  if (whole) {
    const texts = [...whole.fields].filter(([, { type }]) => isText(type))
      .map(([name]) => name);
    return searched(whole, texts);
  }
  const entities = of === undefined
    ? placesOf(draft, current)
    : [entityOf(draft, of)];
  for (const entity of entities) {
    const names = fields.map((noun) =>
      entity && findMember(draft, entity, noun)
    );
    const found = [...new Set(names.flatMap((name) => name ?? []))];
    const isFit = entity && found.length === fields.length &&
      found.every((name) => isText(entity.fields.get(name)?.type));
    if (isFit) return searched(entity, found);
  }
  return NOT_UNDERSTOOD;
}

function searched(entity: EntityDraft, fields: readonly string[]): Outcome {
  if (fields.length === 0 || entity.refused.has("list")) return NOT_UNDERSTOOD;
  entity.search = fields;
  entity.asked.add("list");
  return {
    refs: [
      `${entity.name}.list`,
      ...fields.map((name): RequirementRef => `${entity.name}.${name}`),
    ],
    phrases: [`q= searches words in ${fields.join(" and ")} of ${entity.name}`],
  };
}

/** Has a list's entities counted by something, and perhaps a field added up. */
export function foldTotal(
  draft: SystemDraft,
  total: Of<"total">,
  current: EntityDraft | undefined,
): Outcome {
  // With marks, an API has a shape of its own, in which nothing is counted yet.
  if ([...draft.entities.values()].some(({ marks }) => marks.size > 0)) {
    return NOT_UNDERSTOOD;
  }
  const entities = total.of === undefined
    ? placesOf(draft, current)
    : [entityOf(draft, total.of)];
  for (const entity of entities) {
    const told = entity && totalOf(draft, entity, total);
    if (told === undefined || !entity) continue;
    const [name, aggregate, refs] = told;
    const isTaken = entity.actions.has(name) || entity.refused.has("list");
    if (isTaken) return NOT_UNDERSTOOD;
    entity.aggregates.set(name, aggregate);
    entity.asked.add("list");
    return {
      refs: [`${entity.name}.list`, ...refs],
      phrases: [`${name} tells what the list of ${entity.name} comes to`],
    };
  }
  return NOT_UNDERSTOOD;
}

function totalOf(
  draft: SystemDraft,
  entity: EntityDraft,
  { by, measure, field: noun }: Of<"total">,
): [string, AggregateBlueprint, RequirementRef[]] | undefined {
  const field = noun && findMember(draft, entity, noun);
  if (noun && !NUMBERS.has(entity.fields.get(field ?? "")?.type ?? "")) {
    return undefined;
  }
  const key = keyOf(draft, entity, by);
  if (key === undefined) return undefined;
  const of = measure === "avg" && field ? capitalised(field) : field;
  const start = measure === "avg" ? `average${of}` : of;
  const name = start === undefined
    ? `by${capitalised(key.says)}`
    : `${start}By${capitalised(key.says)}`;
  const refs = [...field ? [field] : [], ...key.fields];
  return [
    name,
    { by: key.by, ...(measure && field ? { [measure]: field } : {}) },
    refs.map((one): RequirementRef => `${entity.name}.${one}`),
  ];
}

interface Key {
  readonly says: string;
  readonly by: AggregateBlueprint["by"];
  readonly fields: readonly string[];
}

/** A field or relation; or a month and the like, of its only date or of when it was made. */
function keyOf(
  draft: SystemDraft,
  entity: EntityDraft,
  noun: Noun,
): Key | undefined {
  const part = noun.words.join(" ");
  if (PARTS.has(part) && !entity.fields.has(part)) {
    const dates = [...entity.fields]
      .filter(([, { type }]) => type === "date" || type === "datetime")
      .map(([name]) => name);
    if (dates.length > 1) return undefined;
    const [date = "createdAt"] = dates;
    return { says: part, by: { [date]: part }, fields: dates };
  }
  const name = findMember(draft, entity, noun);
  if (name === undefined) return undefined;
  const type = entity.fields.get(name)?.type;
  const isKey = entity.relations.has(name) || KEYS.has(type ?? "");
  return isKey ? { says: name, by: name, fields: [name] } : undefined;
}

function isText(type: string | undefined): boolean {
  return ["string", "text", "email", "url"].includes(type ?? "");
}

function capitalised(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

const PARTS: ReadonlySet<string> = new Set(["year", "month", "day"]);
const NUMBERS: ReadonlySet<string> = new Set(["integer", "decimal", "number"]);
const KEYS: ReadonlySet<string> = new Set(
  ["enum", "boolean", "string", "integer", "date"],
);
