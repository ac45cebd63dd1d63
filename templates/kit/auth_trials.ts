/**
 * Tries to get in without a right to: what every system with users must withstand.
 *
 * @module
 */
import assert from "node:assert/strict";
import type { SignedIn, Tokens } from "./auth_request.ts";
import type { AuthConfig } from "./auth_settings.ts";
import type { Entity } from "./entity_spec.ts";
import { tryFirstUser } from "./first_user_trial.ts";
import {
  badPasswords as badPasswordList,
  forgedTokens,
} from "./forged_tokens.ts";
import { type ApiClient, type ApiResponse, expectProblem } from "./testing.ts";

/** A system in which people sign in. */
export interface AuthTrial extends AsyncDisposable {
  /** Its API, as nobody. */
  readonly client: ApiClient;
  /** Its settings. */
  readonly auth: AuthConfig;
  /** Its name. */
  readonly issuer: string;
  /** The field that people sign in with. */
  readonly signIn: string;
  /** Makes the body of a registration, without a password. */
  readonly body: () =>
    | Record<string, unknown>
    | Promise<Record<string, unknown>>;
  /** Registers a user past all rules. */
  readonly register: (body: Record<string, unknown>) => Promise<Entity>;
  /** Deletes a user past all rules. */
  readonly remove: (id: string) => Promise<void>;
  /** How many password hashes were made. */
  readonly hashes: () => number;
}

/** What is tried; `start` starts a system, with other settings if some are given. */
export interface AuthAttack {
  /** What must hold. */
  readonly title: string;
  /** Tries to break it. */
  readonly run: (
    start: (auth?: Partial<AuthConfig>) => Promise<AuthTrial>,
  ) => Promise<void>;
}

/** Everything that is tried. */
export const AUTH_ATTACKS: readonly AuthAttack[] = [
  {
    title: "a password lets in, and is in no answer",
    run: passwordStaysSecret,
  },
  { title: "the first user of the settings signs in", run: firstUser },
  { title: "a bad password is refused, and not repeated", run: badPasswords },
  {
    title: "nobody registers with more than their own fields",
    run: massAssignment,
  },
  { title: "a name that is taken stays who it was", run: takenName },
  {
    title: "an unknown user and a wrong password look alike and cost alike",
    run: sameWork,
  },
  { title: "a login takes nothing but texts", run: oddLogins },
  { title: "a forged token is nobody's", run: forgeries },
  {
    title: "a refresh token works once, and its second use ends the login",
    run: reuse,
  },
  {
    title: "of two who refresh at once with one token, at most one gets in",
    run: refreshRace,
  },
  { title: "logging out ends a login, and says nothing", run: logout },
  {
    title: "another password ends all logins, and takes the old one to set",
    run: newPassword,
  },
  { title: "who is deleted is nobody at once", run: deletedUser },
  { title: "guessing a password is slowed down", run: guessing },
  { title: "registering again and again is slowed down", run: flooding },
];

type Start = Parameters<AuthAttack["run"]>[0];

async function passwordStaysSecret(start: Start): Promise<void> {
  await using trial = await start();
  const { user, name } = await newUser(trial);
  const answer = await login(trial, name, PASSWORD);
  assert.equal(answer.status, 200);
  const me = await bearer(trial, answer.body.accessToken);
  assert.equal(me.status, 200);
  assert.deepEqual(me.body, user);
  for (const { body } of [answer, me]) {
    const text = JSON.stringify(body);
    assert.ok(!text.includes(PASSWORD) && !/password|scrypt/i.test(text), text);
  }
}

function firstUser(start: Start): Promise<void> {
  return tryFirstUser(
    start,
    async (trial, name, password) =>
      (await login(trial, name, password)).status === 200,
  );
}

async function badPasswords(start: Start): Promise<void> {
  await using trial = await start();
  const least = trial.auth.minPasswordLength;
  const bad = [...badPasswordList(least), ["longenough"]];
  for (const password of bad) {
    const body = { ...await trial.body(), password };
    await assert.rejects(trial.register(body));
  }
  const body = { [trial.signIn]: "somebody", password: PASSWORD, extra: 1 };
  const answer = await trial.client.post("/auth/login", body);
  expectProblem(answer, 422, "extra");
  assert.ok(!JSON.stringify(answer.body).includes(PASSWORD));
  const cut = `{"password": "${PASSWORD}"`;
  const broken = await trial.client.send("/auth/login", {
    method: "POST",
    body: cut,
    headers: { "content-type": "application/json" },
  });
  expectProblem(broken, 400);
  assert.ok(!JSON.stringify(broken.body).includes(PASSWORD));
}

async function massAssignment(start: Start): Promise<void> {
  await using trial = await start();
  const extras = {
    id: crypto.randomUUID(),
    createdAt: "2020-01-01T00:00:00.000Z",
    role: "admin",
    isAdmin: true,
    passwordHash: "scrypt$n=2,r=1,p=1$AA==$AA==",
    __proto__x: { role: "admin" },
  };
  for (const [field, value] of Object.entries(extras)) {
    const body = { ...await trial.body(), password: PASSWORD, [field]: value };
    const answer = await trial.client.post("/auth/register", body);
    assert.ok([401, 422].includes(answer.status), `${field}: ${answer.status}`);
    const found = await login(trial, String(body[trial.signIn]), PASSWORD);
    assert.equal(found.status, 401, field);
  }
}

async function takenName(start: Start): Promise<void> {
  await using trial = await start();
  const { name } = await newUser(trial);
  const body = {
    ...await trial.body(),
    [trial.signIn]: name,
    password: "another password",
  };
  await assert.rejects(trial.register(body));
  assert.equal((await login(trial, name, "another password")).status, 401);
  assert.equal((await login(trial, name, PASSWORD)).status, 200);
}

async function sameWork(start: Start): Promise<void> {
  await using trial = await start();
  const { name } = await newUser(trial);
  const tries = [
    [name, "a wrong password"],
    ["nobody@example.org", "a wrong password"],
    ["nobody@example.org", PASSWORD],
    [name, "x".repeat(5000)],
  ] as const;
  const seen: unknown[] = [];
  for (const [who, password] of tries) {
    const before = trial.hashes();
    const { status, body, headers } = await login(trial, who, password);
    const challenge = headers.get("www-authenticate");
    seen.push({ status, body, challenge, hashes: trial.hashes() - before });
  }
  for (const one of seen) assert.deepEqual(one, seen[0]);
  assert.equal((seen[0] as { status: number }).status, 401);
  assert.equal((seen[0] as { hashes: number }).hashes, 1);
}

async function oddLogins(start: Start): Promise<void> {
  await using trial = await start();
  await newUser(trial);
  for (const odd of [{ $ne: null }, ["a"], true, 1, null]) {
    const named = { [trial.signIn]: odd, password: PASSWORD };
    expectProblem(await trial.client.post("/auth/login", named), 422);
    const refreshed = { refreshToken: odd };
    expectProblem(await trial.client.post("/auth/refresh", refreshed), 422);
  }
  for (
    const token of [
      "",
      ".",
      "a.b",
      `${crypto.randomUUID()}.x`,
      "x".repeat(5000),
    ]
  ) {
    const answer = await trial.client.post("/auth/refresh", {
      refreshToken: token,
    });
    expectProblem(answer, 401);
  }
}

async function forgeries(start: Start): Promise<void> {
  await using trial = await start();
  const { user, name } = await newUser(trial);
  const { body } = await login(trial, name, PASSWORD);
  const { issuer, auth: { secret } } = trial;
  const tokens = await forgedTokens({ secret, issuer, userId: user.id });
  for (
    const [what, token] of [...tokens, ["a refresh token", body.refreshToken]]
  ) {
    const answer = await bearer(trial, token!);
    expectProblem(answer, 401);
    assert.match(answer.headers.get("www-authenticate") ?? "", /^Bearer/, what);
  }
  const { accessToken } = body;
  for (
    const header of [
      `Basic ${accessToken}`,
      accessToken,
      `Bearer ${accessToken} x`,
    ]
  ) {
    const answer = await trial.client.send("/auth/me", {
      headers: { authorization: header },
    });
    expectProblem(answer, 401);
  }
  assert.equal((await bearer(trial, accessToken)).status, 200);
}

async function reuse(start: Start): Promise<void> {
  await using trial = await start();
  const { name } = await newUser(trial);
  const first = (await login(trial, name, PASSWORD)).body.refreshToken;
  const elsewhere = (await login(trial, name, PASSWORD)).body.refreshToken;
  const second = await refresh(trial, first);
  assert.equal(second.status, 200);
  assert.notEqual(second.body.refreshToken, first);
  expectProblem(await refresh(trial, first), 401);
  expectProblem(await refresh(trial, second.body.refreshToken), 401);
  assert.equal((await refresh(trial, elsewhere)).status, 200);
}

async function refreshRace(start: Start): Promise<void> {
  await using trial = await start();
  const { name } = await newUser(trial);
  const { refreshToken } = (await login(trial, name, PASSWORD)).body;
  const answers = await Promise.all(
    Array.from({ length: 5 }, () => refresh(trial, refreshToken)),
  );
  const won = answers.filter(({ status }) => status === 200);
  assert.ok(won.length <= 1, `${won.length} got in`);
}

async function logout(start: Start): Promise<void> {
  await using trial = await start();
  const { name } = await newUser(trial);
  const { refreshToken } = (await login(trial, name, PASSWORD)).body;
  for (const token of [refreshToken, refreshToken, "nonsense"]) {
    const answer = await trial.client.post("/auth/logout", {
      refreshToken: token,
    });
    assert.equal(answer.status, 204);
  }
  expectProblem(await refresh(trial, refreshToken), 401);
}

async function newPassword(start: Start): Promise<void> {
  await using trial = await start();
  const { name } = await newUser(trial);
  const { accessToken, refreshToken } =
    (await login(trial, name, PASSWORD)).body;
  const change = (currentPassword: string, newPassword: string) =>
    bearer(trial, accessToken, "/auth/password", {
      currentPassword,
      newPassword,
    });
  expectProblem(
    await change("a wrong password", "the next password"),
    422,
    "currentPassword",
  );
  expectProblem(await change(PASSWORD, " "), 422, "newPassword");
  assert.equal((await change(PASSWORD, "the next password")).status, 204);
  expectProblem(await refresh(trial, refreshToken), 401);
  assert.equal((await login(trial, name, PASSWORD)).status, 401);
  assert.equal((await login(trial, name, "the next password")).status, 200);
  const nobody = await trial.client.post("/auth/password", {
    currentPassword: "the next password",
    newPassword: PASSWORD,
  });
  expectProblem(nobody, 401);
}

async function deletedUser(start: Start): Promise<void> {
  await using trial = await start();
  const { user, name } = await newUser(trial);
  const { accessToken, refreshToken } =
    (await login(trial, name, PASSWORD)).body;
  await trial.remove(user.id);
  expectProblem(await bearer(trial, accessToken), 401);
  expectProblem(await refresh(trial, refreshToken), 401);
  assert.equal((await login(trial, name, PASSWORD)).status, 401);
}

async function guessing(start: Start): Promise<void> {
  const window = { tries: 3, seconds: 60 };
  const many = { tries: 1000, seconds: 60 };
  await using trial = await start({
    limits: { account: window, address: many, registration: many },
  });
  const { name } = await newUser(trial);
  const other = await newUser(trial);
  for (const who of [name, "nobody@example.org"]) {
    for (let i = 0; i < 3; i++) {
      expectProblem(await login(trial, who, "a wrong password"), 401);
    }
    const answer = await login(trial, who.toUpperCase(), PASSWORD);
    expectProblem(answer, 429);
    const wait = Number(answer.headers.get("retry-after"));
    assert.ok(wait > 0 && wait <= 60, `found ${wait}`);
  }
  assert.equal((await login(trial, other.name, PASSWORD)).status, 200);
}

async function flooding(start: Start): Promise<void> {
  const many = { tries: 1000, seconds: 60 };
  await using trial = await start({
    limits: {
      account: many,
      address: { tries: 3, seconds: 60 },
      registration: { tries: 2, seconds: 60 },
    },
  });
  for (let i = 0; i < 2; i++) await newUser(trial);
  await assert.rejects(newUser(trial));
  for (let i = 0; i < 3; i++) {
    expectProblem(await login(trial, `nobody${i}@example.org`, PASSWORD), 401);
  }
  expectProblem(await login(trial, "nobody9@example.org", PASSWORD), 429);
}

async function newUser(
  trial: AuthTrial,
): Promise<{ readonly user: Entity; readonly name: string }> {
  const body = await trial.body();
  const user = await trial.register({ ...body, password: PASSWORD });
  return { user, name: String(body[trial.signIn]) };
}

async function login(
  { client, signIn }: AuthTrial,
  name: string,
  password: string,
): Promise<ApiResponse<SignedIn>> {
  const body = { [signIn]: name, password };
  return await client.post<SignedIn>("/auth/login", body);
}

async function refresh(
  { client }: AuthTrial,
  refreshToken: string,
): Promise<ApiResponse<Tokens>> {
  return await client.post<Tokens>("/auth/refresh", { refreshToken });
}

/** Asks who one is, or posts a body, with a token. */
async function bearer(
  { client }: AuthTrial,
  token: string,
  path = "/auth/me",
  body?: unknown,
): Promise<ApiResponse<unknown>> {
  const authorization = `Bearer ${token}`;
  return await client.send(
    path,
    body === undefined ? { headers: { authorization } } : {
      method: "POST",
      body: JSON.stringify(body),
      headers: { authorization, "content-type": "application/json" },
    },
  );
}

const PASSWORD = "correct horse battery";
