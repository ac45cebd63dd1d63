/**
 * Trials of one's own account: register, sign in, see and change oneself, and get in without a right to.
 *
 * @module
 */
import { clientName } from "./client_names.ts";
import assert from "node:assert/strict";
import {
  accountChangeTrials,
  wrongAccountValues,
} from "./account_change_trials.ts";
import {
  accountIn,
  type AccountStage,
  type AccountSubject,
  asToken,
  change,
  expectAccount,
  login,
  newUser,
  PASSWORD,
  PASSWORD_FIELD,
  register,
  registered,
  registrarOf,
  send,
  withHeader,
} from "./account_stage.ts";
import type { JsonObject } from "./entity_request.ts";
import { expectError } from "./expect_error.ts";
import { badPasswords, forgedTokens } from "./forged_tokens.ts";
import { readAll } from "./resource_stage.ts";
import type { Trial, TrialSystem } from "./resource_subject.ts";
import { textInit } from "./testing.ts";

/** What must hold of accounts. */
export function accountTrials(subject: AccountSubject): readonly Trial[] {
  const { register, login, self } = subject.account.paths;
  const on = (title: string, run: (stage: AccountStage) => Promise<void>) => ({
    title,
    run: async (start: () => Promise<TrialSystem>) => {
      await using system = await start();
      await run({ subject, system });
    },
  });
  return [
    ...(register === undefined ? [] : [
      on(`POST ${register} makes a user and signs them in`, registers),
      on(`POST ${register} takes each name once`, takenNames),
      on(`POST ${register} refuses what is no valid user`, badUsers),
      on(`POST ${register} stores nothing that clients may not set`, extras),
    ]),
    on(`POST ${login} signs in by the password`, signsIn),
    on(`POST ${login} tells nobody whether a user is there`, sameRefusal),
    on(`GET ${self} shows who has the token, and nobody else`, selfShown),
    on(`nobody gets in by a token that is forged or of the past`, forgeries),
    ...accountChangeTrials(on, subject),
    on("no answer has a password or its hash", staysSecret),
  ];
}

async function registers(stage: AccountStage): Promise<void> {
  const { subject, system } = stage;
  const body = await newUser(stage);
  const answer = await register(stage, body);
  assert.equal(answer.status, 201, JSON.stringify(answer.body));
  const users = await readAll(system.sources, subject.entity.name, []);
  const user = users.at(-1);
  assert.ok(user);
  const token = await expectAccount(stage, answer, user);
  for (const [name, value] of Object.entries(body)) {
    const shown = accountIn(subject, answer);
    // What is opened by it shows more than was said of it.
    if (typeof value === "object" && value !== null && name in shown) {
      const { [name]: opened } = shown;
      assert.deepEqual({ ...opened as JsonObject, ...value }, opened);
    } else if (name in shown) assert.deepEqual(shown[name], value);
  }
  if (token === undefined) return;
  const self = await asToken(stage, token, "GET");
  assert.equal(self.status, 200, JSON.stringify(self.body));
  await expectAccount(stage, self, user);
}

async function takenNames(stage: AccountStage): Promise<void> {
  const { subject } = stage;
  const { entity, errors, account } = subject;
  const first = await newUser(stage);
  assert.equal((await register(stage, first)).status, 201);
  for (const [field, { unique, kind }] of Object.entries(entity.fields)) {
    if (!unique) continue;
    const name = clientName(account.shows, field, subject.shape.naming);
    const taken = [first[name]];
    if (kind === "email") taken.push(String(first[name]).toUpperCase());
    for (const value of taken) {
      const body = { ...await newUser(stage), [name]: value };
      expectError(errors, await register(stage, body), 409);
    }
  }
  expectError(errors, await register(stage, first), 409);
}

async function badUsers(stage: AccountStage): Promise<void> {
  const { subject, system } = stage;
  const { errors, account, shape } = subject;
  const registrar = await registrarOf(stage);
  const count = async () =>
    (await readAll(system.sources, subject.entity.name, [])).length;
  const before = await count();
  for (const field of [...subject.required, PASSWORD_FIELD]) {
    const name = clientName(account.shows, field, subject.shape.naming);
    const { [name]: _left, ...body } = await newUser(stage);
    expectError(errors, await register(stage, body), 422, name);
  }
  const bad = [
    ...wrongAccountValues(subject),
    ...[...badPasswords(account.minPasswordLength), ["longenough"]].map(
      (value) => ({ field: PASSWORD_FIELD, what: "no password", value }),
    ),
  ];
  for (const { field, what, value } of bad) {
    const name = clientName(account.shows, field, subject.shape.naming);
    const body = { ...await newUser(stage), [name]: value };
    const answer = await register(stage, body);
    assert.equal(answer.status, 422, `${name}, ${what}`);
    expectError(errors, answer, 422, name);
  }
  const path = account.paths.register ?? "";
  const valid = await newUser(stage);
  const client = system.as(registrar);
  if (shape.envelope) {
    for (const body of [valid, {}, { [account.name]: null }, { x: valid }]) {
      expectError(errors, await client.post(path, body), 422);
    }
  }
  const cut = await client.send(path, textInit("POST", "{"));
  expectError(errors, cut, 400);
  const plain = textInit("POST", JSON.stringify(valid), "text/plain");
  expectError(errors, await client.send(path, plain), 415);
  assert.equal(await count(), before);
}

/** Whether it is refused or passed over: none of it may be stored. */
async function extras(stage: AccountStage): Promise<void> {
  const { subject, system } = stage;
  const extras: JsonObject = {
    id: crypto.randomUUID(),
    createdAt: "2001-01-01T00:00:00.000Z",
    isAdmin: true,
    passwordHash: "scrypt$n=2,r=1,p=1$AA==$AA==",
    ...(subject.account.token === undefined
      ? {}
      : { [subject.account.token]: "mine" }),
    ...(subject.role === undefined ? {} : { [subject.role]: "admin" }),
  };
  for (const [field, value] of Object.entries(extras)) {
    const answer = await register(stage, {
      ...await newUser(stage),
      [field]: value,
    });
    if (answer.status !== 201) {
      assert.ok([401, 403, 422].includes(answer.status), `${answer.status}`);
      continue;
    }
    assert.equal(subject.shape.unknownFields, "ignore", field);
    const users = await readAll(system.sources, subject.entity.name, []);
    const stored = new Map(Object.entries(users.at(-1) ?? {}));
    assert.notDeepEqual(stored.get(field), value, field);
  }
}

async function signsIn(stage: AccountStage): Promise<void> {
  const { subject } = stage;
  const { user, name } = await registered(stage);
  const answer = await login(stage, name, PASSWORD);
  assert.equal(answer.status, 200, JSON.stringify(answer.body));
  await expectAccount(stage, answer, user);
  const field = clientName(
    subject.account.shows,
    subject.signIn,
    subject.shape.naming,
  );
  for (const odd of [{ $ne: null }, ["a"], true, 1, null]) {
    for (
      const body of [
        { [field]: odd, password: PASSWORD },
        { [field]: name, password: odd },
      ]
    ) {
      const answer = await send(stage, subject.account.paths.login, body);
      expectError(subject.errors, answer, 422);
    }
  }
  for (const body of [{ [field]: name }, { password: PASSWORD }, {}]) {
    const answer = await send(stage, subject.account.paths.login, body);
    expectError(subject.errors, answer, 422);
  }
}

async function sameRefusal(stage: AccountStage): Promise<void> {
  const { name } = await registered(stage);
  const tries = [
    [name, "a wrong password"],
    ["nobody@example.org", "a wrong password"],
    ["nobody@example.org", PASSWORD],
    [name, PASSWORD.toUpperCase()],
  ] as const;
  const seen: unknown[] = [];
  for (const [who, password] of tries) {
    const answer = await login(stage, who, password);
    expectError(stage.subject.errors, answer, 401);
    const challenge = answer.headers.get("www-authenticate");
    seen.push({ body: answer.body, challenge });
  }
  for (const one of seen) assert.deepEqual(one, seen[0]);
}

async function selfShown(stage: AccountStage): Promise<void> {
  const { subject, system } = stage;
  const { user, token } = await registered(stage);
  const other = await registered(stage);
  const answer = await asToken(stage, token, "GET");
  assert.equal(answer.status, 200, JSON.stringify(answer.body));
  await expectAccount(stage, answer, user);
  await expectAccount(
    stage,
    await asToken(stage, other.token, "GET"),
    other.user,
  );
  const { self } = subject.account.paths;
  const nobody = await system.as().get(self);
  expectError(subject.errors, nobody, 401);
  const challenge = nobody.headers.get("www-authenticate") ?? "";
  assert.ok(challenge.startsWith(subject.shape.scheme), challenge);
}

async function forgeries(stage: AccountStage): Promise<void> {
  const { subject, system } = stage;
  const { user, token } = await registered(stage);
  const { scheme } = subject.shape;
  const forged = await forgedTokens({ ...subject.tokens, userId: user.id });
  const wrongWord = scheme === "Bearer" ? "Token" : "Bearer";
  const headers = [
    ...forged.map(([what, token]) => [what, `${scheme} ${token}`] as const),
    ["the wrong word", `${wrongWord} ${token}`],
    ["no word", token],
    ["more behind it", `${scheme} ${token} x`],
  ];
  const { changeMethod = "PATCH" } = subject.account;
  for (const method of ["GET", changeMethod]) {
    for (const [what, authorization] of headers) {
      const answer = await withHeader(stage, authorization ?? "", method);
      assert.equal(answer.status, 401, `${method} with ${what}`);
      expectError(subject.errors, answer, 401);
    }
  }
  assert.equal((await asToken(stage, token, "GET")).status, 200);
  const ask = system.sources[subject.entity.name];
  await ask?.({ operation: "delete", id: user.id });
  expectError(subject.errors, await asToken(stage, token, "GET"), 401);
}

async function staysSecret(stage: AccountStage): Promise<void> {
  const { subject } = stage;
  const { name, token } = await registered(stage);
  const { login: at } = subject.account.paths;
  const answers = [
    await login(stage, name, PASSWORD),
    await login(stage, name, `${PASSWORD}!`),
    await asToken(stage, token, "GET"),
    await change(stage, token, {}),
    await send(stage, at, { password: PASSWORD, extra: 1 }),
    ...(subject.account.paths.register === undefined
      ? []
      : [await register(stage, await newUser(stage))]),
  ];
  for (const { body } of answers) {
    const text = JSON.stringify(body);
    assert.ok(!text.includes(PASSWORD) && !/scrypt|hash/i.test(text), text);
  }
}
