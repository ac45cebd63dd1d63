/**
 * How clients see a person, and where.
 *
 * @module
 */
import type { ResourceSpec } from "../kit/resource_spec.ts";
import { USER_SPEC } from "../models/user.ts";

/** What clients see of a user as a person, and where. */
export const PERSON_RESOURCE: ResourceSpec = {
  name: "person",
  plural: "people",
  path: "/v1/people",
  param: "id",
  entity: USER_SPEC,
  key: "id",
  shows: { full_name: "fullName" },
};
