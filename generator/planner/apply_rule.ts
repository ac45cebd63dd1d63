/**
 * Applies a rule to a field in the making.
 *
 * @module
 */
import type { Literal } from "../blueprint/blueprint.ts";
import type { FieldDraft } from "./draft.ts";
import { enumValue } from "./names.ts";
import type { Rule } from "./statement.ts";

/**
 * Applies a rule to a field.
 *
 * @return What of the field it decided, as it stands in a requirement's reference: `.required`; undefined when the rule
 * does not go with the field
 */
export function applyRule(
  field: FieldDraft,
  rule: Rule,
): string[] | undefined {
  switch (rule.rule) {
    case "required":
      if (field.type === "file" && field.typed) return undefined;
      field.required = true;
      delete field.assumedRequired;
      return [".required"];
    case "optional":
      field.required = false;
      return [];
    case "unique":
      if (MANY.has(field.type)) return undefined;
      field.unique = true;
      return [".unique"];
    case "unique within":
      return undefined;
    case "immutable":
      field.immutable = true;
      return [".immutable"];
    case "type":
      return applyType(field, rule.type);
    case "unit":
      return applyUnit(field, rule.unit);
    case "min":
    case "max":
      return applyBound(field, rule);
    case "default":
      return applyDefault(field, rule.value);
    case "values":
      return applyValues(field, rule.values);
    case "size":
    case "accept":
      return applyFileRule(field, rule);
  }
}

/** What has a size, or is of a kind of files, is a file, unless the request says what it is. */
function applyFileRule(
  field: FieldDraft,
  rule: Extract<Rule, { rule: "size" | "accept" }>,
): string[] | undefined {
  const plain = field.type === "string" && !field.typed && !field.choice &&
    !field.hinted;
  if (rule.rule === "accept" && plain && !rule.certain) {
    return applyValues(field, rule.words);
  }
  if (field.type !== "file" && !plain) return undefined;
  field.type = "file";
  field.typed = true;
  if (rule.rule === "size") field.maxBytes = rule.size;
  else field.accept = rule.accept;
  return [];
}

function applyType(
  field: FieldDraft,
  type: FieldDraft["type"],
): string[] | undefined {
  if (type === "enum" && field.values === undefined) return undefined;
  if (field.values !== undefined) {
    return type === "enum" || type === "string" ? [] : undefined;
  }
  if (MANY.has(type) && field.unique) return undefined;
  if (type === "list" && field.type === "list") return [];
  if (type !== "list") {
    delete field.sorted;
    delete field.items;
  }
  if (type === "serial") {
    for (
      const one of ["min", "max", "minLength", "maxLength", "default"] as const
    ) delete field[one];
    field.required = false;
    delete field.assumedRequired;
  }
  if (type !== field.type && !(type === "decimal" && field.type !== "string")) {
    delete field.min;
    delete field.max;
  }
  if (type === "boolean" && field.default === undefined) {
    field.default = false;
    field.assumedDefault = true;
  }
  if (type !== "boolean" && typeof field.default === "boolean") {
    delete field.default;
  }
  field.type = type;
  field.typed = true;
  return [];
}

/** What is measured is a number: whole for what is counted, such as days, a decimal for money and shares. */
function applyUnit(field: FieldDraft, unit: string): string[] {
  if (field.values !== undefined || TIMES.has(field.type)) return [];
  if (!NUMERIC.has(field.type)) {
    if (field.typed) return [];
    field.type = COUNTED.has(unit)
      ? "integer"
      : SHARED.has(unit)
      ? "decimal"
      : "number";
    field.min ??= 0;
    field.typed = true;
  }
  field.unit = unit;
  return [];
}

function applyBound(
  field: FieldDraft,
  rule: Extract<Rule, { rule: "min" | "max" }>,
): string[] | undefined {
  const length = rule.length ||
    (field.hinted && !field.choice && TEXTUAL.has(field.type));
  if (length) {
    if (!TEXTUAL.has(field.type)) return undefined;
    const key = rule.rule === "min" ? "minLength" : "maxLength";
    const step = rule.exclusive ? rule.rule === "min" ? 1 : -1 : 0;
    const value = Math.max(0, Math.trunc(rule.value) + step);
    const next: FieldDraft = { ...field, [key]: value };
    const { minLength = 0, maxLength = Infinity } = next;
    if (minLength > maxLength || maxLength < 1) return undefined;
    field[key] = value;
    return [`.${key}`];
  }
  if (!NUMERIC.has(field.type)) {
    if (field.typed || field.type !== "string") return undefined;
    const whole = Number.isInteger(rule.value) && !rule.places;
    field.type = whole ? "integer" : "decimal";
    field.bounded = true;
  }
  if (field.type === "integer" && !Number.isInteger(rule.value)) {
    if (!field.typed) field.type = "decimal";
  }
  const narrowed = rule.exclusive &&
    (field.type === "number" || field.narrowed !== undefined);
  if (narrowed) field.type = "decimal";
  const step = field.type === "integer" ? 1 : 0.01;
  const sign = rule.rule === "min" ? 1 : -1;
  const value = rule.exclusive
    ? Math.round((rule.value + sign * step) * 100) / 100
    : rule.value;
  const next: FieldDraft = { ...field, [rule.rule]: value };
  const { min = -Infinity, max = Infinity } = next;
  if (min > max) return undefined;
  field[rule.rule] = value;
  if (narrowed) {
    const [than, at] = rule.rule === "min"
      ? ["more than", "at least"]
      : ["less than", "at most"];
    const before = field.narrowed === undefined ? "" : `${field.narrowed}, `;
    field.narrowed = `${before}${than} ${rule.value} is ${at} ${value}`;
  }
  return [`.${rule.rule}`];
}

function applyDefault(
  field: FieldDraft,
  value: Literal,
): string[] | undefined {
  if (field.values !== undefined) {
    const wanted = enumValue(String(value));
    if (!field.values.includes(wanted)) {
      field.values = [...field.values, wanted];
    }
    field.default = wanted;
  } else {
    const fitting = fit(field, value);
    if (fitting === undefined || !inBounds(field, fitting)) return undefined;
    field.default = fitting;
  }
  delete field.assumedDefault;
  return [".default"];
}

/** Reports whether a value keeps the bounds of its field. */
export function inBounds(field: FieldDraft, value: Literal): boolean {
  const size = typeof value === "string" ? value.length : value;
  if (typeof size !== "number") return true;
  const text = typeof value === "string";
  const { min, max } = text
    ? { min: field.minLength, max: field.maxLength }
    : field;
  return size >= (min ?? -Infinity) && size <= (max ?? Infinity);
}

/** Makes a default fit its field; a field whose name and request say no type takes the default's. */
function fit(field: FieldDraft, value: Literal): Literal | undefined {
  if (!field.typed && !field.hinted && field.type === "string") {
    if (typeof value === "boolean") field.type = "boolean";
    if (typeof value === "number") {
      field.type = Number.isInteger(value) ? "integer" : "decimal";
    }
  }
  if (field.type === "boolean") {
    return typeof value === "boolean" ? value : undefined;
  }
  if (NUMERIC.has(field.type)) {
    return typeof value === "number" ? value : undefined;
  }
  if (field.type === "date" || field.type === "datetime") {
    return value === "$now" ? value : undefined;
  }
  if (value === "$now") return undefined;
  return TEXTUAL.has(field.type) && value !== null ? String(value) : undefined;
}

function applyValues(
  field: FieldDraft,
  values: readonly string[],
): string[] | undefined {
  const names = [...new Set(values.map(enumValue))].filter(Boolean);
  if (names.length === 2 && names.every((one) => YES_NO.has(one))) {
    return applyType(field, "boolean");
  }
  if (names.length === 0) return undefined;
  const before = field.values ?? [];
  // What was said before stays: "open, closed" and "lead, won" are not one field.
  if (
    before.length > names.length && names.every((one) => before.includes(one))
  ) {
    return [".values"];
  }
  if (!before.every((one) => names.includes(one))) return undefined;
  const chosen = field.default;
  if (field.typed && !["string", "enum"].includes(field.type)) return undefined;
  field.type = "enum";
  field.values = names;
  delete field.min;
  delete field.max;
  delete field.minLength;
  delete field.maxLength;
  if (typeof chosen === "string" && names.includes(enumValue(chosen))) {
    field.default = enumValue(chosen);
  } else if (field.state) {
    field.default = names[0] ?? null;
    field.assumedDefault = true;
  } else {
    delete field.default;
    delete field.assumedDefault;
  }
  return [".values"];
}

/** What holds more than one value. */
const MANY: ReadonlySet<string> = new Set(["json", "list"]);
const TIMES: ReadonlySet<string> = new Set(["date", "datetime", "boolean"]);
/** Units that are counted in whole numbers. */
const COUNTED: ReadonlySet<string> = new Set(
  ("minutes minute seconds second hours hour days day weeks week months month years year stars points milliseconds " +
    "ms cents pages pieces")
    .split(" "),
);
/** Units of what is paid or shared. */
const SHARED: ReadonlySet<string> = new Set(
  "percent % euros euro dollars dollar eur usd gbp pounds".split(" "),
);
const NUMERIC: ReadonlySet<string> = new Set(["integer", "decimal", "number"]);
const TEXTUAL: ReadonlySet<string> = new Set([
  "string",
  "text",
  "email",
  "url",
]);
const YES_NO: ReadonlySet<string> = new Set(["yes", "no", "true", "false"]);
