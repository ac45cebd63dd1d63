/**
 * What actions add to numbers of other entities: are these there, and does the amount fit?
 *
 * @module
 */
import type {
  ActionBlueprint,
  Blueprint,
  EntityBlueprint,
  FieldBlueprint,
  Literal,
} from "./blueprint.ts";
import { literal } from "./check_field.ts";
import type { DiagnosticList } from "./diagnostic_list.ts";
import { FIELD_TYPE_RULES } from "./field_types.ts";
import { fitsScale } from "./fits_field.ts";
import { nearName } from "./near_name.ts";

/** Checks what the actions of one entity adjust. */
export function checkAdjustments(
  name: string,
  entity: EntityBlueprint,
  { entities = {} }: Blueprint,
  diagnostics: DiagnosticList,
): void {
  for (const [key, action] of Object.entries(entity.actions ?? {})) {
    const path = `entities.${name}.actions.${key}`;
    const adjusted = Object.entries(action.adjust ?? {});
    if (adjusted.length > 0 && !tellsDone(action, entity)) {
      diagnostics.error(
        "AC536",
        `${path}.adjust`,
        `Cannot adjust by the action "${key}": found nothing that tells whether it was done, so it would adjust every time`,
        { at: "key", hint: "set a field to a value: set: { status: placed }" },
      );
    }
    for (const [target, amount] of adjusted) {
      const place = {
        name,
        entity,
        entities,
        path: `${path}.adjust.${target}`,
      };
      const field = adjustedField(target, place, diagnostics);
      if (field) checkAmount(amount, target, field, place, diagnostics);
    }
  }
}

/** Reads an amount: a number, or a field of its own, `-` before it meaning that it is taken away. */
export function readAmount(
  amount: Literal,
): number | { readonly field: string; readonly times: 1 | -1 } | undefined {
  if (typeof amount === "number") return amount;
  const found = /^([+-]?)([a-z][a-zA-Z0-9]*)$/.exec(String(amount));
  return found?.[2] === undefined || typeof amount !== "string"
    ? undefined
    : { field: found[2], times: found[1] === "-" ? -1 : 1 };
}

interface Place {
  readonly name: string;
  readonly entity: EntityBlueprint;
  readonly entities: Readonly<Record<string, EntityBlueprint>>;
  readonly path: string;
}

/** A time that is never null does not tell; see `isInEffect` of the kit. */
function tellsDone({ set }: ActionBlueprint, { fields }: EntityBlueprint) {
  return Object.entries(set).some(([field, value]) => {
    const { required, default: initial = null } = fields[field] ?? {};
    return value !== "$now" || !required && initial === null;
  });
}

function adjustedField(
  target: string,
  { name, entity, entities, path }: Place,
  diagnostics: DiagnosticList,
): FieldBlueprint | undefined {
  const [relationName = "", fieldName = ""] = target.split(".");
  const relations = Object.keys(entity.relations ?? {});
  const other = Object.hasOwn(entity.relations ?? {}, relationName)
    ? entity.relations?.[relationName]?.belongsTo
    : undefined;
  if (other === undefined) {
    const near = nearName(relationName, relations);
    diagnostics.error(
      "AC206",
      path,
      `Cannot adjust "${target}": found no such relation of "${name}"`,
      {
        at: "key",
        hint: near
          ? `write "${near}.${fieldName}"`
          : `the relations are ${relations.join(", ") || "none"}`,
      },
    );
    return undefined;
  }
  const fields = Object.hasOwn(entities, other)
    ? entities[other]?.fields ?? {}
    : {};
  const field = Object.hasOwn(fields, fieldName)
    ? fields[fieldName]
    : undefined;
  if (field === undefined) {
    const near = nearName(fieldName, Object.keys(fields));
    diagnostics.error(
      "AC206",
      path,
      `Cannot adjust "${target}": found no such field of "${other}"`,
      {
        at: "key",
        hint: near
          ? `write "${relationName}.${near}"`
          : `the fields are ${Object.keys(fields).join(", ")}`,
      },
    );
    return undefined;
  }
  const why = other === name
    ? "found the relation leading to its own kind"
    : !NUMBERS.includes(field.type)
    ? `found the type "${field.type}", wanted one of ${NUMBERS.join(", ")}`
    : field.immutable
    ? "found it immutable"
    : field.unique
    ? "found it unique"
    : entities[other]?.noOverlap?.some(({ from, until }) =>
        from === fieldName || until === fieldName
      )
    ? 'found it in "noOverlap"'
    : undefined;
  if (why === undefined) return field;
  diagnostics.error("AC535", path, `Cannot adjust "${target}": ${why}`, {
    at: "key",
  });
}

function checkAmount(
  amount: Literal,
  target: string,
  to: FieldBlueprint,
  { name, entity, path }: Place,
  diagnostics: DiagnosticList,
): void {
  const read = readAmount(amount);
  const refuse = (why: string) =>
    diagnostics.error(
      "AC535",
      path,
      `Cannot adjust "${target}" by ${literal(amount)}: ${why}`,
    );
  if (read === undefined || read === 0) {
    refuse("wanted a number other than 0, or a field such as -quantity");
  } else if (typeof read === "number") {
    const fits = to.type === "number" ||
      (to.type === "integer"
        ? Number.isSafeInteger(read)
        : fitsScale(read, to.scale ?? 2));
    if (!fits) refuse(`wanted a value of ${typeWords(to)}`);
  } else if (!Object.hasOwn(entity.fields, read.field)) {
    const near = nearName(read.field, Object.keys(entity.fields));
    diagnostics.error(
      "AC206",
      path,
      `Cannot adjust "${target}" by ${
        literal(amount)
      }: found no such field of "${name}"`,
      { meant: near },
    );
  } else {
    const from = entity.fields[read.field]!;
    if (!fitsInto(from, to)) {
      refuse(`found ${typeWords(from)}, wanted what fits ${typeWords(to)}`);
    }
  }
}

function fitsInto(from: FieldBlueprint, to: FieldBlueprint): boolean {
  if (!NUMBERS.includes(from.type) || FIELD_TYPE_RULES[from.type].made) {
    return false;
  }
  if (from.type === "integer" || to.type === "number") return true;
  return from.type === "decimal" && to.type === "decimal" &&
    (from.scale ?? 2) <= (to.scale ?? 2);
}

function typeWords({ type, scale }: FieldBlueprint): string {
  return type === "decimal"
    ? `a decimal with ${scale ?? 2} places`
    : `the type "${type}"`;
}

const NUMBERS: readonly string[] = ["integer", "decimal", "number"];
