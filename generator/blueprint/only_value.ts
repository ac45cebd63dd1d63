/**
 * Says what a required key can be that lacks: the rest of the blueprint may leave one value, or a few.
 *
 * What decides who may do or see what, where something is told, or what is done to stored data is never among it.
 *
 * @module
 */
import type { Diagnostic } from "../diagnostic.ts";
import type { Blueprint, FieldBlueprint } from "./blueprint.ts";
import {
  COMMON_SETTINGS,
  FIELD_TYPE_RULES,
  settingsOf,
} from "./field_types.ts";
import type { FieldType } from "./blueprint.ts";

/** Adds to diagnostics about keys that lack what to write, and, where nothing else is possible, that it can be added. */
export function withOnlyValues(
  diagnostics: readonly Diagnostic[],
  blueprint: Partial<Blueprint>,
): readonly Diagnostic[] {
  return diagnostics.map((diagnostic) => {
    const { path, lacks } = diagnostic;
    if (path === undefined || lacks === undefined) return diagnostic;
    const values = possibleValues(path, lacks, blueprint);
    const [only] = values ?? [];
    if (values === undefined || only === undefined) return diagnostic;
    return values.length === 1
      ? {
        ...diagnostic,
        hint: `write "${lacks}: ${only}": nothing else is possible here`,
        addKey: { path, key: lacks, value: only },
      }
      : {
        ...diagnostic,
        hint: `${diagnostic.hint ?? ""}; one of ${values.join(", ")}`,
      };
  });
}

/** The values that a key can have; undefined where nothing is known of them. */
function possibleValues(
  path: string,
  key: string,
  blueprint: Partial<Blueprint>,
): readonly string[] | undefined {
  if (key === "type" && FIELD.test(path)) {
    return typesOf(at(blueprint, path) as Partial<FieldBlueprint> ?? {});
  }
  const [, entity] = OVERLAP.exec(path) ?? [];
  if (entity !== undefined) {
    return endsOf(
      blueprint.entities?.[entity]?.fields ?? {},
      at(blueprint, path) as { from?: string; until?: string } ?? {},
    );
  }
  if (key === "entity" && SCHEDULE.test(path)) {
    return Object.keys(blueprint.entities ?? {});
  }
}

/** The types that all settings of a field go with. */
function typesOf(field: Partial<FieldBlueprint>): readonly string[] {
  return (Object.keys(FIELD_TYPE_RULES) as FieldType[]).filter((type) => {
    const settings = settingsOf({ ...field, type });
    return (Object.keys(field) as (keyof FieldBlueprint)[]).every((setting) =>
      COMMON_SETTINGS.includes(setting) || settings.includes(setting) ||
      setting === "computed" && typeof field.computed === "object"
    );
  });
}

/** The fields that may be the other end of what an entity takes: those of the same type as the end that is there. */
function endsOf(
  fields: Readonly<Record<string, Partial<FieldBlueprint>>>,
  { from, until }: { readonly from?: string; readonly until?: string },
): readonly string[] | undefined {
  const known = from ?? until;
  const type = known === undefined || !Object.hasOwn(fields, known)
    ? undefined
    : fields[known]?.type;
  return type === undefined
    ? undefined
    : Object.keys(fields).filter((name) =>
      name !== known && fields[name]?.type === type
    );
}

/** What stands at a path such as `entities.a.noOverlap[0]`. */
function at(value: unknown, path: string): unknown {
  return path.split(/[.[\]]+/).filter((part) => part !== "").reduce(
    (found, part) =>
      typeof found === "object" && found !== null && Object.hasOwn(found, part)
        ? (found as Readonly<Record<string, unknown>>)[part]
        : undefined,
    value,
  );
}

const FIELD = /\.(?:fields|params|query|body|answer)\.[^.[\]]+$/;
const OVERLAP = /^entities\.([^.[\]]+)\.noOverlap(?:\[\d+\])?$/;
const SCHEDULE = /^schedule\.[^.[\]]+$/;
