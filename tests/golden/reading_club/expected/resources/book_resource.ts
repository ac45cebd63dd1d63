/**
 * How clients see a book, and where.
 *
 * @module
 */
import type { ResourceSpec } from "../kit/resource_spec.ts";
import { BOOK_SPEC } from "../models/book.ts";
import { BOOK_WANT_SPEC } from "../models/book_want.ts";
import { READER_SPEC } from "../models/reader.ts";
import { PERSON_RESOURCE } from "./person_resource.ts";

/** What clients see of a book, and where. */
export const BOOK_RESOURCE: ResourceSpec = {
  name: "book",
  plural: "books",
  path: "/api/books",
  param: "slug",
  entity: BOOK_SPEC,
  key: "slug",
  shows: {
    slug: "slug",
    title: "title",
    about: "about",
    tags: "tags",
    createdAt: "createdAt",
    wanted: { kind: "marked", of: "book_want", by: "bookId", user: "userId" },
    wantsCount: { kind: "count", of: "book_want", by: "bookId" },
    reviewCount: { kind: "count", of: "review", by: "bookId" },
    addedBy: {
      kind: "one",
      field: "addedById",
      of: "reader",
      shows: PERSON_RESOURCE.shows,
    },
  },
  filters: {
    tag: { kind: "field", field: "tags" },
    addedBy: {
      kind: "related",
      field: "addedById",
      of: READER_SPEC,
      by: "name",
    },
    wantedBy: {
      kind: "marked",
      link: BOOK_WANT_SPEC,
      target: "bookId",
      user: "userId",
      of: READER_SPEC,
      by: "name",
    },
  },
};
