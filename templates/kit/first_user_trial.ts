/**
 * Tries whether the first user that the settings name is made.
 *
 * @module
 */
import assert from "node:assert/strict";
import type { AuthConfig } from "./auth_settings.ts";
import type { JsonObject } from "./entity_request.ts";

/** A system in which people sign in. */
export interface FirstUserTrial extends AsyncDisposable {
  /** The field that people sign in with. */
  readonly signIn: string;
  /** Makes the body of a registration, without a password. */
  readonly body: () => JsonObject | Promise<JsonObject>;
}

/** Starts a system whose settings name a first user, who then signs in. */
export async function tryFirstUser<T extends FirstUserTrial>(
  start: (auth?: Partial<AuthConfig>) => Promise<T>,
  signsIn: (trial: T, name: string, password: string) => Promise<boolean>,
): Promise<void> {
  const body = await bodyOf(start);
  if (body === undefined) return;
  await using trial = await start({
    firstUser: { ...body, password: PASSWORD },
  });
  const name = String(body[trial.signIn]);
  // A component that is asked past its ports may still be making the user: who asks again gets in.
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    if (await signsIn(trial, name, PASSWORD)) return;
  }
  assert.fail("there is no first user");
}

/** What refers to entities of one system can be in no other. */
async function bodyOf<T extends FirstUserTrial>(
  start: () => Promise<T>,
): Promise<JsonObject | undefined> {
  await using trial = await start();
  const body = trial.body();
  return body instanceof Promise ? undefined : body;
}

const PASSWORD = "correct horse battery";

/** Each takes as long as what they wait for. */
const MOST_TRIES = 50;
