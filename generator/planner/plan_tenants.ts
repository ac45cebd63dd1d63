/**
 * Keeps tenants apart: everybody who signs in belongs to one, and what is a tenant's is seen within it only.
 *
 * @module
 */
import { type AccessDraft, rulesFor, wordFor } from "./access_draft.ts";
import { addField } from "./add_field.ts";
import { type EntityDraft, newEntity, type SystemDraft } from "./draft.ts";
import type { Feature } from "./feature.ts";
import { entityName, relationName } from "./names.ts";

import type { Noun } from "./statement.ts";

/** The tenants of a system. */
export interface Tenants {
  /** What they are. */
  readonly entity: string;
  /** The users' relation to theirs. */
  readonly relation: string;
}

/** Gives users and what is a tenant's their relations; undefined where nothing is said of tenants. */
export function openTenants(access: AccessDraft): Tenants | undefined {
  const { draft, users } = access;
  keepOwn(access);
  if (draft.tenants.length === 0) return undefined;
  const people = ensured(draft, users);
  const entity = tenantOf(draft, people);
  const known = draft.entities.has(entity);
  const tenant = ensured(draft, entity);
  if (!known) addField(tenant, "name", ["name"]);
  for (const to of tenant.relations.values()) to.optional = true;
  delete tenant.softDelete;
  tenant.only = new Set(["get"]);
  tenant.named.clear();
  const relation = related(people, entity);
  for (const one of confined(draft, entity, users)) {
    one.tenant = related(one, entity);
  }
  draft.assumptions.push(
    `whoever registers opens a ${entity}; its admins register the others`,
  );
  return { entity, relation };
}

/** Tenants are seen from within, their admins register users, and nothing of theirs is for everyone. */
export function confine(access: AccessDraft, { entity }: Tenants): void {
  const { draft, users, roles } = access;
  if (!roles.includes("admin")) roles.push("admin");
  rulesFor(access, entity).access = { read: "users" };
  const people = rulesFor(access, users);
  people.access = { ...people.access, create: "admin" };
  for (const name of draft.entities.keys()) {
    const rules = rulesFor(access, name);
    rules.access = Object.fromEntries(
      Object.entries(rules.access).map(([key, rule]) =>
        [key, rule === "everyone" ? "users" : rule] as const
      ),
    );
  }
}

/** Where tenants are those who sign in, what is a tenant's is its owner's. */
function keepOwn(access: AccessDraft): void {
  const { draft, users } = access;
  const others = draft.tenants.filter(({ tenant, of }) => {
    const isUser = tenant && draft.index.find(tenant)?.entity === users;
    for (const noun of isUser ? of : []) {
      const entity = draft.entities.get(draft.index.find(noun)?.entity ?? "");
      if (entity === undefined || entity.name === users) continue;
      const owner: Noun = { ...noun, words: ["owner"], number: "one" };
      const word = wordFor(owner, entity, access);
      rulesFor(access, entity.name).access.read = word ?? [];
    }
    return !isUser;
  });
  draft.tenants.splice(0, draft.tenants.length, ...others);
}

function tenantOf(draft: SystemDraft, people: EntityDraft): string {
  for (const { tenant } of draft.tenants) {
    if (tenant === undefined) continue;
    const name = draft.index.find(tenant)?.entity ??
      entityName(tenant.words);
    if (name !== undefined) return name;
  }
  const [own, more] = [...people.relations.values()].filter((one) =>
    !one.optional && one.belongsTo !== people.name
  );
  return own && !more ? own.belongsTo : "organisation";
}

/** What is said to be a tenant's, and all that belongs to it; everything, where nothing is named. */
function confined(
  draft: SystemDraft,
  tenant: string,
  users: string,
): readonly EntityDraft[] {
  const others = [...draft.entities.values()].filter(({ name }) =>
    name !== tenant && name !== users
  );
  const named = new Set(
    draft.tenants.flatMap(({ of }) =>
      of.flatMap((noun) => draft.index.find(noun)?.entity ?? [])
    ),
  );
  const isAll = draft.tenants.some(({ of }: OfTenant) => of.length === 0);
  if (isAll) return others;
  for (let size = -1; size !== named.size;) {
    size = named.size;
    for (const { name, relations } of others) {
      const inside = [...relations.values()].some(({ belongsTo }) =>
        belongsTo === tenant || named.has(belongsTo)
      );
      if (inside) named.add(name);
    }
  }
  return others.filter(({ name }) => named.has(name));
}

type OfTenant = Extract<Feature, { is: "tenant" }>;

function related(entity: EntityDraft, tenant: string): string {
  for (const [name, relation] of entity.relations) {
    if (relation.belongsTo !== tenant) continue;
    relation.optional = false;
    return name;
  }
  const name = relationName(tenant);
  entity.relations.set(name, { belongsTo: tenant, optional: false });
  return name;
}

function ensured(draft: SystemDraft, name: string): EntityDraft {
  const entity = draft.entities.get(name) ?? newEntity(name);
  draft.entities.set(name, entity);
  return entity;
}
