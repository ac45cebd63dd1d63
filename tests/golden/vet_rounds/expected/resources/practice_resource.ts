/**
 * How clients see a practice, and where.
 *
 * @module
 */
import type { ResourceSpec } from "../kit/resource_spec.ts";
import { PRACTICE_SPEC } from "../models/practice.ts";

/** What clients see of a practice, and where. */
export const PRACTICE_RESOURCE: ResourceSpec = {
  name: "practice",
  plural: "practices",
  path: "/api/practices",
  param: "id",
  entity: PRACTICE_SPEC,
  key: "id",
  shows: {
    id: "id",
    name: "name",
    open_since: "openSince",
    people: { kind: "count", of: "user", by: "practiceId" },
  },
};
