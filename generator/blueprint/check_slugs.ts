/**
 * Slugs: what they are made of.
 *
 * @module
 */
import type { EntityBlueprint } from "./blueprint.ts";
import type { DiagnosticList } from "./diagnostic_list.ts";
import { nearName } from "./near_name.ts";

/** Checks the slugs of one entity. */
export function checkSlugs(
  name: string,
  entity: EntityBlueprint,
  diagnostics: DiagnosticList,
): void {
  const texts = namesOf(entity, ["string", "text"]);
  const slugs = namesOf(entity, ["slug"]);
  for (const slug of slugs) {
    const path = `entities.${name}.fields.${slug}`;
    const from = entity.fields[slug]?.from;
    if (from !== undefined && texts.includes(from)) continue;
    const found = from === undefined ? 'no "from"' : `"from: ${from}"`;
    const near = from === undefined ? undefined : nearName(from, texts);
    diagnostics.error(
      "AC320",
      from === undefined ? path : `${path}.from`,
      `Cannot make the slug "${slug}": found ${found}, wanted a string or text of "${name}"`,
      {
        ...(from === undefined ? { at: "key" } : {}),
        hint: near ?? texts[0]
          ? `write "from: ${near ?? texts[0]}"`
          : "add a field of the type string",
      },
    );
  }
}

function namesOf(
  { fields }: EntityBlueprint,
  types: readonly string[],
): readonly string[] {
  return Object.keys(fields)
    .filter((name) => types.includes(fields[name]?.type ?? ""));
}
