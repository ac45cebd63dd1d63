/**
 * Slugs and keys: what they are made of, and whether they can stand for an id.
 *
 * @module
 */
import type { EntityBlueprint } from "./blueprint.ts";
import type { DiagnosticList } from "./diagnostic_list.ts";
import { nearName } from "./near_name.ts";

/** Checks the slugs of one entity, and its key. */
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
  const { key } = entity;
  if (key === undefined || slugs.includes(key)) return;
  const near = nearName(key, slugs) ?? slugs[0];
  diagnostics.error(
    "AC320",
    `entities.${name}.key`,
    `Cannot use "${key}" as the key of "${name}": wanted a field of the type slug`,
    {
      hint: near ? `write "${near}"` : "add one: { type: slug, from: title }",
    },
  );
}

function namesOf(
  { fields }: EntityBlueprint,
  types: readonly string[],
): readonly string[] {
  return Object.keys(fields)
    .filter((name) => types.includes(fields[name]?.type ?? ""));
}
