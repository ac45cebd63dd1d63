/**
 * Trials of what is not there for everybody: nothing that a resource answers tells of it to who does not see it.
 *
 * @module
 */
import assert from "node:assert/strict";
import type { JsonObject } from "./entity_request.ts";
import { type Entity, valueOf } from "./entity_spec.ts";
import { expectShown } from "./expect_shown.ts";
import { isThere } from "./expect_sight.ts";
import { expectItems, listed, readPage } from "./resource_list_trials.ts";
import type { ResourceFilter, Shown } from "./resource_spec.ts";
import {
  call,
  type Caller,
  callerFor,
  collection,
  makeOne,
  makerOf,
  makeSibling,
  operationOf,
  pathTo,
  stored,
} from "./resource_stage.ts";
import {
  type ResourceSubject,
  type Stage,
  type Trial,
  trialOf,
  type TrialOperation,
  type TrialSystem,
} from "./resource_subject.ts";

/** What must hold where a resource, or what it shows or is filtered by, is not there for everybody. */
export function unseenTrials(subject: ResourceSubject): readonly Trial[] {
  return sightTrials(subject, { hide: makeUnseen, callers: callersOf });
}

/** What is not there for everybody, and for whom it may not be. */
export interface Hiding {
  /** Makes one that is not there for all who call; undefined where there is none of the kind. */
  readonly hide: (
    system: TrialSystem,
    kind: string,
    values?: JsonObject,
  ) => Promise<Entity | undefined>;
  /** Who calls. */
  readonly callers: (stage: Stage) => Promise<readonly Caller[]>;
  /** What titles begin with. @default nothing */
  readonly title?: string;
}

/** What must hold where something is not there for everybody, however that comes. */
export function sightTrials(
  subject: ResourceSubject,
  hiding: Hiding,
): readonly Trial[] {
  const { shows, filters = {}, parent, path, param } = subject.resource;
  const get = operationOf(subject, "get");
  const list = operationOf(subject, "list");
  const trial = (title: string, run: (stage: HidingStage) => Promise<void>) =>
    trialOf(
      subject,
      (hiding.title ?? "") + title,
      (stage) => run({ ...stage, ...hiding }),
    );
  const parts = Object.entries(shows).flatMap(([name, part]) =>
    isPart(part) ? [{ name, part }] : []
  );
  const related = Object.entries(filters).flatMap(([name, filter]) =>
    filter.kind === "field" ? [] : [{ name, filter }]
  );
  return [
    trial(
      `${path}/{${param}} is answered as what is not there, to who does not see it`,
      asAbsent,
    ),
    ...(list
      ? [trial(
        `GET ${path} has and counts nothing that is not there`,
        (stage) => listsSeen(stage, list),
      )]
      : []),
    ...(get ? parts : []).map(({ name, part }) =>
      trial(
        `${name} shows nothing that is not there for who asks`,
        (stage) => showsSeen(stage, part),
      )
    ),
    ...(list ? related : []).map(({ name, filter }) =>
      trial(
        `GET ${path}?${name}=… finds nothing by what is not there`,
        (stage) => findsSeen(stage, name, filter),
      )
    ),
    ...(parent
      ? [trial(
        `${path} is not there under what is not`,
        (stage) => underUnseen(stage, parent.resource.entity.name),
      )]
      : []),
  ];
}

interface HidingStage extends Stage, Hiding {}

/** Nobody, somebody new, and who may read. */
async function callersOf(stage: Stage): Promise<readonly Caller[]> {
  const { subject, system } = stage;
  const get = operationOf(subject, "get") ?? operationOf(subject, "list");
  const { id } = await makerOf(system, subject.users ?? "")();
  return [
    { client: system.as(), id: undefined },
    { client: system.as(id), id },
    ...(get ? [await callerFor(stage, get)] : []),
  ];
}

/** Makes one that not everybody sees and that nobody who calls owns; undefined where there is none. */
async function makeUnseen(
  system: TrialSystem,
  kind: string,
  values: JsonObject = {},
): Promise<Entity | undefined> {
  const { sight } = system;
  const state = sight && Object.hasOwn(sight.unseen, kind)
    ? sight.unseen[kind]
    : undefined;
  if (!sight || state === undefined) return undefined;
  const { owner, assignsOwner } = sight.access[kind] ?? {};
  const other = assignsOwner && owner !== undefined && !(owner in values)
    ? { [owner]: (await makerOf(system, sight.users)()).id }
    : {};
  return await makerOf(system, kind)({ ...other, ...values, ...state });
}

/** What is tried with it fails as it does with what was never there, whatever is sent. */
async function asAbsent(stage: HidingStage): Promise<void> {
  const { subject, system } = stage;
  const { entity: { name }, parent, key } = subject.resource;
  const first = await makeOne(stage);
  const above = parent && { [parent.field]: valueOf(first, parent.field) };
  const hidden = await stage.hide(system, name, above);
  if (!hidden) return;
  const paths = [
    await pathTo(stage, hidden),
    await pathTo(stage, { ...hidden, [key]: crypto.randomUUID() }),
  ] as const;
  const tries = [...attempts(subject), ...await linkAttempts(stage)];
  const before = await stored(stage, hidden.id);
  for (const { client, id } of await stage.callers(stage)) {
    if (await isThere({ ...system, viewerId: id }, name, hidden)) continue;
    for (const { method, last, body } of tries) {
      const [one, none] = await Promise.all(
        paths.map((path) => call(client, method, path + last, body)),
      );
      assert.ok([401, 403, 404].includes(one?.status ?? 0), method + last);
      assert.equal(one?.status, none?.status, method + last);
      assert.deepEqual(one?.body, none?.body, method + last);
    }
  }
  assert.deepEqual(await stored(stage, hidden.id), before, "it has changed");
}

/** Lists what is related to it, and relates something that is there, or unrelates it. */
async function linkAttempts(
  { subject: { links = [] }, system }: Stage,
): Promise<readonly { method: string; last: string; body?: unknown }[]> {
  const tries = await Promise.all(links.map(async ({ path, resource }) => {
    const other = await makerOf(system, resource.entity.name)();
    const key = encodeURIComponent(String(valueOf(other, resource.key)));
    return [
      { method: "GET", last: `/${path}` },
      { method: "PUT", last: `/${path}/${key}` },
      { method: "DELETE", last: `/${path}/${key}` },
    ];
  }));
  return tries.flat();
}

/** Everything that there is to do with one, with bodies that break rules, too. */
function attempts(
  { operations, actions = [], marks = [], resource, shape }: ResourceSubject,
): readonly { method: string; last: string; body?: unknown }[] {
  const wrap = (body: unknown) =>
    shape.envelope ? { [resource.name]: body } : body;
  const onOne = operations.filter(({ operation }) =>
    operation !== "list" && operation !== "create"
  );
  return [
    ...onOne.flatMap(({ operation, method }) =>
      operation === "get" || operation === "delete"
        ? [{ method, last: "" }]
        : [{}, { noSuchField: 1 }, []].map((body) => ({
          method,
          last: "",
          body: wrap(body),
        }))
    ),
    ...actions.map(({ name }) => ({ method: "POST", last: `/${name}` })),
    ...marks.flatMap(({ name, path = name }) =>
      ["POST", "DELETE"].map((method) => ({ method, last: `/${path}` }))
    ),
    ...Object.values(resource.shows).flatMap((shown) =>
      typeof shown !== "string" && shown.kind === "file"
        ? ["GET", "PUT", "DELETE"].map((method) => ({
          method,
          last: `/${shown.path}`,
          ...(method === "PUT" ? { body: {} } : {}),
        }))
        : []
    ),
  ];
}

async function listsSeen(
  stage: HidingStage,
  list: TrialOperation,
): Promise<void> {
  const { subject, system } = stage;
  const { entity: { name }, parent } = subject.resource;
  const first = await makeOne(stage);
  const above = parent && { [parent.field]: valueOf(first, parent.field) };
  const hidden = await stage.hide(system, name, above);
  if (!hidden) return;
  await makeSibling(stage, first);
  const path = await collection(stage, first);
  const limit = String(subject.shape.paging.most);
  const callers = [...await stage.callers(stage), await callerFor(stage, list)];
  for (const caller of callers) {
    if ((await caller.client.get(path)).status !== 200) continue;
    const page = await readPage(stage, caller, path, { limit });
    const there = await listed(stage, first, caller.id);
    await expectItems(stage, page.items, there, caller.id);
    if (page.total !== undefined) assert.equal(page.total, there.length);
    const seeing = { ...system, viewerId: caller.id };
    const isSeen = await isThere(seeing, name, hidden);
    assert.ok(isSeen || there.every(({ id }) => id !== hidden.id));
  }
}

async function showsSeen(stage: HidingStage, part: Part): Promise<void> {
  const { subject, system } = stage;
  const made = await hostOf(stage, part);
  if (!made) return;
  const { host, hidden, kind } = made;
  const path = await pathTo(stage, host);
  for (const { client, id } of await stage.callers(stage)) {
    const answer = await client.get<unknown>(path);
    if (answer.status !== 200) continue;
    const viewerId = id;
    const shown = await expectShown(stage, answer, { entity: host, viewerId });
    // Of tenants there is one, to which everybody belongs.
    const isHome =
      subject.resource.entity.name === system.sight?.tenants?.entity;
    const isSeen = await isThere({ ...system, viewerId }, kind, hidden);
    if (isSeen || isHome) continue;
    for (const [name, one] of Object.entries(subject.resource.shows)) {
      if (one === part) assert.deepEqual(shown[name], NOTHING[part.kind], name);
    }
  }
}

/** What shows something that not everybody sees, and only that. */
async function hostOf(
  stage: HidingStage,
  part: Part,
): Promise<Hosted | undefined> {
  const { subject: { resource }, system } = stage;
  if (part.kind === "one") {
    if (part.field === resource.parent?.field) return undefined;
    const kind = part.of;
    const hidden = await stage.hide(system, kind);
    if (!hidden) return undefined;
    const host = await makeOne(stage, { [part.field]: hidden.id });
    return { host, hidden, kind };
  }
  const host = await makeOne(stage);
  if (part.kind === "linked") {
    const kind = part.to;
    const hidden = await stage.hide(system, kind);
    if (!hidden) return undefined;
    const { [part.of]: link } = system.make;
    await link?.({ [part.by]: host.id, [part.target]: hidden.id });
    return { host, hidden, kind };
  }
  const kind = part.of;
  const hidden = await stage.hide(system, kind, { [part.by]: host.id });
  return hidden && { host, hidden, kind };
}

async function findsSeen(
  stage: HidingStage,
  name: string,
  filter: Exclude<ResourceFilter, { kind: "field" }>,
): Promise<void> {
  const { subject: { resource }, system } = stage;
  const kind = filter.of.name;
  if (filter.kind === "related" && filter.field === resource.parent?.field) {
    return;
  }
  const hidden = await stage.hide(system, kind);
  if (!hidden) return;
  const isRelated = filter.kind === "related";
  const host = await makeOne(
    stage,
    isRelated ? { [filter.field]: hidden.id } : {},
  );
  if (!isRelated) {
    const values = { [filter.target]: host.id, [filter.user]: hidden.id };
    await makerOf(system, filter.link.name)(values);
  }
  const path = await collection(stage, host);
  const params = { [name]: String(valueOf(hidden, filter.by)) };
  for (const caller of await stage.callers(stage)) {
    if ((await caller.client.get(path)).status !== 200) continue;
    const seeing = { ...system, viewerId: caller.id };
    const isSeen = await isThere(seeing, kind, hidden);
    const page = await readPage(stage, caller, path, params);
    const there = (await listed(stage, host, caller.id))
      .filter(({ id }) => isSeen && id === host.id);
    await expectItems(stage, page.items, there, caller.id);
  }
}

async function underUnseen(stage: HidingStage, kind: string): Promise<void> {
  const { subject, system } = stage;
  const { parent } = subject.resource;
  const hidden = await stage.hide(system, kind);
  if (!hidden || !parent) return;
  const child = await makeOne(stage, { [parent.field]: hidden.id });
  const [all, one] = [
    await collection(stage, child),
    await pathTo(stage, child),
  ];
  for (const { client, id } of await stage.callers(stage)) {
    if (await isThere({ ...system, viewerId: id }, kind, hidden)) continue;
    for (const { operation, method, closed } of subject.operations) {
      if (closed) continue;
      const isAll = operation === "list" || operation === "create";
      const isRead = method === "GET" || method === "DELETE";
      const body = isRead ? undefined : {};
      const answer = await call(client, method, isAll ? all : one, body);
      assert.ok([401, 403, 404].includes(answer.status), `${answer.status}`);
    }
  }
}

/** What a resource shows of others. */
type Part = Exclude<
  Shown,
  string | { kind: "link" } | { kind: "marked" } | { kind: "file" }
>;

function isPart(shown: Shown): shown is Part {
  return typeof shown !== "string" && shown.kind !== "link" &&
    shown.kind !== "marked" && shown.kind !== "file";
}

/** What shows something that not everybody sees. */
interface Hosted {
  readonly host: Entity;
  readonly hidden: Entity;
  readonly kind: string;
}

/** What is shown where there is nothing. */
const NOTHING: Readonly<Record<Part["kind"], unknown>> = {
  one: null,
  many: [],
  linked: [],
  count: 0,
  sum: 0,
};
