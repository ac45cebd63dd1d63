/**
 * How clients see a parcel sender, and where.
 *
 * @module
 */
import type { ResourceSpec } from "../kit/resource_spec.ts";
import { USER_SPEC } from "../models/user.ts";

/** What clients see of a user as a parcel sender, and where. */
export const PARCEL_SENDER_RESOURCE: ResourceSpec = {
  name: "parcel_sender",
  plural: "parcel_senders",
  path: "/v2/parcel-senders",
  param: "id",
  entity: USER_SPEC,
  key: "id",
  shows: { full_name: "fullName", email: "email" },
};
