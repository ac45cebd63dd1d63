/**
 * All that is declared of remedies: what the tests hold the API to.
 *
 * @module
 */
import type { ResourceSubject } from "../../kit/resource_subject.ts";
import { API_SHAPE } from "../../resources/api_shape.ts";
import { REMEDY_RESOURCE } from "../../resources/remedy_resource.ts";

/** What is declared of remedies; fields have the names that the model has for them. */
export const REMEDY_SUBJECT: ResourceSubject = {
  resource: REMEDY_RESOURCE,
  shape: API_SHAPE,
  errors: "fields",
  operations: [
    { operation: "list", method: "GET", status: 200 },
    { operation: "get", method: "GET", status: 200 },
    { operation: "create", method: "POST", status: 201 },
    { operation: "delete", method: "DELETE", status: 204 },
  ],
  users: "user",
  role: "vet",
  open: [],
  required: ["name"],
  others: { name: "Changed" },
  refused: [{ field: "name", what: "blank", value: " " }, {
    field: "name",
    what: "too long",
    value: "x".repeat(41),
  }],
};
