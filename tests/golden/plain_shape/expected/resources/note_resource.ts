/**
 * How clients see a note, and where.
 *
 * @module
 */
import type { ResourceSpec } from "../kit/resource_spec.ts";
import { NOTE_SPEC } from "../models/note.ts";
import { BILL_RESOURCE } from "./bill_resource.ts";

/** What clients see of a note, and where. */
export const NOTE_RESOURCE: ResourceSpec = {
  name: "note",
  plural: "notes",
  path: "/v1/notes",
  param: "id",
  entity: NOTE_SPEC,
  key: "id",
  shows: {
    id: "id",
    text: "text",
    bill: {
      kind: "one",
      field: "billId",
      of: "bill",
      shows: BILL_RESOURCE.shows,
    },
  },
};
