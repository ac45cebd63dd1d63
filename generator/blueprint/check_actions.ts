/**
 * Actions: do the fields they name exist, and do the values fit?
 *
 * @module
 */
import type {
  Blueprint,
  EntityBlueprint,
  FieldBlueprint,
  Literal,
} from "./blueprint.ts";
import { literal } from "./check_field.ts";
import type { DiagnosticList } from "./diagnostic_list.ts";
import { FIELD_TYPE_RULES } from "./field_types.ts";
import { misfit } from "./fits_field.ts";
import { nearName } from "./near_name.ts";

/** Checks the actions of one entity. */
export function checkActions(
  name: string,
  entity: EntityBlueprint,
  { api }: Pick<Blueprint, "api">,
  diagnostics: DiagnosticList,
): void {
  const hasShape = api !== undefined;
  for (const [key, action] of Object.entries(entity.actions ?? {})) {
    const path = `entities.${name}.actions.${key}`;
    if (Object.keys(action.set).length === 0) {
      diagnostics.error(
        "AC312",
        `${path}.set`,
        `Cannot use the action "${key}": found nothing that it sets`,
        { at: "key", hint: "name a field: set: { completed: true }" },
      );
    }
    for (const [fieldName, value] of Object.entries(action.set)) {
      const at = `${path}.set.${fieldName}`;
      const field = fieldOf(entity, name, fieldName, at, diagnostics);
      if (field && refers(entity, fieldName) && value !== null) {
        diagnostics.error(
          "AC312",
          at,
          `Cannot set "${fieldName}" to ${
            literal(value)
          }: found the key of a relation, wanted null`,
          { hint: "let clients send the key by PATCH" },
        );
      } else if (field) checkSet(fieldName, field, value, at, diagnostics);
    }
    for (const [fieldName, values] of Object.entries(action.when ?? {})) {
      const at = `${path}.when.${fieldName}`;
      const field = fieldOf(entity, name, fieldName, at, diagnostics);
      if (field) {
        checkWhen(fieldName, field, asList(values), at, diagnostics);
      }
    }
    const { needs = [] } = action;
    const isOne = typeof needs === "string";
    for (const [i, fieldName] of (isOne ? [needs] : needs).entries()) {
      const at = isOne ? `${path}.needs` : `${path}.needs[${i}]`;
      const field = fieldOf(entity, name, fieldName, at, diagnostics);
      if (field && refers(entity, fieldName) && hasShape) {
        const found = 'it leads to another entity, with an "api"';
        cannotNeed(fieldName, found, at, diagnostics);
      } else if (field) checkNeed(fieldName, field, at, diagnostics);
    }
  }
}

/** A single guard value stands for a list of one. */
export function asList(
  values: Literal | readonly Literal[],
): readonly Literal[] {
  return Array.isArray(values) ? values as readonly Literal[] : [
    values as Literal,
  ];
}

/** Which entity a key leads to is known only when the system runs. */
function refers(entity: EntityBlueprint, field: string): boolean {
  return !Object.hasOwn(entity.fields, field);
}

function fieldOf(
  entity: EntityBlueprint,
  entityName: string,
  name: string,
  path: string,
  diagnostics: DiagnosticList,
): FieldBlueprint | undefined {
  if (Object.hasOwn(entity.fields, name)) return entity.fields[name];
  const keys = Object.keys(entity.relations ?? {}).map((key) => `${key}Id`);
  if (keys.includes(name)) {
    const required = entity.relations?.[name.slice(0, -2)]?.required ?? true;
    return { type: "uuid", required };
  }
  const names = [...Object.keys(entity.fields), ...keys];
  const near = nearName(name, names);
  diagnostics.error(
    "AC206",
    path,
    `Cannot use the field "${name}": found no such field of "${entityName}"`,
    {
      at: "key",
      meant: near,
      hint: `the fields are ${names.join(", ")}`,
    },
  );
}

/** Only what clients may leave out and send later can be missing. */
function checkNeed(
  name: string,
  field: FieldBlueprint,
  path: string,
  diagnostics: DiagnosticList,
): void {
  const found = field.required || field.default !== undefined
    ? "it always has a value"
    : field.readOnly || field.computed !== undefined ||
        FIELD_TYPE_RULES[field.type].made
    ? "clients do not send it"
    : field.type === "file" || field.writeOnly
    ? "its entity does not show whether it has a value"
    : undefined;
  if (found !== undefined) cannotNeed(name, found, path, diagnostics);
}

function cannotNeed(
  name: string,
  found: string,
  path: string,
  diagnostics: DiagnosticList,
): void {
  diagnostics.error(
    "AC321",
    path,
    `Cannot need "${name}": found that ${found}`,
    { hint: 'name an optional field, or write a "guard"' },
  );
}

function checkSet(
  name: string,
  field: FieldBlueprint,
  value: Literal,
  path: string,
  diagnostics: DiagnosticList,
): void {
  if (FIELD_TYPE_RULES[field.type].made) {
    diagnostics.error(
      "AC313",
      path,
      `Cannot set "${name}": found the type "${field.type}", which is made at creation only`,
      { at: "key", hint: "leave it out" },
    );
    return;
  }
  if (field.computed !== undefined) {
    diagnostics.error(
      "AC540",
      path,
      `Cannot set "${name}": found it computed`,
      { at: "key", hint: "set what it is computed of" },
    );
    return;
  }
  if (field.immutable) {
    diagnostics.error(
      "AC313",
      path,
      `Cannot set "${name}": found it immutable`,
      { at: "key", hint: 'remove "immutable" from the field' },
    );
    return;
  }
  const wanted = misfit(value, settled(field));
  if (wanted === undefined) return;
  diagnostics.error(
    "AC312",
    path,
    `Cannot set "${name}" to ${literal(value)}: wanted ${wanted}`,
  );
}

function checkWhen(
  name: string,
  field: FieldBlueprint,
  values: readonly Literal[],
  path: string,
  diagnostics: DiagnosticList,
): void {
  if (values.length === 0) {
    diagnostics.error(
      "AC312",
      path,
      `Cannot test "${name}": found no value that is allowed`,
    );
  }
  values.forEach((value, index) => {
    const wanted =
      value === "$now" || ["file", "json", "object"].includes(field.type)
        ? "a value that is known beforehand"
        : misfit(value, settled(field));
    if (wanted === undefined) return;
    const at = `${path}[${index}]`;
    diagnostics.error(
      "AC312",
      at,
      `Cannot test "${name}" for ${literal(value)}: wanted ${wanted}`,
      { at: "value" },
    );
  });
}

/** A field with a default is never null, like a required one. */
function settled(field: FieldBlueprint): FieldBlueprint {
  return (field.default ?? null) === null
    ? field
    : { ...field, required: true };
}
