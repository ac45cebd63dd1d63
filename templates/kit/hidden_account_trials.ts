/**
 * Trials of the write-only fields of users: they are taken when somebody registers, and no answer tells of them.
 *
 * @module
 */
import assert from "node:assert/strict";
import {
  accountIn,
  type AccountStage,
  type AccountSubject,
  asToken,
  change,
  login,
  newUser,
  PASSWORD,
  register,
  registered,
} from "./account_stage.ts";
import { clientName } from "./client_names.ts";
import { valueOf } from "./entity_spec.ts";
import { read } from "./resource_stage.ts";
import type { Trial } from "./resource_subject.ts";
import type { ApiResponse } from "./testing.ts";

/** What must hold of the write-only fields of accounts. */
export function hiddenAccountTrials(subject: AccountSubject): readonly Trial[] {
  const hidden = Object.entries(subject.entity.fields)
    .filter(([, { writeOnly, readOnly }]) => writeOnly && !readOnly)
    .map(([field]) => field);
  return hidden.map((field) => ({
    title: `no answer to somebody about themselves tells their ${field}`,
    run: async (start) => {
      await using system = await start();
      await staysUntold({ subject, system }, field);
    },
  }));
}

async function staysUntold(stage: AccountStage, field: string): Promise<void> {
  const { subject, system: { sources } } = stage;
  const { account, changes, entity, others, shape } = subject;
  const name = clientName(account.shows, field, shape.naming);
  const given = Object.hasOwn(others, field) ? { [name]: others[field] } : {};
  const untold = (answer: ApiResponse<unknown>, status: number) => {
    assert.equal(answer.status, status, JSON.stringify(answer.body));
    assert.ok(!Object.values(account.shows).some((one) => one === field));
    const shown = accountIn(subject, answer);
    if (!Object.hasOwn(account.shows, name)) assert.ok(!(name in shown), name);
  };
  if (account.paths.register !== undefined) {
    const body = { ...await newUser(stage), ...given };
    untold(await register(stage, body), 201);
  }
  const { user, name: signIn, token } = await registered(stage);
  untold(await login(stage, signIn, PASSWORD), 200);
  untold(await asToken(stage, token, "GET"), 200);
  if (!changes || entity.fields[field]?.immutable) return;
  untold(await change(stage, token, given), 200);
  const after = await read(sources, entity.name, user.id);
  assert.ok(after);
  if (Object.hasOwn(others, field)) {
    assert.deepEqual(valueOf(after, field), others[field]);
  }
}
