/**
 * Numbers with which computed fields can be worked out: what tests give, and what must come of it.
 *
 * @module
 */
import { type Expression, fieldsIn } from "../blueprint/expression.ts";
import { computedInOrder } from "../model/expand_computed.ts";
import type {
  EntityModel,
  FieldModel,
  SystemModel,
} from "../model/system_model.ts";
import { settle } from "../../templates/kit/computed_fields.ts";
import { toScaled } from "../../templates/kit/decimal.ts";
import {
  minus,
  negative,
  type Operand,
  over,
  plus,
  times,
} from "../../templates/kit/exact_arithmetic.ts";
import { initialValue, sampleValue } from "./sample_values.ts";

/** The values of some fields, by name. */
export type FieldValues = Readonly<Record<string, number | null>>;

/** Gives the fields that others are computed of samples with which they can be. */
export function withComputedSamples(system: SystemModel): SystemModel {
  if (!system.entities.some(({ fields }) => fields.some(hasComputation))) {
    return system;
  }
  return { ...system, entities: system.entities.map(withSamples) };
}

/** Lists the fields that others are computed of, and that are not computed themselves. */
export function operandsOf({ fields }: EntityModel): readonly FieldModel[] {
  const named = new Set(
    fields.flatMap(({ computation }) =>
      computation
        ? fieldsIn(computation.expression).map(({ name }) => name)
        : []
    ),
  );
  return fields.filter((field) => named.has(field.name) && !field.computation);
}

/** Works out an entity's computed fields; undefined when the system would refuse the values. */
export function computedValues(
  entity: EntityModel,
  given: FieldValues,
): FieldValues | undefined {
  const values = { ...given };
  for (const field of computedInOrder(entity.fields)) {
    if (!field.computation) continue;
    const result = settle(
      { kind: kindOf(field), scale: field.scale },
      evaluated(field.computation.expression, values),
    );
    if (typeof result === "string" || !isWithin(field, result)) return;
    values[field.name] = result;
  }
  return values;
}

/** Lists up to so many values of the operands, each with all that comes of them; the first is the sample. */
export function computedCases(
  entity: EntityModel,
  most: number,
): readonly FieldValues[] {
  const settable = operandsOf(entity).filter((field) => !field.readOnly);
  const first = initialOf(entity);
  const cases = [
    first,
    ...TRIED.map((shift) => {
      const values = { ...first };
      settable.forEach((field, index) => {
        const all = candidates(field);
        values[field.name] = all[(shift + index) % all.length] ?? null;
      });
      return values;
    }),
  ];
  const worked = cases.flatMap((values) => {
    const all = computedValues(entity, values);
    return all === undefined ? [] : [all];
  });
  const texts = worked.map((values) => JSON.stringify(values));
  return worked.filter((_, index) => texts.indexOf(texts[index]!) === index)
    .slice(0, most);
}

/** Lists values of each operand that can be computed with in every combination. */
export function combinableValues(
  entity: EntityModel,
): Readonly<Record<string, readonly (number | null)[]>> {
  const first = initialOf(entity);
  const operands = operandsOf(entity).filter((field) => !field.readOnly);
  const chosen: Record<string, (number | null)[]> = {};
  for (const { name } of operands) chosen[name] = [first[name] ?? null];
  for (const field of operands) {
    const own = chosen[field.name] ?? [];
    for (const value of candidates(field)) {
      if (own.includes(value) || own.length >= MOST_VALUES) continue;
      own.push(value);
      const works = combinations(chosen).every((values) =>
        computedValues(entity, { ...first, ...values }) !== undefined
      );
      if (!works) own.pop();
    }
  }
  return chosen;
}

function withSamples(entity: EntityModel): EntityModel {
  if (!entity.fields.some(hasComputation)) return entity;
  const samples = searched(entity);
  if (samples === undefined) return entity;
  const all = computedValues(entity, samples) ?? samples;
  return {
    ...entity,
    fields: entity.fields.map((field) => {
      const sample = all[field.name];
      return sample === undefined || sample === null ||
          field.default !== undefined
        ? field
        : { ...field, sample };
    }),
  };
}

/** Looks for values that work together, also when any one of them is changed as tests change it. */
function searched(entity: EntityModel): FieldValues | undefined {
  const first = initialOf(entity);
  const free = operandsOf(entity).filter(({ readOnly, default: value }) =>
    !readOnly && value === undefined
  );
  let some: FieldValues | undefined;
  const lists = free.map((field) => [
    Number(sampleValue(field)),
    ...candidates(field),
  ]);
  let tries = 0;
  const search = (
    index: number,
    values: FieldValues,
  ): FieldValues | undefined => {
    const field = free[index];
    if (field === undefined) {
      tries++;
      if (computedValues(entity, values) === undefined) return undefined;
      some ??= values;
      return free.every((one) => changes(entity, values, one))
        ? values
        : undefined;
    }
    for (const value of lists[index] ?? []) {
      if (tries > MOST_TRIES) return undefined;
      const found = search(index + 1, { ...values, [field.name]: value });
      if (found) return found;
    }
  };
  return search(0, first) ?? some;
}

function changes(
  entity: EntityModel,
  values: FieldValues,
  { name, max }: FieldModel,
): boolean {
  const value = values[name] ?? 0;
  const next = max !== undefined && value + 1 > max ? value - 1 : value + 1;
  return computedValues(entity, { ...values, [name]: next }) !== undefined;
}

function initialOf(entity: EntityModel): FieldValues {
  return Object.fromEntries(
    operandsOf(entity).map((field) => {
      if (field.readOnly && field.default === undefined) {
        return [field.name, null];
      }
      return [field.name, Number(initialValue(field))];
    }),
  );
}

function evaluated(expression: Expression, values: FieldValues): Operand {
  switch (expression.kind) {
    case "number":
      return expression.value;
    case "field":
      return values[expression.name] ?? null;
    case "negative":
      return negative(evaluated(expression.of, values));
    default:
      return CALCULATIONS[expression.kind](
        evaluated(expression.left, values),
        evaluated(expression.right, values),
      );
  }
}

function candidates(field: FieldModel): readonly number[] {
  const { type, scale = 2, min = -Infinity, max = Infinity } = field;
  const near = [min, max].filter(Number.isFinite);
  const fits = (value: number) =>
    value >= min && value <= max &&
    (type !== "integer" || Number.isInteger(value)) &&
    (type !== "decimal" || toScaled(value, scale) !== undefined);
  return [...PLAIN, ...near].filter(fits);
}

function combinations(
  lists: Readonly<Record<string, readonly (number | null)[]>>,
): readonly FieldValues[] {
  return Object.entries(lists).reduce<readonly FieldValues[]>(
    (all, [name, values]) =>
      all.flatMap((one) => values.map((value) => ({ ...one, [name]: value }))),
    [{}],
  ).slice(0, MOST_TRIES);
}

function isWithin({ min, max }: FieldModel, value: number | null): boolean {
  return value === null ||
    value >= (min ?? -Infinity) && value <= (max ?? Infinity);
}

function hasComputation({ computation }: FieldModel): boolean {
  return computation !== undefined;
}

function kindOf({ type }: FieldModel): "integer" | "decimal" | "number" {
  return type === "integer" || type === "decimal" ? type : "number";
}

const CALCULATIONS = { "+": plus, "-": minus, "*": times, "/": over } as const;

/** Small numbers, those first with which floating point goes wrong. */
const PLAIN = [3, 0.1, 7, 1.1, 2, 19.99, 10, 100, 4.35, 1, 50, 1000, 0.07, 0];
const TRIED = Array.from({ length: 40 }, (_, index) => index);
const MOST_VALUES = 3;
const MOST_TRIES = 2000;
