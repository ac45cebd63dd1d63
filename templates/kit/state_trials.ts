/**
 * Trials of what may be done only in some states: everything is tried while it may not be done, and while it may.
 *
 * @module
 */
import assert from "node:assert/strict";
import { clientName } from "./client_names.ts";
import type { JsonObject } from "./entity_request.ts";
import { type Entity, valueOf } from "./entity_spec.ts";
import { expectError } from "./expect_error.ts";
import { isThere } from "./expect_sight.ts";
import {
  bodyOf,
  call,
  callerFor,
  collection,
  makeOne,
  pathTo,
  putState,
  read,
  readAll,
  sent,
} from "./resource_stage.ts";
import {
  type ResourceSubject,
  type Stage,
  type Trial,
  trialOf,
  type TrialState,
} from "./resource_subject.ts";
import type { ApiClient, ApiResponse } from "./testing.ts";

/** What must hold of the rules about states of a resource. */
export function stateTrials(subject: ResourceSubject): readonly Trial[] {
  return (subject.states ?? []).flatMap((state) =>
    attemptsOf(subject).filter((attempt) => isAbout(state, attempt)).map((
      attempt,
    ) =>
      trialOf(
        subject,
        state.held.includes(attempt.name)
          ? `${attempt.name} of ${subject.resource.name} depends on ${state.title}: 409 where it may not be`
          : `${attempt.name} of ${subject.resource.name} does not depend on ${state.title}`,
        (stage) => tryIn(stage, state, attempt),
      )
    )
  );
}

/** Actions and what is created ask something else of what it is itself. */
function isAbout({ reference, held }: TrialState, { name }: Attempt): boolean {
  return reference !== undefined || held.includes(name) ||
    ["replace", "patch", "delete"].includes(name);
}

/** Something that is done. */
interface Attempt {
  readonly name: string;
  /** The role that it takes. @default that of whom samples belong to */
  readonly role?: string;
  /** What it is done with. */
  readonly before: JsonObject;
  readonly run: (
    stage: Stage,
    client: ApiClient,
    made: Entity,
  ) => Promise<ApiResponse<unknown>>;
}

function attemptsOf(subject: ResourceSubject): readonly Attempt[] {
  const { operations, actions = [], links = [] } = subject;
  return [
    ...operations.flatMap(({ operation, closed, role, method }) => {
      const isWrite = operation !== "list" && operation !== "get";
      if (closed || !isWrite) return [];
      return [{
        name: operation,
        role,
        before: {},
        run: async (stage: Stage, client: ApiClient, made: Entity) => {
          const path = operation === "create"
            ? await collection(stage, made)
            : await pathTo(stage, made);
          const body = await bodyFor(stage, operation, made);
          return await call(client, method, path, body && sent(subject, body));
        },
      }];
    }),
    ...actions.filter(({ closed }) => !closed).map((
      { name, role, before },
    ) => ({
      name,
      role,
      before,
      run: async (stage: Stage, client: ApiClient, made: Entity) =>
        await client.post<unknown>(`${await pathTo(stage, made)}/${name}`),
    })),
    ...links.filter(({ closed }) => !closed).map((link) => ({
      name: link.path,
      role: link.role,
      before: {},
      run: async (stage: Stage, client: ApiClient, made: Entity) => {
        const { make } = stage.system;
        const other = await make[link.resource.entity.name]?.();
        assert.ok(other, `found nothing that makes "${link.path}"`);
        const key = String(valueOf(other, link.resource.key));
        const path = `${await pathTo(stage, made)}/${link.path}`;
        return await call(client, "PUT", `${path}/${encodeURIComponent(key)}`);
      },
    })),
  ];
}

/** A body that changes something: what changes nothing is not refused. */
async function bodyFor(
  stage: Stage,
  operation: string,
  made: Entity,
): Promise<JsonObject | undefined> {
  const { subject } = stage;
  const { resource: { entity, shows, parent }, others, owner, shape } = subject;
  if (operation === "delete") return undefined;
  const kept = Object.entries(entity.fields).filter(([name, spec]) =>
    name !== parent?.field && name !== owner && !spec.readOnly &&
    (spec.references !== undefined || spec.immutable)
  ).map(([name]) =>
    [clientName(shows, name, shape.naming), valueOf(made, name)] as const
  );
  const free = Object.keys(others).filter((name) => {
    const spec = entity.fields[name];
    return name !== owner && !spec?.immutable && !spec?.readOnly;
  });
  const changed = free.find((name) => !isDeciding(subject, name)) ?? free[0];
  const change = changed === undefined
    ? {}
    : { [clientName(shows, changed, shape.naming)]: others[changed] };
  if (operation === "patch") return change;
  const whole = { ...await bodyOf(stage), ...references(entity, kept) };
  return operation === "create" ? whole : {
    ...whole,
    ...Object.fromEntries(kept),
    ...change,
  };
}

/** Whether the field is of the state itself. */
function isDeciding({ states = [] }: ResourceSubject, field: string): boolean {
  return states.some(({ reference, shut }) =>
    reference === undefined && Object.hasOwn(shut, field)
  );
}

/** What one is created with beside the example: what the other refers to. */
function references(
  entity: ResourceSubject["resource"]["entity"],
  kept: readonly (readonly [string, unknown])[],
): JsonObject {
  return Object.fromEntries(
    kept.filter(([name, value]) =>
      value !== null && entity.fields[name]?.references !== undefined
    ),
  );
}

async function tryIn(
  stage: Stage,
  { of, reference, shut, held }: TrialState,
  { name, role, before, run }: Attempt,
): Promise<void> {
  const { subject, system } = stage;
  const made = await makeOne(stage, before);
  const id = reference === undefined ? made.id : valueOf(made, reference);
  if (typeof id !== "string") return; // it need not refer to anything
  const { client, id: viewerId } = await callerFor(stage, { role }, made);
  const decider = await read(system.sources, of, id);
  assert.ok(decider);
  const open = pick(decider, Object.keys(shut));
  await putState(stage, of, id, shut);
  const kind = subject.resource.entity.name;
  const all = () => readAll(system.sources, kind, []);
  const was = await all();
  const answer = await run(stage, client, made);
  if (!held.includes(name)) {
    assert.ok(answer.status !== 409, `${name}: ${JSON.stringify(answer.body)}`);
    return;
  }
  const seeing = { ...system, viewerId };
  const isSeen = await isThere(seeing, of, { ...decider, ...shut });
  const isRefused = [404, 409, 422].includes(answer.status);
  if (isSeen) expectError(subject.errors, answer, 409);
  else assert.ok(isRefused, `${name}: ${answer.status}`);
  assert.deepEqual(pickAll(await all(), was), was, `${name} did something`);
  await putState(stage, of, id, open);
  const again = await run(stage, client, made);
  assert.ok(again.status < 300, `${name}: ${JSON.stringify(again.body)}`);
}

/** What there was: an attempt may make what its body refers to. */
function pickAll(
  now: readonly Entity[],
  was: readonly Entity[],
): readonly Entity[] {
  const ids = new Set(was.map(({ id }) => id));
  return now.filter(({ id }) => ids.has(id));
}

function pick(entity: Entity, fields: readonly string[]): JsonObject {
  return Object.fromEntries(
    fields.map((field) => [field, valueOf(entity, field)]),
  );
}
