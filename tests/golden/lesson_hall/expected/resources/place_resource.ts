/**
 * How clients see a place, and where.
 *
 * @module
 */
import type { ResourceSpec } from "../kit/resource_spec.ts";
import { PLACE_SPEC } from "../models/place.ts";

/** What clients see of a place, and where. */
export const PLACE_RESOURCE: ResourceSpec = {
  name: "place",
  plural: "places",
  path: "/api/places",
  param: "id",
  entity: PLACE_SPEC,
  key: "id",
  shows: {
    id: "id",
    name: "name",
    courses: { kind: "count", of: "course", by: "placeId" },
  },
};
