/**
 * What the file of an entity's computed fields needs, and what tests know about them.
 *
 * @module
 */
import { type Expression, fieldsIn } from "../blueprint/expression.ts";
import { computedInOrder } from "../model/expand_computed.ts";
import { typeNameOf as safeTypeName, variableNameOf } from "../model/names.ts";
import type { EntityModel, FieldModel } from "../model/system_model.ts";
import {
  comment,
  joined,
  type Name,
  name,
  type Safe,
  safe,
  tsLiteral,
} from "../../templates/safe_text.ts";
import type { ComputedView } from "../../templates/views.ts";
import { withArticle } from "../blueprint/with_article.ts";

type Ts = Safe<"ts">;

/** Describes the computed fields of one entity; undefined when it has none. */
export function computedView(entity: EntityModel): ComputedView | undefined {
  const constant = computedConstant(entity);
  if (constant === undefined) return undefined;
  const parameter = name(variableNameOf(entity.name));
  const fields = computedInOrder(entity.fields).flatMap((field) =>
    field.computation === undefined ? [] : [{
      name: tsLiteral(field.name),
      about: comment(field.computation.text),
      parameter: fieldsIn(field.computation.expression).length === 0
        ? safe<"ts">``
        : parameter,
      value: spelled(field.computation.expression, parameter),
    }]
  );
  const used = Object.values(FUNCTIONS).filter((text) =>
    fields.some(({ value }) => value.includes(`${text}(`))
  );
  return {
    file: name(entity.name.snake),
    typeName: name(safeTypeName(entity.name)),
    constant,
    one: comment(withArticle(entity.name.words)),
    ...(used.length === 0 ? {} : {
      imports: joined(used.toSorted().map((text) => name(text)), safe`, `),
    }),
    fields,
  };
}

/** Names the list of an entity's computed fields; undefined when it has none. */
export function computedConstant(entity: EntityModel): Name | undefined {
  return entity.fields.some(isComputed)
    ? name(`${entity.name.constant}_COMPUTED`)
    : undefined;
}

/** Tells whether a field is computed. */
export function isComputed({ computation }: FieldModel): boolean {
  return computation !== undefined;
}

function spelled(expression: Expression, parameter: Name): Ts {
  switch (expression.kind) {
    case "number":
      return tsLiteral(expression.value);
    case "field":
      return safe<"ts">`${parameter}.${name(expression.name)}`;
    case "negative":
      return safe<"ts">`${name(FUNCTIONS.negative)}(${
        spelled(expression.of, parameter)
      })`;
    default:
      return safe<"ts">`${name(FUNCTIONS[expression.kind])}(${
        spelled(expression.left, parameter)
      }, ${spelled(expression.right, parameter)})`;
  }
}

const FUNCTIONS = {
  "+": "plus",
  "-": "minus",
  "*": "times",
  "/": "over",
  negative: "negative",
} as const;
