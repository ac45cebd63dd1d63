/**
 * The names that clients have for fields.
 *
 * @module
 */
import type { Problem } from "./problem.ts";
import type { Shows } from "./resource_spec.ts";

/** Names the fields of a problem as clients do. */
export function inClientNames(problem: Problem, shows: Shows): Problem {
  if (problem.errors === undefined) return problem;
  const names = new Map(
    [...fieldsByName(shows)].map(([name, field]) => [field, name]),
  );
  return {
    ...problem,
    errors: problem.errors.map((error) => {
      const [field = ""] = /^\w*/.exec(error.path) ?? [];
      const name = names.get(field);
      return name === undefined
        ? error
        : { ...error, path: name + error.path.slice(field.length) };
    }),
  };
}

/** The fields of an entity that clients see, by the names that they see. */
export function fieldsByName(shows: Shows): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(shows).flatMap(([name, shown]) =>
      typeof shown === "string" ? [[name, shown] as const] : []
    ),
  );
}
