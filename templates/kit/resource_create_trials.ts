/**
 * Trials of creating: what is declared is answered, and nothing is stored that a client may not set.
 *
 * @module
 */
import { clientName } from "./client_names.ts";
import assert from "node:assert/strict";
import type { JsonObject } from "./entity_request.ts";
import { type Entity, valueOf } from "./entity_spec.ts";
import { expectError } from "./expect_error.ts";
import { expectShown } from "./expect_shown.ts";
import {
  bodyOf,
  call,
  callerFor,
  collection,
  makeOne,
  operationOf,
  readAll,
  sent,
} from "./resource_stage.ts";
import type { ResourceSpec } from "./resource_spec.ts";
import {
  type ResourceSubject,
  type Stage,
  type Trial,
  trialOf,
  type TrialOperation,
} from "./resource_subject.ts";
import { type ApiResponse, textInit } from "./testing.ts";

/** What must hold of creating. */
export function createTrials(subject: ResourceSubject): readonly Trial[] {
  const create = operationOf(subject, "create");
  if (create === undefined) return [];
  const { method, status } = create;
  const { path } = subject.resource;
  const on = (
    what: string,
    run: (stage: Stage, ready: Ready) => Promise<void>,
  ) =>
    trialOf(subject, `${method} ${path} ${what}`, async (stage) => {
      await run(stage, await getReady(stage, create));
    });
  return [
    on(
      `creates one: ${status}, all that clients see, and where it is`,
      created,
    ),
    on("stores nothing that clients may not set", unsettable),
    on("refuses a body without a required field", withoutRequired),
    on("refuses values that a field must not have", refusedValues),
    on("refuses what is not a body of the right shape", badBodies),
  ];
}

/** What every trial of creating begins with. */
interface Ready {
  readonly path: string;
  readonly viewerId: string | undefined;
  readonly create: TrialOperation;
  readonly send: (body: unknown) => Promise<ApiResponse<unknown>>;
  readonly raw: (init: RequestInit) => Promise<ApiResponse<unknown>>;
  /** Finds what was created last. */
  readonly last: () => Promise<Entity>;
  /** How many there are. */
  readonly count: () => Promise<number>;
}

async function getReady(stage: Stage, create: TrialOperation): Promise<Ready> {
  const { client, id } = await callerFor(stage, create);
  const first = await makeOne(stage);
  const path = await collection(stage, first);
  const all = () => {
    const { entity } = stage.subject.resource;
    return readAll(stage.system.sources, entity.name, []);
  };
  return {
    path,
    viewerId: id,
    create,
    send: (body) => call(client, create.method, path, body),
    raw: (init) => client.send(path, { method: create.method, ...init }),
    last: async () => {
      const last = (await all()).at(-1);
      assert.ok(last);
      return last;
    },
    count: async () => (await all()).length,
  };
}

async function created(stage: Stage, ready: Ready): Promise<void> {
  const { subject } = stage;
  const { client } = await callerFor(stage, ready.create);
  const body = await bodyOf(stage);
  const answer = await ready.send(sent(subject, body));
  assert.equal(answer.status, ready.create.status, JSON.stringify(answer.body));
  const entity = await ready.last();
  const { viewerId } = ready;
  const shown = await expectShown(stage, answer, { entity, viewerId });
  for (const [name, value] of Object.entries(body)) {
    if (name in shown) assert.deepEqual(shown[name], value, name);
  }
  if (subject.owner !== undefined) {
    assert.equal(valueOf(entity, subject.owner), viewerId);
  }
  const key = String(valueOf(entity, subject.resource.key));
  const location = answer.headers.get("location");
  assert.equal(location, `${ready.path}/${encodeURIComponent(key)}`);
  if (operationOf(subject, "get")) {
    const found = await client.get(location ?? "");
    assert.equal(found.status, 200);
    assert.deepEqual(found.body, answer.body);
  }
}

/** Whether it is refused or passed over: none of it may be stored. */
async function unsettable(stage: Stage, ready: Ready): Promise<void> {
  const { subject } = stage;
  const { resource: { entity, parent, shows }, owner } = subject;
  const strange = crypto.randomUUID();
  const extras: Record<string, unknown> = {
    id: strange,
    createdAt: "2001-01-01T00:00:00.000Z",
    updatedAt: "2001-01-01T00:00:00.000Z",
    version: 7,
    noSuchField: "x",
    ["constructor"]: { name: "x" },
    ...(owner === undefined ? {} : { [owner]: strange }),
    ...(parent === undefined ? {} : { [parent.field]: strange }),
  };
  for (const [name, shown] of Object.entries(shows)) {
    if (typeof shown !== "string") extras[name] = 999;
  }
  for (const [name, value] of Object.entries(extras)) {
    const body = { ...await bodyOf(stage), [name]: value };
    const before = await ready.count();
    const answer = await ready.send(sent(subject, body));
    const field = fieldNamed(subject.resource, name);
    const known = Object.hasOwn(entity.fields, field)
      ? entity.fields[field]
      : undefined;
    if (answer.status !== ready.create.status) {
      expectError(subject.errors, answer, 422);
      const isOpen = known !== undefined && !known.readOnly;
      assert.ok(isOpen || subject.shape.unknownFields === "refuse", name);
      assert.equal(await ready.count(), before);
      continue;
    }
    if (subject.shape.unknownFields === "refuse") {
      assert.fail(`"${name}" was not refused`);
    }
    const entityNow = await ready.last();
    assert.notDeepEqual(storedValue(entityNow, field), value, name);
    const { viewerId } = ready;
    await expectShown(stage, answer, { entity: entityNow, viewerId });
  }
}

/** The field that clients call so. */
function fieldNamed({ shows }: ResourceSpec, name: string): string {
  const shown = Object.hasOwn(shows, name) ? shows[name] : undefined;
  return typeof shown === "string" ? shown : name;
}

/** Own properties only: everything has a constructor. */
function storedValue(entity: Entity, name: string): unknown {
  return Object.hasOwn(entity, name) ? valueOf(entity, name) : undefined;
}

async function withoutRequired(stage: Stage, ready: Ready): Promise<void> {
  const { subject } = stage;
  const { shows } = subject.resource;
  for (const field of subject.required) {
    const name = clientName(shows, field, subject.shape.naming);
    const { [name]: _left, ...body } = await bodyOf(stage);
    for (const short of [body, { ...body, [name]: null }]) {
      const answer = await ready.send(sent(subject, short));
      expectError(subject.errors, answer, 422, name);
    }
  }
}

async function refusedValues(stage: Stage, ready: Ready): Promise<void> {
  const before = await ready.count();
  for (const { field, what, value } of wrongValues(stage.subject)) {
    const { resource, shape } = stage.subject;
    const name = clientName(resource.shows, field, shape.naming);
    const body: JsonObject = { ...await bodyOf(stage), [name]: value };
    const made = await ready.count();
    const answer = await ready.send(sent(stage.subject, body));
    assert.equal(answer.status, 422, `${name}, ${what}`);
    expectError(stage.subject.errors, answer, 422, name);
    assert.equal(await ready.count(), made, `${name}, ${what}`);
  }
  assert.ok(await ready.count() >= before);
}

/** Values that a field must not have: what is declared, and of another type. */
export function wrongValues(
  { resource: { entity, parent, key }, refused, owner }: ResourceSubject,
): ResourceSubject["refused"] {
  const types = Object.entries(entity.fields).flatMap(([field, spec]) => {
    const isOpen = spec.kind === "json" || spec.readOnly ||
      field === owner || field === parent?.field;
    if (isOpen) return [];
    const value = spec.kind === "boolean" ? "yes" : { no: "such type" };
    return [{ field, what: "of another type", value }];
  });
  const { kind, readOnly } = entity.fields[key] ?? { kind: "uuid" };
  const keys = kind === "string" && !readOnly
    ? [".", ".."].map((value) => ({ field: key, what: "no key", value }))
    : [];
  return [...types, ...refused, ...keys];
}

async function badBodies(stage: Stage, ready: Ready): Promise<void> {
  const { subject } = stage;
  const { errors, shape, resource } = subject;
  const before = await ready.count();
  const body = await bodyOf(stage);
  const made = await ready.count();
  const type = "application/json";
  const malformed = ["{", '{"a": 1,}', "nonsense", '"\\ud800"{'];
  for (const text of malformed) {
    const answer = await ready.raw(textInit(ready.create.method, text, type));
    expectError(errors, answer, 400);
  }
  const text = JSON.stringify(sent(subject, body));
  for (const other of ["text/plain", "application/x-www-form-urlencoded"]) {
    const answer = await ready.raw(textInit(ready.create.method, text, other));
    expectError(errors, answer, 415);
  }
  const { name } = resource;
  const shapes: unknown[] = shape.envelope
    ? [body, {}, { [name]: null }, { [name]: "x" }, { [name]: [body] }, {
      [`${name}s`]: body,
    }]
    : [{ [name]: body }, {}];
  for (const one of shapes) {
    const answer = await ready.send(one);
    const isFree = !shape.envelope && subject.required.length === 0;
    if (!isFree) expectError(errors, answer, 422);
  }
  assert.ok(made >= before);
}
