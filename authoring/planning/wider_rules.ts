/**
 * Access rules of a plan that let more people in than the request does, as far as patterns read it.
 *
 * @module
 */
import { rulesOf, sameName } from "../../generator/blueprint/access_rules.ts";
import type {
  Blueprint,
  EntityBlueprint,
} from "../../generator/blueprint/blueprint.ts";
import { sentencesOf } from "../../generator/planner/sentences.ts";
import type { RequestReading } from "./pattern_reading.ts";
import { sameNameAs } from "./same_names.ts";

/** A rule that lets in whom the request keeps out. */
export interface WiderRule {
  /** Where it stands. */
  readonly path: string;
  /** The entity. */
  readonly entity: string;
  /** The operation or action. */
  readonly operation: string;
  /** The words of the rule that are too many. */
  readonly words: readonly string[];
  /** Those of whom the request speaks. */
  readonly wanted: readonly string[];
  /** What to do. */
  readonly hint: string;
}

/** Lists the rules that let in more people than whole sentences of the request do. */
export function widerRules(
  blueprint: Blueprint,
  request: string,
  { permissions, unread }: RequestReading,
): readonly WiderRule[] {
  const entities = blueprint.entities ?? {};
  const found = new Map<string, WiderRule>();
  for (const { entity: asked, operation: deed, words } of permissions) {
    const name = sameNameAs(asked, Object.keys(entities));
    const entity = name === undefined ? undefined : entities[name];
    if (name === undefined || !entity) continue;
    const bound = { wanted: words, request, unread, blueprint, entity };
    const rules = rulesOf(entity);
    for (const operation of Object.keys(rules)) {
      if (!isPartOf(operation, deed) || !has(entity, operation)) continue;
      const wide = (rules[operation] ?? []).filter((one) => isWide(one, bound));
      if (wide.length === 0) continue;
      const path = pathOf(name, operation, entity);
      const hint = wide.some((one) => isAnybodys(one, bound))
        ? "the first role is everybody's who registers: put another before it, or close the registration"
        : "keep the rule to them";
      const rule = { path, entity: name, operation, words: wide, hint };
      found.set(path, { ...rule, wanted: words });
    }
  }
  return [...found.values()];
}

interface Bound {
  readonly wanted: readonly string[];
  readonly request: string;
  readonly unread: readonly string[];
  readonly blueprint: Blueprint;
  readonly entity: EntityBlueprint;
}

/** Reports whether a word lets in somebody whom none of the wanted words does. */
function isWide(word: string, bound: Bound): boolean {
  const { wanted, entity, unread } = bound;
  if (wanted.includes("everyone")) return false;
  if (word === "everyone") return true;
  if (wanted.includes("users")) return false;
  if (word === "users" || isAnybodys(word, bound)) return true;
  if (wanted.includes(word)) return false;
  if (word === "owner") {
    // Who owns one is who made it.
    const makers = rulesOf(entity)["create"] ?? [];
    return makers.length === 0 ||
      makers.some((one) => one === "owner" || isWide(one, bound));
  }
  if (sameNameAs(word, wanted) !== undefined) return false;
  return !unread.some((text) => speaksOf(text, word));
}

/** Whoever registers gets the first role, unless nobody can, or the request says that they do. */
function isAnybodys(
  word: string,
  { blueprint: { users }, request }: Bound,
): boolean {
  if (users?.roles?.[0] !== word || users.registration === "closed") {
    return false;
  }
  return !sentencesOf(request).some(({ text }) =>
    REGISTERING.test(text) && speaksOf(text, word)
  );
}

function speaksOf(text: string, role: string): boolean {
  return text.split(/[^\p{L}]+/u).filter(Boolean)
    .some((word) => sameNameAs(role, [word]) !== undefined);
}

/** Whoever may see one may list them; whoever may not change a part may not replace the whole. */
function isPartOf(operation: string, deed: string): boolean {
  return sameName(operation, deed) ||
    TOGETHER.some((both) => both.includes(operation) && both.includes(deed));
}

function has({ operations }: EntityBlueprint, operation: string): boolean {
  if (!STANDARD.has(operation) || !operations) return true;
  return operations.some((one) => one === operation);
}

function pathOf(
  name: string,
  operation: string,
  { access = {} }: EntityBlueprint,
): string {
  const own = Object.keys(access).find((key) => sameName(key, operation));
  const short = operation === "list" || operation === "get" ? "read" : "write";
  return `entities.${name}.access.${own ?? short}`;
}

const TOGETHER: readonly (readonly string[])[] = [
  ["list", "get"],
  ["replace", "patch"],
  ["delete", "restore"],
];

const STANDARD: ReadonlySet<string> = new Set(
  ["list", "get", "create", "replace", "patch", "delete"],
);

const REGISTERING =
  /\b(?:regist(?:er|ers|ration)|sign(?:s|ing)? ?-?up|join|joins|by default|(?:every|any)(?:one|body)|all users|new users|(?:an|their) accounts?)\b/i;
