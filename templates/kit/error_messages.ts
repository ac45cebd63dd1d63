/**
 * Errors as lists of messages, for APIs that do not tell them as RFC 9457 does.
 *
 * @module
 */
import type { FieldError, Problem } from "./problem.ts";

/** Tells a problem as `{ "errors": { "body": [ … ] } }`; the status and all other headers stay. */
export async function messageResponse(response: Response): Promise<Response> {
  const type = response.headers.get("content-type");
  if (type !== "application/problem+json") return response;
  const problem: Problem = await response.json();
  const headers = new Headers(response.headers);
  headers.set("content-type", "application/json");
  const errors = { body: messagesOf(problem) };
  return new Response(JSON.stringify({ errors }), {
    status: response.status,
    headers,
  });
}

function messagesOf({ errors, detail, title }: Problem): string[] {
  if (errors === undefined || errors.length === 0) return [detail ?? title];
  return errors.map(({ path, message }: FieldError) =>
    path === "" ? message : `${path} ${message}`
  );
}
