/**
 * The key of an entity: can the field stand for the id in a path?
 *
 * @module
 */
import type { EntityBlueprint, FieldBlueprint } from "./blueprint.ts";
import type { DiagnosticList } from "./diagnostic_list.ts";
import { FIELD_TYPE_RULES, longestOf } from "./field_types.ts";
import { nearName } from "./near_name.ts";
import { MAX_KEY_LENGTH } from "../../templates/kit/entity_key.ts";

/** Checks the key of one entity. */
export function checkKey(
  name: string,
  entity: EntityBlueprint,
  diagnostics: DiagnosticList,
): void {
  const { key, fields } = entity;
  if (key === undefined) return;
  const field = Object.hasOwn(fields, key) ? fields[key] : undefined;
  const keys = Object.keys(fields).filter((one) =>
    complaint(fields[one]!) === undefined
  );
  const near = nearName(key, keys) ?? keys[0];
  const reason = field === undefined
    ? `found no such field, wanted ${WANTED}`
    : complaint(field);
  if (reason === undefined) return;
  diagnostics.error(
    "AC520",
    `entities.${name}.key`,
    `Cannot use "${key}" as the key of "${name}": ${reason}`,
    {
      hint: near
        ? `write "${near}"`
        : "add one: slug: { type: slug, from: title }",
    },
  );
}

function complaint(field: FieldBlueprint): string | undefined {
  if (field.type === undefined) return undefined; // Left out by the reader, which has told why.
  if (FIELD_TYPE_RULES[field.type].made) return undefined;
  if (field.type !== "string" && field.type !== "email") {
    return `found the type "${field.type}", wanted ${WANTED}`;
  }
  if (!field.unique || !field.required) {
    const missing = ["unique", "required"].filter((setting) =>
      !field[setting as "unique" | "required"]
    );
    return `it is not ${missing.join(" and not ")}, wanted ${WANTED}`;
  }
  const longest = longestOf(field);
  return longest !== undefined && longest > MAX_KEY_LENGTH && !isUsual(field)
    ? `found at most ${longest} characters, wanted at most ${MAX_KEY_LENGTH}`
    : undefined;
}

/** An email of the usual length is a key where it is short enough, and has its id anyway. */
function isUsual({ type, maxLength }: FieldBlueprint): boolean {
  return type === "email" && maxLength === undefined;
}

const WANTED =
  "a slug, a serial, or a string or email that is required and unique";
