/**
 * Values that a field refuses, for the generated tests.
 *
 * @module
 */
import type { FieldModel } from "../model/system_model.ts";
import { type Safe, safe, tsLiteral } from "../../templates/safe_text.ts";
import { durationsOutOfRange } from "./duration_values.ts";
import { elementField } from "./entity_view.ts";
import { sampleValue } from "./sample_values.ts";

type Ts = Safe<"ts">;

/** Lists values that have the field's type and break a rule of it. */
export function outOfRange(field: FieldModel): [string, Ts][] {
  const values: [string, Ts][] = [];
  if (field.type === "list") {
    const element = tsLiteral(sampleValue(elementField(field)));
    const most = (field.maxItems ?? 0) + 1;
    return [["with too many elements", safe`Array(${most}).fill(${element})`]];
  }
  if (field.min !== undefined) {
    values.push(["too small", tsLiteral(field.min - 1)]);
  }
  if (field.max !== undefined) {
    values.push(["too large", tsLiteral(field.max + 1)]);
  }
  if (field.required && (field.type === "string" || field.type === "text")) {
    values.push(["blank", tsLiteral(" ")]);
  }
  if (field.maxLength !== undefined) {
    values.push(["too long", tooLong(field, field.maxLength)]);
  }
  if (field.values) {
    values.push(["of no known value", tsLiteral("no such value")]);
  }
  for (const [title, value] of durationsOf(field)) {
    values.push([title, tsLiteral(value)]);
  }
  if (["date", "datetime", "time", "email", "url"].includes(field.type)) {
    values.push(["malformed", tsLiteral("not this")]);
  }
  return values;
}

/** Lists with one element that is not like them. */
export function badElements(field: FieldModel): [string, Ts][] {
  if (field.type !== "list") return [];
  const list = (value: Ts): Ts => safe`[${value}]`;
  return [
    ["with an element of the wrong type", list(tsLiteral({ not: "this" }))],
    ...outOfRange({ ...elementField(field), required: false })
      .map(([title, value]): [string, Ts] => [
        `with an element ${title}`,
        list(value),
      ]),
  ];
}

function durationsOf(
  field: FieldModel,
): readonly (readonly [string, string])[] {
  return field.type !== "duration" ? [] : [
    ...durationsOutOfRange(field),
    ["malformed", "not this"],
    ["of months", "P1M"],
    ["with a fraction", "PT0.5S"],
  ];
}

function tooLong({ type }: FieldModel, maxLength: number): Ts {
  const text = safe<"ts">`"x".repeat(${maxLength + 1})`;
  if (type === "email") return safe`${text} + "@example.com"`;
  return type === "url" ? safe`"https://example.com/" + ${text}` : text;
}
