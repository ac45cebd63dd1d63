/**
 * Tenants: does everything that says it belongs to one lead to it, and does nothing else get out?
 *
 * @module
 */
import { DEFAULT_USERS_ENTITY, ruleList } from "./access_rules.ts";
import type { Blueprint, EntityBlueprint } from "./blueprint.ts";
import type { DiagnosticList } from "./diagnostic_list.ts";
import { nearName } from "./near_name.ts";
import { quoted } from "./quoted.ts";

/** Names the entity that tenants are; undefined without any. */
export function tenantEntityOf(
  { users, entities = {} }: Blueprint,
): string | undefined {
  const name = users?.entity ?? DEFAULT_USERS_ENTITY;
  const relations = entities[name]?.relations ?? {};
  return users?.tenant !== undefined && Object.hasOwn(relations, users.tenant)
    ? relations[users.tenant]?.belongsTo
    : undefined;
}

/** Checks what belongs to tenants, in a system with users. */
export function checkTenants(
  blueprint: Blueprint,
  diagnostics: DiagnosticList,
): void {
  const { users, entities = {} } = blueprint;
  if (!users) return;
  if (users.tenant !== undefined) checkUsersTenant(blueprint, diagnostics);
  const tenant = tenantEntityOf(blueprint);
  if (users.tenant !== undefined && tenant === undefined) return;
  for (const [name, entity] of Object.entries(entities)) {
    const isUsers = name === (users.entity ?? DEFAULT_USERS_ENTITY);
    if (entity.tenant !== undefined && !(isUsers && users.tenant)) {
      checkTenant(name, entity, tenant, diagnostics);
    }
    if (tenant === undefined) continue;
    if (entity.tenant !== undefined || name === tenant) {
      checkConfined(name, entity, diagnostics);
    } else if (isReached(name, blueprint)) {
      reportShared(name, entity, blueprint, diagnostics);
    }
  }
}

function checkUsersTenant(
  { users = {}, entities = {} }: Blueprint,
  diagnostics: DiagnosticList,
): void {
  const name = users.entity ?? DEFAULT_USERS_ENTITY;
  const relations = entities[name]?.relations ?? {};
  const tenant = users.tenant ?? "";
  const relation = Object.hasOwn(relations, tenant)
    ? relations[tenant]
    : undefined;
  if (relation === undefined) {
    const near = nearName(tenant, Object.keys(relations));
    diagnostics.error(
      "AC550",
      "users.tenant",
      `Cannot let every "${name}" belong to ${
        quoted(tenant)
      }: found no such relation`,
      {
        hint: near
          ? `write "${near}"`
          : `add it to "${name}": relations: { ${tenant}: { belongsTo: … } }`,
      },
    );
    return;
  }
  const at = `entities.${name}.relations.${tenant}`;
  if (relation.belongsTo === name) {
    diagnostics.error(
      "AC550",
      at,
      `Cannot let every "${name}" belong to "${name}": wanted a relation to another entity`,
      { at: "key" },
    );
  } else if (relation.required === false || relation.unique) {
    diagnostics.error(
      "AC550",
      at,
      `Cannot let every "${name}" belong to "${tenant}": wanted a required relation to what many belong to`,
      { at: "key", hint: 'remove "required" and "unique"' },
    );
  }
  checkOpening(relation.belongsTo, entities[relation.belongsTo], diagnostics);
}

/** A tenant is made of its own fields by whoever registers. */
function checkOpening(
  name: string,
  entity: EntityBlueprint | undefined,
  diagnostics: DiagnosticList,
): void {
  for (const [key, relation] of Object.entries(entity?.relations ?? {})) {
    if (relation.required === false) continue;
    diagnostics.error(
      "AC554",
      `entities.${name}.relations.${key}`,
      `Cannot open the tenant "${name}" at a registration: found a required relation`,
      { at: "key", hint: "add required: false" },
    );
  }
}

function checkTenant(
  name: string,
  entity: EntityBlueprint,
  tenant: string | undefined,
  diagnostics: DiagnosticList,
): void {
  const path = `entities.${name}.tenant`;
  if (tenant === undefined) {
    diagnostics.error(
      "AC551",
      path,
      `Cannot confine "${name}" to a tenant: found no tenant of users`,
      { at: "key", hint: `add users: { tenant: ${entity.tenant} }` },
    );
    return;
  }
  const relations = entity.relations ?? {};
  const wanted = entity.tenant ?? "";
  const relation = Object.hasOwn(relations, wanted)
    ? relations[wanted]
    : undefined;
  if (relation?.belongsTo === tenant && relation.required !== false) return;
  const fitting = Object.keys(relations)
    .filter((key) => relations[key]?.belongsTo === tenant);
  const near = nearName(wanted, fitting) ?? fitting[0];
  diagnostics.error(
    "AC551",
    path,
    `Cannot confine "${name}" by ${quoted(wanted)}: ${
      relation === undefined
        ? "found no such relation"
        : relation.belongsTo === tenant
        ? "found a relation that need not be given"
        : `found a relation to "${relation.belongsTo}", wanted one to "${tenant}"`
    }`,
    {
      hint: near !== undefined && near !== wanted
        ? `write "${near}"`
        : relation?.belongsTo === tenant
        ? "remove required: false"
        : `add relations: { ${tenant}: { belongsTo: ${tenant} } }`,
    },
  );
}

function checkConfined(
  name: string,
  entity: EntityBlueprint,
  diagnostics: DiagnosticList,
): void {
  for (const [key, rule] of Object.entries(entity.access ?? {})) {
    if (!ruleList(rule).includes("everyone")) continue;
    diagnostics.error(
      "AC552",
      `entities.${name}.access.${key}`,
      `Cannot allow "${key}" to everyone: found that "${name}" belongs to a tenant, and who is not signed in has none`,
      { hint: 'write "users"' },
    );
  }
}

/** In an API of its own shape, what has no resource is seen only with what has. */
function isReached(name: string, { api }: Blueprint): boolean {
  return api === undefined ||
    Object.entries(api.resources ?? {}).some(([own, { entity = own }]) =>
      entity === name
    );
}

/** What belongs to something of a tenant's and to no tenant itself tells others of it. */
function reportShared(
  name: string,
  entity: EntityBlueprint,
  blueprint: Blueprint,
  diagnostics: DiagnosticList,
): void {
  const tenant = tenantEntityOf(blueprint);
  const inside = Object.values(entity.relations ?? {}).find(({ belongsTo }) =>
    belongsTo === tenant ||
    blueprint.entities?.[belongsTo]?.tenant !== undefined
  );
  if (inside === undefined) return;
  diagnostics.warn(
    "AC553",
    `entities.${name}`,
    `Found that every tenant sees "${name}", which belongs to a "${inside.belongsTo}" of one`,
    {
      at: "key",
      hint:
        `add tenant: ${tenant}, and relations: { ${tenant}: { belongsTo: ${tenant} } }`,
    },
  );
}
