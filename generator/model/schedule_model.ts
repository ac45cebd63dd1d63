/**
 * What is done by itself, as the model has it.
 *
 * @module
 */
import type { NameForms, StateModel } from "./system_model.ts";

/** A schedule with everything decided. */
export interface ScheduleModel {
  /** Its name. */
  readonly name: NameForms;
  /** The entity that it is about (snake_case name). */
  readonly entity: string;
  /** How often it runs, in milliseconds. */
  readonly period: number;
  /** How long after the start of 1970, UTC, a run can begin. */
  readonly offset: number;
  /** What one must be. */
  readonly where: StateModel;
  /** By field: that it must be before now and so many milliseconds. */
  readonly before: Readonly<Record<string, number>>;
  /** What is done. */
  readonly act: "delete" | { readonly action: NameForms };
}
