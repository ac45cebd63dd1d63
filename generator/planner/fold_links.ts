/**
 * Finds what any number of is related to any number of: what is said from both ends, or shared by its nature.
 *
 * @module
 */
import {
  type EntityDraft,
  NOT_UNDERSTOOD,
  type Outcome,
  type SystemDraft,
} from "./draft.ts";
import { plural } from "./inflection.ts";
import { COLLECTIONS, JOINING, SHARED } from "./lexicon_links.ts";
import { fieldName, relationName } from "./names.ts";
import type { Statement } from "./statement.ts";

type Relation = Extract<Statement, { kind: "relation" }>;

/** Notes which entities are said to have many of which, before anything is made of it. */
export function noteMany(
  draft: SystemDraft,
  statements: readonly Statement[],
): void {
  for (const one of statements) {
    if (one.kind !== "relation") continue;
    const from = entityNamed(draft, one.from);
    const to = entityNamed(draft, one.to);
    if (!from || !to || from === to) continue;
    if (one.many) draft.many.add(`${to.name} ${from.name}`);
    else {
      const ends = draft.ends.get(from.name) ?? new Set();
      draft.ends.set(from.name, ends.add(to.name));
    }
  }
}

/** Reports whether "TO has many FROM" holds for any number of each other. */
export function isShared(
  draft: SystemDraft,
  from: EntityDraft,
  to: EntityDraft,
): boolean {
  if (from === to) return false;
  if (draft.many.has(`${from.name} ${to.name}`)) return true;
  // "Each tag belongs to a post"
  if (draft.ends.get(from.name)?.has(to.name)) return false;
  const last = (name: string) => name.split("_").at(-1) ?? "";
  return SHARED.has(last(from.name)) && !SHARED.has(last(to.name)) ||
    COLLECTIONS.has(last(to.name));
}

/** Relates any number of one entity to any number of another, or finds the entity that does already. */
export function linkMany(
  draft: SystemDraft,
  from: EntityDraft,
  to: EntityDraft,
): Outcome {
  const phrase = `any number of ${to.name} with any number of ${from.name}`;
  const order = [...draft.many];
  const first = order.indexOf(`${from.name} ${to.name}`);
  const turned = first >= 0 && first < order.indexOf(`${to.name} ${from.name}`);
  if (turned) return linkMany(draft, to, from);
  // Requirements are traced to both ends: the relation itself is kept in an entity of its own.
  const said = { refs: [to.name, from.name], phrases: [phrase] };
  if (isLinked(from, to) || isLinked(to, from)) return said;
  for (const [one, ends] of draft.ends) {
    if (!ends.has(from.name) || !ends.has(to.name)) continue;
    if (!joins(one, from.name, to.name)) continue;
    const refs = [to.name, from.name].map((end) =>
      `${one}.${relationName(end)}` as const
    );
    return { refs, phrases: [phrase] };
  }
  const name = fieldName([
    ...from.name.split("_").slice(0, -1),
    plural(from.name.split("_").at(-1) ?? ""),
  ]);
  const taken = name === undefined || to.fields.has(name) ||
    to.relations.has(name) || to.actions.has(name);
  if (taken) return NOT_UNDERSTOOD;
  to.links.set(name, from.name);
  return said;
}

function isLinked(one: EntityDraft, other: EntityDraft): boolean {
  return [...one.links.values()].includes(other.name);
}

/** "Enrolments belong to a student and a course": what relates them is kept already. */
function joins(one: string, from: string, to: string): boolean {
  return JOINING.has(one.split("_").at(-1) ?? "") ||
    one === `${from}_${to}` || one === `${to}_${from}`;
}

function entityNamed(
  draft: SystemDraft,
  noun: Relation["from"],
): EntityDraft | undefined {
  const mention = draft.index.find(noun);
  if (mention === undefined || mention.adjectives.length > 0) return undefined;
  return draft.entities.get(mention.entity);
}
