/**
 * All that is declared of colleagues: what the tests hold the API to.
 *
 * @module
 */
import type { ResourceSubject } from "../../kit/resource_subject.ts";
import { API_SHAPE } from "../../resources/api_shape.ts";
import { COLLEAGUE_RESOURCE } from "../../resources/colleague_resource.ts";

/** What is declared of colleagues; fields have the names that the model has for them. */
export const COLLEAGUE_SUBJECT: ResourceSubject = {
  resource: COLLEAGUE_RESOURCE,
  shape: API_SHAPE,
  errors: "fields",
  operations: [{ operation: "list", method: "GET", status: 200 }, {
    operation: "get",
    method: "GET",
    status: 200,
  }, { operation: "delete", method: "DELETE", status: 204, role: "vet" }],
  users: "user",
  open: [],
  required: ["email", "fullName"],
  others: { email: "other@example.com", fullName: "Changed" },
  refused: [
    {
      field: "email",
      what: "too long",
      value: "x".repeat(255) + "@example.com",
    },
    { field: "email", what: "malformed", value: "not this" },
    { field: "fullName", what: "blank", value: " " },
    { field: "fullName", what: "too long", value: "x".repeat(81) },
  ],
};
