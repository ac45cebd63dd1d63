/**
 * How clients see a parcel box, and where.
 *
 * @module
 */
import type { ResourceSpec } from "../kit/resource_spec.ts";
import { PARCEL_BOX_SPEC } from "../models/parcel_box.ts";
import { USER_SPEC } from "../models/user.ts";
import { PARCEL_SENDER_RESOURCE } from "./parcel_sender_resource.ts";

/** What clients see of a parcel box, and where. */
export const PARCEL_BOX_RESOURCE: ResourceSpec = {
  name: "parcel_box",
  plural: "parcel_boxes",
  path: "/v2/parcel-boxes",
  param: "id",
  entity: PARCEL_BOX_SPEC,
  key: "id",
  shows: {
    id: "id",
    box_number: "boxNumber",
    due_on: "dueOn",
    weight_grams: "weightGrams",
    sender_of: {
      kind: "one",
      field: "senderOfId",
      of: "user",
      shows: PARCEL_SENDER_RESOURCE.shows,
    },
    note_count: { kind: "count", of: "box_note", by: "parcelBoxId" },
    created_at: "createdAt",
    self_url: {
      kind: "link",
      to: "https://parcels.example.com/v2/parcel-boxes",
      by: "id",
    },
  },
  filters: {
    due_on: { kind: "field", field: "dueOn" },
    sent_by: {
      kind: "related",
      field: "senderOfId",
      of: USER_SPEC,
      by: "email",
    },
  },
};
