/**
 * All that is declared of parcel senders: what the tests hold the API to.
 *
 * @module
 */
import type { ResourceSubject } from "../../kit/resource_subject.ts";
import { API_SHAPE } from "../../resources/api_shape.ts";
import { PARCEL_SENDER_RESOURCE } from "../../resources/parcel_sender_resource.ts";

/** What is declared of parcel senders; fields have the names that the model has for them. */
export const PARCEL_SENDER_SUBJECT: ResourceSubject = {
  resource: PARCEL_SENDER_RESOURCE,
  shape: API_SHAPE,
  errors: "problem",
  operations: [{ operation: "get", method: "GET", status: 200 }],
  users: "user",
  open: ["list", "get"],
  required: ["email", "fullName", "doorPin"],
  others: {
    email: "other@example.com",
    fullName: "Changed",
    doorPin: "Changed",
  },
  refused: [
    {
      field: "email",
      what: "too long",
      value: "x".repeat(255) + "@example.com",
    },
    { field: "email", what: "malformed", value: "not this" },
    { field: "fullName", what: "blank", value: " " },
    { field: "fullName", what: "too long", value: "x".repeat(201) },
    { field: "doorPin", what: "blank", value: " " },
    { field: "doorPin", what: "too long", value: "x".repeat(9) },
  ],
};
