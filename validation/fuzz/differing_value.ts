/**
 * Values that must differ from one thing to the next.
 *
 * @module
 */
import fc from "fast-check";
import type { FieldModel } from "../../generator/model/system_model.ts";
import { slotEnd, slotStart } from "../../templates/kit/sample_slot.ts";

/** Makes the n-th value of a field where no two may have the same; undefined where that does not matter. */
export function differingValue(field: FieldModel, n: number): unknown {
  if (field.slot) {
    const { end, low, high } = field.slot;
    const kind = field.type === "date" || field.type === "datetime" ||
        field.type === "time"
      ? field.type
      : { low, high };
    return end === "from" ? slotStart(kind, n) : slotEnd(kind, n);
  }
  if (!field.unique && !field.varies) return undefined;
  if (field.pattern !== undefined) return differingMatch(field, n);
  switch (field.type) {
    case "email":
      return `${"x".repeat(Math.max(0, (field.minLength ?? 0) - 12))}${n}@${
        (field.maxLength ?? 100) < 24 ? "a.io" : "example.com"
      }`;
    case "url":
      return `https://${
        (field.maxLength ?? 100) < 28 ? "a.io" : "example.com"
      }/${n}`
        .padEnd(field.minLength ?? 0, "x");
    case "slug":
      return `some-words-${n}`;
    case "integer":
    case "number":
    case "decimal": {
      const low = field.min ?? 1;
      const room = Math.max(1, Math.floor((field.max ?? 1e9) - low));
      return Math.ceil(low) + n % room;
    }
    case "date":
    case "datetime":
    case "time":
      return slotStart(field.type, n);
    case "uuid":
      return `01890a5d-ac96-774b-bcce-${n.toString(16).padStart(12, "0")}`;
    case "enum":
      return field.values?.[n % field.values.length];
    case "string":
    case "text": {
      const text = `Some ${n}`.padEnd(field.minLength ?? 0, ".");
      const most = field.maxLength ?? text.length;
      return text.length > most ? String(n).slice(-most) : text;
    }
    default:
      return undefined;
  }
}

/** A text of a pattern that keeps the field's other rules, too. */
function differingMatch(field: FieldModel, n: number): unknown {
  const texts = fc.stringMatching(new RegExp(`^(?:${field.pattern})$`));
  const shape = SHAPES[field.type] ?? /^/;
  const [found = field.examples?.[n % field.examples.length]] = fc.sample(
    texts,
    { seed: n, numRuns: 50 },
  ).filter((text) =>
    shape.test(text) && text.length >= (field.minLength ?? 0) &&
    text.length <= (field.maxLength ?? Infinity)
  );
  return found;
}

/** What texts of a type surely look like. */
const SHAPES: Readonly<Record<string, RegExp>> = {
  email: /^[A-Za-z0-9]+@[a-z0-9]+(\.[a-z0-9]+)+$/,
  url: /^https:\/\/[a-z.]+(\/[A-Za-z0-9/]*)?$/,
};
