/**
 * All that is declared of parcel boxes: what the tests hold the API to.
 *
 * @module
 */
import type { ResourceSubject } from "../../kit/resource_subject.ts";
import { API_SHAPE } from "../../resources/api_shape.ts";
import { PARCEL_BOX_RESOURCE } from "../../resources/parcel_box_resource.ts";

/** What is declared of parcel boxes; fields have the names that the model has for them. */
export const PARCEL_BOX_SUBJECT: ResourceSubject = {
  resource: PARCEL_BOX_RESOURCE,
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
  aggregates: ["by-sender", "due-each-day"],
  bulk: ["create", "patch", "delete"],
  users: "user",
  owner: "senderOfId",
  open: ["list", "get"],
  required: ["boxNumber"],
  others: {
    boxNumber: "Changed",
    dueOn: "2031-02-20",
    weightGrams: 2,
    gateCode: "Changed",
  },
  refused: [
    { field: "boxNumber", what: "blank", value: " " },
    { field: "boxNumber", what: "too long", value: "x".repeat(201) },
    { field: "dueOn", what: "malformed", value: "not this" },
    { field: "weightGrams", what: "too small", value: -1 },
    { field: "gateCode", what: "too long", value: "x".repeat(13) },
  ],
};
