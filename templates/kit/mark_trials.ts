/**
 * Trials of marks: set and taken back, for oneself and as often as one likes, and seen by whoever asks.
 *
 * @module
 */
import assert from "node:assert/strict";
import type { JsonObject } from "./entity_request.ts";
import { type Entity, valueOf } from "./entity_spec.ts";
import { expectError } from "./expect_error.ts";
import { expectShown } from "./expect_shown.ts";
import {
  call,
  collection,
  makeOne,
  makerOf,
  makeSibling,
  pathTo,
  readAll,
} from "./resource_stage.ts";
import {
  type ResourceSubject,
  type Stage,
  type Trial,
  type TrialMark,
  trialOf,
} from "./resource_subject.ts";

/** What must hold of marks. */
export function markTrials(subject: ResourceSubject): readonly Trial[] {
  const { path, param } = subject.resource;
  return (subject.marks ?? []).flatMap((mark) => {
    const item = `${path}/{${param}}/${mark.path ?? mark.name}`;
    return [
      trialOf(
        subject,
        `POST and DELETE ${item} mark it and take that back, each for oneself`,
        (stage) => markAndBack(stage, mark),
      ),
      trialOf(
        subject,
        `POST and DELETE ${item} are for who is signed in, and for what is there`,
        (stage) => refusedMarks(stage, mark),
      ),
    ];
  });
}

async function markAndBack(stage: Stage, mark: TrialMark): Promise<void> {
  const entity = await makeOne(stage);
  const other = await makeSibling(stage, entity);
  const [one, two] = [await marker(stage, mark), await marker(stage, mark)];
  const steps: readonly [string, Entity, boolean, number][] = [
    ["DELETE", one, false, 0],
    ["POST", one, true, 1],
    ["POST", one, true, 1],
    ["POST", two, true, 2],
    ["DELETE", one, false, 1],
    ["DELETE", one, false, 1],
    ["POST", one, true, 2],
    ["DELETE", two, false, 1],
  ];
  const path = await markPath(stage, mark, entity);
  for (const [method, user, isMarked, count] of steps) {
    const answer = await call(stage.system.as(user.id), method, path);
    assert.equal(answer.status, 200, JSON.stringify(answer.body));
    const seen = { entity, viewerId: user.id };
    const shown = await expectShown(stage, answer, seen);
    expectSaid(stage, mark, shown, { isMarked, count });
    assert.equal((await links(stage, mark, entity)).length, count);
  }
  assert.deepEqual(await links(stage, mark, other), []);
  await seenByOthers(stage, mark, entity);
}

/** Who has not marked it, and who is not signed in, see that they have not. */
async function seenByOthers(
  stage: Stage,
  mark: TrialMark,
  entity: Entity,
): Promise<void> {
  const { subject, system } = stage;
  if (!subject.open?.includes("get")) return;
  const path = await pathTo(stage, entity);
  for (const viewerId of [undefined, (await marker(stage, mark)).id]) {
    const answer = await system.as(viewerId).get(path);
    const shown = await expectShown(stage, answer, { entity, viewerId });
    expectSaid(stage, mark, shown, { isMarked: false, count: 1 });
  }
}

function expectSaid(
  { subject: { resource } }: Stage,
  { link }: TrialMark,
  shown: JsonObject,
  { isMarked, count }: { readonly isMarked: boolean; readonly count: number },
): void {
  for (const [name, part] of Object.entries(resource.shows)) {
    if (typeof part === "string" || part.kind === "link") continue;
    if (part.kind === "file" || part.of !== link.name) continue;
    if (part.kind === "marked") assert.equal(shown[name], isMarked);
    if (part.kind === "count") assert.equal(shown[name], count);
  }
}

async function refusedMarks(stage: Stage, mark: TrialMark): Promise<void> {
  const { subject: { errors, resource }, system } = stage;
  const entity = await makeOne(stage);
  const user = await marker(stage, mark);
  const path = await markPath(stage, mark, entity);
  const none = await collection(stage, entity);
  const missing = [
    `${none}/${crypto.randomUUID()}/${mark.path ?? mark.name}`,
    `${none}/no-such-key/${mark.path ?? mark.name}`,
    ...(resource.parent ? [await elsewhere(stage, mark, entity)] : []),
  ];
  for (const method of ["POST", "DELETE"]) {
    expectError(errors, await call(system.as(), method, path), 401);
    for (const path of missing) {
      expectError(errors, await call(system.as(user.id), method, path), 404);
    }
  }
  assert.deepEqual(await links(stage, mark, entity), []);
}

/** Where the entity would be as a part of something else. */
async function elsewhere(
  stage: Stage,
  mark: TrialMark,
  entity: Entity,
): Promise<string> {
  const other = await makeOne(stage);
  const key = String(valueOf(entity, stage.subject.resource.key));
  return `${await collection(stage, other)}/${encodeURIComponent(key)}/${
    mark.path ?? mark.name
  }`;
}

async function markPath(
  stage: Stage,
  mark: TrialMark,
  entity: Entity,
): Promise<string> {
  return `${await pathTo(stage, entity)}/${mark.path ?? mark.name}`;
}

function marker(
  { subject: { users = "" }, system }: Stage,
  { role }: TrialMark,
): Promise<Entity> {
  return makerOf(system, users)(role === undefined ? {} : { role });
}

function links(
  { system: { sources } }: Stage,
  { link, target }: TrialMark,
  { id }: Entity,
): Promise<readonly Entity[]> {
  return readAll(sources, link.name, [{ field: target, value: id }]);
}
