/**
 * All that is declared of labels: what the tests hold the API to.
 *
 * @module
 */
import type { ResourceSubject } from "../../kit/resource_subject.ts";
import { API_SHAPE } from "../../resources/api_shape.ts";
import { LABEL_RESOURCE } from "../../resources/label_resource.ts";

/** What is declared of labels; fields have the names that the model has for them. */
export const LABEL_SUBJECT: ResourceSubject = {
  resource: LABEL_RESOURCE,
  shape: API_SHAPE,
  errors: "problem",
  operations: [
    { operation: "list", method: "GET", status: 200 },
    { operation: "get", method: "GET", status: 200 },
    { operation: "create", method: "POST", status: 201 },
    { operation: "delete", method: "DELETE", status: 204 },
  ],
  required: ["word"],
  others: { word: "Changed" },
  refused: [{ field: "word", what: "blank", value: " " }, {
    field: "word",
    what: "too long",
    value: "x".repeat(41),
  }],
};
