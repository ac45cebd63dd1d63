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
  if (field.type === "object") {
    return [["of another kind", tsLiteral("not this")]];
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
  if (field.type === "decimal") {
    values.push(["with too many decimals", tsLiteral(tooFine(field))]);
  }
  const stray = field.pattern === undefined ? undefined : strayText(field);
  if (stray !== undefined) {
    values.push(["of another pattern", tsLiteral(stray)]);
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
  if (field.type !== "list" || field.members) return [];
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

/** A number between two that the field may hold. */
function tooFine(field: FieldModel): number {
  return withDigits(field, (field.scale ?? 2) + 1);
}

/** A number that the field may hold, with as many decimal places as that allows. */
export function finest(field: FieldModel): number {
  return withDigits(field, field.scale ?? 2);
}

function withDigits(field: FieldModel, digits: number): number {
  const sample = Number(sampleValue(field));
  const step = field.max !== undefined && sample + 1 > field.max ? -1 : 1;
  return Number((sample + step / 10 ** digits).toFixed(digits));
}

/** A text of the right length that the field's pattern does not match; undefined where none of a few does. */
function strayText(
  { pattern = "", minLength = 0, maxLength = 1 }: FieldModel,
): string | undefined {
  const matches = new RegExp(`^(?:${pattern})$`, "u");
  return STRAY_LETTERS.map((letter) =>
    letter.repeat(Math.min(Math.max(minLength, 3), maxLength))
  ).find((text) => !matches.test(text));
}

const STRAY_LETTERS: readonly string[] = ["~", "x", "0"];

/** Objects with one member that is not like them, or that they do not have; `path` says where. */
export function badMembers(
  field: FieldModel,
): readonly {
  readonly title: string;
  readonly value: unknown;
  readonly path: string;
}[] {
  if (field.members === undefined) return [];
  const sample = sampleValue(elementField(field)) as Record<string, unknown>;
  const isList = field.type === "list";
  const before = isList ? `${field.name}.0.` : `${field.name}.`;
  const bad = (title: string, member: string, value: unknown) => {
    const { [member]: _left, ...rest } = sample;
    const object = value === undefined ? rest : { ...sample, [member]: value };
    return {
      title: `with ${member} ${title}`,
      value: isList ? [object] : object,
      path: `${before}${member}`,
    };
  };
  return [
    ...field.members.flatMap((member) => [
      ...(member.required ? [bad("missing", member.name, undefined)] : []),
      bad(
        "of the wrong type",
        member.name,
        WRONG[member.type] ?? { no: "such" },
      ),
      ...(member.min === undefined
        ? []
        : [bad("too small", member.name, member.min - 1)]),
      ...(member.max === undefined
        ? []
        : [bad("too large", member.name, member.max + 1)]),
    ]),
    bad("unknown", "noSuchMember", 1),
  ];
}

/** What an object holds instead of an object. */
const WRONG: Readonly<Record<string, unknown>> = { object: "not this" };
