/**
 * How clients see a visit, and where.
 *
 * @module
 */
import type { ResourceSpec } from "../kit/resource_spec.ts";
import { VISIT_SPEC } from "../models/visit.ts";
import { ANIMAL_RESOURCE } from "./animal_resource.ts";
import { COLLEAGUE_RESOURCE } from "./colleague_resource.ts";

/** What clients see of a visit, and where. */
export const VISIT_RESOURCE: ResourceSpec = {
  name: "visit",
  plural: "visits",
  path: "/api/animals/{chip}/visits",
  param: "number",
  entity: VISIT_SPEC,
  key: "number",
  shows: {
    id: "id",
    number: "number",
    reason: "reason",
    fee: "fee",
    due_on: "dueOn",
    x_ray: {
      kind: "file",
      field: "xRay",
      path: "x-ray",
      get resource() {
        return VISIT_RESOURCE;
      },
    },
    by: {
      kind: "one",
      field: "byId",
      of: "user",
      shows: COLLEAGUE_RESOURCE.shows,
    },
    helper: {
      kind: "one",
      field: "helperId",
      of: "user",
      shows: COLLEAGUE_RESOURCE.shows,
    },
  },
  parent: {
    get resource() {
      return ANIMAL_RESOURCE;
    },
    field: "animalId",
  },
};
