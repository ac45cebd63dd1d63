/**
 * Trials of changing oneself.
 *
 * @module
 */
import { badPasswords } from "./forged_tokens.ts";
import { clientName } from "./client_names.ts";
import assert from "node:assert/strict";
import {
  type AccountStage,
  type AccountSubject,
  change,
  expectAccount,
  login,
  PASSWORD,
  PASSWORD_FIELD,
  registered,
} from "./account_stage.ts";
import { valueOf } from "./entity_spec.ts";
import { expectError } from "./expect_error.ts";
import { read } from "./resource_stage.ts";
import type { Trial } from "./resource_subject.ts";

/** What must hold of changes of oneself; `on` makes a trial. */
export function accountChangeTrials(
  on: (title: string, run: (stage: AccountStage) => Promise<void>) => Trial,
  { account, changes }: AccountSubject,
): readonly Trial[] {
  const { paths, changeMethod = "PATCH", setsPassword } = account;
  const what = `${changeMethod} ${paths.self}`;
  return changes
    ? [
      on(`${what} changes one field, the rest stays`, changesSelf),
      on(`${what} refuses values that a field must not have`, badChanges),
      ...(setsPassword
        ? [on(`${what} sets the password: the old one is refused`, password)]
        : []),
    ]
    : [];
}

/** Values of another type, and what is declared. */
export function wrongAccountValues(
  { entity, refused, role }: AccountSubject,
): AccountSubject["refused"] {
  const types = Object.entries(entity.fields).flatMap(([field, spec]) =>
    spec.kind === "json" || spec.readOnly || field === role
      ? []
      : [{ field, what: "of another type", value: { no: "such type" } }]
  );
  return [...types, ...refused.filter(({ field }) => field !== role)];
}

async function changesSelf(stage: AccountStage): Promise<void> {
  const { subject, system } = stage;
  const { entity, account, others, role } = subject;
  const bystander = await registered(stage);
  for (const [field, value] of Object.entries(others)) {
    const spec = entity.fields[field];
    if (spec?.readOnly || spec?.immutable || field === role) continue;
    const { user, token } = await registered(stage);
    const name = clientName(account.shows, field, subject.shape.naming);
    const answer = await change(stage, token, { [name]: value });
    assert.equal(answer.status, 200, JSON.stringify(answer.body));
    const after = await read(system.sources, entity.name, user.id);
    assert.ok(after);
    assert.deepEqual(valueOf(after, field), value);
    for (const other of Object.keys(entity.fields)) {
      if (other === field) continue;
      assert.deepEqual(valueOf(after, other), valueOf(user, other), other);
    }
    await expectAccount(stage, answer, after);
    const id = await system.sources[entity.name]?.({
      operation: "delete",
      id: user.id,
    });
    assert.ok(id?.ok);
  }
  const { user, token } = bystander;
  assert.equal((await change(stage, token, {})).status, 200);
  const after = await read(system.sources, entity.name, user.id);
  for (const field of Object.keys(entity.fields)) {
    assert.deepEqual(after && valueOf(after, field), valueOf(user, field));
  }
}

async function badChanges(stage: AccountStage): Promise<void> {
  const { subject, system } = stage;
  const { entity, errors, account, shape } = subject;
  const { user, token } = await registered(stage);
  const passwords = account.setsPassword
    ? badPasswords(account.minPasswordLength).map((value) => ({
      field: PASSWORD_FIELD,
      what: "no password",
      value,
    }))
    : [];
  for (
    const { field, what, value } of [
      ...wrongAccountValues(subject),
      ...passwords,
    ]
  ) {
    const name = clientName(account.shows, field, subject.shape.naming);
    const answer = await change(stage, token, { [name]: value });
    assert.equal(answer.status, 422, `${name}, ${what}`);
    expectError(errors, answer, 422, name);
  }
  const unknown = { id: crypto.randomUUID(), noSuchField: 1 };
  for (const [name, value] of Object.entries(unknown)) {
    const answer = await change(stage, token, { [name]: value });
    assert.equal(answer.status, shape.unknownFields === "refuse" ? 422 : 200);
  }
  const after = await read(system.sources, entity.name, user.id);
  for (const field of Object.keys(entity.fields)) {
    assert.deepEqual(after && valueOf(after, field), valueOf(user, field));
  }
}

async function password(stage: AccountStage): Promise<void> {
  const { subject } = stage;
  const { name, token } = await registered(stage);
  const next = "the next password";
  const answer = await change(stage, token, { [PASSWORD_FIELD]: next });
  assert.equal(answer.status, 200, JSON.stringify(answer.body));
  expectError(subject.errors, await login(stage, name, PASSWORD), 401);
  assert.equal((await login(stage, name, next)).status, 200);
}
