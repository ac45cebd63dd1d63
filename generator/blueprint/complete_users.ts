/**
 * What a system with users has beside what is written: the users' entity and their role.
 *
 * @module
 */
import { DEFAULT_SIGN_IN, DEFAULT_USERS_ENTITY } from "./access_rules.ts";
import {
  type Blueprint,
  type EntityBlueprint,
  type FieldBlueprint,
  OPERATIONS,
} from "./blueprint.ts";
import { ROLE_FIELD } from "./check_access.ts";
import { tenantEntityOf } from "./check_tenants.ts";
import type { DiagnosticList } from "./diagnostic_list.ts";

/** Adds the users' entity and its role field; without users the blueprint stays as it is. */
export function completeUsers(
  blueprint: Blueprint,
  diagnostics: DiagnosticList,
): Blueprint {
  const { users, entities = {} } = blueprint;
  if (users === undefined) return blueprint;
  const name = users.entity ?? DEFAULT_USERS_ENTITY;
  const written = Object.hasOwn(entities, name) ? entities[name] : undefined;
  if (written === undefined) {
    diagnostics.assume(
      "AC511",
      "users",
      `Assumed the entity "${name}": everybody may read, change and delete themselves`,
      { at: "key", hint: `write "${name}" under entities to decide it` },
    );
  } else if (written.operations?.includes("create")) {
    diagnostics.assume(
      "AC511",
      `entities.${name}.operations`,
      `Assumed that POST /auth/register creates "${name}": a password belongs to each`,
      { hint: "leave create out" },
    );
  }
  const entity = written ?? madeEntity(blueprint);
  return {
    ...blueprint,
    entities: {
      ...withoutCreation(blueprint, diagnostics),
      [name]: {
        ...entity,
        ...(users.tenant === undefined ? {} : { tenant: users.tenant }),
        fields: withRole(entity.fields, name, users.roles ?? [], diagnostics),
        operations: (entity.operations ?? OPERATIONS)
          .filter((operation) => operation !== "create"),
      },
    },
  };
}

/** Tenants are made by whoever registers, so that each has somebody who belongs to it. */
function withoutCreation(
  blueprint: Blueprint,
  diagnostics: DiagnosticList,
): Readonly<Record<string, EntityBlueprint>> {
  const { entities = {}, users } = blueprint;
  const isMade = !Object.hasOwn(
    entities,
    users?.entity ?? DEFAULT_USERS_ENTITY,
  );
  const tenant = tenantEntityOf(blueprint) ??
    (isMade ? users?.tenant : undefined);
  if (tenant === undefined || !Object.hasOwn(entities, tenant)) return entities;
  const entity = entities[tenant]!;
  if (entity.operations?.includes("create")) {
    diagnostics.assume(
      "AC554",
      `entities.${tenant}.operations`,
      `Assumed that POST /auth/register opens each "${tenant}": somebody belongs to it`,
      { hint: "leave create out" },
    );
  }
  const operations = (entity.operations ?? OPERATIONS)
    .filter((operation) => operation !== "create");
  return { ...entities, [tenant]: { ...entity, operations } };
}

function madeEntity({ users = {}, entities = {} }: Blueprint): EntityBlueprint {
  const { tenant, signIn = DEFAULT_SIGN_IN } = users;
  return {
    description: "Somebody who can sign in.",
    fields: {
      [signIn]: {
        type: signIn === DEFAULT_SIGN_IN ? "email" : "string",
        required: true,
        unique: true,
      },
    },
    ...(tenant !== undefined && Object.hasOwn(entities, tenant)
      ? { relations: { [tenant]: { belongsTo: tenant } } }
      : {}),
    access: { read: "owner", write: "owner" },
  };
}

function withRole(
  fields: EntityBlueprint["fields"],
  entity: string,
  roles: readonly string[],
  diagnostics: DiagnosticList,
): EntityBlueprint["fields"] {
  const [first] = roles;
  if (first === undefined) return fields;
  const known = Object.hasOwn(fields, ROLE_FIELD)
    ? fields[ROLE_FIELD]
    : undefined;
  if (known !== undefined) {
    const isSame = known.type === "enum" && known.default === first &&
      JSON.stringify(known.values) === JSON.stringify(roles);
    if (!isSame) {
      diagnostics.error(
        "AC510",
        `entities.${entity}.fields.${ROLE_FIELD}`,
        `Cannot add the field "${ROLE_FIELD}" for users.roles: found a field of that name`,
        { at: "key", hint: "remove it: users.roles makes it" },
      );
    }
    return fields;
  }
  const role: FieldBlueprint = {
    type: "enum",
    values: roles,
    default: first,
    description: "What the user may do, by name.",
  };
  return { ...fields, [ROLE_FIELD]: role };
}
