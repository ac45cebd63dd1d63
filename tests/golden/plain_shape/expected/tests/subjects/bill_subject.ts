/**
 * All that is declared of bills: what the tests hold the API to.
 *
 * @module
 */
import type { ResourceSubject } from "../../kit/resource_subject.ts";
import { API_SHAPE } from "../../resources/api_shape.ts";
import { BILL_RESOURCE } from "../../resources/bill_resource.ts";

/** What is declared of bills; fields have the names that the model has for them. */
export const BILL_SUBJECT: ResourceSubject = {
  resource: BILL_RESOURCE,
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
  actions: [{
    name: "pay",
    before: {},
    effect: { status: "paid" },
    refused: [{ dueOn: null }],
  }],
  lists: { open: [{ kind: "field", field: "status", value: "open" }] },
  aggregates: ["by-status", "due-each-month"],
  bulk: ["create", "patch", "delete"],
  required: ["code", "payer"],
  others: {
    code: "Changed",
    payer: "Changed",
    status: "paid",
    dueOn: "2031-02-20",
    inner: "Changed",
  },
  refused: [
    { field: "code", what: "blank", value: " " },
    { field: "code", what: "too long", value: "x".repeat(21) },
    { field: "payer", what: "blank", value: " " },
    { field: "payer", what: "too long", value: "x".repeat(81) },
    { field: "status", what: "of no known value", value: "no such value" },
    { field: "dueOn", what: "malformed", value: "not this" },
    { field: "inner", what: "too long", value: "x".repeat(41) },
  ],
};
