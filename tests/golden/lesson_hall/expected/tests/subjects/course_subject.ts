/**
 * All that is declared of courses: what the tests hold the API to.
 *
 * @module
 */
import type { ResourceSubject } from "../../kit/resource_subject.ts";
import { COURSE_LIKE_SPEC } from "../../models/course_like.ts";
import { COURSE_TOPIC_SPEC } from "../../models/course_topic.ts";
import { API_SHAPE } from "../../resources/api_shape.ts";
import { COURSE_RESOURCE } from "../../resources/course_resource.ts";
import { TOPIC_RESOURCE } from "../../resources/topic_resource.ts";

/** What is declared of courses; fields have the names that the model has for them. */
export const COURSE_SUBJECT: ResourceSubject = {
  resource: COURSE_RESOURCE,
  shape: API_SHAPE,
  errors: "problem",
  operations: [
    { operation: "list", method: "GET", status: 200 },
    { operation: "get", method: "GET", status: 200 },
    { operation: "create", method: "POST", status: 201 },
    { operation: "replace", method: "PUT", status: 200 },
    { operation: "patch", method: "PATCH", status: 200 },
    { operation: "delete", method: "DELETE", status: 204 },
  ],
  actions: [{
    name: "open",
    before: { state: "draft" },
    effect: { state: "open" },
    refused: [{ state: "closed" }],
  }, {
    name: "close",
    before: { state: "open" },
    effect: { state: "closed" },
    refused: [{ state: "draft" }],
    role: "teacher",
  }],
  marks: [{
    name: "like",
    link: COURSE_LIKE_SPEC,
    target: "courseId",
    user: "userId",
  }],
  links: [{
    path: "topics",
    link: COURSE_TOPIC_SPEC,
    own: "courseId",
    other: "topicId",
    resource: TOPIC_RESOURCE,
    param: "name",
    stranger: 403,
  }],
  lists: { drafts: [{ kind: "field", field: "state", value: "draft" }] },
  users: "user",
  owner: "leadId",
  open: ["list", "get"],
  states: [{
    title: "what it is itself",
    of: "course",
    shut: { state: "closed" },
    held: ["replace", "patch", "topics"],
  }],
  required: ["code", "title"],
  others: { code: "Changed", title: "Changed" },
  refused: [
    { field: "code", what: "blank", value: " " },
    { field: "code", what: "too long", value: "x".repeat(21) },
    { field: "title", what: "blank", value: " " },
    { field: "title", what: "too long", value: "x".repeat(121) },
    { field: "state", what: "of no known value", value: "no such value" },
  ],
};
