/**
 * Values of fields that hold a duration, for examples and tests.
 *
 * @module
 */
import type { FieldModel } from "../model/system_model.ts";
import { durationSeconds, durationText } from "../../templates/kit/clock.ts";

/** Makes a duration that the field accepts: an hour and a half where its bounds allow that. */
export function sampleDuration(field: FieldModel): string {
  const { shortest, longest } = boundsOf(field);
  return durationText(Math.min(Math.max(USUAL_S, shortest), longest));
}

/** Lists durations that the field accepts, each another, from short to long. */
export function durationChoices(field: FieldModel): readonly string[] {
  const { shortest, longest } = boundsOf(field);
  const end = Math.min(longest, shortest + CHOICES * 60);
  const step = Math.max(1, Math.floor((end - shortest) / CHOICES));
  const choices: string[] = [];
  for (let one = shortest; one <= end; one += step) {
    choices.push(durationText(one));
  }
  return choices;
}

/** Makes a duration that the field accepts, other than the sample; undefined where there is none. */
export function otherDuration(field: FieldModel): string | undefined {
  const sample = durationSeconds(sampleDuration(field)) ?? 0;
  const { shortest, longest } = boundsOf(field);
  const other = [sample + 60, sample - 60, sample + 1, sample - 1]
    .find((one) => one >= shortest && one <= longest);
  return other === undefined ? undefined : durationText(other);
}

/** Lists durations just outside the field's bounds, with what is wrong with each. */
export function durationsOutOfRange(
  field: FieldModel,
): readonly (readonly [string, string])[] {
  const { shortest, longest } = boundsOf(field);
  return [
    ...(shortest > 0
      ? [["too small", durationText(shortest - 1)] as const]
      : []),
    ...(field.longest === undefined
      ? []
      : [["too large", durationText(longest + 1)] as const]),
  ];
}

function boundsOf(
  { shortest = "PT0S", longest = "" }: FieldModel,
): { readonly shortest: number; readonly longest: number } {
  return {
    shortest: durationSeconds(shortest) ?? 0,
    longest: durationSeconds(longest) ?? Infinity,
  };
}

const USUAL_S = 5400;
const CHOICES = 40;
