/**
 * What objects inside entities hold: members that an object can have, not too deep.
 *
 * @module
 */
import type { FieldBlueprint } from "./blueprint.ts";
import type { DiagnosticList } from "./diagnostic_list.ts";
import { objectMember } from "./reserved_names.ts";
import { elementOf } from "./field_types.ts";

/** How deep objects may lie in objects. */
export const MAX_OBJECT_DEPTH = 3;

/** Checks the members of an object, or of each object in a list; `checkMember` checks one as a field by itself. */
export function checkObject(
  field: FieldBlueprint,
  path: string,
  diagnostics: DiagnosticList,
  checkMember: (name: string, member: FieldBlueprint, path: string) => void,
): void {
  checkMembers(field, path, 1, diagnostics, checkMember);
}

function checkMembers(
  field: FieldBlueprint,
  path: string,
  depth: number,
  diagnostics: DiagnosticList,
  checkMember: (name: string, member: FieldBlueprint, path: string) => void,
): void {
  if (elementOf(field).type !== "object") return;
  const members = Object.entries(field.fields ?? {});
  if (members.length === 0) {
    diagnostics.error(
      "AC672",
      field.fields ? `${path}.fields` : path,
      "Cannot use an object without fields: found none",
      {
        at: "key",
        hint: field.type === "object"
          ? 'add fields: { street: { type: string } }, or write "json" for any JSON'
          : "add fields: { street: { type: string } }",
      },
    );
  }
  if (depth > MAX_OBJECT_DEPTH) {
    diagnostics.error(
      "AC674",
      path,
      `Cannot use an object here: found ${depth} objects in each other, wanted at most ${MAX_OBJECT_DEPTH}`,
      { at: "key", hint: "make it an entity of its own" },
    );
    return;
  }
  for (const [name, member] of members) {
    const at = `${path}.fields.${name}`;
    if (member.type === undefined) continue; // Left out by the reader, which has told why.
    const reserved = objectMember(name);
    if (reserved !== undefined) {
      diagnostics.error(
        "AC203",
        at,
        `Cannot use "${name}" as the name of a field: ${reserved}`,
        { at: "key", hint: "choose another name" },
      );
    }
    const unfit = whyUnfit(member);
    if (unfit !== undefined) {
      diagnostics.error("AC673", `${at}.${unfit.key}`, unfit.why, {
        at: "key",
      });
    } else if (elementOf(member).type === "object") {
      checkMembers(member, at, depth + 1, diagnostics, checkMember);
    } else checkMember(name, member, at);
  }
}

function whyUnfit(
  member: FieldBlueprint,
): { readonly key: string; readonly why: string } | undefined {
  if (UNFIT_TYPES.includes(member.type)) {
    return {
      key: "type",
      why:
        `Cannot use the type "${member.type}" in an object: wanted a plain value, a list or an object`,
    };
  }
  const key = UNFIT_SETTINGS.find((setting) => member[setting] !== undefined);
  if (key !== undefined) {
    return {
      key,
      why:
        `Cannot use "${key}" in an object: it is said of the object as a whole`,
    };
  }
  return member.default === "$now"
    ? {
      key: "default",
      why:
        "Cannot use $now in an object: wanted a value that is always the same",
    }
    : undefined;
}

const UNFIT_TYPES: readonly string[] = ["json", "serial", "slug", "file"];
const UNFIT_SETTINGS: readonly (keyof FieldBlueprint)[] = [
  "unique",
  "immutable",
  "readOnly",
  "writeOnly",
  "computed",
];
