/**
 * What is said of files: may they be kept there, and what may they be?
 *
 * @module
 */
import type { EntityBlueprint, FieldBlueprint } from "./blueprint.ts";
import type { DiagnosticList } from "./diagnostic_list.ts";
import { quoted } from "./quoted.ts";

/** Checks the files of an entity. */
export function checkFiles(
  name: string,
  entity: EntityBlueprint,
  diagnostics: DiagnosticList,
): void {
  for (const [key, field] of Object.entries(entity.fields)) {
    if (field.type !== "file") continue;
    const path = `entities.${name}.fields.${key}`;
    checkSettings(field, path, diagnostics);
    const missing = (["get", "patch"] as const).filter((operation) =>
      entity.operations?.includes(operation) === false
    );
    if (missing.length > 0) {
      diagnostics.error(
        "AC677",
        path,
        `Cannot keep the file "${key}" of "${name}": found no operation ${
          missing.join(" and no ")
        }, by which it is read and changed`,
        { at: "key", hint: "add it to operations" },
      );
    }
  }
}

function checkSettings(
  field: FieldBlueprint,
  path: string,
  diagnostics: DiagnosticList,
): void {
  for (const setting of UNFIT) {
    if (field[setting] === undefined) continue;
    diagnostics.error(
      "AC676",
      `${path}.${setting}`,
      `Cannot use "${setting}" with a file: it is sent by a request of its own, after its entity`,
      { at: "key", hint: "remove it" },
    );
  }
  field.accept?.forEach((type, index) => {
    if (MEDIA_TYPE.test(type)) return;
    diagnostics.error(
      "AC679",
      `${path}.accept[${index}]`,
      `Cannot accept ${quoted(type)}: wanted a media type such as "image/png"`,
    );
  });
}

/** How many bytes a size has: `5MB`; a KB has 1024. */
export function bytesOf(size: string): number {
  const [, count = "0", unit = "KB"] = /^(\d+)(KB|MB|GB)$/.exec(size) ?? [];
  return Number(count) * 1024 ** (UNITS.indexOf(unit) + 1);
}

/** Spells a size that {@link bytesOf} has read. */
export function sizeText(bytes: number): string {
  const unit = UNITS.findLastIndex((_, at) => bytes % 1024 ** (at + 1) === 0);
  return `${bytes / 1024 ** (unit + 1)}${UNITS[unit]}`;
}

/** How large a file may be that says nothing of it. */
export const DEFAULT_SIZE = "10MB";

const UNITS = ["KB", "MB", "GB"];
const MEDIA_TYPE = /^[a-z0-9!#$&^_.+-]+\/[a-z0-9!#$&^_.+-]+$/;
const UNFIT = [
  "required",
  "unique",
  "immutable",
  "default",
  "readOnly",
  "writeOnly",
] as const;
