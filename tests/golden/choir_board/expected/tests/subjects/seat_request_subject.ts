/**
 * All that is declared of seat requests: what the tests hold the API to.
 *
 * @module
 */
import type { ResourceSubject } from "../../kit/resource_subject.ts";
import { API_SHAPE } from "../../resources/api_shape.ts";
import { SEAT_REQUEST_RESOURCE } from "../../resources/seat_request_resource.ts";

/** What is declared of seat requests; fields have the names that the model has for them. */
export const SEAT_REQUEST_SUBJECT: ResourceSubject = {
  resource: SEAT_REQUEST_RESOURCE,
  shape: API_SHAPE,
  errors: "messages",
  operations: [
    { operation: "list", method: "GET", status: 200 },
    { operation: "get", method: "GET", status: 200 },
    { operation: "create", method: "POST", status: 201 },
    { operation: "replace", method: "PUT", status: 200 },
    { operation: "patch", method: "PATCH", status: 200 },
    { operation: "delete", method: "DELETE", status: 204 },
  ],
  users: "user",
  owner: "byId",
  open: [],
  listsOwn: true,
  required: ["seats"],
  others: { seats: 2, status: "granted" },
  refused: [{ field: "seats", what: "too small", value: 0 }, {
    field: "seats",
    what: "too large",
    value: 10,
  }, { field: "status", what: "of no known value", value: "no such value" }],
};
