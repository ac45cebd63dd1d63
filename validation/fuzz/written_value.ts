/**
 * Tells whether what is read is what was written.
 *
 * @module
 */
import type { FieldModel } from "../../generator/model/system_model.ts";

/** Whether a field holds what a client wrote, nothing that the system makes of it. */
export function isKept(field: FieldModel): boolean {
  return !field.readOnly && !field.writeOnly && !field.computation &&
    !field.logic && field.from === undefined && !field.assigned &&
    !["file", "serial", "duration"].includes(field.type);
}

/** Compares what was sent with what is shown, where several spellings mean the same. */
export function isSameValue(
  sent: unknown,
  shown: unknown,
  field: Pick<FieldModel, "type" | "sorted" | "items" | "default">,
): boolean {
  if (sent === null || sent === undefined) {
    // A null may be another way to say "as by default".
    return shown === null || field.default !== undefined ||
      isEmptyList(shown);
  }
  if (Array.isArray(sent)) return isSameList(sent, shown, field);
  if (typeof sent === "object") return isSameObject(sent, shown);
  switch (field.type) {
    case "datetime":
      return Date.parse(String(sent)) === Date.parse(String(shown));
    case "email":
      return String(sent).toLowerCase() === String(shown).toLowerCase();
    case "uuid":
      return String(sent).toLowerCase() === String(shown).toLowerCase();
    case "time":
      return timeOf(String(sent)) === timeOf(String(shown));
    default:
      return sent === shown;
  }
}

function isSameList(
  sent: readonly unknown[],
  shown: unknown,
  { sorted, items = "string" }: Pick<FieldModel, "sorted" | "items">,
): boolean {
  if (!Array.isArray(shown)) return false;
  const as = { type: items };
  if (sorted) {
    return sent.every((one) =>
      shown.some((other) => isSameValue(one, other, as))
    );
  }
  return sent.length === shown.length &&
    sent.every((one, at) => isSameValue(one, shown[at], as));
}

/** What an object is completed with is not looked at; nor what its members' texts are made of. */
function isSameObject(sent: object, shown: unknown): boolean {
  if (typeof shown !== "object" || shown === null) return false;
  return Object.entries(sent).every(([name, value]) => {
    const other = Object(shown)[name];
    if (typeof value === "string") return typeof other === "string";
    if (typeof value === "object" && value !== null) {
      return Array.isArray(value) || isSameObject(value, other);
    }
    return value === null || value === other;
  });
}

function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}

function timeOf(text: string): string {
  return /^\d\d:\d\d$/.test(text) ? `${text}:00` : text;
}
