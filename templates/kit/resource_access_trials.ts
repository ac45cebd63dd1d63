/**
 * Tries to break the access rules of a resource: does everything there is to do with it as somebody who may or may not.
 *
 * @module
 */
import { clientName } from "./client_names.ts";
import assert from "node:assert/strict";
import type { AccessStep } from "./access_trial.ts";
import type { JsonObject } from "./entity_request.ts";
import { type Entity, valueOf } from "./entity_spec.ts";
import { expectError } from "./expect_error.ts";
import { viewOf } from "./expect_shown.ts";
import { listShows } from "./resource_answer.ts";
import {
  bodyOf,
  call,
  collection,
  idOf,
  type Intruder,
  makeOne,
  makerOf,
  pathTo,
  readAll,
  sent,
  stored,
} from "./resource_stage.ts";
import type {
  ResourceSubject,
  Stage,
  TrialSystem,
} from "./resource_subject.ts";
import type { ApiClient, ApiResponse } from "./testing.ts";

export type { Intruder };

/** What is tried, and what must come of it; {@link AccessStep} with the names of marks as operations, too. */
export interface ResourceStep extends AccessStep {
  /** What takes a mark back is tried apart. @default the operation's method */
  readonly method?: "POST" | "DELETE";
  /** Whether it is tried as one of several at once. @default false */
  readonly several?: boolean;
}

/** Tries each step in a system of its own; whatever is refused must have changed nothing. */
export async function tryResource(
  t: Deno.TestContext,
  subject: ResourceSubject,
  { start, who, state, steps }: {
    readonly start: () => Promise<TrialSystem>;
    readonly who: Intruder;
    /** What the entity is like that it is tried with. @default as examples are */
    readonly state?: JsonObject;
    readonly steps: readonly ResourceStep[];
  },
): Promise<void> {
  for (const step of steps) {
    const { method = "", operation, answer } = step;
    await t.step(`${method} ${operation}: ${answer}`.trim(), async () => {
      await using system = await start();
      await tryStep({ subject, system }, who, step, state);
    });
    if (!subject.bulk?.some((one) => one === operation)) continue;
    await t.step(`several, ${operation}: ${answer}`, async () => {
      await using system = await start();
      await tryStep(
        { subject, system },
        who,
        { ...step, several: true },
        state,
      );
    });
  }
}

async function tryStep(
  stage: Stage,
  who: Intruder,
  step: ResourceStep,
  state: JsonObject = {},
): Promise<void> {
  const { subject, system } = stage;
  const entity = await makeOne(stage, state);
  const id = await idOf(stage, who, entity);
  const client = system.as(id);
  const before = await everything(stage);
  const answer = await send(stage, client, step, entity);
  if (step.operation === "list") await tryTotals(stage, client, answer, entity);
  if (typeof step.answer === "number") {
    expectError(subject.errors, answer, step.answer);
    const challenge = answer.headers.get("www-authenticate") ?? "";
    const { scheme } = subject.shape;
    assert.equal(challenge.startsWith(scheme), step.answer === 401);
    assert.deepEqual(await everything(stage), before, "something has changed");
    return;
  }
  // A rule of the entity may still be in the way, but not one of access.
  const { status } = answer;
  assert.ok(
    status < 500 && ![401, 403, 404, 405].includes(status),
    `found ${status} ${JSON.stringify(answer.body)}`,
  );
  if (step.operation === "list") {
    await expectThere(stage, answer, step, entity, id);
  }
}

async function send(
  stage: Stage,
  client: ApiClient,
  step: ResourceStep,
  entity: Entity,
): Promise<ApiResponse<unknown>> {
  const { subject } = stage;
  const { operation } = step;
  if (step.several) return await sendSeveral(stage, client, step, entity);
  const declared = subject.operations.find((one) =>
    one.operation === operation
  );
  if (operation === "restore" && subject.restores) {
    const at = await collection(stage, entity);
    return await client.post(`${at}/${entity.id}/restore`);
  }
  const path = operation === "list" || operation === "create"
    ? await collection(stage, entity)
    : await pathTo(stage, entity);
  switch (operation) {
    case "list":
      return await client.get(`${path}?limit=${subject.shape.paging.most}`);
    case "create":
    case "replace":
    case "patch": {
      const body = operation === "patch" ? {} : await bodyOf(stage);
      const method = declared?.method ?? "POST";
      return await call(client, method, path, sent(subject, body));
    }
    case "get":
    case "delete":
      return await call(client, declared?.method ?? "GET", path);
    default: {
      const mark = subject.marks?.find(({ name }) => name === operation);
      const last = mark?.path ?? operation;
      return await call(client, step.method ?? "POST", `${path}/${last}`);
    }
  }
}

/** Does with an entity, as the only one of several, what may be done with it alone. */
async function sendSeveral(
  stage: Stage,
  client: ApiClient,
  { operation, answer }: ResourceStep,
  entity: Entity,
): Promise<ApiResponse<unknown>> {
  const { shape, resource: { shows, key, plural } } = stage.subject;
  const named = {
    [clientName(shows, key, shape.naming)]: valueOf(entity, key),
  };
  const item = operation === "create"
    ? await bodyOf(stage)
    : operation === "patch"
    // Of what is not there for somebody, nothing else is told.
    ? { ...named, changes: answer === 404 ? null : {} }
    : named;
  const path = `${await collection(stage, entity)}/bulk/${operation}`;
  return await call(client, "POST", path, {
    [shape.envelope ? plural : "items"]: [item],
  });
}

/** What a list comes to is told to those who may see the list, and of nothing else than they see there. */
async function tryTotals(
  stage: Stage,
  client: ApiClient,
  list: ApiResponse<unknown>,
  entity: Entity,
): Promise<void> {
  const { errors, shape, resource, aggregates = [] } = stage.subject;
  const name = shape.envelope ? resource.plural : "items";
  for (const aggregate of aggregates) {
    const path = `${await collection(stage, entity)}/${aggregate}`;
    const told = await client.get(path);
    assert.equal(told.status, list.status, `${path}: ${told.status}`);
    if (told.status >= 400) {
      expectError(errors, told, list.status);
      continue;
    }
    const { groups } = told.body as unknown as Totals; // the assertion below is the check
    const counted = groups.reduce((sum, { count }) => sum + count, 0);
    const page = list.body as Readonly<Record<string, readonly unknown[]>>; // likewise
    assert.equal(counted, page[name]?.length, "it counts what is not listed");
  }
}

/** All that a refused request might have changed. */
async function everything(
  { subject: { resource, marks = [] }, system: { sources } }: Stage,
): Promise<unknown> {
  const names = [resource.entity.name, ...marks.map(({ link }) => link.name)];
  return await Promise.all(
    names.map((entity) => readAll(sources, entity, [])),
  );
}

async function expectThere(
  { subject: { resource, shape }, system }: Stage,
  { body }: ApiResponse<unknown>,
  { answer }: ResourceStep,
  entity: Entity,
  viewerId: string | undefined,
): Promise<void> {
  const name = shape.envelope ? resource.plural : "items";
  const page = body as Readonly<Record<string, readonly JsonObject[]>>; // the assertions below are the check
  const seeing = { ...system, viewerId };
  const view = await viewOf(listShows(resource), entity, seeing);
  const items = (page[name] ?? []).map((item) => JSON.stringify(item));
  const isThere = items.includes(JSON.stringify(view));
  assert.equal(isThere, answer === "allowed");
}

/** Sends valid tokens behind wrong words, which let nobody in and make nobody anonymous. */
export async function tryWrongSchemes(
  subject: ResourceSubject,
  start: () => Promise<TrialSystem>,
): Promise<void> {
  await using system = await start();
  const stage = { subject, system };
  const entity = await makeOne(stage);
  const { id } = await makerOf(system, subject.users ?? "")();
  const token = await system.tokenOf?.(id);
  const { scheme } = subject.shape;
  const wrong = scheme === "Bearer" ? "Token" : "Bearer";
  const before = await everything(stage);
  for (
    const header of [
      `${wrong} ${token}`,
      `Basic ${token}`,
      `${token}`,
      `${scheme} ${token} x`,
      `${scheme} nonsense`,
      scheme,
    ]
  ) {
    const client = withHeader(system.as(), header);
    for (const { operation } of subject.operations) {
      const step: ResourceStep = { operation, answer: 401 };
      const answer = await send(stage, client, step, entity);
      assert.equal(answer.status, 401, `${operation} as ${header}`);
      expectError(subject.errors, answer, 401);
    }
  }
  assert.deepEqual(await everything(stage), before);
}

function withHeader(client: ApiClient, authorization: string): ApiClient {
  const send: ApiClient["send"] = (path, init) => {
    const headers = new Headers(init.headers);
    headers.set("authorization", authorization);
    return client.send(path, { ...init, headers });
  };
  return { ...client, send, get: (path) => send(path, {}) };
}

/** Tries to make an entity another's, or to take one: whether that is refused or passed over, it has the owner it had. */
export async function tryTheft(
  subject: ResourceSubject,
  start: () => Promise<TrialSystem>,
): Promise<void> {
  const { owner, users = "", resource, errors } = subject;
  if (owner === undefined) return;
  await using system = await start();
  const stage = { subject, system };
  const entity = await makeOne(stage);
  const mine = String(valueOf(entity, owner));
  const other = await makerOf(system, users)();
  const name = clientName(resource.shows, owner, subject.shape.naming);
  const client = system.as(mine);
  const path = await pathTo(stage, entity);
  const own = { [name]: other.id };
  const declared = (operation: string) =>
    subject.operations.find((one) =>
      one.operation === operation && !one.closed
    );
  const patch = declared("patch");
  if (patch) {
    const answer = await call(client, patch.method, path, sent(subject, own));
    // The rules may let others alone change what is one's own.
    const refused = patch.role === undefined ? 422 : 403;
    if (answer.status !== patch.status) expectError(errors, answer, refused);
    const after = await stored(stage, entity.id);
    assert.equal(after && valueOf(after, owner), mine);
  }
  const create = declared("create");
  if (create) {
    const body = { ...await bodyOf(stage), ...own };
    const at = await collection(stage, entity);
    const answer = await call(client, create.method, at, sent(subject, body));
    if (answer.status !== create.status) expectError(errors, answer, 422);
    const all = await readAll(system.sources, resource.entity.name, []);
    assert.ok(all.every((one) => valueOf(one, owner) !== other.id));
  }
}

interface Totals {
  readonly groups: readonly { readonly count: number }[];
}
