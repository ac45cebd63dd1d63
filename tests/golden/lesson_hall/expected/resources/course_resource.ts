/**
 * How clients see a course, and where.
 *
 * @module
 */
import type { ResourceSpec } from "../kit/resource_spec.ts";
import { COURSE_SPEC } from "../models/course.ts";
import { COURSE_TOPIC_SPEC } from "../models/course_topic.ts";
import { TOPIC_SPEC } from "../models/topic.ts";
import { USER_SPEC } from "../models/user.ts";
import { LESSON_RESOURCE } from "./lesson_resource.ts";
import { PERSON_RESOURCE } from "./person_resource.ts";
import { TOPIC_RESOURCE } from "./topic_resource.ts";

/** What clients see of a course, and where. */
export const COURSE_RESOURCE: ResourceSpec = {
  name: "course",
  plural: "courses",
  path: "/api/courses",
  param: "code",
  entity: COURSE_SPEC,
  key: "code",
  shows: {
    code: "code",
    title: "title",
    state: "state",
    createdAt: "createdAt",
    liked: {
      kind: "marked",
      of: "course_like",
      by: "courseId",
      user: "userId",
    },
    likes: { kind: "count", of: "course_like", by: "courseId" },
    topics: {
      kind: "linked",
      of: "course_topic",
      by: "courseId",
      target: "topicId",
      to: "topic",
      shows: TOPIC_RESOURCE.shows,
    },
    lessons: {
      kind: "many",
      of: "lesson",
      by: "courseId",
      get shows() {
        return LESSON_RESOURCE.shows;
      },
    },
    lessonCount: { kind: "count", of: "lesson", by: "courseId" },
    minutes: { kind: "sum", of: "lesson", by: "courseId", field: "minutes" },
    lead: {
      kind: "one",
      field: "leadId",
      of: "user",
      shows: PERSON_RESOURCE.shows,
    },
  },
  filters: {
    state: { kind: "field", field: "state" },
    topic: {
      kind: "marked",
      link: COURSE_TOPIC_SPEC,
      target: "courseId",
      user: "topicId",
      of: TOPIC_SPEC,
      by: "name",
    },
    lead: { kind: "related", field: "leadId", of: USER_SPEC, by: "name" },
  },
};
