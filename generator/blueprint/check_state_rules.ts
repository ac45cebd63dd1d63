/**
 * What may be done only in some states: are the fields there, do the values fit them, and is anything left to do?
 *
 * @module
 */
import {
  type Blueprint,
  type EntityBlueprint,
  type FieldBlueprint,
  type FieldType,
  OPERATIONS,
  type StateBlueprint,
} from "./blueprint.ts";
import { sameName } from "./access_rules.ts";
import { asList } from "./check_actions.ts";
import { literal } from "./check_field.ts";
import type { DiagnosticList } from "./diagnostic_list.ts";
import { misfit } from "./fits_field.ts";
import { nearName } from "./near_name.ts";

/** Checks `requires`, `editable` and `exempt` of one entity. */
export function checkStateRules(
  name: string,
  entity: EntityBlueprint,
  blueprint: Blueprint,
  diagnostics: DiagnosticList,
): void {
  const path = `entities.${name}`;
  for (const [relation, state] of Object.entries(entity.requires ?? {})) {
    const at = `${path}.requires.${relation}`;
    const target = targetOf(relation, entity, at, diagnostics);
    if (target === undefined) continue;
    const other = blueprint.entities?.[target];
    if (other === undefined) continue; // told with the relations
    checkState(state, { entity: other, name: target, at }, diagnostics);
  }
  if (entity.editable) {
    const at = `${path}.editable`;
    const place = { entity, name, at };
    if (checkState(entity.editable, place, diagnostics)) {
      checkBeginning(entity.editable, place, diagnostics);
    }
  }
  checkExempt(name, entity, diagnostics);
}

/** Whose state it is, and where it stands. */
export interface StatePlace {
  /** The entity. */
  readonly entity: EntityBlueprint;
  /** Its name. */
  readonly name: string;
  /** The path of the state. */
  readonly at: string;
}

function targetOf(
  relation: string,
  { relations = {} }: EntityBlueprint,
  at: string,
  diagnostics: DiagnosticList,
): string | undefined {
  if (Object.hasOwn(relations, relation)) return relations[relation]?.belongsTo;
  const names = Object.keys(relations);
  const near = nearName(relation, names) ??
    names.find((one) => relation === `${one}Id`);
  diagnostics.error(
    "AC580",
    at,
    `Cannot require anything of "${relation}": found no such relation`,
    {
      at: "key",
      meant: near,
      hint: names.length === 0
        ? "add a relation, or leave it out"
        : `the relations are ${names.join(", ")}`,
    },
  );
}

/** Checks that an entity can be in a state; tells whether it can. */
export function checkState(
  state: StateBlueprint,
  { entity, name, at }: StatePlace,
  diagnostics: DiagnosticList,
): boolean {
  if (Object.keys(state).length === 0) {
    diagnostics.error("AC581", at, "Cannot use this state: found no field", {
      hint: "name a field and its values, or leave it out",
    });
    return false;
  }
  let fits = true;
  for (const [fieldName, given] of Object.entries(state)) {
    const path = `${at}.${fieldName}`;
    const refuse = (code: "AC580" | "AC581", what: string, hint?: string) => {
      fits = false;
      diagnostics.error(code, path, `Cannot use "${fieldName}" here: ${what}`, {
        at: "key",
        ...(hint ? { hint } : {}),
      });
    };
    const field = Object.hasOwn(entity.fields, fieldName)
      ? entity.fields[fieldName]
      : undefined;
    if (field === undefined) {
      const names = Object.keys(entity.fields);
      const near = nearName(fieldName, names);
      refuse(
        "AC580",
        `found no such field of "${name}"`,
        near ? `write "${near}"` : `the fields are ${names.join(", ")}`,
      );
      continue;
    }
    const why = unfit(field);
    if (why !== undefined) {
      refuse("AC580", why);
      continue;
    }
    const values = asList(given);
    if (values.length === 0) refuse("AC581", "found no value");
    values.forEach((value, index) => {
      const wanted = value === null && isNullable(field)
        ? undefined
        : misfit(value, { ...field, required: true });
      if (wanted === undefined) return;
      fits = false;
      diagnostics.error(
        "AC580",
        Array.isArray(given) ? `${path}[${index}]` : path,
        `Cannot use ${
          literal(value)
        } as a value of "${fieldName}": wanted ${wanted}`,
        { at: "value" },
      );
    });
  }
  return fits;
}

/** Tells whether an entity is in a state when it is made, whatever its maker says. */
export function beginsIn(
  state: StateBlueprint,
  { fields }: EntityBlueprint,
): boolean {
  return Object.entries(state).every(([name, values]) => {
    const field = fields[name];
    const isFree = field?.required && field.default === undefined;
    return field !== undefined && !isFree &&
      asList(values).includes(field.default ?? null);
  });
}

function unfit(field: FieldBlueprint): string | undefined {
  if (!STATES.includes(field.type)) {
    return `found the type "${field.type}", wanted one of ${STATES.join(", ")}`;
  }
  if (field.writeOnly) return 'found it "writeOnly": a refusal would show it';
  if (field.unique) return "found it unique, so no two are in one state";
  return undefined;
}

/** What never could be changed could not be brought into the state either. */
function checkBeginning(
  state: StateBlueprint,
  { entity, at }: StatePlace,
  diagnostics: DiagnosticList,
): void {
  for (const [fieldName, values] of Object.entries(state)) {
    const field = entity.fields[fieldName];
    if (field === undefined) continue;
    const initial = field.default ?? null;
    const isFree = field.required && field.default === undefined;
    if (!isFree && asList(values).includes(initial)) continue;
    diagnostics.error(
      "AC582",
      `${at}.${fieldName}`,
      `Cannot begin with "${fieldName}" ${
        isFree ? "as each client likes" : literal(initial)
      }: wanted one of ${asList(values).map(literal).join(", ")}`,
      {
        at: "key",
        hint: "give the field such a default",
      },
    );
  }
}

function checkExempt(
  name: string,
  entity: EntityBlueprint,
  diagnostics: DiagnosticList,
): void {
  const { exempt, requires, editable } = entity;
  if (exempt === undefined) return;
  const path = `entities.${name}.exempt`;
  if (!requires && !editable) {
    diagnostics.error(
      "AC581",
      path,
      'Cannot exempt anything: found neither "requires" nor "editable"',
      { at: "key" },
    );
    return;
  }
  const known = [
    ...(entity.operations ?? OPERATIONS).filter((one) =>
      one !== "list" && one !== "get"
    ),
    ...Object.keys(entity.actions ?? {}),
    ...(entity.softDelete ? ["restore"] : []),
  ];
  exempt.forEach((one, index) => {
    if (known.some((other) => sameName(one, other))) return;
    const near = nearName(one, known);
    diagnostics.error(
      "AC581",
      `${path}[${index}]`,
      `Cannot exempt "${one}": found no such operation or action that changes anything`,
      { meant: near, hint: `they are ${known.join(", ")}` },
    );
  });
}

function isNullable({ required, default: initial }: FieldBlueprint): boolean {
  return !required && (initial ?? null) === null;
}

const STATES: readonly FieldType[] = ["enum", "boolean", "string", "integer"];
