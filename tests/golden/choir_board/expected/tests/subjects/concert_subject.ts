/**
 * All that is declared of concerts: what the tests hold the API to.
 *
 * @module
 */
import type { ResourceSubject } from "../../kit/resource_subject.ts";
import { API_SHAPE } from "../../resources/api_shape.ts";
import { CONCERT_RESOURCE } from "../../resources/concert_resource.ts";

/** What is declared of concerts; fields have the names that the model has for them. */
export const CONCERT_SUBJECT: ResourceSubject = {
  resource: CONCERT_RESOURCE,
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
  owner: "leaderId",
  open: ["list", "get"],
  required: ["code", "title"],
  others: {
    code: "Changed",
    title: "Changed",
    startsOn: "2031-02-20",
    state: "planned",
    program: "Changed",
    doorCode: "Changed",
  },
  refused: [
    { field: "code", what: "blank", value: " " },
    { field: "code", what: "too long", value: "x".repeat(21) },
    { field: "title", what: "blank", value: " " },
    { field: "title", what: "too long", value: "x".repeat(121) },
    { field: "startsOn", what: "malformed", value: "not this" },
    { field: "state", what: "of no known value", value: "no such value" },
    { field: "program", what: "too long", value: "x".repeat(10001) },
    { field: "doorCode", what: "too long", value: "x".repeat(13) },
  ],
};
