/**
 * Trials of lists: pages, order, parameters, filters, and lists with a path of their own.
 *
 * @module
 */
import assert from "node:assert/strict";
import type { JsonObject } from "./entity_request.ts";
import {
  type Entity,
  type EntitySpec,
  valueOf,
  wordsOf,
} from "./entity_spec.ts";
import { expectError } from "./expect_error.ts";
import { viewOf } from "./expect_shown.ts";
import { listShows } from "./resource_answer.ts";
import { thereOf } from "./expect_sight.ts";
import type { SortKey } from "./list_query.ts";
import { pageNames } from "./page_names.ts";
import {
  type Caller,
  callerFor,
  collection,
  makeOne,
  makeSibling,
  operationOf,
  readAll,
} from "./resource_stage.ts";
import {
  type ResourceSubject,
  type Stage,
  type Trial,
  trialOf,
  type TrialOperation,
} from "./resource_subject.ts";

/** What must hold of lists. */
export function listTrials(subject: ResourceSubject): readonly Trial[] {
  const list = operationOf(subject, "list");
  if (list === undefined) return [];
  const { shape: { paging: { style, limit, most } }, resource } = subject;
  const on = (what: string, run: typeof walk) =>
    trialOf(subject, `GET ${resource.path} ${what}`, async (stage) => {
      await run(stage, list);
    });
  return [
    on(
      `gives each once, in order, ${
        style === "offset"
          ? "by limit and offset, and tells how many there are"
          : "on from a cursor"
      }`,
      walk,
    ),
    ...(limit <= 60
      ? [on(
        resource.paged === false
          ? "gives all there is unless the request says"
          : `gives ${limit} at most unless the request says`,
        usualPage,
      )]
      : []),
    on("refuses parameters that it does not have", badParameters),
    on("orders by what clients see", sorted),
    ...(resource.entity.search.length > 0
      ? [on("?q=… finds what has the text where clients see it", searched)]
      : []),
    on(`takes as many messages for ${Math.min(most, 50)} as for two`, constant),
  ];
}

/** One page of a list. */
export interface ListPage {
  /** What it shows. */
  readonly items: readonly JsonObject[];
  /** How many there are in all, where the API tells. */
  readonly total?: number;
  /** Where the next page begins, where the API tells. */
  readonly nextCursor?: string | null;
}

/** Reads a page, which must have what the API declares beside what it shows, and nothing else. */
export async function readPage(
  { subject: { shape, resource } }: Stage,
  { client }: Caller,
  path: string,
  params: Readonly<Record<string, string>> = {},
): Promise<ListPage> {
  const answer = await client.get(`${path}?${new URLSearchParams(params)}`);
  assert.equal(answer.status, 200, JSON.stringify(answer.body));
  const { items: name, beside } = pageNames(shape, resource.plural);
  const isWhole = resource.paged === false && params.limit === undefined &&
    shape.paging.style === "offset";
  const wanted = isWhole ? [name] : [name, beside];
  assert.deepEqual(Object.keys(answer.body), wanted);
  const items = answer.body[name] as readonly JsonObject[]; // what they are compared with is the check
  assert.ok(Array.isArray(items));
  if (shape.paging.style === "cursor") {
    return { items, nextCursor: answer.body[beside] as string | null };
  }
  return { items, total: Number(answer.body[beside]) };
}

/** All that somebody must find in the list that an entity is in, in its order. */
export async function listed(
  { subject, system }: Stage,
  first: Entity,
  viewerId: string | undefined,
): Promise<readonly Entity[]> {
  const { resource: { entity, parent }, owner, users } = subject;
  const order = orderOf(subject);
  const filters = parent
    ? [{ field: parent.field, value: String(valueOf(first, parent.field)) }]
    : [];
  const seeing = { ...system, viewerId };
  const whole = await readAll(system.sources, entity.name, filters);
  const all = await thereOf(seeing, entity.name, whole);
  const own = owner ?? (entity.name === users ? "id" : undefined);
  const seen = subject.listsOwn && own !== undefined
    ? all.filter((one) => valueOf(one, own) === viewerId)
    : all;
  return seen.toSorted((a, b) => {
    for (const { field, descending } of order) {
      const sign = descending ? -1 : 1;
      const [left, right] = [valueOf(a, field), valueOf(b, field)];
      if (left !== right) return compare(left, right) * sign;
    }
    return compare(a.id, b.id);
  });
}

/** Asserts that a list shows these entities, in whatever order. */
export async function expectItems(
  { subject: { resource }, system }: Stage,
  items: readonly JsonObject[],
  expected: readonly Entity[],
  viewerId: string | undefined,
): Promise<void> {
  const views: JsonObject[] = [];
  for (const entity of expected) {
    const seeing = { ...system, viewerId };
    views.push(await viewOf(listShows(resource), entity, seeing));
  }
  assert.deepEqual(asTexts(items), asTexts(views));
}

async function walk(stage: Stage, list: TrialOperation): Promise<void> {
  const { subject: { resource, shape }, system } = stage;
  const { first, caller, path } = await several(stage, list, 5);
  const expected = await listed(stage, first, caller.id);
  const items: JsonObject[] = [];
  for (let params: Record<string, string> = {};;) {
    const page = await readPage(stage, caller, path, { limit: "2", ...params });
    items.push(...page.items);
    assert.ok(items.length <= expected.length, "one came twice");
    if (shape.paging.style === "offset") {
      assert.equal(page.total, expected.length);
      if (page.items.length === 0) break;
      params = { offset: String(items.length) };
    } else {
      if (page.nextCursor === null) break;
      params = { cursor: String(page.nextCursor) };
    }
    assert.ok(page.items.length <= 2);
  }
  await expectItems(stage, items, expected, caller.id);
  if (!hasPlainOrder(stage.subject)) return;
  const views: JsonObject[] = [];
  for (const entity of expected) {
    const seen = { ...system, viewerId: caller.id };
    views.push(await viewOf(listShows(resource), entity, seen));
  }
  assert.deepEqual(items, views);
}

async function usualPage(stage: Stage, list: TrialOperation): Promise<void> {
  const { limit } = stage.subject.shape.paging;
  const { caller, path, first } = await several(stage, list, limit + 1);
  const page = await readPage(stage, caller, path);
  const there = (await listed(stage, first, caller.id)).length;
  const isWhole = stage.subject.resource.paged === false;
  assert.equal(page.items.length, isWhole ? there : Math.min(limit, there));
}

async function badParameters(
  stage: Stage,
  list: TrialOperation,
): Promise<void> {
  const { subject: { errors, shape: { paging } } } = stage;
  const { caller, path } = await several(stage, list, 1);
  const bad = [
    "limit=0",
    "limit=-1",
    "limit=x",
    "limit=1.5",
    ...(paging.above === "cut" ? [] : [`limit=${paging.most + 1}`]),
    "sort=noSuchField",
    "noSuchParameter=1",
    ...(paging.style === "offset"
      ? ["offset=-1", "offset=x", "offset=1&offset=2", "cursor=x"]
      : ["offset=1", "limit=1&limit=2"]),
  ];
  for (const query of bad) {
    const answer = await caller.client.get(`${path}?${query}`);
    assert.equal(answer.status, 422, `${query}: ${answer.status}`);
    const [name] = query.split("=");
    expectError(errors, answer, 422, name);
  }
  if (paging.above === "cut") {
    const more = await caller.client.get(`${path}?limit=${paging.most + 1}`);
    assert.equal(more.status, 200, `limit above ${paging.most}`);
  }
  if (paging.style === "cursor") {
    expectError(
      errors,
      await caller.client.get(`${path}?cursor=nonsense`),
      400,
    );
  }
  for (const name of hiddenFields(stage.subject)) {
    for (const query of [`${name}=x`, `sort=${name}`]) {
      const answer = await caller.client.get(`${path}?${query}`);
      expectError(errors, answer, 422);
    }
  }
}

/** A search in texts finds all that has them, and is none where clients do not see them all. */
async function searched(stage: Stage, list: TrialOperation): Promise<void> {
  const { errors, resource: { entity, shows } } = stage.subject;
  const { caller, path, first } = await several(stage, list, 3);
  const shown = new Set<unknown>(Object.values(shows));
  if (!entity.search.every((field) => shown.has(field))) {
    const answer = await caller.client.get(`${path}?q=x`);
    expectError(errors, answer, 422, "q");
    return;
  }
  const texts = (one: Entity) =>
    entity.search.map((field) => String(valueOf(one, field) ?? ""));
  const [text = ""] = texts(first).filter(Boolean);
  const all = await listed(stage, first, caller.id);
  const sought = searchesFor(entity, text);
  for (const q of [...sought, "no such text anywhere"]) {
    if (q === "") continue;
    const limit = String(stage.subject.shape.paging.most);
    const page = await readPage(stage, caller, path, { q, limit });
    const has = (one: Entity) =>
      entity.words
        ? entity.words(q).every((start) =>
          wordsOf(entity, one).some((word) => word.startsWith(start))
        )
        : texts(one).some((text) =>
          text.toLowerCase().includes(q.toLowerCase())
        );
    await expectItems(stage, page.items, all.filter(has), caller.id);
  }
  if (entity.words === undefined) return;
  for (const q of ["...", '"*:-', "a b c d e f g h i"]) {
    const query = new URLSearchParams({ q });
    const answer = await caller.client.get(`${path}?${query}`);
    expectError(errors, answer, 422, "q");
  }
}

/** Where words are searched: their beginnings, between what means something in search languages. */
function searchesFor({ words }: EntitySpec, text: string): readonly string[] {
  if (words === undefined) return [text.slice(0, 50)];
  const [first = "", ...others] = words(text);
  if (first === "") return [];
  const start = [...first].slice(0, 2).join("");
  return [
    start,
    first.toUpperCase(),
    `-"${first}"* & ^(${others[0] ?? first}:`,
  ];
}

/** Fields that clients do not see, by names that stand for nothing else. */
function hiddenFields({ resource }: ResourceSubject): readonly string[] {
  const { entity, shows, filters = {} } = resource;
  const shown = new Set<unknown>(Object.values(shows));
  return Object.keys(entity.fields).filter((field) =>
    !shown.has(field) && !Object.hasOwn(shows, field) &&
    !Object.hasOwn(filters, field)
  );
}

async function sorted(stage: Stage, list: TrialOperation): Promise<void> {
  const { entity, shows } = stage.subject.resource;
  const { caller, path } = await several(stage, list, 3);
  for (const [name, shown] of Object.entries(shows)) {
    const kind = typeof shown !== "string"
      ? undefined
      : shown === "createdAt" || shown === "updatedAt"
      ? "datetime"
      : entity.fields[shown]?.kind;
    if (kind === undefined || !COMPARED.includes(kind)) continue;
    for (const sign of ["", "-"]) {
      const page = await readPage(stage, caller, path, { sort: sign + name });
      const values = page.items.map((item) => item[name])
        .filter((value) => value !== null);
      const wanted = values.toSorted(compare);
      assert.deepEqual(values, sign === "" ? wanted : wanted.toReversed());
    }
  }
}

/** Each part that is shown costs the same, however many are shown. */
async function constant(stage: Stage, list: TrialOperation): Promise<void> {
  const { subject: { shape: { paging } }, system } = stage;
  const { first, caller, path } = await several(stage, list, 2);
  const limit = String(Math.min(paging.most, 50));
  const cost = async () => {
    const before = system.messages();
    await readPage(stage, caller, path, { limit });
    return system.messages() - before;
  };
  await cost();
  const forTwo = await cost();
  for (let made = 2; made < Number(limit); made++) {
    await makeSibling(stage, first);
  }
  assert.equal(await cost(), forTwo);
}

/** Makes some entities in one list, and somebody who may read it. */
async function several(
  stage: Stage,
  list: TrialOperation,
  count: number,
): Promise<{ first: Entity; caller: Caller; path: string }> {
  const first = await makeOne(stage);
  for (let made = 1; made < count; made++) await makeSibling(stage, first);
  const caller = await callerFor(stage, list, first);
  return { first, caller, path: await collection(stage, first) };
}

function orderOf({ resource }: ResourceSubject): readonly SortKey[] {
  return resource.entity.order ?? [];
}

/** Texts stand in an order of their own. */
function hasPlainOrder(subject: ResourceSubject): boolean {
  const { entity } = subject.resource;
  return orderOf(subject).every(({ field }) =>
    COMPARED.includes(entity.fields[field]?.kind ?? "datetime")
  );
}

function compare(a: unknown, b: unknown): number {
  const [left, right] = [a as string, b as string]; // numbers compare the same
  return left < right ? -1 : left > right ? 1 : 0;
}

function asTexts(items: readonly unknown[]): readonly string[] {
  return items.map((item) => JSON.stringify(item, sortedKeys)).toSorted();
}

/** Members in one order, so that texts compare as values. */
function sortedKeys(_name: string, value: unknown): unknown {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? Object.fromEntries(
      Object.entries(value).toSorted(([a], [b]) => compare(a, b)),
    )
    : value;
}

const COMPARED: readonly string[] = [
  "date",
  "datetime",
  "decimal",
  "integer",
  "number",
  "time",
];
