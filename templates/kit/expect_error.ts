/**
 * Checks of errors, in the form that an API tells them in.
 *
 * @module
 */
import assert from "node:assert/strict";
import { type ApiResponse, expectProblem } from "./testing.ts";

/** How an API tells errors: as RFC 9457 does, as `{ "errors": { "body": [ … ] } }`, or also by what they are about. */
export type ErrorForm = "problem" | "messages" | "fields";

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
  const messages = form === "fields"
    ? fieldsIn(response.body)?.body
    : messagesIn(response.body);
  assert.ok(messages !== undefined && messages.length > 0, text);
  if (path === undefined) return;
  if (form === "fields") {
    const own = fieldsIn(response.body)?.[path];
    assert.ok(own !== undefined, `found ${text}, wanted one about "${path}"`);
    return;
  }
  assert.ok(
    messages.some((message) => message.startsWith(`${path} `)),
    `found ${text}, wanted a message about "${path}"`,
  );
}

/** The messages by what they are about; undefined where anything else is there. */
function fieldsIn(
  body: unknown,
): Readonly<Record<string, readonly string[]>> | undefined {
  const errors = only(body, "errors");
  if (typeof errors !== "object" || errors === null) return undefined;
  const isTold = Object.values(errors).every((messages) =>
    Array.isArray(messages) && messages.length > 0 &&
    messages.every((one) => typeof one === "string" && one !== "")
  );
  return isTold
    ? errors as Readonly<Record<string, readonly string[]>> // as was just looked at
    : undefined;
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
