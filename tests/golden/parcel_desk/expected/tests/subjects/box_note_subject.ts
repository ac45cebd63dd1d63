/**
 * All that is declared of box notes: what the tests hold the API to.
 *
 * @module
 */
import type { ResourceSubject } from "../../kit/resource_subject.ts";
import { API_SHAPE } from "../../resources/api_shape.ts";
import { BOX_NOTE_RESOURCE } from "../../resources/box_note_resource.ts";

/** What is declared of box notes; fields have the names that the model has for them. */
export const BOX_NOTE_SUBJECT: ResourceSubject = {
  resource: BOX_NOTE_RESOURCE,
  shape: API_SHAPE,
  errors: "problem",
  operations: [
    { operation: "list", method: "GET", status: 200 },
    { operation: "get", method: "GET", status: 200 },
    { operation: "create", method: "POST", status: 201 },
    { operation: "replace", method: "PUT", status: 200, role: "clerk" },
    { operation: "patch", method: "PATCH", status: 200, role: "clerk" },
    { operation: "delete", method: "DELETE", status: 204, role: "clerk" },
  ],
  users: "user",
  open: ["list", "get"],
  required: ["bodyText"],
  others: { bodyText: "Changed" },
  refused: [{ field: "bodyText", what: "blank", value: " " }, {
    field: "bodyText",
    what: "too long",
    value: "x".repeat(10001),
  }],
};
