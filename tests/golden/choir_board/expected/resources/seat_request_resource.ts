/**
 * How clients see a seat request, and where.
 *
 * @module
 */
import type { ResourceSpec } from "../kit/resource_spec.ts";
import { SEAT_REQUEST_SPEC } from "../models/seat_request.ts";
import { CONCERT_RESOURCE } from "./concert_resource.ts";
import { PERSON_RESOURCE } from "./person_resource.ts";

/** What clients see of a seat request, and where. */
export const SEAT_REQUEST_RESOURCE: ResourceSpec = {
  name: "seat_request",
  plural: "seat_requests",
  path: "/v1/concerts/{code}/seats",
  param: "id",
  entity: SEAT_REQUEST_SPEC,
  key: "id",
  shows: {
    id: "id",
    seats: "seats",
    status: "status",
    by: {
      kind: "one",
      field: "byId",
      of: "user",
      shows: PERSON_RESOURCE.shows,
    },
  },
  parent: { resource: CONCERT_RESOURCE, field: "concertId" },
};
