/**
 * All that is declared of books: what the tests hold the API to.
 *
 * @module
 */
import type { ResourceSubject } from "../../kit/resource_subject.ts";
import { BOOK_WANT_SPEC } from "../../models/book_want.ts";
import { READER_FOLLOW_SPEC } from "../../models/reader_follow.ts";
import { API_SHAPE } from "../../resources/api_shape.ts";
import { BOOK_RESOURCE } from "../../resources/book_resource.ts";

/** What is declared of books; fields have the names that the model has for them. */
export const BOOK_SUBJECT: ResourceSubject = {
  resource: BOOK_RESOURCE,
  shape: API_SHAPE,
  errors: "messages",
  operations: [
    { operation: "list", method: "GET", status: 200 },
    { operation: "get", method: "GET", status: 200 },
    { operation: "create", method: "POST", status: 201 },
    { operation: "patch", method: "PUT", status: 200 },
    { operation: "delete", method: "DELETE", status: 204 },
  ],
  marks: [{
    name: "want",
    link: BOOK_WANT_SPEC,
    target: "bookId",
    user: "userId",
  }],
  lists: {
    mine: [{ kind: "own", field: "addedById" }],
    feed: [{
      kind: "marked",
      field: "addedById",
      link: READER_FOLLOW_SPEC,
      target: "followedId",
      user: "followerId",
    }],
  },
  users: "reader",
  owner: "addedById",
  open: ["list", "get"],
  required: ["title"],
  others: { title: "Changed", about: "Changed", tags: ["Changed"] },
  refused: [
    { field: "title", what: "blank", value: " " },
    { field: "title", what: "too long", value: "x".repeat(121) },
    { field: "about", what: "too long", value: "x".repeat(10001) },
    {
      field: "tags",
      what: "with too many elements",
      value: Array(11).fill("Some tags"),
    },
  ],
  derived: ["slug"],
};
