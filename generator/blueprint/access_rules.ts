/**
 * Access rules with their shorthands written out.
 *
 * @module
 */
import {
  type AccessBlueprint,
  type AccessRuleBlueprint,
  type EntityBlueprint,
  OPERATIONS,
} from "./blueprint.ts";

/** Words that rules are made of, beside roles. */
export const RULE_WORDS = ["everyone", "users", "owner"] as const;

/** Keys that stand for several operations. */
export const RULE_SHORTHANDS = ["read", "write"] as const;

/** The entity that users are. */
export const DEFAULT_USERS_ENTITY = "user";

/** The field that people sign in with. */
export const DEFAULT_SIGN_IN = "email";

/** Gives each operation and action of an entity its rule, in the language's order; an empty one denies. */
export function rulesOf(
  entity: EntityBlueprint,
): Readonly<Record<string, readonly string[]>> {
  const access = entity.access ?? {};
  const actions = Object.keys(entity.actions ?? {});
  const marks = Object.keys(entity.marks ?? {});
  return Object.fromEntries([
    ...[...OPERATIONS, ...actions].map((name) =>
      [name, ruleFor(name, access)] as const
    ),
    ...(entity.softDelete
      ? [["restore", ruleFor(access.restore ? "restore" : "delete", access)]]
      : []),
    ...marks.map((name) => [name, ruleForMark(name, access)] as const),
  ]);
}

/** A single word stands for a list of one. */
export function ruleList(rule: AccessRuleBlueprint): readonly string[] {
  return typeof rule === "string" ? [rule] : rule;
}

function ruleFor(name: string, access: AccessBlueprint): readonly string[] {
  const shorthand = name === "list" || name === "get"
    ? "read"
    : name === "create"
    ? undefined
    : "write";
  const own = Object.keys(access).find((key) => sameName(key, name));
  const key = own ?? shorthand;
  return key !== undefined && Object.hasOwn(access, key)
    ? ruleList(access[key] ?? [])
    : [];
}

/** A mark changes nothing but itself: whoever is signed in may set it, unless a rule says otherwise. */
function ruleForMark(
  name: string,
  access: AccessBlueprint,
): readonly string[] {
  return Object.hasOwn(access, name) ? ruleList(access[name] ?? []) : ["users"];
}

/** Actions may be written in camelCase or snake_case. */
export function sameName(a: string, b: string): boolean {
  const plain = (name: string) => name.replaceAll("_", "").toLowerCase();
  return plain(a) === plain(b);
}
