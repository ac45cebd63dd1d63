/**
 * All that is declared of topics: what the tests hold the API to.
 *
 * @module
 */
import type { ResourceSubject } from "../../kit/resource_subject.ts";
import { API_SHAPE } from "../../resources/api_shape.ts";
import { TOPIC_RESOURCE } from "../../resources/topic_resource.ts";

/** What is declared of topics; fields have the names that the model has for them. */
export const TOPIC_SUBJECT: ResourceSubject = {
  resource: TOPIC_RESOURCE,
  shape: API_SHAPE,
  errors: "problem",
  operations: [
    { operation: "list", method: "GET", status: 200 },
    { operation: "get", method: "GET", status: 200 },
    { operation: "create", method: "POST", status: 201 },
    { operation: "replace", method: "PUT", status: 200, role: "teacher" },
    { operation: "patch", method: "PATCH", status: 200, role: "teacher" },
    { operation: "delete", method: "DELETE", status: 204, role: "teacher" },
  ],
  users: "user",
  owner: "proposerId",
  open: ["list", "get"],
  required: ["name"],
  others: { name: "Changed", approved: true },
  refused: [{ field: "name", what: "blank", value: " " }, {
    field: "name",
    what: "too long",
    value: "x".repeat(41),
  }],
};
