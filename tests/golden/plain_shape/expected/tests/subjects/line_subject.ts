/**
 * All that is declared of lines: what the tests hold the API to.
 *
 * @module
 */
import type { ResourceSubject } from "../../kit/resource_subject.ts";
import { API_SHAPE } from "../../resources/api_shape.ts";
import { LINE_RESOURCE } from "../../resources/line_resource.ts";

/** What is declared of lines; fields have the names that the model has for them. */
export const LINE_SUBJECT: ResourceSubject = {
  resource: LINE_RESOURCE,
  shape: API_SHAPE,
  errors: "problem",
  operations: [
    { operation: "list", method: "GET", status: 200 },
    { operation: "get", method: "GET", status: 200 },
    { operation: "create", method: "POST", status: 201 },
    { operation: "replace", method: "PUT", status: 200 },
    { operation: "patch", method: "PATCH", status: 202 },
    { operation: "delete", method: "DELETE", status: 204 },
  ],
  aggregates: ["by-text"],
  bulk: ["create", "delete"],
  required: ["text", "amount"],
  others: { text: "Changed", amount: 10.5, pieces: 2 },
  refused: [
    { field: "text", what: "blank", value: " " },
    { field: "text", what: "too long", value: "x".repeat(81) },
    { field: "amount", what: "too small", value: -1 },
    { field: "amount", what: "with too many decimals", value: 9.501 },
    { field: "pieces", what: "too small", value: 0 },
  ],
};
