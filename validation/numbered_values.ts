/**
 * Makes values that differ from each other for fields whose values must, as many as the field has room for.
 *
 * @module
 */
import { slotEnd, slotStart } from "../templates/kit/sample_slot.ts";
import type { FieldModel } from "../generator/model/system_model.ts";
import { differs, sampleValue } from "../generator/plan/sample_values.ts";

/** Makes the n-th value of a field; the one of its sample where values need not differ. */
export function numberedValue(field: FieldModel, n: number): unknown {
  if (field.slot) return slotValue(field, field.slot, n);
  if (n === 0 || !differs(field)) return sampleValue(field);
  if (field.examples) return field.examples[n % field.examples.length];
  const sample = sampleValue(field);
  if (typeof sample === "number") {
    const { min = sample, max = Number.MAX_SAFE_INTEGER } = field;
    return min + (sample - min + n) % (max - min + 1);
  }
  if (field.type === "enum") return field.values?.[n % field.values.length];
  if (typeof sample !== "string") return sample;
  return FORMS[field.type]?.(n) ?? numberedText(sample, n, field);
}

/** How many values {@link numberedValue} has for a field before it begins again. */
export function roomFor(field: FieldModel): number {
  if (!differs(field) || field.slot) return Infinity;
  if (field.examples) return field.examples.length;
  const sample = sampleValue(field);
  if (typeof sample === "number") return (field.max ?? Infinity) - sample + 1;
  if (field.type === "enum") return field.values?.length ?? 1;
  if (typeof sample !== "string") return 1;
  return FORMS[field.type] ? Infinity : 36 ** (field.maxLength ?? 200);
}

function slotValue(
  { type }: FieldModel,
  { end, low, high }: NonNullable<FieldModel["slot"]>,
  n: number,
): unknown {
  const kind = type === "date" || type === "datetime" || type === "time"
    ? type
    : { low, high };
  return end === "from" ? slotStart(kind, n) : slotEnd(kind, n);
}

/** The number comes last, so that nothing is cut off it. */
function numberedText(sample: string, n: number, field: FieldModel): string {
  const number = n.toString(36);
  const most = (field.maxLength ?? 200) - number.length - 1;
  return most < 1
    ? number.padStart(field.minLength ?? 0, "0")
    : `${sample.slice(0, most)} ${number}`.padEnd(field.minLength ?? 0, ".");
}

const FORMS: Readonly<Record<string, (n: number) => string>> = {
  email: (n) => `someone${n}@example.com`,
  url: (n) => `https://example.com/${n}`,
  uuid: (n) => `01890a5d-ac96-774b-bcce-${n.toString(16).padStart(12, "0")}`,
  slug: (n) => `some-words-${n}`,
  date: (n) => new Date(FIRST_DAY + n * 86_400_000).toISOString().slice(0, 10),
  datetime: (n) => new Date(FIRST_DAY + n * 60_000).toISOString(),
  time: (n) => new Date(n % 86_400 * 1000).toISOString().slice(11, 19),
};
/** After every sample. */
const FIRST_DAY = Date.UTC(2040, 0, 15);
