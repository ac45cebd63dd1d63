/**
 * Trials of live updates of what is part of something: of what is part of another nothing is told, and the stream ends
 * with what its path names.
 *
 * @module
 */
import assert from "node:assert/strict";
import type { JsonObject } from "./entity_request.ts";
import { type Entity, fieldOf, valueOf } from "./entity_spec.ts";
import { readEvents } from "./event_reader.ts";
import { expectError } from "./expect_error.ts";
import {
  type AddTrial,
  type Ear,
  earOf,
  expectTold,
  heardSince,
  listenerOf,
  markOf,
  openStream,
  refusalOf,
} from "./resource_ear.ts";
import {
  makeOne,
  makerOf,
  makeSibling,
  putState,
  read,
} from "./resource_stage.ts";
import type { ResourceSpec } from "./resource_spec.ts";
import type { ResourceSubject, Stage, Trial } from "./resource_subject.ts";

/** What must hold of the live updates of a nested resource; nothing of one that is none. */
export function nestedTrials(
  { resource: { parent } }: ResourceSubject,
  trial: AddTrial,
  underUnseen: boolean = false,
): readonly Trial[] {
  if (parent === undefined) return [];
  const above = parent.resource.name;
  return [
    trial(`tells nothing of another ${above}`, tryOthers),
    trial(`ends with the ${above}`, tryEnd),
    ...(underUnseen
      ? [trial(`ends when the ${above} is out of sight`, tryOutOfSight)]
      : []),
  ];
}

async function tryOthers(stage: Stage): Promise<void> {
  const { resource: { entity: { name } } } = stage.subject;
  const first = await makeOne(stage);
  const ear = await listenerOf(stage, first);
  const mark = await markOf(ear);
  const other = await makeOne(stage);
  await ear.witnessed(other.id);
  await putState(stage, name, other.id, {});
  await ear.witnessed(other.id);
  await stage.system.sources[name]?.({ operation: "delete", id: other.id });
  await ear.witnessed(other.id);
  const told = await heardSince(ear, mark);
  assert.deepEqual(told.map(({ event }) => event), ["ready"]);
  await expectTold(stage, ear, { change: () => makeSibling(stage, first) });
}

async function tryEnd(stage: Stage): Promise<void> {
  const { resource: { entity: { name } } } = stage.subject;
  const { sources } = stage.system;
  const first = await makeOne(stage);
  const { above, id } = parentOf(stage, first);
  const key = await keyOfParent(stage, first);
  const ear = await listenerOf(stage, first);
  const events = await begun(ear);
  // What it is part of may not be deleted as long as there is something; and of nothing else is told that it is gone.
  await sources[name]?.({ operation: "delete", id: first.id });
  assert.equal((await events.next()).value?.event, "deleted");
  const gone = await sources[above]?.({ operation: "delete", id });
  assert.ok(gone?.ok, `found a ${above} that cannot be deleted`);
  await expectAbsent(stage, ear);
  await makeAnother(stage, first, key);
  await expectGone(events);
}

/** Only somebody who does not see it any more is told that it is gone. */
async function tryOutOfSight(stage: Stage): Promise<void> {
  const { users = "", owner, resource } = stage.subject;
  const { sight } = stage.system;
  const other = await makerOf(stage.system, users)();
  // What they would be told of is their own, where that makes a difference.
  const first = await makeOne(
    stage,
    owner === undefined ? {} : { [owner]: other.id },
  );
  const { above, id } = parentOf(stage, first);
  const unseen = sight?.unseen[above];
  assert.ok(unseen, `found nothing that puts a ${above} out of sight`);
  const stranger = await earOf(stage, first, other.id);
  const events = await begun(stranger);
  await putState(stage, above, id, unseen);
  await expectAbsent(stage, stranger);
  await putState(stage, resource.entity.name, first.id, {});
  await expectGone(events);
}

/** Makes one elsewhere; under the same path, where what it is part of can have the key that the other had. */
async function makeAnother(
  stage: Stage,
  first: Entity,
  key: JsonObject | undefined,
): Promise<void> {
  const { above, field } = parentOf(stage, first);
  const parent = key && await makerOf(stage.system, above)(key);
  await makeOne(stage, parent ? { [field]: parent.id } : {});
}

/** What gives another one the key of what an entity is part of; undefined where nothing can. */
async function keyOfParent(
  stage: Stage,
  first: Entity,
): Promise<JsonObject | undefined> {
  const { above, id, resource: { entity, key } } = parentOf(stage, first);
  const field = fieldOf(entity, key);
  if (key === "id" || field?.readOnly || field?.serial) return undefined;
  const parent = await read(stage.system.sources, above, id);
  return parent && { [key]: valueOf(parent, key) };
}

function parentOf(
  { subject: { resource: { parent } } }: Stage,
  entity: Entity,
): {
  readonly resource: ResourceSpec;
  readonly above: string;
  readonly field: string;
  readonly id: string;
} {
  assert.ok(parent);
  return {
    resource: parent.resource,
    field: parent.field,
    above: parent.resource.entity.name,
    id: String(valueOf(entity, parent.field)),
  };
}

async function begun(ear: Ear): Promise<ReturnType<typeof readEvents>> {
  const events = readEvents(await openStream(ear));
  assert.equal((await events.next()).value?.event, "ready");
  return events;
}

async function expectAbsent({ subject }: Stage, ear: Ear): Promise<void> {
  expectError(subject.errors, await refusalOf(await openStream(ear)), 404);
}

async function expectGone(
  events: ReturnType<typeof readEvents>,
): Promise<void> {
  const told: string[] = [];
  for await (const { event, data } of events) {
    told.push(event === "closed" ? JSON.stringify(data) : event);
    assert.ok(ENDS.has(event), `something was told: ${event}`);
  }
  assert.equal(told.at(-1), JSON.stringify({ reason: "gone" }));
}

const ENDS: ReadonlySet<string> = new Set(["deleted", "closed"]);
