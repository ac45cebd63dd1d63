/**
 * Schedules: what is done by itself, when, and to which entities.
 *
 * @module
 */
import {
  type Entity,
  type EntitySpec,
  fieldOf,
  valueOf,
} from "./entity_spec.ts";
import type { FieldFilter, FilterValue } from "./list_query.ts";

/** One schedule. */
export interface ScheduleSpec {
  /** Its name. */
  readonly name: string;
  /** The entities that it is about. */
  readonly spec: EntitySpec;
  /** How often it runs, in milliseconds. */
  readonly period: number;
  /** How long after the start of 1970, UTC, a run can begin; every other is whole periods away. */
  readonly offset: number;
  /** One of these values in each of these fields. @default any */
  readonly where?: Readonly<Record<string, readonly FilterValue[]>>;
  /** In each of these fields a day or time before now, and so many milliseconds. @default any */
  readonly before?: Readonly<Record<string, number>>;
  /** What is done to each. */
  readonly act: "delete" | { readonly action: string };
}

/** Gives the last time at or before `now` at which a run begins. */
export function slotAt(
  { period, offset }: Pick<ScheduleSpec, "period" | "offset">,
  now: number,
): number {
  return Math.floor((now - offset) / period) * period + offset;
}

/** Says as filters which entities are due. */
export function dueFilters(
  { spec, where = {}, before = {} }: ScheduleSpec,
  now: number,
): FieldFilter[] {
  return [
    ...Object.entries(where).map(([field, anyOf]) => ({ field, anyOf })),
    ...Object.entries(before).map(([field, shift]) => ({
      field,
      before: limitOf(spec, field, now + shift),
    })),
  ];
}

/** Says of one entity whether it is due. */
export function isDue(
  { spec, where = {}, before = {} }: ScheduleSpec,
  entity: Entity,
  now: number,
): boolean {
  return Object.entries(where).every(([field, values]) =>
    values.some((value) => value === valueOf(entity, field))
  ) && Object.entries(before).every(([field, shift]) => {
    const value = valueOf(entity, field);
    return typeof value === "string" &&
      value < limitOf(spec, field, now + shift);
  });
}

/** A day is before another as a whole. */
function limitOf(spec: EntitySpec, field: string, time: number): string {
  const text = new Date(time).toISOString();
  return fieldOf(spec, field)?.kind === "date" ? text.slice(0, 10) : text;
}
