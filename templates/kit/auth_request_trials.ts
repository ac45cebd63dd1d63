/**
 * Trials of the component that signs users in, alone: what it answers, whatever way it is asked by.
 *
 * @module
 */
import assert from "node:assert/strict";
import type { AskAuth } from "./access_guard.ts";
import type { AuthReply, SignedIn } from "./auth_request.ts";
import type { AuthConfig } from "./auth_settings.ts";
import type { JsonObject } from "./entity_request.ts";
import { expectFailure, expectValue } from "./expect_outcome.ts";
import { tryFirstUser } from "./first_user_trial.ts";

/** A system in which people sign in. */
export interface AuthRequestTrial extends AsyncDisposable {
  /** Asks the component. */
  readonly ask: AskAuth;
  /** The field that people sign in with. */
  readonly signIn: string;
  /** Makes the body of a registration, without a password. */
  readonly body: () => JsonObject | Promise<JsonObject>;
  /** Deletes a user past all rules. */
  readonly remove: (id: string) => Promise<void>;
  /** How many password hashes were made. */
  readonly hashes: () => number;
}

/** What is tried; `start` starts a system, with other settings if some are given. */
export interface AuthRequestAttack {
  /** What must hold. */
  readonly title: string;
  /** Tries to break it. */
  readonly run: (start: StartAuthTrial) => Promise<void>;
}

/** Everything that is tried. */
export const AUTH_REQUEST_ATTACKS: readonly AuthRequestAttack[] = [
  { title: "a password lets in, and is in no answer", run: staysSecret },
  { title: "the first user of the settings signs in", run: firstUser },
  {
    title: "an unknown user and a wrong password look alike and cost alike",
    run: sameWork,
  },
  { title: "guessing a password is slowed down", run: guessing },
  { title: "registering again and again is slowed down", run: flooding },
  {
    title: "a refresh token works once, and its second use ends the login",
    run: reuse,
  },
  { title: "another password ends all logins", run: newPassword },
  { title: "who is deleted is nobody at once", run: deleted },
];

/** Starts a system, with other settings if some are given. */
export type StartAuthTrial = (
  auth?: Partial<AuthConfig>,
) => Promise<AuthRequestTrial>;

async function staysSecret(start: StartAuthTrial): Promise<void> {
  await using trial = await start();
  const { user, name } = await newUser(trial);
  const reply = await login(trial, name, PASSWORD);
  const { accessToken: token } = expectValue(reply) as SignedIn;
  const viewer = expectValue(
    await trial.ask({ operation: "authenticate", token }),
  );
  assert.equal((viewer as { id: string }).id, user.id);
  const text = JSON.stringify([reply, viewer, user]);
  assert.ok(!text.includes(PASSWORD) && !/password|scrypt/i.test(text), text);
}

function firstUser(start: StartAuthTrial): Promise<void> {
  return tryFirstUser(
    start,
    async (trial, name, password) => (await login(trial, name, password)).ok,
  );
}

async function sameWork(start: StartAuthTrial): Promise<void> {
  await using trial = await start();
  const { name } = await newUser(trial);
  const tries = [
    [name, "a wrong password"],
    ["nobody@example.org", PASSWORD],
    [name, "x".repeat(5000)],
  ] as const;
  const seen: unknown[] = [];
  for (const [who, password] of tries) {
    const before = trial.hashes();
    const problem = expectFailure(await login(trial, who, password), 401);
    seen.push({ problem, hashes: trial.hashes() - before });
  }
  for (const one of seen) assert.deepEqual(one, seen[0]);
  assert.equal((seen[0] as { hashes: number }).hashes, 1);
}

async function guessing(start: StartAuthTrial): Promise<void> {
  const account = { tries: 3, seconds: 60 };
  await using trial = await start({
    limits: { account, address: MANY, registration: MANY },
  });
  const { name } = await newUser(trial);
  const other = await newUser(trial);
  for (const who of [name, "nobody@example.org"]) {
    for (let i = 0; i < 3; i++) {
      expectFailure(await login(trial, who, "a wrong password"), 401);
    }
    expectWait(await login(trial, who.toUpperCase(), PASSWORD));
  }
  expectValue(await login(trial, other.name, PASSWORD));
}

async function flooding(start: StartAuthTrial): Promise<void> {
  const registration = { tries: 2, seconds: 60 };
  await using trial = await start({
    limits: { account: MANY, address: MANY, registration },
  });
  for (let i = 0; i < 2; i++) await newUser(trial);
  expectWait(await register(trial, await trial.body()));
}

async function reuse(start: StartAuthTrial): Promise<void> {
  await using trial = await start();
  const { name } = await newUser(trial);
  const { refreshToken } = await signedIn(trial, name);
  const refresh = (token: string) =>
    trial.ask({ operation: "refresh", token, client: CLIENT });
  const second = expectValue(await refresh(refreshToken)) as SignedIn;
  expectFailure(await refresh(refreshToken), 401);
  expectFailure(await refresh(second.refreshToken), 401);
}

async function newPassword(start: StartAuthTrial): Promise<void> {
  await using trial = await start();
  const { user: { id }, name } = await newUser(trial);
  const { refreshToken: token } = await signedIn(trial, name);
  const viewer = { id };
  const password = "the next password";
  expectValue(await trial.ask({ operation: "setPassword", viewer, password }));
  const client = CLIENT;
  expectFailure(await trial.ask({ operation: "refresh", token, client }), 401);
  expectFailure(await login(trial, name, PASSWORD), 401);
  expectValue(await login(trial, name, password));
}

async function deleted(start: StartAuthTrial): Promise<void> {
  await using trial = await start();
  const { user, name } = await newUser(trial);
  const { accessToken: token } = await signedIn(trial, name);
  await trial.remove(user.id);
  const reply = await trial.ask({ operation: "authenticate", token });
  expectFailure(reply, 401);
  expectFailure(await login(trial, name, PASSWORD), 401);
}

async function newUser(
  trial: AuthRequestTrial,
): Promise<{ readonly user: { readonly id: string }; readonly name: string }> {
  const body = await trial.body();
  const value = expectValue(await register(trial, body));
  const user = value !== null && "user" in value ? value.user : value;
  assert.ok(user !== null && "id" in user);
  return { user, name: String(body[trial.signIn]) };
}

function register(
  { ask }: AuthRequestTrial,
  fields: JsonObject,
): Promise<AuthReply> {
  const body = { ...fields, password: PASSWORD };
  return ask({ operation: "register", body, client: CLIENT });
}

function login(
  { ask, signIn }: AuthRequestTrial,
  name: string,
  password: string,
): Promise<AuthReply> {
  const body = { [signIn]: name, password };
  return ask({ operation: "login", body, client: CLIENT });
}

async function signedIn(
  trial: AuthRequestTrial,
  name: string,
): Promise<SignedIn> {
  return expectValue(await login(trial, name, PASSWORD)) as SignedIn; // what a login is answered with
}

function expectWait(reply: AuthReply): void {
  expectFailure(reply, 429);
  assert.ok("retryAfter" in reply && reply.retryAfter <= 60);
}

const CLIENT = "test";
const PASSWORD = "correct horse battery";
const MANY = { tries: 1000, seconds: 60 };
