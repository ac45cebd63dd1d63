/**
 * What is said of fields that hold a duration: are their bounds durations, and of no other field?
 *
 * @module
 */
import type { FieldBlueprint } from "./blueprint.ts";
import type { DiagnosticList } from "./diagnostic_list.ts";
import { quoted } from "./quoted.ts";
import { durationSeconds } from "../../templates/kit/clock.ts";

/** Gives a bound of a field as what it is compared by: a number, or how many seconds a duration takes. */
export function boundOf(
  { type }: Pick<FieldBlueprint, "type">,
  bound: number | string | undefined,
): number | undefined {
  if (typeof bound !== "string") return bound;
  return type === "duration" ? durationSeconds(bound) : undefined;
}

/** Checks that the bounds of a field are what its values are; says whether they are. */
export function checkBoundKinds(
  field: FieldBlueprint,
  path: string,
  diagnostics: DiagnosticList,
): boolean {
  let fits = true;
  for (const bound of ["min", "max"] as const) {
    const value = field[bound];
    if (value === undefined) continue;
    const isDuration = typeof value === "string";
    if (
      field.type === "duration"
        ? boundOf(field, value) !== undefined && isDuration
        : !isDuration
    ) continue;
    fits = false;
    diagnostics.error(
      "AC670",
      `${path}.${bound}`,
      `Cannot use ${isDuration ? quoted(value) : value} as "${bound}": wanted ${
        field.type === "duration" ? DURATION_WANTED : "a number"
      }`,
    );
  }
  return fits;
}

/** Refuses to keep what has no order as text in one. */
export function checkSorted(
  { items, sorted }: FieldBlueprint,
  path: string,
  diagnostics: DiagnosticList,
): void {
  if (items !== "duration" && items !== "object" || !sorted) return;
  diagnostics.error(
    "AC671",
    `${path}.sorted`,
    `Cannot use "sorted" with a list of ${items}s: found elements that are not in order as texts`,
    { at: "key", hint: "remove it" },
  );
}

/** What a duration must be, in words. */
export const DURATION_WANTED =
  'a duration such as "PT1H30M", in weeks, days, hours, minutes and whole seconds, as years and months have no fixed length';
