/**
 * All that is declared of places: what the tests hold the API to.
 *
 * @module
 */
import type { ResourceSubject } from "../../kit/resource_subject.ts";
import { API_SHAPE } from "../../resources/api_shape.ts";
import { PLACE_RESOURCE } from "../../resources/place_resource.ts";

/** What is declared of places; fields have the names that the model has for them. */
export const PLACE_SUBJECT: ResourceSubject = {
  resource: PLACE_RESOURCE,
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
  users: "user",
  role: "teacher",
  open: ["list", "get"],
  required: ["name"],
  others: { name: "Changed" },
  refused: [{ field: "name", what: "blank", value: " " }, {
    field: "name",
    what: "too long",
    value: "x".repeat(201),
  }],
};
