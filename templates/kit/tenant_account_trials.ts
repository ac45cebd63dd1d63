/**
 * Trials of accounts that belong to tenants: whoever registers opens one, whom somebody creates joins theirs.
 *
 * @module
 */
import assert from "node:assert/strict";
import {
  accountIn,
  type AccountStage,
  type AccountSubject,
  change,
  newTenant,
  newUser,
  PASSWORD_FIELD,
  register,
  registered,
  send,
  sendAs,
} from "./account_stage.ts";
import { clientName } from "./client_names.ts";
import { makeElsewhere, makeOutsider } from "./elsewhere.ts";
import { type Entity, valueOf } from "./entity_spec.ts";
import { expectError } from "./expect_error.ts";
import { viewOf } from "./expect_shown.ts";
import { read, readAll } from "./resource_stage.ts";
import type { Trial, TrialSystem } from "./resource_subject.ts";

/** What must hold of accounts where users belong to tenants. */
export function tenantAccountTrials(
  subject: AccountSubject,
): readonly Trial[] {
  const { tenants, account: { paths, tenants: shape }, changes } = subject;
  const { register = "", self } = paths;
  const on = (title: string, run: (stage: AccountStage) => Promise<void>) => ({
    title,
    run: async (start: () => Promise<TrialSystem>) => {
      await using system = await start();
      await run({ subject, system });
    },
  });
  if (!tenants || !shape) return [];
  return [
    ...(shape.open
      ? [
        on(`POST ${register} opens a tenant for who registers`, opensOne),
        on(`POST ${register} lets nobody into a tenant that is there`, noEntry),
        on(`POST ${register} leaves no tenant of who is refused`, leavesNone),
      ]
      : [on(`POST ${register} is not for who is not signed in`, notForAll)]),
    ...(tenants.alone
      ? [on(`POST ${register} creates nobody for anybody`, createsNobody)]
      : [on(`POST ${register} lets join who is created`, joins)]),
    on(`POST ${register} refers to nothing of other tenants`, knowsNobody),
    ...(changes
      ? [
        on(
          `a change of ${self} stays in the tenant, and knows no other`,
          stays,
        ),
      ]
      : []),
  ];
}

async function opensOne(stage: AccountStage): Promise<void> {
  const { tenants, field } = await placeOf(stage);
  const before = await tenants();
  const answer = await register(stage, await newUser(stage));
  assert.equal(answer.status, 201, JSON.stringify(answer.body));
  const user = await newest(stage);
  const now = await tenants();
  assert.equal(now.length, before.length + 1);
  assert.equal(valueOf(user, field), now.at(-1)?.id);
  expectRole(stage, user, stage.subject.tenants?.founder);
}

/** Neither without a tenant of their own, nor by naming one. */
async function noEntry(stage: AccountStage): Promise<void> {
  const { subject: { errors, account, shape }, system } = stage;
  const { tenants, field, name } = await placeOf(stage);
  const home = await system.sight?.tenants?.home();
  const known = await counts(stage, tenants);
  const { [name]: _tenant, ...without } = await newUser(stage);
  expectError(errors, await register(stage, without), 422, name);
  for (const odd of [null, [], "mine", home?.id, { id: home?.id }, {}]) {
    const body = { ...without, [name]: odd };
    const answer = await register(stage, body);
    assert.equal(answer.status, 422, JSON.stringify(odd));
  }
  assert.deepEqual(await counts(stage, tenants), known);
  const id = clientName(account.shows, field, shape.naming);
  const named = { ...await newUser(stage), [id]: home?.id };
  const answer = await register(stage, named);
  if (answer.status !== 201) {
    expectError(errors, answer, 422, id);
    assert.deepEqual(await counts(stage, tenants), known);
    return;
  }
  assert.equal(shape.unknownFields, "ignore");
  assert.notEqual(valueOf(await newest(stage), field), home?.id);
}

async function leavesNone(stage: AccountStage): Promise<void> {
  const { subject: { errors } } = stage;
  const { tenants } = await placeOf(stage);
  const body = await newUser(stage);
  assert.equal((await register(stage, body)).status, 201);
  const known = await counts(stage, tenants);
  expectError(errors, await register(stage, body), 409);
  const short = { ...await newUser(stage), [PASSWORD_FIELD]: "short" };
  expectError(errors, await register(stage, short), 422, PASSWORD_FIELD);
  assert.deepEqual(await counts(stage, tenants), known);
}

async function notForAll(stage: AccountStage): Promise<void> {
  const { subject: { errors, account } } = stage;
  const { tenants } = await placeOf(stage);
  const known = await counts(stage, tenants);
  const at = account.paths.register ?? "";
  for (const opened of [{}, await newTenant(stage)]) {
    const body = { ...await newUser(stage), ...opened };
    expectError(errors, await send(stage, at, body), 401);
  }
  assert.deepEqual(await counts(stage, tenants), known);
}

/** Whoever may not create users is refused, with whatever body, and so is everybody where nobody may. */
async function createsNobody(stage: AccountStage): Promise<void> {
  const { subject: { errors, account }, system } = stage;
  const { tenants, name } = await placeOf(stage);
  const at = account.paths.register ?? "";
  const { [name]: _tenant, ...body } = await newUser(stage);
  const roles = system.sight?.tenants?.roles ?? [];
  for (const role of roles.length === 0 ? [undefined] : roles) {
    const who = await system.actor?.(role);
    const known = await counts(stage, tenants);
    expectError(errors, await sendAs(stage, who?.id, at, body), 403);
    assert.deepEqual(await counts(stage, tenants), known);
  }
}

async function joins(stage: AccountStage): Promise<void> {
  const { subject, system } = stage;
  const { errors, account, tenants: of } = subject;
  const { tenants, field, name } = await placeOf(stage);
  const at = account.paths.register ?? "";
  const inviter = await system.actor?.(of?.inviter);
  assert.ok(inviter);
  const { [name]: _tenant, ...body } = await newUser(stage);
  const known = await counts(stage, tenants);
  for (const role of system.sight?.tenants?.roles ?? []) {
    if (of?.inviter === undefined || role === of.inviter) continue;
    const other = await system.actor?.(role);
    const before = await counts(stage, tenants);
    expectError(errors, await sendAs(stage, other?.id, at, body), 403);
    assert.deepEqual(await counts(stage, tenants), before);
  }
  const opened = { ...body, ...await newTenant(stage) };
  const refused = await sendAs(stage, inviter.id, at, opened);
  expectError(errors, refused, 422, name);
  assert.equal((await tenants()).length, known.tenants);
  const answer = await sendAs(stage, inviter.id, at, body);
  assert.equal(answer.status, 201, JSON.stringify(answer.body));
  const user = await newest(stage);
  assert.equal(valueOf(user, field), valueOf(inviter, field));
  assert.equal((await tenants()).length, known.tenants);
  expectRole(stage, user, of?.member);
  // Nobody is signed in as somebody else.
  const seen = { ...system, viewerId: inviter.id };
  const view = await viewOf(account.shows, user, seen);
  assert.deepEqual(accountIn(subject, answer), view);
}

/** Who is not signed in is in no tenant: nothing of any is there to refer to. */
async function knowsNobody(stage: AccountStage): Promise<void> {
  const { subject: { errors } } = stage;
  const { tenants } = await placeOf(stage);
  const known = await counts(stage, tenants);
  for (const [name, id] of await foreign(stage)) {
    const body = { ...await newUser(stage), [name]: id };
    const before = await counts(stage, tenants);
    expectError(errors, await register(stage, body), 422, name);
    assert.deepEqual(await counts(stage, tenants), before, name);
  }
  assert.equal((await tenants()).length >= known.tenants, true);
}

async function stays(stage: AccountStage): Promise<void> {
  const { subject: { entity, errors, account, shape }, system } = stage;
  const { field } = await placeOf(stage);
  const { user, token } = await registered(stage);
  const { tenant } = await makeOutsider(system);
  const id = clientName(account.shows, field, shape.naming);
  const wishes = [[id, tenant], ...await foreign(stage)] as const;
  for (const [name, value] of wishes) {
    const before = await read(system.sources, entity.name, user.id);
    const answer = await change(stage, token, { [name]: value });
    if (answer.status >= 400) expectError(errors, answer, 422, name);
    else assert.equal(shape.unknownFields, "ignore", name);
    const after = await read(system.sources, entity.name, user.id);
    assert.equal(after && valueOf(after, field), valueOf(user, field));
    if (answer.status >= 400) assert.deepEqual(after, before);
  }
}

/** The fields of users that refer to what belongs to tenants, in the names of clients, each with another tenant's. */
async function foreign(
  { subject: { entity, account, shape, tenants }, system }: AccountStage,
): Promise<readonly (readonly [string, string])[]> {
  const found: (readonly [string, string])[] = [];
  for (const [field, spec] of Object.entries(entity.fields)) {
    const of = spec.references?.entity;
    if (of === undefined || spec.readOnly || field === tenants?.field) continue;
    const other = await makeElsewhere(system, of);
    if (!other) continue;
    found.push([clientName(account.shows, field, shape.naming), other.id]);
  }
  return found;
}

/** How many tenants and users there are. */
async function counts(
  { subject: { entity }, system }: AccountStage,
  tenants: () => Promise<readonly Entity[]>,
): Promise<{ readonly tenants: number; readonly users: number }> {
  const users = await readAll(system.sources, entity.name, []);
  return { tenants: (await tenants()).length, users: users.length };
}

/** Where tenants are kept, and what they are called where users are; one is there. */
async function placeOf(
  { subject: { tenants, account, shape }, system }: AccountStage,
): Promise<{
  readonly tenants: () => Promise<readonly Entity[]>;
  readonly field: string;
  readonly name: string;
}> {
  assert.ok(tenants && account.tenants, "found no tenants");
  await system.actor?.(tenants.inviter);
  const { entity, field } = tenants;
  return {
    tenants: () => readAll(system.sources, entity, []),
    field,
    name: clientName({}, account.tenants.name, shape.naming),
  };
}

async function newest({ subject, system }: AccountStage): Promise<Entity> {
  const users = await readAll(system.sources, subject.entity.name, []);
  const user = users.at(-1);
  assert.ok(user, "found nobody");
  return user;
}

function expectRole(
  { subject: { role } }: AccountStage,
  user: Entity,
  wanted: string | undefined,
): void {
  if (role !== undefined) assert.equal(valueOf(user, role), wanted);
}
