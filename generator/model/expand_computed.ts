/**
 * Computed fields with everything decided: the expression as a tree, and whether the value may be null.
 *
 * @module
 */
import type { EntityBlueprint } from "../blueprint/blueprint.ts";
import {
  type Expression,
  fieldsIn,
  parseExpression,
} from "../blueprint/expression.ts";
import type { FieldModel } from "./system_model.ts";

/** Adds to a field what it is computed of; one that is not stays as it is. */
export function withComputation(
  field: FieldModel,
  entity: EntityBlueprint,
): FieldModel {
  const text = entity.fields[field.name]?.computed;
  if (typeof text !== "string") return field;
  const expression = treeOf(text);
  if (expression === undefined) return field;
  return {
    ...field,
    readOnly: true,
    nullable: mayBeNull(expression, entity),
    computation: { text, expression },
  };
}

/** Lists the computed fields, each after those that it is computed of. */
export function computedInOrder(
  fields: readonly FieldModel[],
): readonly FieldModel[] {
  const ordered: FieldModel[] = [];
  const add = (field: FieldModel | undefined): void => {
    if (!field?.computation || ordered.includes(field)) return;
    for (const { name } of fieldsIn(field.computation.expression)) {
      add(fields.find((other) => other.name === name));
    }
    ordered.push(field);
  };
  for (const field of fields) add(field);
  return ordered;
}

/** What is computed of something that may be null may be, too. The checks have found that none follows from itself. */
function mayBeNull(expression: Expression, entity: EntityBlueprint): boolean {
  return fieldsIn(expression).some(({ name }) => {
    const field = entity.fields[name];
    if (typeof field?.computed !== "string") {
      return !field?.required && (field?.default ?? null) === null;
    }
    const inner = treeOf(field.computed);
    return inner !== undefined && mayBeNull(inner, entity);
  });
}

function treeOf(text: string): Expression | undefined {
  const read = parseExpression(text);
  return "expression" in read ? read.expression : undefined;
}
