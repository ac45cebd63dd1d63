/**
 * For acceptance tests: what an example of logic says, seen from a client.
 *
 * @module
 */
import assert from "node:assert/strict";
import type { Body, Write } from "./acceptance.ts";
import {
  type ApiResponse,
  expectContains,
  expectProblem,
  type JsonBody,
} from "./testing.ts";

/** Checks that these fields of what the body creates are worked out as they should be. */
export async function expectGives(
  write: Write,
  body: Body,
  gives: Body,
): Promise<void> {
  expectContains(expectAccepted(await write(body)), gives);
}

/** Checks that the body creates an entity, and gives the id of that. */
export async function expectCreated(write: Write, body: Body): Promise<string> {
  return String(expectAccepted(await write(body)).id);
}

/** Checks that the request is not refused, and gives what was answered. */
export function expectAccepted(
  { status, body }: ApiResponse<JsonBody>,
): JsonBody {
  assert.ok([200, 201, 204].includes(status), JSON.stringify(body));
  return body;
}

/** Checks that the request is refused as logic refuses: by a sentence, or for what is wrong with which field. */
export function expectRefused(response: ApiResponse<JsonBody>): void {
  const isSentence = response.status === 409;
  const { errors = [] } = expectProblem(response, isSentence ? 409 : 422);
  assert.ok(isSentence || errors.length > 0, JSON.stringify(response.body));
}
