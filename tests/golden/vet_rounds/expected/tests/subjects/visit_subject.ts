/**
 * All that is declared of visits: what the tests hold the API to.
 *
 * @module
 */
import type { ResourceSubject } from "../../kit/resource_subject.ts";
import { API_SHAPE } from "../../resources/api_shape.ts";
import { VISIT_RESOURCE } from "../../resources/visit_resource.ts";

/** What is declared of visits; fields have the names that the model has for them. */
export const VISIT_SUBJECT: ResourceSubject = {
  resource: VISIT_RESOURCE,
  shape: API_SHAPE,
  errors: "fields",
  operations: [
    { operation: "list", method: "GET", status: 200 },
    { operation: "get", method: "GET", status: 200 },
    { operation: "create", method: "POST", status: 201 },
    { operation: "replace", method: "PUT", status: 200 },
    { operation: "patch", method: "PATCH", status: 200 },
    { operation: "delete", method: "DELETE", status: 204 },
  ],
  restores: {},
  aggregates: ["per-day"],
  users: "user",
  owner: "byId",
  open: [],
  required: ["reason", "fee"],
  others: { reason: "Changed", fee: 10.5, dueOn: "2031-02-20" },
  refused: [
    { field: "reason", what: "blank", value: " " },
    { field: "reason", what: "too long", value: "x".repeat(121) },
    { field: "fee", what: "too small", value: -1 },
    { field: "fee", what: "with too many decimals", value: 9.501 },
    { field: "dueOn", what: "malformed", value: "not this" },
  ],
  derived: ["number", "xRay"],
};
