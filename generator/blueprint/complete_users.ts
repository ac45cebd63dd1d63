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
  const entity = written ?? madeEntity(users.signIn ?? DEFAULT_SIGN_IN);
  return {
    ...blueprint,
    entities: {
      ...entities,
      [name]: {
        ...entity,
        fields: withRole(entity.fields, name, users.roles ?? [], diagnostics),
        operations: (entity.operations ?? OPERATIONS)
          .filter((operation) => operation !== "create"),
      },
    },
  };
}

function madeEntity(signIn: string): EntityBlueprint {
  return {
    description: "Somebody who can sign in.",
    fields: {
      [signIn]: {
        type: signIn === DEFAULT_SIGN_IN ? "email" : "string",
        required: true,
        unique: true,
      },
    },
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
