/**
 * How clients see a colleague, and where.
 *
 * @module
 */
import type { ResourceSpec } from "../kit/resource_spec.ts";
import { USER_SPEC } from "../models/user.ts";

/** What clients see of a user as a colleague, and where. */
export const COLLEAGUE_RESOURCE: ResourceSpec = {
  name: "colleague",
  plural: "colleagues",
  path: "/api/colleagues",
  param: "email",
  entity: USER_SPEC,
  key: "email",
  shows: { email: "email", full_name: "fullName", role: "role" },
};
