/**
 * Makes clients of the system under test.
 *
 * @module
 */
import { ApiError, Client } from "../../client/client.ts";
import { actor } from "../samples.ts";
import type { TestSystem } from "../test_system.ts";

/** Makes a client of the system under test, without the network. */
export function clientOf(
  test: TestSystem,
  token?: () => string | undefined | Promise<string>,
): Client {
  return new Client({ url: "http://test.invalid", fetch: test.fetch, token });
}

/** Makes a client that somebody is signed in with. */
export async function signedIn(
  test: TestSystem,
  role?: string,
): Promise<Client> {
  const { id } = await actor(test.system, role);
  return clientOf(test, () => test.tokenOf(id));
}

/** Recognizes the error of a refused call. */
export function refusal(status: number): (error: unknown) => boolean {
  return (error) =>
    error instanceof ApiError && error.status === status &&
    error.messages.length > 0;
}
