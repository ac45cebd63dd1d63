/**
 * Trials of deletions that can be taken back: what is deleted is not there, and is as it was when it is restored.
 *
 * @module
 */
import assert from "node:assert/strict";
import { type Entity, valueOf } from "./entity_spec.ts";
import { expectError } from "./expect_error.ts";
import { expectShown } from "./expect_shown.ts";
import {
  callerFor,
  collection,
  makeOne,
  operationOf,
  pathTo,
  stored,
} from "./resource_stage.ts";
import {
  type ResourceSubject,
  type Stage,
  type Trial,
  trialOf,
} from "./resource_subject.ts";
import { restorePath } from "./restore_routes.ts";
import type { ApiResponse } from "./testing.ts";

/** What must hold of the restorations of a resource. */
export function restorationTrials(subject: ResourceSubject): readonly Trial[] {
  const { restores, resource } = subject;
  if (restores === undefined || restores.closed) return [];
  const path = restorePath(resource);
  const trial = (title: string, run: (stage: Stage) => Promise<void>) =>
    trialOf(subject, `POST ${path} ${title}`, run);
  return [
    trial("brings back what was deleted, as it was", bringsBack),
    trial("finds nothing that never was", findsNothing),
    ...(resource.parent
      ? [trial("brings nothing back into another", notElsewhere)]
      : []),
  ];
}

async function bringsBack(stage: Stage): Promise<void> {
  const { subject } = stage;
  const before = await makeOne(stage);
  const { client, id } = await callerFor(stage, subject.restores ?? {}, before);
  const path = `${await collection(stage, before)}/${before.id}/restore`;
  const item = await pathTo(stage, before);
  await deletePast(stage, before);
  const get = operationOf(subject, "get");
  if (get) expectError(subject.errors, await client.get(item), 404);
  for (let times = 1; times <= 2; times++) {
    const answer: ApiResponse<unknown> = await client.post(path);
    assert.equal(answer.status, 200, JSON.stringify(answer.body));
    const after = await stored(stage, before.id);
    assert.ok(after);
    for (const field of Object.keys(subject.resource.entity.fields)) {
      if (subject.derived?.includes(field)) continue;
      assert.deepEqual(valueOf(after, field), valueOf(before, field), field);
    }
    assert.equal(after.createdAt, before.createdAt);
    await expectShown(stage, answer, { entity: after, viewerId: id });
  }
}

async function findsNothing(stage: Stage): Promise<void> {
  const { subject } = stage;
  const entity = await makeOne(stage);
  const { client } = await callerFor(stage, subject.restores ?? {}, entity);
  const all = await collection(stage, entity);
  for (const none of [crypto.randomUUID(), "x", "%00", "a".repeat(400)]) {
    const answer = await client.post(`${all}/${none}/restore`);
    expectError(subject.errors, answer, 404);
  }
}

async function notElsewhere(stage: Stage): Promise<void> {
  const { subject } = stage;
  const [entity, other] = [await makeOne(stage), await makeOne(stage)];
  const { client } = await callerFor(stage, subject.restores ?? {}, entity);
  const elsewhere = await collection(stage, other);
  await deletePast(stage, entity);
  const answer = await client.post(`${elsewhere}/${entity.id}/restore`);
  expectError(subject.errors, answer, 404);
  assert.equal(await stored(stage, entity.id), undefined);
}

async function deletePast(
  { subject: { resource }, system }: Stage,
  { id }: Entity,
): Promise<void> {
  const ask = system.sources[resource.entity.name];
  const gone = await ask?.({ operation: "delete", id });
  assert.ok(gone?.ok, JSON.stringify(gone));
}
