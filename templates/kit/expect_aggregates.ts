/**
 * Checks of aggregates over HTTP, for tests: what they tell is worked out again from what is listed.
 *
 * @module
 */
import assert from "node:assert/strict";
import type {
  AggregateGroup,
  AggregateSpec,
  Measured,
} from "./aggregate_spec.ts";
import { decimalText, toScaled } from "./decimal.ts";
import type { Page } from "./entity_request.ts";
import {
  type Entity,
  type EntitySpec,
  fieldOf,
  valueOf,
} from "./entity_spec.ts";
import { valueComparison } from "./field_value.ts";
import type { FilterValue } from "./list_query.ts";
import { type ApiClient, expectProblem } from "./testing.ts";

/** What is tried. */
export interface AggregatesTrial {
  /** Calls the API. */
  readonly client: ApiClient;
  /** The entity. */
  readonly spec: EntitySpec;
  /** Its aggregates. */
  readonly aggregates: readonly AggregateSpec[];
  /** Makes an entity, another for every number. */
  readonly make: (n: number) => Promise<Entity>;
  /** Whether one can be deleted. @default false */
  readonly deletes?: boolean;
}

/** Checks that aggregates tell exactly what the list has, with and without a filter, also when something is gone. */
export async function expectAggregates(trial: AggregatesTrial): Promise<void> {
  const { client, spec: { path }, aggregates } = trial;
  await compareAll(trial, "");
  const made: Entity[] = [];
  for (let n = 0; n < MADE; n++) made.push(await trial.make(n));
  await compareAll(trial, "");
  for (const { name, by } of aggregates) {
    for (const { field, part } of by) {
      if (part !== undefined) continue;
      const value = String(valueOf(made[0]!, field) ?? "");
      await compareAll(
        trial,
        new URLSearchParams({ [field]: value }).toString(),
      );
    }
    for (const query of ["limit=1", "cursor=x", "sort=id", "q=x", "nosuch=1"]) {
      const refused = await client.get(`${path}/${name}?${query}`);
      expectProblem(refused, 422, query.split("=")[0]!);
    }
  }
  if (!trial.deletes) return;
  const gone = await client.delete(`${path}/${made[0]!.id}`);
  assert.equal(gone.status, 204);
  await compareAll(trial, "");
}

/** Checks that somebody is told by the aggregates what their list tells them. */
export async function compareAll(
  { client, spec, aggregates }: Pick<
    AggregatesTrial,
    "client" | "spec" | "aggregates"
  >,
  filter: string,
): Promise<void> {
  const entities = await listed(client, `${spec.path}?limit=200&${filter}`);
  for (const aggregate of aggregates) {
    const path = `${spec.path}/${aggregate.name}?${filter}`;
    const { status, body } = await client.get<Groups>(path);
    assert.equal(status, 200, `${path}: ${JSON.stringify(body)}`);
    assert.deepEqual(
      body,
      { groups: groupsOf(spec, aggregate, entities) },
      path,
    );
  }
}

async function listed(client: ApiClient, path: string): Promise<Entity[]> {
  const entities: Entity[] = [];
  for (let cursor = "";;) {
    const { status, body } = await client.get<Page<Entity>>(path + cursor);
    assert.equal(status, 200, JSON.stringify(body));
    entities.push(...body.items);
    if (body.nextCursor === null) return entities;
    cursor = `&cursor=${body.nextCursor}`;
  }
}

/** Works out the groups of entities, as the conventional API shows them. */
export function groupsOf(
  spec: EntitySpec,
  aggregate: AggregateSpec,
  entities: readonly Entity[],
): readonly AggregateGroup[] {
  const groups = new Map<string, { values: FilterValue[]; of: Entity[] }>();
  for (const entity of entities) {
    const values = aggregate.by.map(({ field, part }): FilterValue => {
      const value = valueOf(entity, field) as FilterValue; // it can be a filter
      return part && value !== null
        ? String(value).slice(0, LENGTHS[part])
        : value;
    });
    const key = JSON.stringify(values);
    const group = groups.get(key) ?? { values, of: [] };
    group.of.push(entity);
    groups.set(key, group);
  }
  const compare = aggregate.by.map(({ field }) =>
    valueComparison(fieldOf(spec, field)?.kind)
  );
  return [...groups.values()].sort((a, b) =>
    compare.map((one, i) => one(a.values[i]!, b.values[i]!))
      .find((difference) => difference !== 0) ?? 0
  ).map(({ values, of }) => ({
    ...Object.fromEntries(
      aggregate.by.map(({ field }, i) => [field, values[i]!]),
    ),
    count: of.length,
    ...measuresOf(spec, aggregate, of),
  }));
}

function measuresOf(
  spec: EntitySpec,
  aggregate: AggregateSpec,
  entities: readonly Entity[],
): Readonly<Record<string, Measured>> {
  const measures: Record<string, Measured> = {};
  for (const measure of ["sum", "avg", "min", "max"] as const) {
    const fields = aggregate[measure];
    if (fields === undefined) continue;
    measures[measure] = Object.fromEntries(fields.map((field) => {
      const values = entities.map((entity) =>
        valueOf(entity, field) as FilterValue
      ).filter((value) => value !== null);
      return [field, valueMeasured(spec, field, { measure, values })];
    }));
  }
  return measures;
}

function valueMeasured(
  spec: EntitySpec,
  name: string,
  { measure, values }: {
    readonly measure: "sum" | "avg" | "min" | "max";
    readonly values: readonly FilterValue[];
  },
): FilterValue {
  const { kind, scale = 0 } = fieldOf(spec, name)!;
  if (measure === "min" || measure === "max") {
    const inOrder = values.toSorted(valueComparison(kind));
    const value = inOrder.at(measure === "min" ? 0 : -1) ?? null;
    return kind === "decimal" && value !== null
      ? Number(value).toFixed(scale)
      : value;
  }
  if (measure === "avg" && values.length === 0) return null;
  if (kind === "number") {
    const sum = values.reduce<number>((sum, value) => sum + Number(value), 0);
    return measure === "sum" ? sum : sum / values.length;
  }
  const sum = values.reduce<bigint>(
    (sum, value) => sum + BigInt(toScaled(Number(value), scale)!),
    0n,
  );
  if (measure === "avg") {
    return decimalText(mean(sum * 100n, BigInt(values.length)), scale + 2);
  }
  return kind === "decimal" ? decimalText(sum, scale) : Number(sum);
}

/** Divides and rounds, half to even. */
function mean(sum: bigint, count: bigint): bigint {
  const sign = sum < 0n ? -1n : 1n;
  const whole = sum * sign / count;
  const twice = 2n * (sum * sign % count);
  const isUp = twice > count || twice === count && whole % 2n === 1n;
  return sign * (isUp ? whole + 1n : whole);
}

interface Groups {
  readonly groups: readonly AggregateGroup[];
}

const MADE = 5;
const LENGTHS = { year: 4, month: 7, day: 10 } as const;
