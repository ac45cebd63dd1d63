/**
 * Who may do what while it is being put together, and the words of a request for those who may.
 *
 * @module
 */
import type { EntityDraft, SystemDraft } from "./draft.ts";
import { singular } from "./inflection.ts";
import { snakeName } from "./names.ts";
import type { PlannedRules } from "./settle_rules.ts";
import type { Noun } from "./statement.ts";

/** Who may do what, in the making. */
export interface AccessDraft {
  /** The system. */
  readonly draft: SystemDraft;
  /** The users' entity. */
  readonly users: string;
  /** The rules by entity. */
  readonly rules: Map<string, PlannedRules>;
  /** The roles that are spoken of, without the first. */
  readonly roles: string[];
  /** Who is said to make what, in the singular, by entity. */
  readonly makers: ReadonlyMap<string, readonly string[]>;
}

/** Returns the rules of an entity, new ones where there are none. */
export function rulesFor(
  { rules }: AccessDraft,
  name: string,
): PlannedRules {
  const known = rules.get(name) ?? {
    access: {},
    also: new Map(),
    readers: [],
    ownOnly: [],
  };
  rules.set(name, known);
  return known;
}

/** Returns the word of the language for those of whom a request speaks: anybody signed in, the owner, or a role. */
export function wordFor(
  noun: Noun,
  entity: EntityDraft,
  access: AccessDraft,
): string | undefined {
  const { users } = access;
  const said = saidOf(noun);
  const name = roleName(noun);
  // "The seller of the item" is no role.
  const about = noun.owner && access.draft.index.find(noun.owner)?.entity;
  if (noun.owner !== undefined && about !== entity.name) return undefined;
  if (name === undefined || noun.pronoun) return undefined;
  const isMany = said.at(-1) !== singular(said.at(-1) ?? "");
  const isUser = name === "user" || name === "member" || name === users;
  if (isUser && isMany || SIGNED_IN.has(name)) return "users";
  if (EVERYONE.has(name)) return "everyone";
  const own = entity.relations.get(name)?.belongsTo === users;
  // "The instructor of a course" is one of many, who has made it.
  const one = !isMany && (about !== undefined || MAKERS.has(name));
  const makers = access.makers.get(entity.name);
  if (about !== undefined && makers && !makers.includes(name)) {
    if (!OWNERS.has(name)) return undefined;
  }
  if (own || isUser || OWNERS.has(name) || one) {
    const relation = own ? name : ownerOf(entity, users) ??
      addOwner(entity, access, isUser ? "owner" : name);
    if (relation === undefined) return undefined;
    if (entity.name !== users) rulesFor(access, entity.name).owner = relation;
    return "owner";
  }
  if (said.length > 2 || access.draft.entities.has(name)) return undefined;
  if (!access.roles.includes(name)) access.roles.push(name);
  return name;
}

/** Returns the name that a role of these people has, or would have. */
export function roleName(noun: Noun): string | undefined {
  return snakeName(saidOf(noun).map((word) => singular(word)));
}

function saidOf({ words }: Noun): readonly string[] {
  return words.filter((word) => !QUALIFYING.has(word));
}

/** Returns the one relation that leads to the user to whom something belongs. */
export function ownerOf(
  entity: EntityDraft,
  users: string,
): string | undefined {
  const own = [...entity.relations].filter(([, to]) =>
    to.belongsTo === users && !to.optional
  );
  return own.length === 1 ? own[0]?.[0] : undefined;
}

/** Whoever makes something owns it; a text of that name was for its owner's. */
function addOwner(
  entity: EntityDraft,
  { draft, users }: Pick<AccessDraft, "draft" | "users">,
  name: string,
): string | undefined {
  if (entity.name === users) return name;
  if (needs(draft, users, entity.name)) return undefined;
  const said = [...OWNERS].find((one) =>
    entity.fields.get(one)?.type === "string"
  );
  if (name === "owner" && said !== undefined && said !== name) {
    return addOwner(entity, { draft, users }, said);
  }
  const text = entity.fields.get(name);
  if (text !== undefined) entity.fields.delete(name);
  entity.relations.set(name, { belongsTo: users, optional: false });
  return name;
}

/** Reports whether one thing cannot be made before another. */
function needs(
  draft: SystemDraft,
  from: string,
  to: string,
  seen: ReadonlySet<string> = new Set(),
): boolean {
  if (from === to) return true;
  if (seen.has(from)) return false;
  const relations = [...draft.entities.get(from)?.relations.values() ?? []];
  return relations.some(({ belongsTo, optional }) =>
    !optional && needs(draft, belongsTo, to, new Set([...seen, from]))
  );
}

const QUALIFYING: ReadonlySet<string> = new Set(
  ["original", "actual", "respective"],
);
const SIGNED_IN: ReadonlySet<string> = new Set(
  ("logged_in_user signed_in_user authenticated_user registered_user logged_in_member registered_member " +
    "authenticated_member logged_in_person logged_in_people registered_people authenticated_people signed_in_people " +
    "logged_in_customer registered_customer").split(" "),
);
const EVERYONE: ReadonlySet<string> = new Set(
  ["everyone", "anyone", "everybody", "anybody", "public"],
);
const OWNERS: ReadonlySet<string> = new Set(
  "owner author creator writer poster uploader submitter".split(" "),
);
/** Those who made one thing; many of them are a role. */
const MAKERS: ReadonlySet<string> = new Set(
  "organizer organiser reporter requester host sender applicant".split(" "),
);
