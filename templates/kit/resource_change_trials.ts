/**
 * Trials of changing one: what is sent changes, the rest stays.
 *
 * @module
 */
import { clientName } from "./client_names.ts";
import assert from "node:assert/strict";
import { type Entity, fieldOf, valueOf } from "./entity_spec.ts";
import { expectError } from "./expect_error.ts";
import { expectShown } from "./expect_shown.ts";
import { isThere } from "./expect_sight.ts";
import { wrongValues } from "./resource_create_trials.ts";
import {
  bodyOf,
  call,
  callerFor,
  clientBody,
  makeOne,
  makeSibling,
  operationOf,
  pathTo,
  sent,
  stored,
} from "./resource_stage.ts";
import {
  type ResourceSubject,
  type Stage,
  type Trial,
  type TrialAction,
  trialOf,
  type TrialOperation,
} from "./resource_subject.ts";

/** What must hold of changes and actions. */
export function changeTrials(subject: ResourceSubject): readonly Trial[] {
  const { path, param } = subject.resource;
  const item = `${path}/{${param}}`;
  const patch = operationOf(subject, "patch");
  const replace = operationOf(subject, "replace");
  const trial = (title: string, run: (stage: Stage) => Promise<void>) =>
    trialOf(subject, title, run);
  return [
    ...(patch
      ? [
        trial(
          `${patch.method} ${item} changes one field, the rest stays`,
          (stage) => changeOne(stage, patch),
        ),
        trial(
          `${patch.method} ${item} changes nothing when nothing is sent`,
          (stage) => changeNothing(stage, patch),
        ),
        trial(
          `${patch.method} ${item} refuses values that a field must not have`,
          (stage) => refusedChanges(stage, patch),
        ),
        trial(
          `${patch.method} ${item} changes nothing that clients may not set`,
          (stage) => unsettable(stage, patch),
        ),
      ]
      : []),
    ...(replace
      ? [
        trial(
          `${replace.method} ${item} replaces all that clients may set`,
          (stage) => replaceOne(stage, replace),
        ),
      ]
      : []),
    ...(subject.actions ?? []).filter(({ closed }) => !closed).flatMap((
      action,
    ) => [
      trial(
        `POST ${item}/${action.name} does it, also when it is done`,
        (stage) => act(stage, action),
      ),
      ...(action.refused
        ? [
          trial(
            `POST ${item}/${action.name} is refused where its guard says so`,
            (stage) => refuseAction(stage, action),
          ),
        ]
        : []),
    ]),
  ];
}

/** Nothing becomes of it: in each of these states it stays as it is. */
async function refuseAction(stage: Stage, action: TrialAction): Promise<void> {
  const { subject, system } = stage;
  for (const state of action.refused ?? []) {
    const entity = await makeOne(stage, { ...action.before, ...state });
    const { client, id } = await callerFor(stage, action, entity);
    const path = `${await pathTo(stage, entity)}/${action.name}`;
    const now = await stored(stage, entity.id);
    assert.ok(now);
    const seeing = { ...system, viewerId: id };
    const isSeen = await isThere(seeing, subject.resource.entity.name, now);
    const answer = await client.post(path);
    expectError(subject.errors, answer, isSeen ? 409 : 404);
    assert.deepEqual(await stored(stage, entity.id), now);
  }
}

async function changeOne(stage: Stage, patch: TrialOperation): Promise<void> {
  const { subject } = stage;
  const { entity: spec } = subject.resource;
  for (const [field, value] of Object.entries(subject.others)) {
    const known = spec.fields[field];
    if (known?.readOnly || known?.immutable || field === subject.owner) {
      continue;
    }
    const before = await makeOne(stage);
    const { client, id } = await callerFor(stage, patch, before);
    const path = await pathTo(stage, before);
    const body = clientBody(subject, { [field]: value });
    const answer = await call(client, patch.method, path, sent(subject, body));
    assert.equal(answer.status, patch.status, JSON.stringify(answer.body));
    const after = await stored(stage, before.id);
    assert.ok(after);
    assert.deepEqual(valueOf(after, field), value);
    expectSame(subject, before, after, field);
    await expectShown(stage, answer, { entity: after, viewerId: id });
  }
}

function expectSame(
  { resource: { entity }, derived = [] }: ResourceSubject,
  before: Entity,
  after: Entity,
  changed?: string,
): void {
  for (const field of ["id", "createdAt", ...Object.keys(entity.fields)]) {
    if (field === changed || derived.includes(field)) continue;
    assert.deepEqual(valueOf(after, field), valueOf(before, field), field);
  }
}

async function changeNothing(
  stage: Stage,
  patch: TrialOperation,
): Promise<void> {
  const { subject } = stage;
  const before = await makeOne(stage);
  const { client, id } = await callerFor(stage, patch, before);
  const path = await pathTo(stage, before);
  const answer = await call(client, patch.method, path, sent(subject, {}));
  assert.equal(answer.status, patch.status, JSON.stringify(answer.body));
  const after = await stored(stage, before.id);
  assert.ok(after);
  expectSame(subject, before, after);
  await expectShown(stage, answer, { entity: after, viewerId: id });
}

async function refusedChanges(
  stage: Stage,
  patch: TrialOperation,
): Promise<void> {
  const { subject } = stage;
  const { entity: spec, shows } = subject.resource;
  const before = await makeOne(stage);
  const { client } = await callerFor(stage, patch, before);
  const path = await pathTo(stage, before);
  for (const { field, what, value } of wrongValues(subject)) {
    if (spec.fields[field]?.readOnly) continue;
    const name = clientName(shows, field, subject.shape.naming);
    const body = sent(subject, { [name]: value });
    const answer = await call(client, patch.method, path, body);
    assert.equal(answer.status, 422, `${name}, ${what}`);
    expectError(subject.errors, answer, 422, name);
  }
  assert.deepEqual(await stored(stage, before.id), before);
}

/** Whether it is refused or passed over: none of it may be stored. */
async function unsettable(stage: Stage, patch: TrialOperation): Promise<void> {
  const { subject } = stage;
  const { shows, parent } = subject.resource;
  const before = await makeOne(stage);
  const other = await makeOne(stage);
  const { client } = await callerFor(stage, patch, before);
  const path = await pathTo(stage, before);
  const extras: Record<string, unknown> = {
    id: crypto.randomUUID(),
    createdAt: "2001-01-01T00:00:00.000Z",
    noSuchField: "x",
    ...(subject.owner === undefined
      ? {}
      : { [subject.owner]: crypto.randomUUID() }),
    ...(parent ? { [parent.field]: valueOf(other, parent.field) } : {}),
  };
  for (const [name, shown] of Object.entries(shows)) {
    if (typeof shown !== "string") extras[name] = 999;
  }
  for (const [name, value] of Object.entries(extras)) {
    const body = sent(subject, { [name]: value });
    const answer = await call(client, patch.method, path, body);
    if (answer.status !== patch.status) {
      expectError(subject.errors, answer, 422);
    } else if (subject.shape.unknownFields === "refuse") {
      assert.fail(`"${name}" was not refused`);
    }
    const after = await stored(stage, before.id);
    assert.ok(after);
    expectSame(subject, before, after);
  }
}

async function replaceOne(
  stage: Stage,
  replace: TrialOperation,
): Promise<void> {
  const { subject } = stage;
  const { shows, entity: spec } = subject.resource;
  const before = await makeOne(stage);
  const { client, id } = await callerFor(stage, replace, before);
  const path = await pathTo(stage, before);
  const fixed = Object.keys(spec.fields).filter((field) =>
    spec.fields[field]?.immutable
  ).map((
    field,
  ) => [
    clientName(shows, field, subject.shape.naming),
    valueOf(before, field),
  ]);
  const others = Object.entries(subject.others).filter(([field]) =>
    !fieldOf(spec, field)?.immutable && !fieldOf(spec, field)?.readOnly &&
    field !== subject.owner
  );
  const body = {
    ...await bodyOf(stage, Object.fromEntries(others)),
    ...Object.fromEntries(fixed),
  };
  const answer = await call(client, replace.method, path, sent(subject, body));
  assert.equal(answer.status, replace.status, JSON.stringify(answer.body));
  const after = await stored(stage, before.id);
  assert.ok(after);
  for (const [field, value] of others) {
    assert.deepEqual(valueOf(after, field), value, field);
  }
  await expectShown(stage, answer, { entity: after, viewerId: id });
}

async function act(stage: Stage, action: TrialAction): Promise<void> {
  const { subject, system } = stage;
  const entity = await makeOne(stage, action.before);
  const other = await makeSibling(stage, entity);
  const { client, id } = await callerFor(stage, action, entity);
  const path = `${await pathTo(stage, entity)}/${action.name}`;
  for (let time = 0; time < 2; time++) {
    const now = await stored(stage, entity.id);
    assert.ok(now);
    const seeing = { ...system, viewerId: id };
    const isSeen = await isThere(seeing, subject.resource.entity.name, now);
    const answer = await client.post(path);
    if (!isSeen) {
      expectError(subject.errors, answer, 404);
      break;
    }
    assert.equal(answer.status, 200, JSON.stringify(answer.body));
    const after = await stored(stage, entity.id);
    assert.ok(after);
    for (const [field, value] of Object.entries(action.effect)) {
      if (value !== "$now") assert.deepEqual(valueOf(after, field), value);
    }
    await expectShown(stage, answer, { entity: after, viewerId: id });
  }
  assert.deepEqual(await stored(stage, other.id), other);
  const missing = await pathTo(stage, {
    ...other,
    [subject.resource.key]: crypto.randomUUID(),
  });
  expectError(
    subject.errors,
    await client.post(`${missing}/${action.name}`),
    404,
  );
}
