/**
 * How clients see a box note, and where.
 *
 * @module
 */
import type { ResourceSpec } from "../kit/resource_spec.ts";
import { BOX_NOTE_SPEC } from "../models/box_note.ts";
import { PARCEL_BOX_RESOURCE } from "./parcel_box_resource.ts";

/** What clients see of a box note, and where. */
export const BOX_NOTE_RESOURCE: ResourceSpec = {
  name: "box_note",
  plural: "box_notes",
  path: "/v2/parcel-boxes/{id}/box-notes",
  param: "boxNoteId",
  entity: BOX_NOTE_SPEC,
  key: "id",
  shows: { id: "id", body_text: "bodyText", updated_at: "updatedAt" },
  parent: { resource: PARCEL_BOX_RESOURCE, field: "parcelBoxId" },
};
