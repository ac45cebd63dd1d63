/**
 * Puts what is said of entities as wholes into the draft.
 *
 * @module
 */
import type { RequirementRef } from "../blueprint/blueprint.ts";
import { foldAdjust, foldOverlap } from "./fold_ties.ts";
import { foldLock } from "./fold_lock.ts";
import { foldSchedule } from "./fold_schedule.ts";
import { foldStateOrder } from "./fold_state_order.ts";
import { foldWebhook } from "./fold_webhook.ts";
import { addField } from "./add_field.ts";
import { type DraftFeature, isBuilt } from "./built_features.ts";
import {
  type EntityDraft,
  newEntity,
  NOT_UNDERSTOOD,
  type Outcome,
  type SystemDraft,
} from "./draft.ts";
import type { Feature } from "./feature.ts";
import { findMember, placesOf } from "./find_member.ts";
import { foldLoad } from "./fold_load.ts";
import { entityOf } from "./fold_fields.ts";
import { foldSearch, foldTotal } from "./fold_totals.ts";
import { MARK_VERBS } from "./lexicon_features.ts";
import { fieldName } from "./names.ts";

type Of<K extends Feature["is"]> = Extract<Feature, { is: K }>;

/** Puts a feature into the draft; what the language has no word for stays quoted. */
export function foldFeature(
  draft: SystemDraft,
  feature: Feature,
  current: EntityDraft | undefined,
): Outcome {
  if (!isBuilt(feature.is as DraftFeature)) return NOT_UNDERSTOOD;
  switch (feature.is) {
    case "mark":
      return foldMarks(draft, feature);
    case "order":
      return foldOrder(draft, feature, current);
    case "slug":
      return foldSlug(draft, feature, current);
    case "together":
      return foldTogether(draft, feature, current);
    case "computed":
      return foldComputed(draft, feature, current);
    case "no overlap":
      return foldOverlap(draft, feature);
    case "adjust":
      return foldAdjust(draft, feature);
    case "soft delete":
      return foldSoftDelete(draft, feature);
    case "search words":
      return foldSearch(draft, feature, current);
    case "total":
      return foldTotal(draft, feature, current);
    case "cache":
    case "rate limit":
    case "tries":
    case "password":
    case "idempotency":
      return foldLoad(draft, feature);
    case "tenant":
      draft.tenants.push(feature);
      return { refs: [], phrases: ["each tenant sees only its own"] };
    case "locked":
      return foldLock(draft, feature);
    case "webhook":
      return foldWebhook(draft, feature);
    case "schedule":
      return foldSchedule(draft, feature);
    case "state order":
      return foldStateOrder(draft, feature);
    case "live":
      return foldLive(draft, feature);
  }
}

/** Whoever may list it is told of what is created, changed and deleted. */
function foldLive(draft: SystemDraft, { of }: Of<"live">): Outcome {
  const entity = entityOf(draft, of);
  const shaped = [...draft.entities.values()].some(({ marks }) =>
    marks.size > 0
  );
  if (entity === undefined || shaped || entity.refused.has("list")) {
    return NOT_UNDERSTOOD;
  }
  entity.live = true;
  entity.asked.add("list");
  return {
    refs: [entity.name],
    phrases: [
      `whoever may list ${entity.name} is told of changes as they happen`,
    ],
  };
}

function foldMarks(draft: SystemDraft, { verbs, of }: Of<"mark">): Outcome {
  const entities = of.length === 0
    ? [usersOf(draft)]
    : of.map((noun) => entityOf(draft, noun));
  const refs: RequirementRef[] = [];
  // Marks give an API a shape of its own, in which nothing is counted yet.
  const counts = [...draft.entities.values()]
    .some(({ aggregates }) => aggregates.size > 0);
  if (counts) return NOT_UNDERSTOOD;
  for (const entity of entities) {
    if (entity === undefined) return NOT_UNDERSTOOD;
    for (const verb of verbs) {
      const words = MARK_VERBS[verb];
      if (words === undefined) return NOT_UNDERSTOOD;
      const { field, count } = words;
      const isTaken = entity.actions.has(verb) || entity.fields.has(field) ||
        entity.fields.has(count);
      if (isTaken) return NOT_UNDERSTOOD;
      const ends = of.length === 0 ? endsOf(field) : {};
      entity.marks.set(verb, { field, count, ...ends });
      refs.push(`${entity.name}.${verb}`);
    }
  }
  return { refs };
}

/** Users mark one another: the two ends of the link need names of their own. */
function endsOf(field: string): { by: string; of: string } {
  return field === "following"
    ? { by: "follower", of: "followed" }
    : { by: "marker", of: field };
}

function usersOf(draft: SystemDraft): EntityDraft {
  const known = draft.entities.get("user") ??
    [...draft.entities.values()].find(({ name }) => name === "member");
  const entity = known ?? newEntity("user");
  draft.entities.set(entity.name, entity);
  return entity;
}

function foldOrder(
  draft: SystemDraft,
  { of, keys, plain }: Of<"order">,
  current: EntityDraft | undefined,
): Outcome {
  const entity = of === undefined ? current : entityOf(draft, of);
  if (entity === undefined) return asked(draft);
  const names = keys.map(({ noun, descending }) => {
    const name = noun === undefined
      ? "createdAt"
      : findMember(draft, entity, noun) ?? builtIn(noun.words.join(" "));
    const field = name === undefined ? undefined : entity.fields.get(name);
    const unfit = name === undefined || UNSORTED.has(field?.type ?? "") ||
      plain && field !== undefined && !RANKED.has(field.type) ||
      plain && entity.relations.has(name);
    return unfit ? undefined : `${descending ? "-" : ""}${name}`;
  });
  if (names.some((name) => name === undefined)) {
    return plain && areKept(draft, entity, keys)
      ? asked(draft)
      : NOT_UNDERSTOOD;
  }
  entity.order = names.flatMap((name) => name ?? []).slice(0, 4);
  const refs = entity.order.map((key) => key.replace(/^-/, ""))
    .filter((key) => entity.fields.has(key))
    .map((key): RequirementRef => `${entity.name}.${key}`);
  return {
    refs: [entity.name, ...refs],
    phrases: [`lists are in the order ${entity.order.join(", ")}`],
  };
}

/** "List books by genre" asks for something only where books have a genre. */
function areKept(
  draft: SystemDraft,
  entity: EntityDraft,
  keys: Of<"order">["keys"],
): boolean {
  return keys.every(({ noun }) =>
    noun === undefined || findMember(draft, entity, noun) !== undefined ||
    builtIn(noun.words.join(" ")) !== undefined
  );
}

function asked(draft: SystemDraft): Outcome {
  draft.orders = true;
  return { refs: [], phrases: ["an order that sort= asks for"] };
}

function builtIn(phrase: string): string | undefined {
  if (/^(?:creation )?(?:date|time)$|^created(?: at)?$|^age$/.test(phrase)) {
    return "createdAt";
  }
  return /^(?:updated|last update|modified)(?: at)?$/.test(phrase)
    ? "updatedAt"
    : undefined;
}

function foldSlug(
  draft: SystemDraft,
  { of, from, path }: Of<"slug">,
  current: EntityDraft | undefined,
): Outcome {
  const source = from.owner ?? of;
  const entities = source === undefined
    ? placesOf(draft, current)
    : [entityOf(draft, source)];
  const bare = { ...from };
  delete bare.owner;
  for (const entity of entities) {
    const name = entity && findMember(draft, entity, bare);
    const type = name && entity.fields.get(name)?.type;
    if (!entity || !name || !["string", "text"].includes(type ?? "")) continue;
    const slug = addField(entity, "slug", ["slug"]);
    if (slug.typed && slug.type !== "slug") return NOT_UNDERSTOOD;
    Object.assign(slug, { type: "slug", typed: true, from: name });
    for (const key of ["required", "unique"] as const) slug[key] = false;
    for (const key of ["minLength", "maxLength", "default"] as const) {
      delete slug[key];
    }
    if (path) entity.key = "slug";
    return { refs: [`${entity.name}.slug`, `${entity.name}.${name}`] };
  }
  return NOT_UNDERSTOOD;
}

function foldTogether(
  draft: SystemDraft,
  { of, members }: Of<"together">,
  current: EntityDraft | undefined,
): Outcome {
  const entities = of === undefined
    ? placesOf(draft, current)
    : [entityOf(draft, of)];
  for (const entity of entities) {
    const names = members.map((noun) =>
      entity && findMember(draft, entity, noun)
    );
    const found = [...new Set(names.flatMap((name) => name ?? []))];
    if (!entity || found.length < members.length) continue;
    const unfit = found.some((name) =>
      UNSORTED.has(entity.fields.get(name)?.type ?? "")
    );
    if (unfit) continue;
    entity.together.push(found);
    return {
      refs: found.map((name): RequirementRef => `${entity.name}.${name}`),
      phrases: [`no two of ${entity.name} share ${found.join(" and ")}`],
    };
  }
  return NOT_UNDERSTOOD;
}

function foldComputed(
  draft: SystemDraft,
  { field, parts }: Of<"computed">,
  current: EntityDraft | undefined,
): Outcome {
  const entities = field.owner === undefined
    ? placesOf(draft, current)
    : [entityOf(draft, field.owner)];
  const key = fieldName(field.words);
  for (const entity of entities) {
    if (entity === undefined || key === undefined) continue;
    const operands = parts.map((part) =>
      typeof part === "string" ? part : findMember(draft, entity, part)
    );
    const types = operands.map((name, i) =>
      typeof parts[i] === "string" ? "" : entity.fields.get(name ?? "")?.type
    );
    const fits = types.every((type) => type === "" || NUMBERS.has(type ?? ""));
    if (!fits || operands.includes(key)) continue;
    const made = addField(entity, key, field.words);
    const isWhole = types.every((type) => type === "" || type === "integer") &&
      !operands.some((one) => one === "/" || /\./.test(one ?? ""));
    const type = types.includes("decimal")
      ? "decimal"
      : types.includes("number")
      ? "number"
      : isWhole
      ? "integer"
      : "decimal";
    if (!made.typed) made.type = type;
    if (!NUMBERS.has(made.type)) return NOT_UNDERSTOOD;
    made.computed = operands.join(" ");
    for (const one of ["required", "unique", "immutable"] as const) {
      made[one] = false;
    }
    for (
      const one of ["assumedRequired", "default", "min", "max"] as const
    ) delete made[one];
    return {
      refs: [`${entity.name}.${key}`],
      phrases: [`${entity.name}.${key} is ${made.computed}`],
    };
  }
  return NOT_UNDERSTOOD;
}

function foldSoftDelete(
  draft: SystemDraft,
  { of }: Of<"soft delete">,
): Outcome {
  const entities = of === undefined
    ? [...draft.entities.values()].filter(({ name }) => name !== "user")
    : [entityOf(draft, of)];
  const refs: RequirementRef[] = [];
  for (const entity of entities) {
    const isOpen = entity !== undefined && entity.name !== "user" &&
      !entity.refused.has("delete") && !entity.actions.has("restore");
    if (!isOpen) return NOT_UNDERSTOOD;
    entity.softDelete = true;
    entity.asked.add("delete");
    refs.push(`${entity.name}.delete`);
  }
  return { refs, phrases: ["what is deleted can be restored"] };
}

const UNSORTED: ReadonlySet<string> = new Set(["text", "json", "list"]);
/** What is sorted by rather than searched for. */
const RANKED: ReadonlySet<string> = new Set(
  ["date", "datetime", "time", "integer", "decimal", "number", "serial"],
);
const NUMBERS: ReadonlySet<string> = new Set(["integer", "decimal", "number"]);
