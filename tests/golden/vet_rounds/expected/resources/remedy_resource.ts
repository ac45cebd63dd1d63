/**
 * How clients see a remedy, and where.
 *
 * @module
 */
import type { ResourceSpec } from "../kit/resource_spec.ts";
import { REMEDY_SPEC } from "../models/remedy.ts";

/** What clients see of a remedy, and where. */
export const REMEDY_RESOURCE: ResourceSpec = {
  name: "remedy",
  plural: "remedies",
  path: "/api/remedies",
  param: "name",
  entity: REMEDY_SPEC,
  key: "name",
  shows: { name: "name" },
};
