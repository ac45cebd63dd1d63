/**
 * Makes entities for the tests.
 *
 * @module
 */
import { expectValue } from "../kit/expect_outcome.ts";
import type { System } from "../main.ts";
import type { User } from "../models/user.ts";
import type { Course } from "../models/course.ts";
import type { Lesson } from "../models/lesson.ts";
import type { Topic } from "../models/topic.ts";
import type { Review } from "../models/review.ts";
import type { Place } from "../models/place.ts";
import type { CourseTopic } from "../models/course_topic.ts";
import type { CourseLike } from "../models/course_like.ts";

/** Makes a body that creates a user. */
export function userBody(): Record<string, unknown> {
  made++;
  return {
    email: `someone${made}@example.com`,
    name: `Some name ${made}`,
  };
}

/** Stores a user. */
export async function makeUser(
  system: System,
  overrides: Record<string, unknown> = {},
): Promise<User> {
  const body = { ...userBody(), ...overrides };
  return expectValue(
    await system.userController.handleProcessRequest({
      operation: "create",
      body,
    }),
  ) as User;
}

/** Makes a body that creates a course. */
export function courseBody(): Record<string, unknown> {
  made++;
  return {
    code: `Some code ${made}`,
    title: "Some title",
  };
}

/** Stores a course. */
export async function makeCourse(
  system: System,
  overrides: Record<string, unknown> = {},
): Promise<Course> {
  const body = {
    ...courseBody(),
    leadId: (await actor(system)).id,
    state: "open",
    ...overrides,
  };
  return expectValue(
    await system.courseController.handleProcessRequest({
      operation: "create",
      body,
    }),
  ) as Course;
}

/** Makes a body that creates a lesson. */
export async function lessonBody(
  system: System,
): Promise<Record<string, unknown>> {
  return {
    title: "Some title",
    minutes: 1,
    courseId: (await makeCourse(system, { state: "open" })).id,
  };
}

/** Stores a lesson. */
export async function makeLesson(
  system: System,
  overrides: Record<string, unknown> = {},
): Promise<Lesson> {
  const body = { ...await lessonBody(system), ...overrides };
  return expectValue(
    await system.lessonController.handleProcessRequest({
      operation: "create",
      body,
    }),
  ) as Lesson;
}

/** Makes a body that creates a topic. */
export function topicBody(): Record<string, unknown> {
  made++;
  return {
    name: `Some name ${made}`,
  };
}

/** Stores a topic. */
export async function makeTopic(
  system: System,
  overrides: Record<string, unknown> = {},
): Promise<Topic> {
  const body = {
    ...topicBody(),
    proposerId: (await actor(system)).id,
    approved: true,
    ...overrides,
  };
  return expectValue(
    await system.topicController.handleProcessRequest({
      operation: "create",
      body,
    }),
  ) as Topic;
}

/** Makes a body that creates a review. */
export async function reviewBody(
  system: System,
): Promise<Record<string, unknown>> {
  return {
    text: "Some text",
    courseId: (await makeCourse(system)).id,
  };
}

/** Stores a review. */
export async function makeReview(
  system: System,
  overrides: Record<string, unknown> = {},
): Promise<Review> {
  const body = {
    ...await reviewBody(system),
    byId: (await actor(system)).id,
    ...overrides,
  };
  return expectValue(
    await system.reviewController.handleProcessRequest({
      operation: "create",
      body,
    }),
  ) as Review;
}

/** Makes a body that creates a place. */
export function placeBody(): Record<string, unknown> {
  return {
    name: "Some name",
  };
}

/** Stores a place. */
export async function makePlace(
  system: System,
  overrides: Record<string, unknown> = {},
): Promise<Place> {
  const body = { ...placeBody(), ...overrides };
  return expectValue(
    await system.placeController.handleProcessRequest({
      operation: "create",
      body,
    }),
  ) as Place;
}

/** Makes a body that creates a course topic. */
export async function courseTopicBody(
  system: System,
): Promise<Record<string, unknown>> {
  return {
    courseId: (await makeCourse(system)).id,
    topicId: (await makeTopic(system)).id,
  };
}

/** Stores a course topic. */
export async function makeCourseTopic(
  system: System,
  overrides: Record<string, unknown> = {},
): Promise<CourseTopic> {
  const body = { ...await courseTopicBody(system), ...overrides };
  return expectValue(
    await system.courseTopicController.handleProcessRequest({
      operation: "create",
      body,
    }),
  ) as CourseTopic;
}

/** Makes a body that creates a course like. */
export async function courseLikeBody(
  system: System,
): Promise<Record<string, unknown>> {
  return {
    userId: (await makeUser(system)).id,
    courseId: (await makeCourse(system)).id,
  };
}

/** Stores a course like. */
export async function makeCourseLike(
  system: System,
  overrides: Record<string, unknown> = {},
): Promise<CourseLike> {
  const body = { ...await courseLikeBody(system), ...overrides };
  return expectValue(
    await system.courseLikeController.handleProcessRequest({
      operation: "create",
      body,
    }),
  ) as CourseLike;
}

/** Who asks in tests, and whom the samples belong to: one user of each role. */
export function actor(system: System, role?: string): Promise<User> {
  const known = ACTORS.get(system) ??
    new Map<string | undefined, Promise<User>>();
  ACTORS.set(system, known);
  const user = known.get(role) ??
    makeUser(system, role === undefined ? {} : { role });
  known.set(role, user);
  return user;
}

const ACTORS = new WeakMap<System, Map<string | undefined, Promise<User>>>();

// Counts what has been made, so that unique fields differ.
let made = 0;
