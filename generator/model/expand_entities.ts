/**
 * All entities of the blueprint → their models, with plurals, paths, tables, columns and type names that do not collide.
 *
 * @module
 */
import type { EntityBlueprint } from "../blueprint/blueprint.ts";
import type { DiagnosticList } from "../blueprint/diagnostic_list.ts";
import { reservedPath, reservedTable } from "../blueprint/reserved_names.ts";
import { expandEntity } from "./expand_entity.ts";
import { nameForms, pluralOf, typeNameOf } from "./names.ts";
import type { EntityModel } from "./system_model.ts";

/** Expands entities; collisions between derived names are reported. */
export function expandEntities(
  entities: Readonly<Record<string, EntityBlueprint>>,
  diagnostics: DiagnosticList,
): readonly EntityModel[] {
  const models = Object.entries(entities).map(([name, entity]) => {
    if (
      Object.keys(entity.fields).length === 0 &&
      Object.keys(entity.relations ?? {}).length === 0
    ) {
      diagnostics.error(
        "AC401",
        `entities.${name}`,
        `Cannot build the entity "${name}": found no field`,
        { at: "key", hint: "add fields: { name: { type: string } }" },
      );
    }
    return expandEntity(
      name,
      choosePlural(name, entity, diagnostics),
      entity,
      (other) => entities[other]?.fields ?? {},
    );
  });
  for (const model of models) checkMembers(model, diagnostics);
  checkEntityNames(models, diagnostics);
  return models;
}

function choosePlural(
  name: string,
  entity: EntityBlueprint,
  diagnostics: DiagnosticList,
): string {
  const regular = entity.plural ?? pluralOf(name);
  const reason = reservedTable(regular) ??
    reservedPath(`/${nameForms(regular).kebab}`);
  if (reason === undefined) return regular;
  const path = `entities.${name}`;
  const other = `${name}_records`;
  if (entity.plural !== undefined || reservedTable(other) !== undefined) {
    diagnostics.error(
      "AC203",
      entity.plural === undefined ? path : `${path}.plural`,
      `Cannot use "${regular}" as the plural of "${name}": ${reason}`,
      {
        at: entity.plural === undefined ? "key" : "value",
        hint: "choose another name",
      },
    );
    return regular;
  }
  diagnostics.assume(
    "AC209",
    path,
    `Assumed the plural "${other}" of "${name}": found "${regular}" taken, as ${reason}`,
    { at: "key", hint: `write "plural: …" to choose it` },
  );
  return other;
}

function checkMembers(model: EntityModel, diagnostics: DiagnosticList): void {
  const path = `entities.${model.name.snake}`;
  const columns = new Map<string, string>();
  for (const field of model.fields) {
    const first = columns.get(field.column);
    columns.set(field.column, field.name);
    if (first === undefined || first === field.name) continue; // The same name is reported already.
    diagnostics.error(
      "AC204",
      field.relation
        ? `${path}.relations.${field.relation.name}`
        : `${path}.fields.${field.name}`,
      `Cannot use "${field.name}" beside "${first}": found the column "${field.column}" for both`,
      { at: "key", hint: "rename one of the two" },
    );
  }
  const actions = new Map<string, string>();
  for (const { name } of model.actions) {
    if (actions.has(name.kebab)) {
      diagnostics.error(
        "AC204",
        `${path}.actions`,
        `Cannot use two actions with the path "${name.kebab}": found them in "${model.name.snake}"`,
        { at: "key", hint: "rename one of the two" },
      );
    }
    actions.set(name.kebab, name.snake);
  }
}

function checkEntityNames(
  models: readonly EntityModel[],
  diagnostics: DiagnosticList,
): void {
  const taken = new Map<string, string>();
  for (const model of models) {
    for (const [what, name] of derivedNames(model)) {
      const key = `${what} "${name}"`;
      const first = taken.get(key);
      taken.set(key, model.name.snake);
      if (first === undefined || first === model.name.snake) continue;
      diagnostics.error(
        "AC204",
        `entities.${model.name.snake}`,
        `Cannot use the entity "${model.name.snake}" beside "${first}": found the ${key} for both`,
        {
          at: "key",
          hint: what === "type"
            ? "rename one of the two"
            : `rename one of the two, or give one another "plural"`,
        },
      );
      break;
    }
  }
}

/** Everything that is named after an entity and must be its own. */
function derivedNames(
  model: EntityModel,
): readonly (readonly [string, string])[] {
  const type = typeNameOf(model.name);
  return [
    ["path", model.path],
    ["table", model.table],
    ...[
      "",
      "Request",
      "Reply",
      "StoreCommand",
      "StoreResult",
      "Controller",
      "Store",
    ]
      .map((suffix) => ["type", type + suffix] as const),
  ];
}
