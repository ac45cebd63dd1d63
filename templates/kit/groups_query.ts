/**
 * The fields that a query for groups is about.
 *
 * @module
 */
import type { GroupsQuery } from "./entity_request.ts";
import { type EntitySpec, fieldOf, type FieldSpec } from "./entity_spec.ts";

/** A field whose numbers are added up. */
export interface SummedField {
  /** Its name. */
  readonly name: string;
  /** What it is. */
  readonly field: FieldSpec;
}

/** Finds the field whose values make the groups; throws where there is none that could. */
export function groupedField(spec: EntitySpec, { by }: GroupsQuery): FieldSpec {
  const field = fieldOf(spec, by);
  if (field !== undefined && field.kind !== "json") return field;
  throw new Error(`Cannot group "${spec.name}" by "${by}"`);
}

/** Finds the fields to add up; throws where one has no numbers. */
export function summedFields(
  spec: EntitySpec,
  { sum = [] }: GroupsQuery,
): SummedField[] {
  return sum.map((name) => {
    const field = fieldOf(spec, name);
    if (field !== undefined && NUMBERS.has(field.kind)) return { name, field };
    throw new Error(`Cannot add up "${name}" of "${spec.name}"`);
  });
}

const NUMBERS: ReadonlySet<string> = new Set(["decimal", "integer", "number"]);
