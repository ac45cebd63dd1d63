/**
 * Relations: do they lead somewhere, and can something be created first?
 *
 * @module
 */
import type { Blueprint, EntityBlueprint } from "./blueprint.ts";
import type { DiagnosticList } from "./diagnostic_list.ts";
import { nearName } from "./near_name.ts";
import { quoted } from "./quoted.ts";

/** Checks the relations of one entity. */
export function checkRelations(
  name: string,
  entity: EntityBlueprint,
  blueprint: Blueprint,
  diagnostics: DiagnosticList,
): void {
  const entities = blueprint.entities ?? {};
  for (const [key, relation] of Object.entries(entity.relations ?? {})) {
    const path = `entities.${name}.relations.${key}`;
    if (!Object.hasOwn(entities, relation.belongsTo)) {
      const near = nearName(relation.belongsTo, Object.keys(entities));
      diagnostics.error(
        "AC205",
        `${path}.belongsTo`,
        `Cannot relate "${name}" to ${
          quoted(relation.belongsTo)
        }: found no such entity`,
        {
          meant: near,
          hint: `the entities are ${Object.keys(entities).join(", ")}`,
        },
      );
    }
    if (relation.onDelete === "clear" && relation.required !== false) {
      diagnostics.error(
        "AC314",
        `${path}.onDelete`,
        `Cannot use "clear" for "${key}": found a required relation, wanted one that may be empty`,
        { hint: 'add "required: false"' },
      );
    }
    if (relation.cycles !== undefined && relation.belongsTo !== name) {
      diagnostics.error(
        "AC319",
        `${path}.cycles`,
        `Cannot use "cycles" for "${key}": found a relation to "${relation.belongsTo}", wanted one to "${name}" itself`,
        { at: "key", hint: "remove it" },
      );
    }
    const field = `${key}Id`;
    if (Object.hasOwn(entity.fields, field)) {
      diagnostics.error(
        "AC204",
        path,
        `Cannot add the field "${field}" for the relation "${key}": found a field of that name`,
        { at: "key", hint: `remove the field "${field}"` },
      );
    }
  }
}

/** Refuses required relations that form a circle, as none of the entities in it could be created first. */
export function checkRequiredCircles(
  blueprint: Blueprint,
  diagnostics: DiagnosticList,
): void {
  const entities = blueprint.entities ?? {};
  const done = new Set<string>();
  const visit = (name: string, trail: readonly Step[]): void => {
    const start = trail.findIndex((step) => step.entity === name);
    if (start >= 0) return reportCircle(trail.slice(start), diagnostics);
    if (done.has(name) || !Object.hasOwn(entities, name)) return;
    const relations = Object.entries(entities[name]?.relations ?? {});
    for (const [relation, { belongsTo, required }] of relations) {
      if (required === false) continue;
      visit(belongsTo, [...trail, { entity: name, relation }]);
    }
    done.add(name);
  };
  for (const name of Object.keys(entities)) visit(name, []);
}

interface Step {
  readonly entity: string;
  readonly relation: string;
}

function reportCircle(
  circle: readonly Step[],
  diagnostics: DiagnosticList,
): void {
  const last = circle.at(-1);
  const first = circle[0];
  if (!last || !first) return;
  const way = [...circle.map((step) => step.entity), first.entity].join(" → ");
  diagnostics.error(
    "AC315",
    `entities.${last.entity}.relations.${last.relation}`,
    `Cannot create any "${first.entity}": found required relations in a circle, ${way}`,
    { at: "key", hint: `add "required: false" to one of them` },
  );
}
