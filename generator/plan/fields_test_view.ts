/**
 * What the contract tests of computed and write-only fields check.
 *
 * @module
 */
import { computedInOrder } from "../model/expand_computed.ts";
import type { EntityModel, SystemModel } from "../model/system_model.ts";
import {
  comment,
  joined,
  name,
  safe,
  tsLiteral,
} from "../../templates/safe_text.ts";
import type { FieldsTestView } from "../../templates/views.ts";
import { computedCases, operandsOf } from "./computed_samples.ts";
import { pathOf } from "./contract_paths.ts";
import { typeNameOf } from "./entity_view.ts";
import { otherValue } from "./other_values.ts";
import {
  bodyCall,
  bodyName,
  makeName,
  sampleExpression,
} from "./sample_views.ts";
import { isHidden } from "./shown_view.ts";

/** Describes the tests of one entity; undefined where there is nothing to try. */
export function fieldsTestView(
  entity: EntityModel,
  system: SystemModel,
): FieldsTestView | undefined {
  if (!entity.operations.includes("create")) return undefined;
  const computed = computedOf(entity);
  const hidden = entity.fields.filter((field) =>
    isHidden(field) && !field.readOnly
  ).map((field) => ({
    name: name(field.name),
    value: otherValue(field) ?? sampleExpression(field, system),
  }));
  if (computed === undefined && hidden.length === 0) return undefined;
  const list = entity.operations.includes("list");
  return {
    typeName: typeNameOf(entity),
    file: name(entity.name.snake),
    labelPlural: comment(entity.plural.words),
    path: pathOf(entity),
    bodyCall: bodyCall(entity, name("test.system")),
    makeName: makeName(entity),
    imports: joined(
      [bodyName(entity), ...(computed?.patch ? [makeName(entity)] : [])]
        .toSorted(),
      safe`, `,
    ),
    usesProblem: hidden.length > 0 && list,
    usesContains: computed !== undefined,
    list,
    ...(computed ? { computed } : {}),
    hidden,
  };
}

function computedOf(entity: EntityModel): FieldsTestView["computed"] {
  const fields = computedInOrder(entity.fields).filter((field) =>
    !isHidden(field)
  );
  const operands = operandsOf(entity).filter(({ readOnly, decided }) =>
    !readOnly && !decided
  );
  const cases = computedCases(entity, MOST_CASES);
  if (fields.length === 0 || cases.length === 0) return undefined;
  const only = (
    values: Readonly<Record<string, number | null>>,
    some: EntityModel["fields"],
  ) =>
    tsLiteral(
      Object.fromEntries(some.map(({ name }) => [name, values[name] ?? null])),
    );
  return {
    names: joined(fields.map((field) => name(field.name)), safe` and `),
    cases: cases.map((values) => ({
      given: only(values, operands),
      expected: only(values, fields),
    })),
    patch: entity.operations.includes("patch") &&
      !operands.some(({ immutable }) => immutable),
  };
}

const MOST_CASES = 4;
