/**
 * Trials of write-only fields: clients send them, and nothing that a resource answers tells of them.
 *
 * @module
 */
import assert from "node:assert/strict";
import { clientName } from "./client_names.ts";
import { valueOf } from "./entity_spec.ts";
import { expectError } from "./expect_error.ts";
import { pageNames } from "./page_names.ts";
import {
  bodyOf,
  call,
  callerFor,
  collection,
  makeOne,
  operationOf,
  pathTo,
  readAll,
  sent,
  shownIn,
  stored,
} from "./resource_stage.ts";
import {
  type ResourceSubject,
  type Stage,
  type Trial,
  trialOf,
  type TrialOperation,
} from "./resource_subject.ts";

/** What must hold of the write-only fields of a resource. */
export function hiddenTrials(subject: ResourceSubject): readonly Trial[] {
  const create = operationOf(subject, "create");
  const list = operationOf(subject, "list");
  const replace = operationOf(subject, "replace");
  return hiddenFields(subject).flatMap((field) => {
    const name = nameOf(subject, field);
    const trial = (title: string, run: (stage: Stage) => Promise<void>) =>
      trialOf(subject, title, run);
    return [
      ...(create
        ? [trial(
          `${name} is taken when one is created, and not told`,
          (stage) => takenByCreate(stage, create, field),
        )]
        : []),
      trial(
        `${name} is in no answer about one`,
        (stage) => toldByNone(stage, field),
      ),
      ...(list
        ? [trial(
          `${name} can be found out by no list`,
          (stage) => toldByNoList(stage, list, field),
        )]
        : []),
      ...(replace && !subject.required.includes(field)
        ? [trial(
          `${name} stays when one is replaced without it`,
          (stage) => keptByReplace(stage, replace, field),
        )]
        : []),
    ];
  });
}

/** The fields that no answer shows. */
export function hiddenFields(
  { resource: { entity } }: Pick<ResourceSubject, "resource">,
): readonly string[] {
  return Object.entries(entity.fields)
    .filter(([, { writeOnly, readOnly }]) => writeOnly && !readOnly)
    .map(([name]) => name);
}

async function takenByCreate(
  stage: Stage,
  create: TrialOperation,
  field: string,
): Promise<void> {
  const { subject, system: { sources } } = stage;
  const first = await makeOne(stage);
  const { client } = await callerFor(stage, create);
  const path = await collection(stage, first);
  const value = subject.others[field];
  const given = value === undefined ? {} : { [field]: value };
  const body = await bodyOf(stage, given);
  const answer = await call(client, create.method, path, sent(subject, body));
  assert.equal(answer.status, create.status, JSON.stringify(answer.body));
  expectUntold(subject, shownIn(subject, answer), field);
  const made = (await readAll(sources, subject.resource.entity.name, []))
    .at(-1);
  assert.ok(made);
  if (value !== undefined) assert.deepEqual(valueOf(made, field), value);
}

/** Reads, changes, acts and marks: each is answered with the entity. */
async function toldByNone(stage: Stage, field: string): Promise<void> {
  const { subject } = stage;
  const { operations, actions = [], marks = [] } = subject;
  for (const one of operations) {
    const { operation, closed } = one;
    const isOnOne = operation === "get" || operation === "patch";
    if (closed || !isOnOne) continue;
    const entity = await makeOne(stage, withValue(subject, field));
    const { client } = await callerFor(stage, one, entity);
    const body = operation === "patch" ? sent(subject, {}) : undefined;
    const path = await pathTo(stage, entity);
    const answer = await call(client, one.method, path, body);
    assert.equal(answer.status, one.status, JSON.stringify(answer.body));
    expectUntold(subject, shownIn(subject, answer), field);
  }
  const open = actions.filter(({ closed }) => !closed);
  for (const one of [...open, ...marks]) {
    const before = "before" in one ? one.before : {};
    const values = { ...withValue(subject, field), ...before };
    const entity = await makeOne(stage, values);
    const { client } = await callerFor(stage, one, entity);
    const last = "path" in one && one.path !== undefined ? one.path : one.name;
    const answer = await client.post(`${await pathTo(stage, entity)}/${last}`);
    assert.equal(answer.status, 200, JSON.stringify(answer.body));
    expectUntold(subject, shownIn(subject, answer), field);
  }
}

async function toldByNoList(
  stage: Stage,
  list: TrialOperation,
  field: string,
): Promise<void> {
  const { subject } = stage;
  const { resource, shape, errors } = subject;
  const entity = await makeOne(stage, withValue(subject, field));
  const { client } = await callerFor(stage, list, entity);
  const path = await collection(stage, entity);
  const page = await client.get(path);
  assert.equal(page.status, 200, JSON.stringify(page.body));
  const { items } = pageNames(shape, resource.plural);
  const shown = page.body[items] as readonly object[]; // what it has not is the check
  assert.ok(shown.length > 0, "found nothing in the list");
  for (const item of shown) expectUntold(subject, item, field);
  const value = String(valueOf(entity, field) ?? "x");
  for (const name of new Set([field, nameOf(subject, field)])) {
    if (Object.hasOwn(resource.shows, name)) continue; // it is another's
    if (Object.hasOwn(resource.filters ?? {}, name)) continue;
    for (const query of [{ [name]: value }, { sort: name }]) {
      const answer = await client.get(`${path}?${new URLSearchParams(query)}`);
      expectError(errors, answer, 422);
    }
  }
}

async function keptByReplace(
  stage: Stage,
  replace: TrialOperation,
  field: string,
): Promise<void> {
  const { subject } = stage;
  const { shows } = subject.resource;
  const before = await makeOne(stage, withValue(subject, field));
  const { client } = await callerFor(stage, replace, before);
  const fixed = Object.entries(subject.resource.entity.fields)
    .filter(([, { immutable, readOnly }]) => immutable && !readOnly)
    .map(([name]) => [
      clientName(shows, name, subject.shape.naming),
      valueOf(before, name),
    ]);
  const { [nameOf(subject, field)]: _left, ...body } = await bodyOf(stage);
  const whole = { ...body, ...Object.fromEntries(fixed) };
  const path = await pathTo(stage, before);
  const answer = await call(client, replace.method, path, sent(subject, whole));
  assert.equal(answer.status, replace.status, JSON.stringify(answer.body));
  expectUntold(subject, shownIn(subject, answer), field);
  const after = await stored(stage, before.id);
  assert.ok(after);
  assert.deepEqual(valueOf(after, field), valueOf(before, field));
}

/** Neither under its name nor under another: what clients see of the entity's own are its fields. */
function expectUntold(
  subject: ResourceSubject,
  shown: object,
  field: string,
): void {
  const { shows } = subject.resource;
  assert.ok(!Object.values(shows).some((one) => one === field), field);
  for (const name of [field, nameOf(subject, field)]) {
    if (Object.hasOwn(shows, name)) continue; // it is another's
    assert.equal(Object.hasOwn(shown, name), false, name);
  }
}

function withValue(
  { others }: ResourceSubject,
  field: string,
): Readonly<Record<string, unknown>> {
  return Object.hasOwn(others, field) ? { [field]: others[field] } : {};
}

function nameOf(
  { resource: { shows }, shape }: ResourceSubject,
  field: string,
): string {
  return clientName(shows, field, shape.naming);
}
