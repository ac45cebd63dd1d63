/**
 * How clients see a review, and where.
 *
 * @module
 */
import type { ResourceSpec } from "../kit/resource_spec.ts";
import { REVIEW_SPEC } from "../models/review.ts";
import { BOOK_RESOURCE } from "./book_resource.ts";
import { PERSON_RESOURCE } from "./person_resource.ts";

/** What clients see of a review, and where. */
export const REVIEW_RESOURCE: ResourceSpec = {
  name: "review",
  plural: "reviews",
  path: "/api/books/{slug}/reviews",
  param: "id",
  entity: REVIEW_SPEC,
  key: "number",
  shows: {
    id: "number",
    stars: "stars",
    text: "text",
    createdAt: "createdAt",
    author: {
      kind: "one",
      field: "authorId",
      of: "reader",
      shows: PERSON_RESOURCE.shows,
    },
  },
  parent: { resource: BOOK_RESOURCE, field: "bookId" },
};
