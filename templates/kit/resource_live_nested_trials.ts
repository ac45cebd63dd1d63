/**
 * Trials of live updates of what is part of something: of what is part of another nothing is told, and the stream ends
 * with what its path names.
 *
 * @module
 */
import assert from "node:assert/strict";
import { type Entity, valueOf } from "./entity_spec.ts";
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
import { makeOne, makerOf, makeSibling, putState } from "./resource_stage.ts";
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
  const ear = await listenerOf(stage, first);
  const events = await begun(ear);
  // What it is part of may not be deleted as long as there is something.
  await sources[name]?.({ operation: "delete", id: first.id });
  const gone = await sources[above]?.({ operation: "delete", id });
  assert.ok(gone?.ok, `found a ${above} that cannot be deleted`);
  await expectAbsent(stage, ear);
  await makeOne(stage); // it may have the key that the other had
  await expectGone(events);
}

/** Only somebody who does not see it any more is told that it is gone. */
async function tryOutOfSight(stage: Stage): Promise<void> {
  const { users = "", resource } = stage.subject;
  const { sight } = stage.system;
  const first = await makeOne(stage);
  const { above, id } = parentOf(stage, first);
  const unseen = sight?.unseen[above];
  assert.ok(unseen, `found nothing that puts a ${above} out of sight`);
  const other = await makerOf(stage.system, users)();
  const stranger = await earOf(stage, first, other.id);
  const events = await begun(stranger);
  await putState(stage, above, id, unseen);
  await expectAbsent(stage, stranger);
  await putState(stage, resource.entity.name, first.id, {});
  await expectGone(events);
}

function parentOf(
  { subject: { resource: { parent } } }: Stage,
  entity: Entity,
): { readonly above: string; readonly id: string } {
  assert.ok(parent);
  return {
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
    assert.notEqual(event, "created", "something new was told");
  }
  assert.equal(told.at(-1), JSON.stringify({ reason: "gone" }));
}
