/**
 * Trials of what belongs to tenants, in an API of its own shape: nobody reaches another's, by whatever leads to it.
 *
 * @module
 */
import assert from "node:assert/strict";
import { clientName } from "./client_names.ts";
import { makeElsewhere, makeOutsider, tenantIdOf } from "./elsewhere.ts";
import type { JsonObject } from "./entity_request.ts";
import { type Entity, type FieldSpec, valueOf } from "./entity_spec.ts";
import { expectError } from "./expect_error.ts";
import {
  bodyOf,
  call,
  type Caller,
  callerFor,
  collection,
  makeOne,
  makerOf,
  operationOf,
  pathTo,
  readAll,
  sent,
  stored,
} from "./resource_stage.ts";
import {
  type ResourceSubject,
  type Stage,
  type Trial,
  type TrialLink,
  trialOf,
  type TrialOperation,
} from "./resource_subject.ts";
import { sightTrials } from "./unseen_trials.ts";

/** What must hold where a resource, or what it shows or is filtered by, belongs to tenants. */
export function tenantTrials(subject: ResourceSubject): readonly Trial[] {
  const { path } = subject.resource;
  const trial = (title: string, run: (stage: Stage) => Promise<void>) =>
    trialOf(subject, `of another tenant: ${title}`, run);
  const writes = [
    operationOf(subject, "create"),
    operationOf(subject, "replace"),
    operationOf(subject, "patch"),
  ].filter((one) => one !== undefined);
  const { bulk = [], links = [], restores } = subject;
  return [
    ...sightTrials(subject, {
      hide: makeElsewhere,
      callers: everybody,
      title: "of another tenant: ",
    }),
    trial(`nothing that they have changes what ${path} answers`, noTrace),
    ...writes.map((write) =>
      trial(
        `${write.operation} at ${path} neither goes there nor refers to it`,
        (stage) => staysAtHome(stage, write),
      )
    ),
    ...bulk.filter((operation) => operation !== "create").map((operation) =>
      trial(
        `several at once, ${operation}, are none where one is theirs`,
        (stage) => noneOfSeveral(stage, operation),
      )
    ),
    ...links.filter(({ closed }) => !closed).map((link) =>
      trial(
        `${path} is related to no ${link.path} of theirs`,
        (stage) => notRelated(stage, link),
      )
    ),
    ...(restores && !restores.closed
      ? [trial("what they deleted is not restored", notRestored)]
      : []),
  ];
}

/** Nobody, and somebody in each role of the tenant that what is made belongs to. */
async function everybody({ system }: Stage): Promise<readonly Caller[]> {
  const roles = system.sight?.tenants?.roles ?? [];
  const users = await Promise.all(
    (roles.length === 0 ? [undefined] : roles).map((role) =>
      system.actor?.(role)
    ),
  );
  return [undefined, ...users.map((user) => user?.id)].map((id) => ({
    client: system.as(id),
    id,
  }));
}

/** All that anybody reads is the same with and without what other tenants have, also under what is one's own. */
async function noTrace(stage: Stage): Promise<void> {
  const { system } = stage;
  const own = await makeOne(stage);
  const made = await makeAround(stage, own);
  const beside = await allAnswers(stage, own);
  assert.ok(beside.some(([status]) => status === 200), "nobody reads any");
  for (const { kind, id } of made) {
    const gone = await system.sources[kind]?.({ operation: "delete", id });
    assert.ok(gone?.ok, `${kind} is not deleted`);
  }
  assert.deepEqual(await allAnswers(stage, own), beside);
}

/** Makes what another tenant could have like this one, and around it: all that it shows of others. */
async function makeAround(
  { subject: { resource }, system }: Stage,
  own: Entity,
): Promise<readonly { readonly kind: string; readonly id: string }[]> {
  const { entity: { name, fields }, shows } = resource;
  const { tenant, owner } = system.sight?.access[name] ?? {};
  const alike = Object.entries(fields).flatMap(([field, spec]) =>
    spec.references && !spec.unique && field !== tenant && field !== owner
      ? [[field, valueOf(own, field)] as const]
      : []
  );
  const made: { kind: string; id: string }[] = [];
  const make = async (kind: string, values: JsonObject = {}) => {
    const one = await makeElsewhere(system, kind, values);
    // A tenant that somebody belongs to stays.
    const stays = kind === system.sight?.tenants?.entity;
    if (one && !stays) made.unshift({ kind, id: one.id });
    return one;
  };
  await make(name, Object.fromEntries(alike));
  for (const part of Object.values(shows)) {
    if (typeof part === "string") continue;
    if (part.kind === "linked") {
      const other = await make(part.to);
      const link = { [part.by]: own.id, [part.target]: other?.id };
      if (other) await makerOf(system, part.of)(link);
    } else if (
      part.kind === "many" || part.kind === "count" || part.kind === "sum"
    ) {
      await make(part.of, { [part.by]: own.id });
    }
  }
  return made;
}

async function allAnswers(
  stage: Stage,
  own: Entity,
): Promise<readonly (readonly [number, unknown])[]> {
  const { subject, system } = stage;
  const { links = [], aggregates = [], lists = {} } = subject;
  const all = await collection(stage, own);
  const one = await pathTo(stage, own);
  const declared = subject.operations.map(({ operation }) => operation);
  const paths = [
    ...(declared.includes("list") ? [all] : []),
    ...(declared.includes("get") ? [one] : []),
    ...[...aggregates, ...Object.keys(lists)].map((last) => `${all}/${last}`),
    ...links.map(({ path }) => `${one}/${path}`),
  ];
  const callers = await everybody({ subject, system });
  return await Promise.all(
    callers.flatMap(({ client }) =>
      paths.map(async (path) => {
        const { status, body } = await client.get<unknown>(path);
        return [status, body] as const;
      })
    ),
  );
}

/** What is written stays in the tenant of whoever writes it, and refers to nothing of others. */
async function staysAtHome(stage: Stage, write: TrialOperation): Promise<void> {
  const { subject, system } = stage;
  const { errors, resource } = subject;
  const { entity: { name, fields }, parent } = resource;
  const { tenant } = system.sight?.access[name] ?? {};
  const made = await makeOne(stage);
  const isNew = write.operation === "create";
  const caller = await callerFor(stage, write, made);
  const all = await collection(stage, made);
  const path = isNew ? all : await pathTo(stage, made);
  const outsider = await makeOutsider(system);
  const bodies: (readonly [string, unknown])[] = [];
  if (tenant !== undefined && tenant !== "id") {
    bodies.push([tenant, outsider.tenant]);
  }
  for (const [field, spec] of Object.entries(fields)) {
    if (field === parent?.field || !isFree(spec, field, stage)) continue;
    const other = await makeElsewhere(system, spec.references?.entity ?? "");
    if (other) bodies.push([field, other.id]);
  }
  const stores = async () =>
    (await readAll(system.sources, name, [])).map((one) => [
      one.id,
      tenantIdOf(system, name, one),
      ...bodies.map(([field]) => valueOf(one, field)),
    ]);
  for (const [field, value] of bodies) {
    const before = await stores();
    const body = write.operation === "patch"
      ? await patchOf(subject, field, value)
      : await bodyOf(stage, { [field]: value });
    const answer = await call(
      caller.client,
      write.method,
      path,
      sent(subject, body),
    );
    const told = clientName(resource.shows, field, subject.shape.naming);
    expectError(errors, answer, 422, told);
    const now = (await stores()).filter(([id]) =>
      before.some(([known]) => known === id)
    );
    assert.deepEqual(now, before, field);
    const others = (await readAll(system.sources, name, []))
      .filter((one) => before.every(([id]) => id !== one.id));
    for (const one of others) {
      assert.notEqual(valueOf(one, field), value, field);
    }
  }
}

/** Whether clients say what a field refers to. */
function isFree(
  { references, readOnly }: FieldSpec,
  field: string,
  { subject, system }: Stage,
): boolean {
  const { tenant } = system.sight?.access[subject.resource.entity.name] ?? {};
  return references !== undefined && !readOnly && field !== tenant &&
    field !== subject.owner;
}

function patchOf(
  { resource, shape }: ResourceSubject,
  field: string,
  value: unknown,
): JsonObject {
  return { [clientName(resource.shows, field, shape.naming)]: value };
}

/** One that is theirs among several is answered as one that was never there, and of the others none is done. */
async function noneOfSeveral(
  stage: Stage,
  operation: string,
): Promise<void> {
  const { subject, system } = stage;
  const { resource, shape, errors } = subject;
  const { entity: { name }, key, shows, plural, parent } = resource;
  const own = await makeOne(stage);
  const above = parent && { [parent.field]: valueOf(own, parent.field) };
  const theirs = await makeElsewhere(system, name, above);
  assert.ok(theirs, "found nothing that belongs to a tenant");
  const declared = subject.operations.find((one) =>
    one.operation === operation
  );
  const { client } = await callerFor(stage, declared ?? {}, own);
  const item = (entity: Entity) => ({
    [clientName(shows, key, shape.naming)]: valueOf(entity, key),
    ...(operation === "patch" ? { changes: {} } : {}),
  });
  const before = await Promise.all(
    [own, theirs].map(({ id }) => stored(stage, id)),
  );
  const path = `${await collection(stage, own)}/bulk/${operation}`;
  const list = shape.envelope ? plural : "items";
  const body = { [list]: [item(own), item(theirs)] };
  expectError(errors, await call(client, "POST", path, body), 404);
  const after = await Promise.all(
    [own, theirs].map(({ id }) => stored(stage, id)),
  );
  assert.deepEqual(after, before);
}

/** What another tenant has cannot be related, nor can it be told from what was never there. */
async function notRelated(stage: Stage, link: TrialLink): Promise<void> {
  const { subject: { errors }, system } = stage;
  const { resource: { entity: { name }, key } } = link;
  const theirs = await makeElsewhere(system, name);
  if (!theirs) return;
  const own = await makeOne(stage);
  const { client } = await callerFor(stage, link, own);
  const path = `${await pathTo(stage, own)}/${link.path}`;
  const last = encodeURIComponent(String(valueOf(theirs, key)));
  for (const method of ["PUT", "DELETE"]) {
    const answer = await call(client, method, `${path}/${last}`);
    expectError(errors, answer, 404);
  }
  const field = link.own;
  const kept = { field, value: own.id };
  assert.deepEqual(
    await readAll(system.sources, link.link.name, [kept]),
    [],
  );
}

/** Whoever may restore their own finds nothing to restore. */
async function notRestored(stage: Stage): Promise<void> {
  const { subject, system } = stage;
  const { entity: { name }, parent } = subject.resource;
  const own = await makeOne(stage);
  const above = parent && { [parent.field]: valueOf(own, parent.field) };
  const theirs = await makeElsewhere(system, name, above);
  assert.ok(theirs, "found nothing that belongs to a tenant");
  const ask = system.sources[name];
  await ask?.({ operation: "delete", id: theirs.id });
  const all = await collection(stage, own);
  for (const { client } of await everybody(stage)) {
    const one = await call(client, "POST", `${all}/${theirs.id}/restore`);
    const never = crypto.randomUUID();
    const none = await call(client, "POST", `${all}/${never}/restore`);
    assert.ok([401, 403, 404].includes(one.status), `${one.status}`);
    assert.deepEqual([one.status, one.body], [none.status, none.body]);
    assert.equal(await stored(stage, theirs.id), undefined, "it is there");
  }
}
