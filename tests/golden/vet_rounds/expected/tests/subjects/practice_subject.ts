/**
 * All that is declared of practices: what the tests hold the API to.
 *
 * @module
 */
import type { ResourceSubject } from "../../kit/resource_subject.ts";
import { API_SHAPE } from "../../resources/api_shape.ts";
import { PRACTICE_RESOURCE } from "../../resources/practice_resource.ts";

/** What is declared of practices; fields have the names that the model has for them. */
export const PRACTICE_SUBJECT: ResourceSubject = {
  resource: PRACTICE_RESOURCE,
  shape: API_SHAPE,
  errors: "fields",
  operations: [{ operation: "get", method: "GET", status: 200 }, {
    operation: "patch",
    method: "PATCH",
    status: 200,
    role: "vet",
  }],
  users: "user",
  open: [],
  required: ["name"],
  others: { name: "Changed", openSince: "2031-02-20" },
  refused: [{ field: "name", what: "blank", value: " " }, {
    field: "name",
    what: "too long",
    value: "x".repeat(81),
  }, { field: "openSince", what: "malformed", value: "not this" }],
};
