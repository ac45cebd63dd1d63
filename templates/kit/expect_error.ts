/**
 * Checks of errors, in the form that an API tells them in.
 *
 * @module
 */
import assert from "node:assert/strict";
import { type ApiResponse, expectProblem } from "./testing.ts";

/** How an API tells errors: as RFC 9457 does, or as `{ "errors": { "body": [ … ] } }`. */
export type ErrorForm = "problem" | "messages";

/** Asserts that a response is an error of this status, in this form, about this field if one is named. */
export function expectError(
  form: ErrorForm,
  response: ApiResponse<unknown>,
  status: number,
  path?: string,
): void {
  if (form === "problem") {
    expectProblem(response, status, path);
    return;
  }
  const text = JSON.stringify(response.body);
  assert.equal(response.status, status, text);
  assert.equal(response.headers.get("content-type"), "application/json");
  const messages = messagesIn(response.body);
  assert.ok(messages !== undefined && messages.length > 0, text);
  if (path === undefined) return;
  assert.ok(
    messages.some((message) => message.startsWith(`${path} `)),
    `found ${text}, wanted a message about "${path}"`,
  );
}

function messagesIn(body: unknown): readonly string[] | undefined {
  const errors = only(body, "errors");
  const messages = only(errors, "body");
  return Array.isArray(messages) &&
      messages.every((one) => typeof one === "string" && one !== "")
    ? messages
    : undefined;
}

/** The one member that an object has, by its name. */
function only(value: unknown, name: string): unknown {
  if (typeof value !== "object" || value === null) return undefined;
  const [[found, member] = ["", undefined], ...more] = Object.entries(value);
  return found === name && more.length === 0 ? member : undefined;
}
