/**
 * The names that clients have for fields.
 *
 * @module
 */
import type { Problem } from "./problem.ts";
import type { ApiShape, Shows } from "./resource_spec.ts";

/** How names are spelled where nothing else is said. */
export type Naming = NonNullable<ApiShape["naming"]>;

/** Names the fields of a problem as clients do. */
export function inClientNames(
  problem: Problem,
  shows: Shows,
  naming?: Naming,
): Problem {
  if (problem.errors === undefined) return problem;
  const names = new Map(
    [...fieldsByName(shows)].map(([name, field]) => [field, name]),
  );
  return {
    ...problem,
    errors: problem.errors.map((error) => {
      const [field = ""] = /^\w*/.exec(error.path) ?? [];
      const name = names.get(field) ?? spelled(field, naming);
      return { ...error, path: name + error.path.slice(field.length) };
    }),
  };
}

/** The name that clients have for a field, also for one that they send and do not see. */
export function clientName(
  shows: Shows,
  field: string,
  naming?: Naming,
): string {
  const shown = Object.entries(shows).find(([, shown]) => shown === field);
  return shown?.[0] ?? spelled(field, naming);
}

/** The field that clients mean by a name that they do not see; undefined where it is none of theirs. */
export function unseenField(name: string, naming?: Naming): string | undefined {
  if (naming !== "snake_case") return name;
  if (/[A-Z]/.test(name)) return undefined;
  return name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

/** The fields of an entity that clients see, by the names that they see. */
export function fieldsByName(shows: Shows): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(shows).flatMap(([name, shown]) =>
      typeof shown === "string" ? [[name, shown] as const] : []
    ),
  );
}

/** A field's name as clients spell it. */
export function spelled(field: string, naming: Naming | undefined): string {
  return naming === "snake_case"
    ? field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
    : field;
}
