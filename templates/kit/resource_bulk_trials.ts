/**
 * Trials of what is done with several entities of a resource at once: all of them or none, each as if it were alone.
 *
 * @module
 */
import assert from "node:assert/strict";
import { clientName } from "./client_names.ts";
import type { JsonObject } from "./entity_request.ts";
import { type Entity, valueOf } from "./entity_spec.ts";
import { expectError } from "./expect_error.ts";
import { viewOf } from "./expect_shown.ts";
import type { ResourceBulkOperation } from "./resource_bulk.ts";
import {
  bodyOf,
  call,
  type Caller,
  callerFor,
  clientBody,
  collection,
  makeOne,
  makeSibling,
  operationOf,
  readAll,
  stored,
} from "./resource_stage.ts";
import {
  type ResourceSubject,
  type Stage,
  type Trial,
  trialOf,
  type TrialOperation,
} from "./resource_subject.ts";
import type { ApiResponse } from "./testing.ts";

/** What changes of several are tried with. */
export interface BulkTrialOptions {
  /** What can be done. */
  readonly operations: readonly ResourceBulkOperation[];
  /** How many there can be at once. */
  readonly most: number;
  /** Another value of a field. @default none is changed */
  readonly changed?: JsonObject;
}

/** What must hold of what is done with several at once. */
export function resourceBulkTrials(
  subject: ResourceSubject,
  { operations, most, changed = {} }: BulkTrialOptions,
): readonly Trial[] {
  const { path } = subject.resource;
  return operations.flatMap((operation) => {
    const declared = operationOf(subject, operation);
    if (declared === undefined) return [];
    const on = (title: string, attempt: (scene: Scene) => Promise<void>) =>
      trialOf(
        subject,
        `POST ${path}/bulk/${operation} ${title}`,
        async (stage) => {
          const first = await makeOne(stage);
          const caller = await callerFor(stage, declared, first);
          const place = `${await collection(stage, first)}/bulk/${operation}`;
          await attempt({
            stage,
            first,
            caller,
            place,
            operation,
            most,
            changed,
            declared,
          });
        },
      );
    return [
      on("does it with all of them", DOES[operation]),
      on(
        "does it with none when one is refused",
        operation === "create" ? createsNone : changesNone,
      ),
      on("refuses what is no list of as many as there can be", refusesLists),
    ];
  });
}

interface Scene {
  readonly stage: Stage;
  /** One that is there. */
  readonly first: Entity;
  /** Somebody who may. */
  readonly caller: Caller;
  readonly place: string;
  readonly operation: ResourceBulkOperation;
  readonly declared: TrialOperation;
  readonly most: number;
  readonly changed: JsonObject;
}

async function creates(scene: Scene): Promise<void> {
  const { stage, declared } = scene;
  const before = await all(stage);
  const bodies = [await bodyOf(stage), await bodyOf(stage)];
  const answer = await post(scene, isUnique(stage) ? bodies.slice(1) : bodies);
  assert.equal(answer.status, declared.status, JSON.stringify(answer.body));
  const made = (await all(stage)).filter(({ id }) =>
    !before.some((one) => one.id === id)
  );
  assert.equal(made.length, isUnique(stage) ? 1 : 2);
  await expectList(scene, answer, made);
  const { owner, resource: { parent }, users } = stage.subject;
  for (const one of made) {
    if (owner !== undefined && owner in one && users !== undefined) {
      assert.equal(valueOf(one, owner), scene.caller.id);
    }
    if (parent === undefined) continue;
    const within = valueOf(scene.first, parent.field);
    assert.equal(valueOf(one, parent.field), within);
  }
}

async function patches(scene: Scene): Promise<void> {
  const { stage, declared, first, changed } = scene;
  const other = await another(scene);
  const answer = await post(scene, [
    ...(other ? [wishFor(scene, other, {})] : []),
    wishFor(scene, first, changed),
  ]);
  assert.equal(answer.status, declared.status, JSON.stringify(answer.body));
  const after = await stored(stage, first.id);
  assert.ok(after);
  for (const [field, value] of Object.entries(changed)) {
    assert.deepEqual(valueOf(after, field), value);
  }
  const left = other && await stored(stage, other.id);
  await expectList(scene, answer, [...(left ? [left] : []), after]);
}

async function deletes(scene: Scene): Promise<void> {
  const { stage, first } = scene;
  const other = await another(scene);
  const gone = [...(other ? [other] : []), first];
  const answer = await post(scene, gone.map((one) => wishFor(scene, one)));
  assert.equal(answer.status, 204, JSON.stringify(answer.body));
  for (const { id } of gone) {
    assert.equal(await stored(stage, id), undefined);
  }
}

async function createsNone(scene: Scene): Promise<void> {
  const { stage, stage: { subject } } = scene;
  const { errors, shape, required, resource: { parent } } = subject;
  const [missing] = required.filter((field) => field !== parent?.field);
  const body = await bodyOf(stage);
  const bad: [string, JsonObject][] = [];
  if (shape.unknownFields === "refuse") {
    bad.push(["nosuchfield", { ...body, nosuchfield: 1 }]);
  }
  if (missing !== undefined) {
    const name = Object.keys(clientBody(subject, { [missing]: 0 }))[0] ?? "";
    const { [name]: _left, ...rest } = body;
    bad.push([name, rest]);
  }
  for (const [name, wrong] of bad) {
    const path = `${listName(subject)}/1/${name}`;
    await refusedWhole(scene, [await bodyOf(stage), wrong], (answer) => {
      expectError(errors, answer, 422, path);
    });
  }
}

async function changesNone(scene: Scene): Promise<void> {
  const { stage: { subject }, first, changed, operation } = scene;
  const own = operation === "patch" ? changed : undefined;
  const other = await another(scene) ?? first;
  const wish = wishFor(scene, other, {});
  const ifMatch = clientName({}, "ifMatch", subject.shape.naming);
  const refused: [JsonObject, number][] = [
    [{ ...wish, [keyName(subject)]: nobodys(subject) }, 404],
    [{ ...wish, [keyName(subject)]: null }, 422],
    [wishFor(scene, first, own), 422],
  ];
  if (other !== first) refused.push([{ ...wish, [ifMatch]: '"99"' }, 412]);
  if (subject.shape.unknownFields === "refuse") {
    refused.push([{ ...wish, nosuchfield: 1 }, 422]);
  }
  if (subject.resource.parent) {
    // What is part of something else is not there.
    const elsewhere = await makeOne(scene.stage);
    refused.push([wishFor(scene, elsewhere, {}), 404]);
  }
  for (const [wrong, status] of refused) {
    const items = [wishFor(scene, first, own), wrong];
    await refusedWhole(scene, items, (answer) => {
      expectError(subject.errors, answer, status);
    });
  }
}

async function refusesLists(scene: Scene): Promise<void> {
  const { stage: { subject }, most } = scene;
  const name = listName(subject);
  const tooMany = Array.from({ length: most + 1 }, () => ({}));
  for (const items of [undefined, null, {}, [], tooMany]) {
    await refusedWhole(scene, items, (answer) => {
      expectError(subject.errors, answer, 422, name);
    });
  }
  await refusedWhole(scene, ["text"], (answer) => {
    expectError(subject.errors, answer, 422, `${name}/0`);
  });
}

/** Whatever is refused has changed nothing. */
async function refusedWhole(
  scene: Scene,
  items: unknown,
  check: (answer: ApiResponse<unknown>) => void,
): Promise<void> {
  const before = await all(scene.stage);
  check(await post(scene, items));
  assert.deepEqual(await all(scene.stage), before);
}

async function post(
  { caller: { client }, place, stage: { subject } }: Scene,
  items: unknown,
): Promise<ApiResponse<unknown>> {
  return await call(client, "POST", place, { [listName(subject)]: items });
}

/** Asserts that an answer shows these, in their order, and nothing else. */
async function expectList(
  { stage: { subject, system }, caller: { id } }: Scene,
  { body }: ApiResponse<unknown>,
  expected: readonly Entity[],
): Promise<void> {
  const views: JsonObject[] = [];
  for (const entity of expected) {
    const seeing = { ...system, viewerId: id };
    views.push(await viewOf(subject.resource.shows, entity, seeing));
  }
  assert.deepEqual(body, { [listName(subject)]: views });
}

/** Makes another one that the same caller may change; undefined where it would have to be somebody else's. */
async function another(
  { stage, first }: Scene,
): Promise<Entity | undefined> {
  if (isUnique(stage)) return undefined;
  const { owner, users, resource } = stage.subject;
  if (resource.entity.name === users) return undefined;
  const other = await makeSibling(stage, first);
  return owner === undefined || valueOf(other, owner) === valueOf(first, owner)
    ? other
    : undefined;
}

/** Whether nobody has two that are part of the same. */
function isUnique({ subject: { resource, owner } }: Stage): boolean {
  return owner !== undefined &&
    (resource.entity.unique ?? []).some((set) => set.includes(owner));
}

function wishFor(
  { stage: { subject }, operation }: Scene,
  entity: Entity,
  changes: JsonObject = {},
): JsonObject {
  const named = { [keyName(subject)]: valueOf(entity, subject.resource.key) };
  return operation === "patch"
    ? { ...named, changes: clientBody(subject, changes) }
    : named;
}

/** A key that no entity has. */
function nobodys({ resource: { entity, key } }: ResourceSubject): unknown {
  const { kind } = entity.fields[key] ?? {};
  return kind === "integer" ? 999_999_999 : crypto.randomUUID();
}

function keyName({ resource, shape }: ResourceSubject): string {
  return clientName(resource.shows, resource.key, shape.naming);
}

function listName({ shape, resource }: ResourceSubject): string {
  return shape.envelope ? resource.plural : "items";
}

function all(
  { subject: { resource }, system: { sources } }: Stage,
): Promise<readonly Entity[]> {
  return readAll(sources, resource.entity.name, []);
}

const DOES = { create: creates, patch: patches, delete: deletes };
