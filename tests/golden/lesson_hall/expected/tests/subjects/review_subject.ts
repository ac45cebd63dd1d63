/**
 * All that is declared of reviews: what the tests hold the API to.
 *
 * @module
 */
import type { ResourceSubject } from "../../kit/resource_subject.ts";
import { API_SHAPE } from "../../resources/api_shape.ts";
import { REVIEW_RESOURCE } from "../../resources/review_resource.ts";

/** What is declared of reviews; fields have the names that the model has for them. */
export const REVIEW_SUBJECT: ResourceSubject = {
  resource: REVIEW_RESOURCE,
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
  owner: "byId",
  open: ["list", "get"],
  required: ["text", "courseId"],
  others: { text: "Changed" },
  refused: [{ field: "text", what: "blank", value: " " }, {
    field: "text",
    what: "too long",
    value: "x".repeat(10001),
  }],
};
