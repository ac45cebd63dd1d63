/**
 * How clients see a review, and where.
 *
 * @module
 */
import type { ResourceSpec } from "../kit/resource_spec.ts";
import { COURSE_SPEC } from "../models/course.ts";
import { REVIEW_SPEC } from "../models/review.ts";
import { COURSE_RESOURCE } from "./course_resource.ts";
import { PERSON_RESOURCE } from "./person_resource.ts";

/** What clients see of a review, and where. */
export const REVIEW_RESOURCE: ResourceSpec = {
  name: "review",
  plural: "reviews",
  path: "/api/reviews",
  param: "id",
  entity: REVIEW_SPEC,
  key: "id",
  shows: {
    id: "id",
    text: "text",
    course: {
      kind: "one",
      field: "courseId",
      of: "course",
      shows: COURSE_RESOURCE.shows,
    },
    by: {
      kind: "one",
      field: "byId",
      of: "user",
      shows: PERSON_RESOURCE.shows,
    },
  },
  filters: {
    course: { kind: "related", field: "courseId", of: COURSE_SPEC, by: "code" },
  },
};
