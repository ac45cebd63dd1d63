/**
 * All that is declared of notes: what the tests hold the API to.
 *
 * @module
 */
import type { ResourceSubject } from "../../kit/resource_subject.ts";
import { API_SHAPE } from "../../resources/api_shape.ts";
import { NOTE_RESOURCE } from "../../resources/note_resource.ts";

/** What is declared of notes; fields have the names that the model has for them. */
export const NOTE_SUBJECT: ResourceSubject = {
  resource: NOTE_RESOURCE,
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
  required: ["text"],
  others: { text: "Changed" },
  refused: [{ field: "text", what: "blank", value: " " }, {
    field: "text",
    what: "too long",
    value: "x".repeat(10001),
  }],
};
