/**
 * How clients see a person, and where.
 *
 * @module
 */
import type { ResourceSpec } from "../kit/resource_spec.ts";
import { READER_SPEC } from "../models/reader.ts";

/** What clients see of a reader as a person, and where. */
export const PERSON_RESOURCE: ResourceSpec = {
  name: "person",
  plural: "people",
  path: "/api/people",
  param: "name",
  entity: READER_SPEC,
  key: "name",
  shows: {
    name: "name",
    about: "about",
    following: {
      kind: "marked",
      of: "reader_follow",
      by: "followedId",
      user: "followerId",
    },
  },
};
