/**
 * Refuses changes of a blueprint that healing must never make: who may do what is never guessed.
 *
 * @module
 */
import type { Blueprint } from "../../generator/blueprint/blueprint.ts";
import { parseBlueprint } from "../../generator/blueprint/parse.ts";

/** Says which rule of access two blueprints differ in; undefined when in none. */
export function accessChange(
  before: string,
  after: string,
): string | undefined {
  const [old, young] = [rulesOf(before), rulesOf(after)];
  if (old === undefined || young === undefined) {
    return "found a blueprint that cannot be read";
  }
  const paths = new Set([...old.keys(), ...young.keys()]);
  const changed = [...paths].find((path) => old.get(path) !== young.get(path));
  return changed === undefined ? undefined : `found another "${changed}"`;
}

/** Says whether two blueprints differ in more than the code of their logic. */
export function changesMoreThanCode(before: string, after: string): boolean {
  const [old, young] = [parsed(before), parsed(after)];
  return old === undefined || young === undefined ||
    withoutCode(old) !== withoutCode(young);
}

function parsed(text: string): Blueprint | undefined {
  return parseBlueprint(text).blueprint;
}

/** Every rule of access with its path. */
function rulesOf(text: string): ReadonlyMap<string, string> | undefined {
  const blueprint = parsed(text);
  if (!blueprint) return undefined;
  const rules = new Map<string, string>();
  const visit = (value: unknown, path: string) => {
    if (typeof value !== "object" || value === null) return;
    for (const [key, child] of Object.entries(value)) {
      const at = path === "" ? key : `${path}.${key}`;
      const isRule = path === "" && OF_ALL.has(key) ||
        path !== "" && RULES.has(key) && !at.includes(".fields.");
      if (isRule) rules.set(at, JSON.stringify(child) ?? "");
      else visit(child, at);
    }
  };
  visit(blueprint, "");
  return rules;
}

function withoutCode(blueprint: Blueprint): string {
  return JSON.stringify(
    blueprint,
    (key, value: unknown) =>
      key === "run" && typeof value === "string" ? "" : value,
  );
}

/** Keys of the whole that say who there is. */
const OF_ALL: ReadonlySet<string> = new Set(["users", "tenants"]);

/** Keys of an entity, an endpoint or a resource that say who may do or see what. */
const RULES: ReadonlySet<string> = new Set([
  "access",
  "owner",
  "requires",
  "tenant",
  "visible",
]);
