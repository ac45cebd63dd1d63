/**
 * Trials of many-to-many relations: related and unrelated as often as one likes, and listed from both sides.
 *
 * @module
 */
import assert from "node:assert/strict";
import type { JsonObject } from "./entity_request.ts";
import { type Entity, valueOf } from "./entity_spec.ts";
import { expectError } from "./expect_error.ts";
import { expectShown, viewOf } from "./expect_shown.ts";
import { listShows } from "./resource_answer.ts";
import {
  call,
  callerFor,
  makeOne,
  makerOf,
  pathTo,
  readAll,
} from "./resource_stage.ts";
import {
  type ResourceSubject,
  type Stage,
  type Trial,
  type TrialLink,
  trialOf,
} from "./resource_subject.ts";

/** What must hold of many-to-many relations. */
export function linkTrials(subject: ResourceSubject): readonly Trial[] {
  const { path, param } = subject.resource;
  return (subject.links ?? []).flatMap((link) => {
    const all = `${path}/{${param}}/${link.path}`;
    const one = `${all}/{${link.param}}`;
    return [
      ...(link.closed ? [] : [
        trialOf(
          subject,
          `PUT and DELETE ${one} relate and unrelate, each as often as one likes`,
          (stage) => relateAndBack(stage, link),
        ),
        trialOf(
          subject,
          `GET ${all} lists what is related, and nothing else`,
          (stage) => listed(stage, link),
        ),
      ]),
      trialOf(
        subject,
        `PUT and DELETE ${one} are for who may change it, and for what is there`,
        (stage) => refused(stage, link),
      ),
    ];
  });
}

async function relateAndBack(stage: Stage, link: TrialLink): Promise<void> {
  const entity = await makeOne(stage);
  const [a, b] = [await makeOther(stage, link), await makeOther(stage, link)];
  const { client, id: viewerId } = await callerFor(stage, link, entity);
  const steps: readonly [string, Entity, number][] = [
    ["DELETE", a, 0],
    ["PUT", a, 1],
    ["PUT", a, 1],
    ["PUT", b, 2],
    ["DELETE", a, 1],
    ["DELETE", a, 1],
    ["PUT", a, 2],
  ];
  for (const [method, other, count] of steps) {
    const path = await linkPath(stage, link, entity, other);
    const answer = await call(client, method, path);
    assert.equal(answer.status, 200, JSON.stringify(answer.body));
    await expectShown(stage, answer, { entity, viewerId });
    assert.equal((await linksOf(stage, link, entity)).length, count);
  }
}

async function listed(stage: Stage, link: TrialLink): Promise<void> {
  const { subject: { shape }, system } = stage;
  const entity = await makeOne(stage);
  const [meant, other] = [
    await makeOther(stage, link),
    await makeOther(stage, link),
  ];
  const { client, id: viewerId } = await callerFor(stage, link, entity);
  const path = await linkPath(stage, link, entity, meant);
  assert.equal((await call(client, "PUT", path)).status, 200);
  const list = await client.get<JsonObject>(
    `${await pathTo(stage, entity)}/${link.path}`,
  );
  if (list.status === 403) return; // whoever may change it need not be let list the others
  assert.equal(list.status, 200, JSON.stringify(list.body));
  const name = shape.envelope ? link.resource.plural : "items";
  const seeing = { ...system, viewerId };
  const view = await viewOf(listShows(link.resource), meant, seeing);
  assert.deepEqual(list.body[name], [view]);
  assert.notEqual(meant.id, other.id);
}

async function refused(stage: Stage, link: TrialLink): Promise<void> {
  const { subject: { errors, users }, system } = stage;
  const entity = await makeOne(stage);
  const other = await makeOther(stage, link);
  const path = await linkPath(stage, link, entity, other);
  const all = `${await pathTo(stage, entity)}/${link.path}`;
  const writer = link.closed ? undefined : await callerFor(stage, link, entity);
  for (const method of ["PUT", "DELETE"]) {
    if (writer) {
      for (const none of [crypto.randomUUID(), "%00", "a".repeat(400)]) {
        const answer = await call(writer.client, method, `${all}/${none}`);
        expectError(errors, answer, 404);
      }
    }
    if (users === undefined) continue;
    if (!link.open) {
      expectError(errors, await call(system.as(), method, path), 401);
    }
    if (link.stranger === undefined) continue;
    const stranger = system.as((await makerOf(system, users)()).id);
    const answer = await call(stranger, method, path);
    expectError(errors, answer, link.stranger);
  }
  assert.deepEqual(await linksOf(stage, link, entity), []);
}

function makeOther(
  { system }: Stage,
  { resource }: TrialLink,
): Promise<Entity> {
  return makerOf(system, resource.entity.name)();
}

async function linkPath(
  stage: Stage,
  link: TrialLink,
  entity: Entity,
  other: Entity,
): Promise<string> {
  const key = String(valueOf(other, link.resource.key));
  return `${await pathTo(stage, entity)}/${link.path}/${
    encodeURIComponent(key)
  }`;
}

function linksOf(
  { system: { sources } }: Stage,
  { link, own }: TrialLink,
  { id }: Entity,
): Promise<readonly Entity[]> {
  return readAll(sources, link.name, [{ field: own, value: id }]);
}
