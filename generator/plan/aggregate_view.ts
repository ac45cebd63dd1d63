/**
 * What templates need to know about aggregates, ready made.
 *
 * @module
 */
import type {
  AggregateModel,
  EntityModel,
  FieldModel,
  SystemModel,
} from "../model/system_model.ts";
import {
  mdCode,
  mdText,
  type Name,
  name,
  type Safe,
  safe,
  tsArray,
  tsLiteral,
  tsObject,
} from "../../templates/safe_text.ts";
import type { AggregateTestView } from "../../templates/contract_test_views.ts";
import { isComputed } from "./computed_view.ts";
import { otherValue } from "./other_values.ts";
import { differs } from "./sample_values.ts";

type Ts = Safe<"ts">;
type Md = Safe<"md">;

/** Tells whether an entity has aggregates. */
export function hasAggregates({ aggregates }: EntityModel): boolean {
  return aggregates !== undefined && aggregates.length > 0;
}

/** Names the constant that describes an entity's aggregates. */
export function aggregatesConstant(entity: EntityModel): Name {
  return name(`${entity.name.constant}_AGGREGATES`);
}

/** Renders that constant's value; undefined where there are none. */
export function aggregatesLiteral(entity: EntityModel): Ts | undefined {
  if (!hasAggregates(entity)) return undefined;
  return tsArray(
    (entity.aggregates ?? []).map(({ name: own, by, ...measures }) =>
      tsObject({
        name: tsLiteral(own.kebab),
        by: tsLiteral(by),
        ...Object.fromEntries(
          MEASURES.map((measure) => [
            measure,
            measures[measure].length === 0
              ? undefined
              : tsLiteral(measures[measure]),
          ]),
        ),
      })
    ),
  );
}

/** Lists the last segments of the paths of an entity's aggregates, which no key of an entity may be. */
export function aggregateSegments({ aggregates = [] }: EntityModel): string[] {
  return aggregates.map(({ name }) => name.kebab);
}

/** Says for docs/ENTITIES.md what can be told of a list. */
export function aggregateNotes(
  entity: EntityModel,
  { api }: SystemModel,
): Md[] {
  return (entity.aggregates ?? []).map((aggregate) => {
    const { name: own, by, ...measures } = aggregate;
    const path = api?.resources.find(({ aggregates }) =>
      aggregates.includes(aggregate)
    )?.path ?? entity.path;
    const keys = by.map(({ field, part }) =>
      part === undefined ? field : `${part} of ${field}`
    );
    const told = MEASURES.flatMap((measure) =>
      measures[measure].map((field) => `${measure} of ${field}`)
    );
    return safe`${
      mdCode(`GET ${path}/${own.kebab}`)
    } counts those of the list by ${mdText(keys.join(" and "))}${
      told.length === 0
        ? safe<"md">``
        : safe<"md">`, with the ${mdText(told.join(", "))}`
    }`;
  });
}

/** Describes the test of an entity's aggregates; undefined where it has none. */
export function aggregateTest(
  entity: EntityModel,
): AggregateTestView | undefined {
  if (!hasAggregates(entity) || !entity.operations.includes("list")) {
    return undefined;
  }
  const named = (entity.aggregates ?? []).flatMap(measuredFields);
  const fields = entity.fields.filter((field) =>
    named.includes(field.name) && canVary(field, entity)
  );
  return {
    constant: aggregatesConstant(entity),
    values: tsArray(variations(fields)),
    deletes: entity.operations.includes("delete") && !entity.stateRules,
  };
}

/** Whether tests can give it another value than the sample's; what others are computed of stays as it is. */
function canVary(field: FieldModel, { fields }: EntityModel): boolean {
  return !field.readOnly && !field.decided && !field.relation &&
    !field.slot && !differs(field) && !fields.some(isComputed);
}

/** Renders what entities of a test have instead of the samples' values: nothing, each of these alone, and all. */
function variations(fields: readonly FieldModel[]): readonly Ts[] {
  const others = fields.flatMap((field) => {
    const other = otherValue(field);
    return other === undefined ? [] : [[field.name, other] as const];
  }).slice(0, MOST_VARIED);
  return [
    [],
    ...(others.length > 1 ? others.map((other) => [other]) : []),
    ...(others.length > 0 ? [others] : []),
  ].map((values) => tsObject(Object.fromEntries(values)));
}

function measuredFields(aggregate: AggregateModel): string[] {
  return [
    ...aggregate.by.map(({ field }) => field),
    ...MEASURES.flatMap((measure) => aggregate[measure]),
  ];
}

const MEASURES = ["sum", "avg", "min", "max"] as const;
const MOST_VARIED = 4;
