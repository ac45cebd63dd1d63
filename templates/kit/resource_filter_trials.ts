/**
 * Trials of what a list is narrowed down to: by its parameters, and by a path of its own.
 *
 * @module
 */
import assert from "node:assert/strict";
import type { JsonObject } from "./entity_request.ts";
import {
  type Entity,
  fieldOf,
  type FieldSpec,
  valueOf,
} from "./entity_spec.ts";
import { expectError } from "./expect_error.ts";
import { isThere } from "./expect_sight.ts";
import {
  type Caller,
  callerFor,
  collection,
  makeOne,
  makerOf,
  makeSibling,
  operationOf,
  read,
} from "./resource_stage.ts";
import { expectItems, listed, readPage } from "./resource_list_trials.ts";
import type { ListRestriction, ResourceFilter } from "./resource_spec.ts";
import {
  type ResourceSubject,
  type Stage,
  type Trial,
  trialOf,
  type TrialOperation,
} from "./resource_subject.ts";

/** What must hold of the parameters of a list, and of its lists with a path of their own. */
export function filterTrials(subject: ResourceSubject): readonly Trial[] {
  const list = operationOf(subject, "list") ??
    { operation: "list", method: "GET", status: 200 };
  const { path } = subject.resource;
  const filters = operationOf(subject, "list") ? filtersOf(subject) : [];
  return [
    ...filters.map(([name, filter]) =>
      trialOf(
        subject,
        `GET ${path}?${name}=… finds those and no others`,
        (stage) => narrow(stage, list, name, filter),
      )
    ),
    ...Object.entries(subject.lists ?? {}).map(([name, restrictions]) =>
      trialOf(
        subject,
        `GET ${path}/${name} has what belongs there and nothing else`,
        (stage) => restricted(stage, list, name, restrictions),
      )
    ),
  ];
}

function filtersOf(
  { resource: { filters, shows, entity } }: ResourceSubject,
): readonly (readonly [string, ResourceFilter])[] {
  if (filters !== undefined) return Object.entries(filters);
  return Object.entries(shows).flatMap(([name, shown]) =>
    typeof shown === "string" && isFiltered(entity.fields[shown])
      ? [[name, { kind: "field", field: shown }] as const]
      : []
  );
}

function isFiltered(field: FieldSpec | undefined): boolean {
  return field !== undefined && field.kind !== "json" &&
    field.items !== "json";
}

async function narrow(
  stage: Stage,
  list: TrialOperation,
  name: string,
  filter: ResourceFilter,
): Promise<void> {
  const { first, text, target, isMeant } = await prepared(stage, filter);
  const caller = await callerFor(stage, list, first);
  const path = await collection(stage, first);
  const limit = String(stage.subject.shape.paging.most);
  if (text !== undefined) {
    const page = await readPage(stage, caller, path, { [name]: text, limit });
    const all = await listed(stage, first, caller.id);
    const seeing = { ...stage.system, viewerId: caller.id };
    const isSeen = filter.kind === "field" || target === undefined ||
      await isThere(seeing, filter.of.name, target);
    const meant = isSeen ? all.filter(isMeant) : [];
    await expectItems(stage, page.items, meant, caller.id);
  }
  await nonsense(stage, caller, path, name, filter);
}

/** A text that no value of the field is written as is refused; who or what is not known has nothing. */
async function nonsense(
  stage: Stage,
  caller: Caller,
  path: string,
  name: string,
  filter: ResourceFilter,
): Promise<void> {
  const { subject: { errors, resource } } = stage;
  const query = new URLSearchParams({ [name]: "no such thing" });
  const answer = await caller.client.get(`${path}?${query}`);
  if (filter.kind !== "field") {
    assert.equal(answer.status, 200);
    const page = await readPage(stage, caller, path, {
      [name]: "no such thing",
    });
    assert.deepEqual(page.items, []);
    return;
  }
  const kind = fieldOf(resource.entity, filter.field)?.kind ?? "";
  if (TYPED.includes(kind)) expectError(errors, answer, 422, name);
  else assert.ok([200, 422].includes(answer.status), `${answer.status}`);
}

/** Two entities of which a filter is meant to find the first. */
async function prepared(
  stage: Stage,
  filter: ResourceFilter,
): Promise<{
  first: Entity;
  text: string | undefined;
  /** What the text names, where that is another entity. */
  target?: Entity;
  isMeant: (one: Entity) => boolean;
}> {
  const { subject, system } = stage;
  if (filter.kind === "marked") {
    const first = await makeOne(stage);
    await makeSibling(stage, first);
    const user = await makerOf(system, filter.of.name)();
    await makerOf(system, filter.link.name)({
      [filter.target]: first.id,
      [filter.user]: user.id,
    });
    const text = String(valueOf(user, filter.by));
    const isMeant = ({ id }: Entity) => id === first.id;
    return { first, text, target: user, isMeant };
  }
  const { field } = filter;
  const first = await makeOne(stage, await referenced(stage, field));
  await makeSibling(stage, first, await different(stage, field));
  const value = valueOf(first, field);
  if (filter.kind === "related") {
    const target = await read(system.sources, filter.of.name, String(value));
    assert.ok(target);
    const text = String(valueOf(target, filter.by));
    const isMeant = (one: Entity) => valueOf(one, field) === value;
    return { first, text, target, isMeant };
  }
  const one = Array.isArray(value) ? value[0] : value;
  const kind = fieldOf(subject.resource.entity, field)?.kind;
  return {
    first,
    text: one === null || one === undefined ? undefined : String(one),
    isMeant: (entity) => has(valueOf(entity, field), one, kind),
  };
}

function has(value: unknown, one: unknown, kind: string | undefined): boolean {
  if (Array.isArray(value)) return value.includes(one);
  return kind === "email"
    ? String(value).toLowerCase() === String(one).toLowerCase()
    : value === one;
}

/** What an optional reference needs to lead somewhere. */
async function referenced(stage: Stage, field: string): Promise<JsonObject> {
  const { subject: { resource, owner }, system } = stage;
  const target = resource.entity.fields[field]?.references?.entity;
  return target === undefined || field === owner ||
      field === resource.parent?.field
    ? {}
    : { [field]: (await makerOf(system, target)()).id };
}

/** Another value of a field, where it has one. */
async function different(stage: Stage, field: string): Promise<JsonObject> {
  const { subject: { resource, others, owner, users }, system } = stage;
  const spec = resource.entity.fields[field];
  if (spec === undefined || spec.readOnly) return {};
  if (field === owner && users !== undefined) {
    return { [field]: (await makerOf(system, users)()).id };
  }
  if (spec.references) return await referenced(stage, field);
  return Object.hasOwn(others, field) ? { [field]: others[field] } : {};
}

async function restricted(
  stage: Stage,
  list: TrialOperation,
  name: string,
  restrictions: readonly ListRestriction[],
): Promise<void> {
  const { subject } = stage;
  const caller = await callerFor(stage, list);
  const all = restrictions.map((one) => meeting(stage, one, caller.id));
  const first = await makeWith(stage, all.map(({ yes }) => yes));
  for (const [left] of all.entries()) {
    const others = all.map(({ yes, no }, at) => (at === left ? no : yes));
    await makeWith(stage, others, first);
  }
  const path = `${await collection(stage, first)}/${name}`;
  const limit = String(subject.shape.paging.most);
  const page = await readPage(stage, caller, path, { limit });
  const belongs = (await listed(stage, first, caller.id))
    .filter(({ id }) => id === first.id);
  await expectItems(stage, page.items, belongs, caller.id);
  const cut = await readPage(stage, caller, path, { limit: "1" });
  assert.equal(cut.items.length, Math.min(1, belongs.length));
  if (restrictions.some(({ kind }) => kind !== "field")) {
    expectError(subject.errors, await stage.system.as().get(path), 401);
  }
}

/** How an entity is made that meets a restriction, and how one that does not. */
interface Meeting {
  readonly yes: Making;
  readonly no: Making;
}

/** What an entity is made with, and what is done once it is there. */
type Making = () => Promise<{
  readonly values?: JsonObject;
  readonly after?: (made: Entity) => Promise<unknown>;
}>;

function meeting(
  { subject: { resource, others, users }, system }: Stage,
  restriction: ListRestriction,
  viewerId: string | undefined,
): Meeting {
  const { field } = restriction;
  switch (restriction.kind) {
    case "field":
      return {
        yes: () => Promise.resolve({ values: { [field]: restriction.value } }),
        no: () => {
          const other = others[field] ??
            otherThan(restriction.value, resource.entity.fields[field]);
          assert.notDeepEqual(other ?? null, restriction.value);
          return Promise.resolve({ values: { [field]: other } });
        },
      };
    case "own":
      return {
        yes: () => Promise.resolve({ values: { [field]: viewerId } }),
        no: async () => {
          const { id } = await makerOf(system, users ?? "")();
          return { values: { [field]: id } };
        },
      };
    case "marked": {
      const { link, target, user } = restriction;
      const mark = (id: string) =>
        makerOf(system, link.name)({ [target]: id, [user]: viewerId });
      const of = resource.entity.fields[field]?.references?.entity;
      if (of === undefined) {
        return {
          yes: () => Promise.resolve({ after: ({ id }) => mark(id) }),
          no: () => Promise.resolve({}),
        };
      }
      return {
        yes: async () => {
          const { id } = await makerOf(system, of)();
          await mark(id);
          return { values: { [field]: id } };
        },
        no: async () => {
          const { id } = await makerOf(system, of)();
          return { values: { [field]: id } };
        },
      };
    }
  }
}

/** A value that a field can have besides. */
function otherThan(value: unknown, field: FieldSpec | undefined): unknown {
  return field?.kind === "boolean"
    ? value !== true
    : field?.values?.find((one) => one !== value);
}

async function makeWith(
  stage: Stage,
  makings: readonly Making[],
  first?: Entity,
): Promise<Entity> {
  const made = await Promise.all(makings.map((making) => making()));
  const values = Object.assign({}, ...made.map(({ values = {} }) => values));
  const entity = first
    ? await makeSibling(stage, first, values)
    : await makeOne(stage, values);
  for (const { after } of made) await after?.(entity);
  return entity;
}

/** The kinds that not every text is a value of. */
const TYPED: readonly string[] = [
  "boolean",
  "date",
  "datetime",
  "decimal",
  "duration",
  "integer",
  "number",
  "time",
  "uuid",
];
