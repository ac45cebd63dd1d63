/**
 * Trials of aggregates of a resource: what they tell is worked out again from what is in the list.
 *
 * @module
 */
import assert from "node:assert/strict";
import type { AggregateGroup, AggregateSpec } from "./aggregate_spec.ts";
import { clientName } from "./client_names.ts";
import type { JsonObject } from "./entity_request.ts";
import { type Entity, valueOf } from "./entity_spec.ts";
import { groupsOf } from "./expect_aggregates.ts";
import { expectError } from "./expect_error.ts";
import { viewOf } from "./expect_shown.ts";
import { equalityKey } from "./field_value.ts";
import { listed } from "./resource_list_trials.ts";
import {
  callerFor,
  collection,
  makeOne,
  makeSibling,
  operationOf,
} from "./resource_stage.ts";
import {
  type ResourceSubject,
  type Stage,
  type Trial,
  trialOf,
} from "./resource_subject.ts";

/** What aggregates are tried with. */
export interface AggregateTrialOptions {
  /** The aggregates. */
  readonly aggregates: readonly AggregateSpec[];
  /** What entities have instead of the samples' values, in turn. */
  readonly values: readonly JsonObject[];
}

/** What must hold of the aggregates of a resource. */
export function aggregateTrials(
  subject: ResourceSubject,
  { aggregates, values }: AggregateTrialOptions,
): readonly Trial[] {
  const list = operationOf(subject, "list");
  if (list === undefined) return [];
  const { path } = subject.resource;
  return aggregates.map((aggregate) =>
    trialOf(
      subject,
      `GET ${path}/${aggregate.name} tells what the list comes to`,
      async (stage) => {
        const first = await makeOne(stage, values[0]);
        for (let n = 1; n < MADE; n++) {
          await makeSibling(stage, first, values[n % values.length]);
        }
        // What is part of something else does not count.
        if (subject.resource.parent) await makeOne(stage);
        const { client, id } = await callerFor(stage, list, first);
        const place = `${await collection(stage, first)}/${aggregate.name}`;
        const there = await listed(stage, first, id);
        const told = async (query: string, expected: readonly Entity[]) => {
          const answer = await client.get(`${place}?${query}`);
          assert.equal(answer.status, 200, JSON.stringify(answer.body));
          const groups = await groupsShown(stage, aggregate, {
            entities: expected,
            viewerId: id,
          });
          assert.deepEqual(answer.body, { groups }, query);
        };
        await told("", there);
        for (const { name, field } of parameters(subject, aggregate)) {
          const value = valueOf(first, field);
          const query = new URLSearchParams({ [name]: String(value ?? "") });
          const same = sameIn(subject, field, value);
          await told(query.toString(), there.filter(same));
        }
        for (const query of refused(subject)) {
          const answer = await client.get(`${place}?${query}`);
          expectError(subject.errors, answer, 422, query.split("=")[0]);
        }
      },
    )
  );
}

/** The groups of entities as clients must see them. */
async function groupsShown(
  { subject: { resource, shape }, system }: Stage,
  aggregate: AggregateSpec,
  { entities, viewerId }: {
    readonly entities: readonly Entity[];
    readonly viewerId: string | undefined;
  },
): Promise<JsonObject[]> {
  const { entity: spec, shows } = resource;
  const seen = (field: string) => clientName(shows, field, shape.naming);
  const groups: JsonObject[] = [];
  for (const group of groupsOf(spec, aggregate, entities)) {
    const shown: Record<string, unknown> = {};
    for (const { field } of aggregate.by) {
      const isPlain = Object.values(shows).includes(field);
      const related = Object.entries(shows).filter(([, one]) =>
        !isPlain && typeof one !== "string" && one.kind === "one" &&
        one.field === field
      ).slice(0, 1);
      if (related.length === 0) shown[seen(field)] = group[field];
      const like = { ...NOTHING, [field]: group[field] };
      const seeing = { ...system, viewerId };
      const view = await viewOf(Object.fromEntries(related), like, seeing);
      Object.assign(shown, view);
    }
    groups.push({ ...shown, ...measuresOf(group, aggregate, seen) });
  }
  return groups;
}

function measuresOf(
  group: AggregateGroup,
  aggregate: AggregateSpec,
  seen: (field: string) => string,
): JsonObject {
  const measures: [string, unknown][] = [["count", group.count]];
  for (const measure of ["sum", "avg", "min", "max"] as const) {
    const fields = aggregate[measure];
    if (fields === undefined) continue;
    const values = fields.map((field) =>
      [seen(field), group[measure]?.[field]] as const
    );
    measures.push([measure, Object.fromEntries(values)]);
  }
  return Object.fromEntries(measures);
}

/** The parameters of the list that say what a whole key is. */
function parameters(
  { resource: { entity, shows, filters } }: ResourceSubject,
  { by }: AggregateSpec,
): readonly { readonly name: string; readonly field: string }[] {
  const all: [string, unknown][] = filters === undefined
    ? Object.entries(shows)
    : Object.entries(filters).map(([name, filter]) =>
      [name, filter.kind === "field" ? filter.field : undefined] as const
    ).map(([name, field]) => [name, field]);
  return all.flatMap(([name, field]) => {
    const key = by.find((one) => one.field === field);
    return key && key.part === undefined && key.field in entity.fields
      ? [{ name, field: key.field }]
      : [];
  });
}

function sameIn(
  { resource: { entity } }: ResourceSubject,
  field: string,
  value: unknown,
): (one: Entity) => boolean {
  const kind = entity.fields[field]?.kind;
  const key = equalityKey(kind, value);
  return (one) => equalityKey(kind, valueOf(one, field)) === key;
}

/** What lists have and aggregates have not, and what neither has. */
function refused({ shape: { paging } }: ResourceSubject): readonly string[] {
  return [
    "limit=1",
    "sort=id",
    "q=x",
    paging.style === "offset" ? "offset=1" : "cursor=x",
    "noSuchParameter=1",
  ];
}

const NOTHING: Entity = { id: "", createdAt: "", updatedAt: "" };
const MADE = 5;
