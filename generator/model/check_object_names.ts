/**
 * Whether each object inside an entity has the name of its type for itself.
 *
 * @module
 */
import type { DiagnosticList } from "../blueprint/diagnostic_list.ts";
import { TAKEN_TYPE_NAMES } from "../blueprint/reserved_names.ts";
import { typeNameOf } from "./names.ts";
import type { EntityModel, FieldModel } from "./system_model.ts";

/** Reports objects whose type would hide another of the generated code. */
export function checkObjectNames(
  entities: readonly EntityModel[],
  diagnostics: DiagnosticList,
): void {
  const taken = new Map(
    entities.map((
      { name },
    ) => [typeNameOf(name), `the entity "${name.snake}"`]),
  );
  const check = (field: FieldModel, path: string) => {
    const { members, objectName } = field;
    if (members === undefined || objectName === undefined) return;
    const owner = taken.get(objectName) ??
      (TAKEN_TYPE_NAMES.has(objectName) ? "a name that every system uses" : "");
    taken.set(objectName, `"${path}"`);
    if (owner !== "") {
      diagnostics.error(
        "AC675",
        path,
        `Cannot name the type of "${field.name}" ${objectName}: found ${owner} with that name`,
        { at: "key", hint: "rename the field" },
      );
    }
    for (const one of members) check(one, `${path}.fields.${one.name}`);
  };
  for (const { name, fields } of entities) {
    for (const field of fields) {
      check(field, `entities.${name.snake}.fields.${field.name}`);
    }
  }
}
