/**
 * Makes clients of the system under test.
 *
 * @module
 */
import { ApiError, Client } from "../../client/client.ts";
import type { TestSystem } from "../test_system.ts";

/** Makes a client of the system under test, without the network. */
export function clientOf(test: TestSystem): Client {
  return new Client({ url: "http://test.invalid", fetch: test.fetch });
}

/** Recognizes the error of a refused call. */
export function refusal(status: number): (error: unknown) => boolean {
  return (error) =>
    error instanceof ApiError && error.status === status &&
    error.messages.length > 0;
}
