/**
 * The fields that a query for groups is about.
 *
 * @module
 */
import type { DatePart, GroupsQuery } from "./entity_request.ts";
import { type EntitySpec, fieldOf, type FieldSpec } from "./entity_spec.ts";

/** A field whose values make groups. */
export interface GroupedField {
  /** Its name. */
  readonly name: string;
  /** What it is. */
  readonly field: FieldSpec;
  /** So much of it as counts. @default all of it */
  readonly part?: DatePart;
}

/** A field whose values are added up or measured. */
export interface SummedField {
  /** Its name. */
  readonly name: string;
  /** What it is. */
  readonly field: FieldSpec;
}

/** Finds the fields whose values make the groups; throws where there is none that could. */
export function groupedFields(
  spec: EntitySpec,
  { by }: GroupsQuery,
): GroupedField[] {
  const keys = typeof by === "string" ? [{ field: by }] : by;
  return keys.map(({ field: name, part }: typeof keys[number] & Part) => {
    const field = fieldOf(spec, name);
    const isFit = field !== undefined && field.kind !== "json" &&
      (field.kind !== "list" || typeof by === "string") &&
      (part === undefined || ["date", "datetime"].includes(field.kind));
    if (isFit) {
      return part === undefined ? { name, field } : { name, field, part };
    }
    throw new Error(`Cannot group "${spec.name}" by "${name}"`);
  });
}

/** Finds the fields to add up; throws where one has no numbers. */
export function summedFields(
  spec: EntitySpec,
  { sum = [] }: GroupsQuery,
): SummedField[] {
  return sum.map((name) => {
    const field = fieldOf(spec, name);
    if (field !== undefined && isNumeric(field)) return { name, field };
    throw new Error(`Cannot add up "${name}" of "${spec.name}"`);
  });
}

/** Finds the fields to measure; throws where one has neither numbers nor times. */
export function measuredFields(
  spec: EntitySpec,
  { measure = [] }: GroupsQuery,
): SummedField[] {
  return measure.map((name) => {
    const field = fieldOf(spec, name);
    const isFit = field !== undefined &&
      (isNumeric(field) || TIMES.has(field.kind));
    if (isFit) return { name, field };
    throw new Error(`Cannot measure "${name}" of "${spec.name}"`);
  });
}

/** Tells whether a field has numbers. */
export function isNumeric({ kind }: FieldSpec): boolean {
  return NUMBERS.has(kind);
}

/** How many characters of a date say so much of it. */
export const PART_LENGTHS: Readonly<Record<DatePart, number>> = {
  year: 4,
  month: 7,
  day: 10,
};

interface Part {
  readonly part?: DatePart;
}

const NUMBERS: ReadonlySet<string> = new Set(["decimal", "integer", "number"]);
const TIMES: ReadonlySet<string> = new Set(["date", "datetime", "time"]);
