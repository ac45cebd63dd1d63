/**
 * Bodies that an entity just takes, for the generated tests: what it needs alone, and each field at its limits.
 *
 * @module
 */
import type { EntityModel, FieldModel } from "../model/system_model.ts";
import {
  name,
  type Safe,
  safe,
  tsLiteral,
  tsObject,
} from "../../templates/safe_text.ts";
import type { TakenBodyView } from "../../templates/contract_test_views.ts";
import { operandsOf } from "./computed_samples.ts";
import { exampleBody } from "./sample_values.ts";
import { isComputed } from "./computed_view.ts";

type Ts = Safe<"ts">;

/** Lists the bodies, as changes of the sample body, with what becomes of them. */
export function takenBodies(entity: EntityModel): TakenBodyView[] {
  const operands = new Set(operandsOf(entity));
  const free = entity.fields.filter((field) =>
    isFree(field) && !operands.has(field)
  );
  return [
    ...leastBody(entity),
    ...free.flatMap((field) =>
      limitsOf(field).map(([title, value]): TakenBodyView => {
        const change = safe<"ts">`{ ${name(field.name)}: ${value} }`;
        return {
          title: tsLiteral(`${field.name} ${title}`),
          change,
          expected: change,
        };
      })
    ),
  ];
}

/** The sample body without what can be left out, where it has any. */
function leastBody(entity: EntityModel): TakenBodyView[] {
  const given = exampleBody(entity);
  const sources = new Set(entity.fields.map(({ from }) => from));
  const left = entity.fields.filter((field) =>
    field.name in given && !field.required && !field.slot &&
    !sources.has(field.name)
  );
  if (left.length === 0) return [];
  const shown = left.filter(({ writeOnly, type }) =>
    !writeOnly && type !== "slug"
  );
  const change = Object.fromEntries(
    left.map((field) => [field.name, safe<"ts">`undefined`]),
  );
  return [{
    title: tsLiteral("what it needs alone"),
    change: tsObject(change),
    expected: tsObject(
      Object.fromEntries(
        shown.filter((field) => field.type === "list" || field.nullable)
          .map((field) => [
            field.name,
            field.type === "list" ? safe<"ts">`[]` : tsLiteral(null),
          ]),
      ),
    ),
  }];
}

/** Whether a test can give the field any value that keeps its own rules. */
function isFree(field: FieldModel): boolean {
  return !field.readOnly && !field.writeOnly && !field.slot &&
    !field.decided && !field.relation && !isComputed(field) &&
    field.from === undefined;
}

function limitsOf(field: FieldModel): [title: string, value: Ts][] {
  switch (field.type) {
    case "string":
    case "text":
      return lengthsOf(field);
    case "integer":
    case "number":
    case "decimal":
      return [
        ...(field.min === undefined ? [] : [limit("at least", field.min)]),
        ...(field.max === undefined ? [] : [limit("at most", field.max)]),
      ];
    case "enum":
      return (field.values ?? []).map((value) => [
        `of ${value}`,
        tsLiteral(value),
      ]);
    default:
      return [];
  }
}

/** A pattern may want other letters, or fewer. */
function lengthsOf(
  { pattern, minLength = 0, maxLength }: FieldModel,
): [title: string, value: Ts][] {
  if (pattern !== undefined) return [];
  const text = (length: number): Ts => safe`"x".repeat(${length})`;
  return [
    ...(minLength > 1
      ? [["as short as it may be", text(minLength)] as [string, Ts]]
      : []),
    ...(maxLength === undefined
      ? []
      : [["as long as it may be", text(maxLength)] as [string, Ts]]),
  ];
}

function limit(title: string, value: number): [string, Ts] {
  return [`${title} ${value}`, tsLiteral(value)];
}
