/**
 * All that is declared of lessons: what the tests hold the API to.
 *
 * @module
 */
import type { ResourceSubject } from "../../kit/resource_subject.ts";
import { API_SHAPE } from "../../resources/api_shape.ts";
import { LESSON_RESOURCE } from "../../resources/lesson_resource.ts";

/** What is declared of lessons; fields have the names that the model has for them. */
export const LESSON_SUBJECT: ResourceSubject = {
  resource: LESSON_RESOURCE,
  shape: API_SHAPE,
  errors: "problem",
  operations: [
    { operation: "list", method: "GET", status: 200 },
    { operation: "get", method: "GET", status: 200 },
    { operation: "create", method: "POST", status: 201 },
    { operation: "replace", method: "PUT", status: 200 },
    { operation: "patch", method: "PATCH", status: 200 },
    { operation: "delete", method: "DELETE", status: 204 },
  ],
  restores: {},
  users: "user",
  open: ["list", "get"],
  states: [{
    title: "what its course is",
    of: "course",
    reference: "courseId",
    shut: { state: "draft" },
    held: ["create", "replace", "patch", "delete"],
  }],
  required: ["title", "minutes"],
  others: { title: "Changed", minutes: 2 },
  refused: [{ field: "title", what: "blank", value: " " }, {
    field: "title",
    what: "too long",
    value: "x".repeat(121),
  }, { field: "minutes", what: "too small", value: 0 }],
  derived: ["number"],
};
