/**
 * All that is declared of people: what the tests hold the API to.
 *
 * @module
 */
import type { ResourceSubject } from "../../kit/resource_subject.ts";
import { API_SHAPE } from "../../resources/api_shape.ts";
import { PERSON_RESOURCE } from "../../resources/person_resource.ts";

/** What is declared of people; fields have the names that the model has for them. */
export const PERSON_SUBJECT: ResourceSubject = {
  resource: PERSON_RESOURCE,
  shape: API_SHAPE,
  errors: "messages",
  operations: [{ operation: "get", method: "GET", status: 200 }],
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
    { field: "fullName", what: "too long", value: "x".repeat(61) },
  ],
};
