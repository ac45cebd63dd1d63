/**
 * The part of the contract of a table that is about groups by several keys, and what is measured of them.
 *
 * @module
 */
import { deepStrictEqual } from "node:assert/strict";
import { decimalText, toScaled } from "./decimal.ts";
import type {
  DatePart,
  Group,
  GroupKey,
  GroupsQuery,
  Measures,
} from "./entity_request.ts";
import {
  type Entity,
  type EntitySpec,
  fieldOf,
  SERVER_FIELDS,
  valueOf,
} from "./entity_spec.ts";
import { equalityKey, valueComparison } from "./field_value.ts";
import { isNumeric } from "./groups_query.ts";
import { fill } from "./list_conformance.ts";
import type { FilterValue } from "./list_query.ts";
import type { Check, TableUnderTest } from "./table_conformance.ts";

const groupsByKeys: Check = async (subject) => {
  const { spec } = subject;
  const entities = await fill(subject, 9);
  const measure = namesOf(spec, MEASURED);
  const keys = Object.keys({ ...SERVER_FIELDS, ...spec.fields })
    .filter((name) => !UNGROUPED.includes(fieldOf(spec, name)!.kind))
    .map((field): GroupKey => ({ field }));
  const parts = namesOf(spec, ["date", "datetime"]).flatMap((field) =>
    PARTS.map((part): GroupKey => ({ field, part }))
  );
  const few = keys.slice(-3);
  for (
    const by of [
      [],
      ...[...keys, ...parts].map((key) => [key]),
      ...[...keys, ...parts].map((key) => [few[0]!, key]),
      few,
    ]
  ) {
    const filters = [{ field: "id", anyOf: entities.slice(1).map(idOf) }];
    const query = { by, filters, measure };
    const expected = expectedGroups(spec, entities.slice(1), query);
    deepStrictEqual(await groups(subject, query), expected);
    deepStrictEqual(
      await groups(subject, { ...query, limit: 2 }),
      expected.slice(0, 2),
    );
  }
};

const measuresNothing: Check = async (subject) => {
  const measure = namesOf(subject.spec, MEASURED);
  const by = [{ field: "id" }];
  deepStrictEqual(await groups(subject, { by, filters: [], measure }), []);
  const all = await groups(subject, { by: [], filters: [], measure });
  deepStrictEqual(
    all,
    expectedGroups(subject.spec, [], { by: [], filters: [], measure }),
  );
};

/** The checks. */
export const GROUP_CHECKS: readonly Check[] = [groupsByKeys, measuresNothing];

async function groups<T extends Entity>(
  { table }: TableUnderTest<T>,
  query: GroupsQuery,
): Promise<readonly Group[]> {
  const result = await table.execute({ kind: "groups", ...query });
  deepStrictEqual(result.kind, "groups");
  return "groups" in result ? result.groups : [];
}

/** Groups and measures by itself. */
function expectedGroups(
  spec: EntitySpec,
  entities: readonly Entity[],
  { by, measure = [] }: GroupsQuery,
): Group[] {
  const keys = typeof by === "string" ? [] : by;
  const valuesOf = (entity: Entity) =>
    keys.map(({ field, part }) => {
      const value = valueOf(entity, field) as FilterValue;
      return part && value !== null
        ? String(value).slice(0, LENGTHS[part])
        : equalityKey(fieldOf(spec, field)!.kind, value) as FilterValue;
    });
  const members = Object.groupBy(
    entities,
    (entity) => JSON.stringify(valuesOf(entity)),
  );
  const found = keys.length === 0
    ? [entities]
    : Object.values(members).flatMap((group) => group ? [group] : []);
  return found.map((group): Group => {
    const values = group[0] ? valuesOf(group[0]) : [];
    return {
      value: values[0] ?? null,
      count: group.length,
      sums: {},
      values,
      ...(measure.length === 0 ? {} : {
        measures: Object.fromEntries(
          measure.map((name) => [name, measuresOf(spec, name, group)]),
        ),
      }),
    };
  }).sort((a, b) => {
    const differences = keys.map(({ field }, i) =>
      valueComparison(fieldOf(spec, field)!.kind)(a.values![i]!, b.values![i]!)
    );
    return differences.find((difference) => difference !== 0) ?? 0;
  });
}

function measuresOf(
  spec: EntitySpec,
  name: string,
  group: readonly Entity[],
): Measures {
  const field = fieldOf(spec, name)!;
  const { kind, scale = 0 } = field;
  const values = group.map((entity) => valueOf(entity, name) as FilterValue)
    .filter((value) => value !== null).sort(valueComparison(kind));
  const sum = kind === "number"
    ? String(values.reduce<number>((sum, value) => sum + Number(value), 0))
    : decimalText(
      values.reduce(
        (sum, value) => sum + BigInt(toScaled(Number(value), scale) ?? 0),
        0n,
      ),
      scale,
    );
  return {
    known: values.length,
    ...(isNumeric(field) ? { sum } : {}),
    min: values[0] ?? null,
    max: values.at(-1) ?? null,
  };
}

function namesOf(spec: EntitySpec, kinds: readonly string[]): string[] {
  return Object.entries({ ...SERVER_FIELDS, ...spec.fields })
    .filter(([, { kind }]) => kinds.includes(kind)).map(([name]) => name);
}

function idOf({ id }: Entity): string {
  return id;
}

const MEASURED = ["integer", "decimal", "number", "date", "datetime", "time"];
const UNGROUPED: readonly string[] = ["json", "list"];
const PARTS: readonly DatePart[] = ["year", "month", "day"];
const LENGTHS: Readonly<Record<DatePart, number>> = {
  year: 4,
  month: 7,
  day: 10,
};
