/**
 * Leaves out of an OpenAPI document the components that nothing refers to.
 *
 * @module
 */
import type { JsonObject } from "./openapi_responses.ts";

/** Gives the document with the components that its paths need, and those that these need. */
export function withNeededComponents(document: JsonObject): JsonObject {
  const { components, ...rest } = document;
  const all = components as Readonly<Record<string, JsonObject>>;
  const needed = new Set<string>();
  const visit = (value: unknown): void => {
    for (const reference of referencesIn(value)) {
      if (needed.has(reference)) continue;
      needed.add(reference);
      const [kind = "", name = ""] = reference.split("/");
      visit(all[kind]?.[name]);
    }
  };
  visit(rest);
  return {
    ...rest,
    components: Object.fromEntries(
      Object.entries(all).flatMap(([kind, members]) => {
        const kept = Object.entries(members).filter(([name]) =>
          ALWAYS.has(kind) || needed.has(`${kind}/${name}`)
        );
        return kept.length === 0 ? [] : [[kind, Object.fromEntries(kept)]];
      }),
    ),
  };
}

function referencesIn(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) =>
    key === "$ref" && typeof member === "string"
      ? [member.replace("#/components/", "")]
      : referencesIn(member)
  );
}

/** What is referred to by name alone. */
const ALWAYS: ReadonlySet<string> = new Set(["securitySchemes"]);
