/**
 * People who register and sign in to a system that has users.
 *
 * @module
 */
import type { ExampleSystem } from "./example_system.ts";
import type { Json, JsonClient } from "./json_client.ts";

/** Somebody who is signed in. */
export interface Account {
  /** The id of the user. */
  readonly id: string;
  /** The address they sign in with. */
  readonly email: string;
  /** The API as they use it. */
  readonly api: JsonClient;
}

/** Fields of a user beyond the address and the password. */
export type UserFields = Readonly<Record<string, Json>>;

/** The password of everybody in the tests. */
export const PASSWORD = "a password for tests";

/** The setting by which a system makes its first user, who has the address {@link FIRST_EMAIL}. */
export function firstUser(fields: UserFields): Record<string, string> {
  const user = { ...fields, email: FIRST_EMAIL, password: PASSWORD };
  return { FIRST_USER: JSON.stringify(user) };
}

/** Signs in as the first user. */
export function signInFirst(system: ExampleSystem): Promise<Account> {
  return signIn(system, FIRST_EMAIL);
}

/** Registers somebody new. */
export async function signUp(
  system: ExampleSystem,
  fields: UserFields = {},
): Promise<Account> {
  const email = `${crypto.randomUUID()}@mail.example`;
  const client = system.client();
  const answer = (await client.post("/auth/register", {
    email,
    password: PASSWORD,
    ...fields,
  })).is(201);
  return {
    id: answer.textAt("user.id"),
    email,
    api: client.bearer(answer.textAt("accessToken")),
  };
}

/** Signs in somebody who has registered. */
export async function signIn(
  system: ExampleSystem,
  email: string,
): Promise<Account> {
  const client = system.client();
  const answer = (await client.post("/auth/login", {
    email,
    password: PASSWORD,
  })).is(200);
  return {
    id: answer.textAt("user.id"),
    email,
    api: client.bearer(answer.textAt("accessToken")),
  };
}

/** Gives somebody another role, as an admin. */
export async function promote(
  admin: Account,
  account: Account,
  role: string,
): Promise<void> {
  (await admin.api.patch(`/users/${account.id}`, { role })).is(200);
}

/** The address of the first user. */
export const FIRST_EMAIL = "first@mail.example";
