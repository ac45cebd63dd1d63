/**
 * The part of the contract of a table that is about lists and groups.
 *
 * @module
 */
import { deepStrictEqual, ok } from "node:assert/strict";
import type { Group, Page } from "./entity_request.ts";
import {
  type Entity,
  type EntitySpec,
  fieldOf,
  itemOf,
  SERVER_FIELDS,
  valueOf,
} from "./entity_spec.ts";
import { equalityKey, valueComparison } from "./field_value.ts";
import {
  type FieldColumn,
  type FieldFilter,
  type FilterValue,
  isSortable,
  type ListQuery,
  parseListQuery,
} from "./list_query.ts";
import type { Check, TableUnderTest } from "./table_conformance.ts";

const pagesCoverEverythingOnce: Check = async (subject) => {
  const entities = await fill(subject, 12);
  const ids = entities.map(({ id }) => id);
  deepStrictEqual((await list(subject, "limit=5")).map(({ id }) => id), ids);
  for (const field of sortable(subject.spec)) {
    const tie = field === "id" ? "" : ",-id"; // a full reversal, so that the lists mirror each other
    const up = (await list(subject, `limit=5&sort=${field}`)).map(({ id }) =>
      id
    );
    const down = await list(subject, `limit=5&sort=-${field}${tie}`);
    deepStrictEqual(up.toSorted(), ids, `sort=${field}`);
    deepStrictEqual(
      down.map(({ id }) => id).toReversed(),
      up,
      `sort=-${field}`,
    );
  }
};

const filtersByEveryField: Check = async (subject) => {
  const entities = await fill(subject, 8);
  for (const [field, { kind }] of Object.entries(subject.spec.fields)) {
    if (kind === "json" || kind === "list") continue;
    const wanted = valueOf(entities[2]!, field);
    const query = new URLSearchParams([[field, String(wanted ?? "")]]);
    deepStrictEqual(
      await list(subject, query.toString()),
      entities.filter((entity) => valueOf(entity, field) === wanted),
      query.toString(),
    );
  }
};

const filtersByElements: Check = async (subject) => {
  const entities = await fill(subject, 8);
  for (const [field, { kind }] of Object.entries(subject.spec.fields)) {
    if (kind !== "list") continue;
    const elements = (entity: Entity) => valueOf(entity, field) as unknown[];
    const element = elements(entities[2]!)[1];
    ok(element !== undefined, `the sample has no element in "${field}"`);
    const query = new URLSearchParams([[field, String(element)]]);
    deepStrictEqual(
      await list(subject, query.toString()),
      entities.filter((entity) => elements(entity).includes(element)),
      query.toString(),
    );
  }
};

const filtersByAnyOfSeveral: Check = async (subject) => {
  const entities = await fill(subject, 8);
  for (const field of compared(subject.spec)) {
    for (const wanted of [[2, 5, 3], [2], []]) {
      const anyOf = wanted.map((n) => comparable(entities[n]!, field));
      deepStrictEqual(
        await found(subject, [{ field, anyOf }]),
        entities.filter((entity) => anyOf.includes(comparable(entity, field))),
        `${field} is any of ${anyOf}`,
      );
    }
  }
};

const filtersByOtherRows: Check = async (subject) => {
  const { spec } = subject;
  const entities = await fill(subject, 8);
  const id = columnOf(spec, "id");
  const { table } = spec;
  for (const name of compared(spec)) {
    const where = columnOf(spec, name);
    const value = comparable(entities[2]!, name);
    const wanted = entities.filter((entity) =>
      comparable(entity, name) === value
    );
    const link = { table, select: id, where, value };
    deepStrictEqual(
      await found(subject, [{ field: "id", within: link }]),
      wanted,
      name,
    );
    const twice = { table, select: where, where: id, within: link };
    deepStrictEqual(
      await found(subject, [{ field: name, within: twice }]),
      value === null ? [] : wanted,
      `${name} of others`,
    );
  }
};

const skipsAndCounts: Check = async (subject) => {
  const entities = await fill(subject, 8);
  const fields = compared(subject.spec).slice(0, 6);
  const sorts = ["id", ...fields].map((field) => ({ field, descending: true }));
  for (const [n, sort] of [[], ...sorts.map((key) => [key])].entries()) {
    const whole = await readQuery(subject, { limit: 8, sort, filters: [] });
    for (const offset of [0, 3, 7, 8, 20]) {
      const query = { limit: 2, sort, filters: [], offset, total: true };
      const { items, total } = await readQuery(subject, query);
      deepStrictEqual(items, whole.items.slice(offset, offset + 2), `${n}`);
      deepStrictEqual(total, 8);
    }
  }
  const filters = [{ field: "id", anyOf: [entities[1]!.id, entities[4]!.id] }];
  const few = { limit: 1, sort: [], filters, total: true };
  const page = await readQuery(subject, few);
  deepStrictEqual([page.items, page.total], [[entities[1]], 2]);
  const after = { values: [], id: entities[1]!.id };
  const next = await readQuery(subject, { ...few, after });
  deepStrictEqual([next.items, next.total], [[entities[4]], 2]);
  const { total } = await readQuery(subject, { ...few, total: false });
  deepStrictEqual(total, undefined);
};

const keepsTheFirstOfEach: Check = async (subject) => {
  const entities = await fill(subject, 9);
  const filters = [{
    field: "id",
    anyOf: entities.slice(1).map(({ id }) => id),
  }];
  const sort = [{ field: "id", descending: true }];
  const whole = await readQuery(subject, { limit: 9, sort, filters });
  deepStrictEqual(whole.items, entities.slice(1).toReversed());
  for (const field of compared(subject.spec)) {
    const { kind } = fieldOf(subject.spec, field)!;
    for (const limit of [1, 2]) {
      const query = { limit: 9, sort, filters, each: { field, limit } };
      const counts = new Map<unknown, number>();
      const wanted: readonly Entity[] = whole.items.filter((entity) => {
        const key = equalityKey(kind, comparable(entity, field));
        counts.set(key, (counts.get(key) ?? 0) + 1);
        return counts.get(key)! <= limit;
      });
      const { items } = await readQuery(subject, query);
      deepStrictEqual(items, wanted, `${field}, ${limit} of each`);
    }
  }
};

const countsGroups: Check = async (subject) => {
  const { table, spec } = subject;
  const entities = await fill(subject, 8);
  const sum = Object.keys(spec.fields)
    .filter((name) => NUMBERS.includes(spec.fields[name]!.kind));
  const lists = Object.keys(spec.fields)
    .filter((name) => spec.fields[name]!.kind === "list");
  for (const by of [...compared(spec), ...lists]) {
    const filters = [{
      field: "id",
      anyOf: entities.slice(1).map((e) => e.id),
    }];
    deepStrictEqual(
      await table.execute({ kind: "groups", by, filters, sum }),
      {
        kind: "groups",
        groups: groupsOf(spec, entities.slice(1), { by, sum }),
      },
      by,
    );
  }
  const [by = "id"] = compared(spec);
  const filters = [{ field: "id", anyOf: [] }];
  const none = { kind: "groups", groups: [] };
  deepStrictEqual(await table.execute({ kind: "groups", by, filters }), none);
};

/** The checks. */
export const LIST_CHECKS: readonly Check[] = [
  pagesCoverEverythingOnce,
  filtersByEveryField,
  filtersByElements,
  filtersByAnyOfSeveral,
  filtersByOtherRows,
  skipsAndCounts,
  keepsTheFirstOfEach,
  countsGroups,
];

/** Stores samples. */
export async function fill<T extends Entity>(
  subject: TableUnderTest<T>,
  count: number,
): Promise<T[]> {
  const entities = Array.from({ length: count }, (_, n) => subject.sample(n));
  for (const entity of entities) {
    const { kind } = await subject.table.execute({ kind: "insert", entity });
    deepStrictEqual(kind, "entity");
  }
  return entities;
}

/** Reads a whole list, page by page. */
export async function list<T extends Entity>(
  subject: TableUnderTest<T>,
  text: string,
): Promise<T[]> {
  const params = new URLSearchParams(text);
  const entities: T[] = [];
  for (;;) {
    const page = await readPage(subject, params);
    entities.push(...page.items);
    if (page.nextCursor === null) return entities;
    params.set("cursor", page.nextCursor);
  }
}

async function readPage<T extends Entity>(
  subject: TableUnderTest<T>,
  params: URLSearchParams,
): Promise<Page<T>> {
  const query = parseListQuery(subject.spec, params);
  ok(query.ok, `the query "${params}" is refused`);
  return await readQuery(subject, query.value);
}

async function readQuery<T extends Entity>(
  { table }: TableUnderTest<T>,
  query: ListQuery,
): Promise<Page<T>> {
  const result = await table.execute({ kind: "list", query });
  ok(result.kind === "page", `a list is answered with "${result.kind}"`);
  return result.page;
}

function sortable(spec: EntitySpec): string[] {
  return Object.entries({ ...SERVER_FIELDS, ...spec.fields })
    .filter(([, field]) => isSortable(field)).map(([name]) => name);
}

/** The fields that can be compared, the server's first. */
function compared(spec: EntitySpec): string[] {
  return Object.entries({ ...SERVER_FIELDS, ...spec.fields })
    .filter(([, { kind }]) => kind !== "json" && kind !== "list")
    .map(([name]) => name);
}

function comparable(entity: Entity, field: string): FilterValue {
  return valueOf(entity, field) as FilterValue; // of a field of `compared`
}

function columnOf(spec: EntitySpec, name: string): FieldColumn {
  const field = fieldOf(spec, name);
  ok(field, `no field "${name}"`);
  return { name, spec: field };
}

async function found<T extends Entity>(
  subject: TableUnderTest<T>,
  filters: readonly FieldFilter[],
): Promise<readonly T[]> {
  const { items } = await readQuery(subject, { limit: 50, sort: [], filters });
  return items;
}

/** Counts and adds up by itself. */
function groupsOf(
  spec: EntitySpec,
  entities: readonly Entity[],
  { by, sum }: { readonly by: string; readonly sum: readonly string[] },
): Group[] {
  const field = fieldOf(spec, by)!;
  const isList = field.kind === "list";
  const { kind } = isList ? itemOf(field) : field;
  const members = entities.flatMap((entity) => {
    const value = valueOf(entity, by);
    const values = isList ? value as FilterValue[] : [value as FilterValue];
    return values.map((value) => ({ value: equalityKey(kind, value), entity }));
  });
  return [...new Set(members.map(({ value }) => value))]
    .sort(valueComparison(kind))
    .map((value) => {
      const group = members.filter((member) => member.value === value);
      const sums = sum.map((name) => {
        const numbers = group.map(({ entity }) =>
          Number(valueOf(entity, name))
        );
        const total = numbers.reduce((total, n) => total + n * 1000, 0);
        return [name, total / 1000];
      });
      return { value, count: group.length, sums: Object.fromEntries(sums) };
    });
}

const NUMBERS = ["integer", "decimal", "number"];
