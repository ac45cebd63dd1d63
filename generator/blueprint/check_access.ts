/**
 * Users and access rules: do they name what is there, and can they hold together?
 *
 * @module
 */
import {
  DEFAULT_SIGN_IN,
  DEFAULT_USERS_ENTITY,
  RULE_SHORTHANDS,
  RULE_WORDS,
  ruleList,
  rulesOf,
  sameName,
} from "./access_rules.ts";
import {
  type Blueprint,
  type EntityBlueprint,
  OPERATIONS,
} from "./blueprint.ts";
import type { DiagnosticList } from "./diagnostic_list.ts";
import { nearName } from "./near_name.ts";
import { quoted } from "./quoted.ts";

/** Checks who may do what, in a system with users or without. */
export function checkAccess(
  blueprint: Blueprint,
  diagnostics: DiagnosticList,
): void {
  const { users, entities = {} } = blueprint;
  for (const [name, entity] of Object.entries(entities)) {
    if (users) checkEntity(name, entity, blueprint, diagnostics);
    else refuseRules(name, entity, diagnostics);
  }
  if (users) checkUsers(blueprint, diagnostics);
}

/** Without users a rule would be read as protection that is not there. */
function refuseRules(
  name: string,
  entity: EntityBlueprint,
  diagnostics: DiagnosticList,
): void {
  for (const key of ["owner", "access", "tenant", "visible"] as const) {
    if (entity[key] === undefined) continue;
    diagnostics.error(
      "AC504",
      `entities.${name}.${key}`,
      `Cannot restrict "${name}": found no users`,
      { at: "key", hint: 'add "users: {}" at the top' },
    );
  }
}

function checkUsers(blueprint: Blueprint, diagnostics: DiagnosticList): void {
  const { users = {}, entities = {} } = blueprint;
  const roles = users.roles ?? [];
  roles.forEach((role, index) => {
    const path = `users.roles[${index}]`;
    if ((RULE_WORDS as readonly string[]).includes(role)) {
      diagnostics.error(
        "AC509",
        path,
        `Cannot use "${role}" as a role: rules mean something else by it`,
        { hint: "choose another name" },
      );
    } else if (roles.indexOf(role) < index) {
      diagnostics.error("AC509", path, `Cannot use "${role}" twice as a role`);
    }
  });
  for (const taken of TAKEN_BY_USERS) {
    if (!Object.hasOwn(entities, taken)) continue;
    diagnostics.error(
      "AC510",
      `entities.${taken}`,
      `Cannot use "${taken}" as the name of an entity: it comes with users`,
      { at: "key", hint: "rename it" },
    );
  }
  checkSignIn(blueprint, diagnostics);
}

function checkSignIn(blueprint: Blueprint, diagnostics: DiagnosticList): void {
  const { users = {}, entities = {} } = blueprint;
  const name = users.entity ?? DEFAULT_USERS_ENTITY;
  const signIn = users.signIn ?? DEFAULT_SIGN_IN;
  const entity = entities[name];
  if (!entity) return; // It is made with what is needed.
  const field = Object.hasOwn(entity.fields, signIn)
    ? entity.fields[signIn]
    : undefined;
  const at = users.signIn === undefined ? `entities.${name}` : "users.signIn";
  if (field === undefined) {
    const near = nearName(signIn, Object.keys(entity.fields));
    diagnostics.error(
      "AC507",
      at,
      `Cannot sign in with ${quoted(signIn)}: found no such field of "${name}"`,
      {
        at: users.signIn === undefined ? "key" : "value",
        hint: near
          ? `write "${near}"`
          : `add it to "${name}": { type: email, required: true, unique: true }`,
      },
    );
  } else if (
    !field.required || !field.unique ||
    !["string", "email"].includes(field.type)
  ) {
    diagnostics.error(
      "AC507",
      `entities.${name}.fields.${signIn}`,
      `Cannot sign in with "${signIn}": wanted a string or an email that is required and unique`,
      { at: "key", hint: "add required: true, unique: true" },
    );
  }
  if (Object.hasOwn(entity.fields, "password")) {
    diagnostics.error(
      "AC510",
      `entities.${name}.fields.password`,
      `Cannot add the field "password": users have one that is kept as a hash and never shown`,
      { at: "key", hint: "remove it" },
    );
  }
  for (const [key, relation] of Object.entries(entity.relations ?? {})) {
    if (relation.required === false || relation.belongsTo !== name) continue;
    diagnostics.error(
      "AC507",
      `entities.${name}.relations.${key}`,
      `Cannot register the first user: found a required relation to another`,
      { at: "key", hint: "add required: false" },
    );
  }
}

function checkEntity(
  name: string,
  entity: EntityBlueprint,
  blueprint: Blueprint,
  diagnostics: DiagnosticList,
): void {
  const path = `entities.${name}`;
  if (entity.access === undefined) {
    diagnostics.warn(
      "AC505",
      path,
      `Found no rule for "${name}": with users, nobody may do anything with it`,
      { at: "key", hint: "add access: { read: users }" },
    );
  }
  checkOwner(name, entity, blueprint, diagnostics);
  for (const [key, rule] of Object.entries(entity.access ?? {})) {
    checkRuleName(name, entity, key, blueprint, diagnostics);
    checkWords(`${path}.access.${key}`, rule, blueprint, diagnostics);
  }
  if (!diagnostics.hasErrorAt(path)) {
    checkTogether(name, entity, blueprint, diagnostics);
  }
}

function checkOwner(
  name: string,
  entity: EntityBlueprint,
  blueprint: Blueprint,
  diagnostics: DiagnosticList,
): void {
  const path = `entities.${name}`;
  const users = usersEntityOf(blueprint);
  const { owner, relations = {} } = entity;
  if (owner !== undefined) {
    const relation = Object.hasOwn(relations, owner)
      ? relations[owner]
      : undefined;
    if (relation?.belongsTo === users) return;
    const fitting = Object.keys(relations).filter((key) =>
      relations[key]?.belongsTo === users
    );
    const near = nearName(owner, fitting) ?? fitting[0];
    diagnostics.error(
      "AC502",
      `${path}.owner`,
      `Cannot let ${quoted(owner)} own a "${name}": ${
        relation
          ? `found a relation to "${relation.belongsTo}", wanted one to "${users}"`
          : "found no such relation"
      }`,
      {
        hint: near
          ? `write "${near}"`
          : `add relations: { ${
            RELATION_HINT.test(owner) ? owner : "owner"
          }: { belongsTo: ${users} } }`,
      },
    );
    return;
  }
  if (name === users) return;
  for (const [key, rule] of Object.entries(entity.access ?? {})) {
    if (!ruleList(rule).includes("owner")) continue;
    diagnostics.error(
      "AC503",
      `${path}.access.${key}`,
      `Cannot restrict "${key}" to the owner: found no "owner" of "${name}"`,
      { at: "key", hint: `add owner: with a relation to "${users}"` },
    );
  }
}

function checkRuleName(
  name: string,
  entity: EntityBlueprint,
  key: string,
  blueprint: Blueprint,
  diagnostics: DiagnosticList,
): void {
  const actions = Object.keys(entity.actions ?? {});
  const operations = entity.operations ?? OPERATIONS;
  const isUsers = name === usersEntityOf(blueprint);
  const known = [
    ...RULE_SHORTHANDS,
    ...operations,
    ...(isUsers ? ["create"] : []),
    ...actions,
    ...(entity.softDelete ? ["restore"] : []),
    ...Object.keys(entity.marks ?? {}),
  ];
  if (known.some((one) => one === key)) return;
  if (actions.some((action) => sameName(action, key))) return;
  const near = nearName(key, known);
  diagnostics.error(
    "AC506",
    `entities.${name}.access.${key}`,
    `Cannot restrict ${
      quoted(key)
    }: found no such operation or action of "${name}"`,
    {
      at: "key",
      hint: near ? `write "${near}"` : `rules are about ${known.join(", ")}`,
    },
  );
}

/** Checks the words of one rule. */
export function checkWords(
  path: string,
  rule: string | readonly string[],
  { users = {} }: Blueprint,
  diagnostics: DiagnosticList,
): void {
  const known = [...RULE_WORDS, ...(users.roles ?? [])];
  ruleList(rule).forEach((word, index) => {
    if (known.some((one) => one === word)) return;
    const near = nearName(word, known);
    diagnostics.error(
      "AC501",
      typeof rule === "string" ? path : `${path}[${index}]`,
      `Cannot allow this to ${quoted(word)}: found no such role`,
      {
        at: "value",
        hint: near ? `write "${near}"` : `write ${known.join(", ")}`,
      },
    );
  });
}

/** Rules that no reader would expect to mean what they would do. */
function checkTogether(
  name: string,
  entity: EntityBlueprint,
  blueprint: Blueprint,
  diagnostics: DiagnosticList,
): void {
  const path = `entities.${name}`;
  const rules = rulesOf(entity);
  const create = rules["create"] ?? [];
  if (create.includes("owner")) {
    diagnostics.error(
      "AC508",
      `${path}.access.create`,
      `Cannot let the owner create a "${name}": it has none before it exists`,
      {
        at: "key",
        hint: 'write "users": whoever creates it becomes its owner',
      },
    );
  }
  const relation = entity.relations?.[entity.owner ?? ""];
  if (create.includes("everyone") && relation && relation.required !== false) {
    diagnostics.error(
      "AC508",
      `${path}.access.create`,
      `Cannot let everyone create a "${name}": found a required owner, and who is not signed in is nobody`,
      {
        at: "key",
        hint: 'write "users", or add "required: false" to the relation',
      },
    );
  }
  if (name !== usersEntityOf(blueprint)) return;
  for (const [key, action] of Object.entries(entity.actions ?? {})) {
    const open = (rules[key] ?? []).find((word) =>
      (RULE_WORDS as readonly string[]).includes(word)
    );
    if (!Object.hasOwn(action.set, ROLE_FIELD) || open === undefined) continue;
    diagnostics.error(
      "AC508",
      `${path}.actions.${key}`,
      `Cannot allow "${key}" to "${open}": it sets the role, so anybody could take it`,
      { at: "key", hint: `add access: { ${key}: … } with a role` },
    );
  }
}

function usersEntityOf({ users = {} }: Blueprint): string {
  return users.entity ?? DEFAULT_USERS_ENTITY;
}

/** The field that holds a user's role. */
export const ROLE_FIELD = "role";

const RELATION_HINT = /^[a-z][A-Za-z0-9]*$/;

/** Their components and tables come with users. */
const TAKEN_BY_USERS: readonly string[] = [
  "auth",
  "credential",
  "refresh_token",
];
