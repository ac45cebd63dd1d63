/**
 * Which requests no planner is given: those without words, and those that are too long.
 *
 * @module
 */
import type { Diagnostic } from "../diagnostic.ts";

/** Says why a request is not planned; undefined when nothing is in the way. */
export function refuseRequest(request: string): Diagnostic | undefined {
  if (request.length > MAX_REQUEST_LENGTH) {
    return {
      code: "AC003",
      severity: "error",
      message:
        `Cannot plan the request: found ${request.length} characters, wanted at most ${MAX_REQUEST_LENGTH}`,
      hint: "describe the entities and rules only, or write a blueprint",
    };
  }
  if (/[\p{L}\p{N}]/u.test(request)) return undefined;
  return {
    code: "AC002",
    severity: "error",
    message: "Cannot plan the request: found no words, wanted a description",
    hint: REQUEST_EXAMPLE,
  };
}

/** The longest request that is planned, in UTF-16 code units. */
export const MAX_REQUEST_LENGTH = 64 * 1024;

/** What is said to whoever wrote nothing that could be planned. */
export const REQUEST_EXAMPLE =
  'say what is kept and what can be done with it, such as "Add tasks with title and due date, list tasks, mark tasks as completed"';
