/**
 * Starts the system for a trial of its API, with ways past all rules to make and read what the trial needs.
 *
 * @module
 */
import { ACCESS } from "../access/access_rules.ts";
import type { Entity } from "../kit/entity_spec.ts";
import { expectValue } from "../kit/expect_outcome.ts";
import type { TrialSystem } from "../kit/resource_subject.ts";
import {
  actor,
  courseBody,
  courseLikeBody,
  courseTopicBody,
  lessonBody,
  makeCourse,
  makeCourseLike,
  makeCourseTopic,
  makeLesson,
  makePlace,
  makeReview,
  makeTopic,
  makeUser,
  placeBody,
  reviewBody,
  topicBody,
  userBody,
} from "./samples.ts";
import { startTestSystem } from "./test_system.ts";

/** Starts a system for one trial. */
export async function startTrialSystem(): Promise<TrialSystem> {
  const test = await startTestSystem();
  const { system } = test;
  return {
    as: (userId) => test.as(userId),
    actor: (role) => actor(system, role),
    tokenOf: (userId) => test.tokenOf(userId),
    register: async (body) => {
      const reply = await system.authController.handleProcessRequest({
        operation: "register",
        body,
        client: "test",
      });
      const value = expectValue(reply);
      return (value !== null && "user" in value ? value.user : value) as Entity;
    },
    make: {
      user: (values) => makeUser(system, values),
      course: (values) => makeCourse(system, values),
      lesson: (values) => makeLesson(system, values),
      topic: (values) => makeTopic(system, values),
      review: (values) => makeReview(system, values),
      place: (values) => makePlace(system, values),
      course_topic: (values) => makeCourseTopic(system, values),
      course_like: (values) => makeCourseLike(system, values),
    },
    bodies: {
      user: () => userBody(),
      course: () => courseBody(),
      lesson: () => lessonBody(system),
      topic: () => topicBody(),
      review: () => reviewBody(system),
      place: () => placeBody(),
      course_topic: () => courseTopicBody(system),
      course_like: () => courseLikeBody(system),
    },
    sources: {
      user: (request) => system.userController.handleProcessRequest(request),
      course: (request) =>
        system.courseController.handleProcessRequest(request),
      lesson: (request) =>
        system.lessonController.handleProcessRequest(request),
      topic: (request) => system.topicController.handleProcessRequest(request),
      review: (request) =>
        system.reviewController.handleProcessRequest(request),
      place: (request) => system.placeController.handleProcessRequest(request),
      course_topic: (request) =>
        system.courseTopicController.handleProcessRequest(request),
      course_like: (request) =>
        system.courseLikeController.handleProcessRequest(request),
    },
    stores: {
      course: {
        execute: system.courseStore.handleExecute.bind(system.courseStore),
      },
    },
    sight: {
      users: "user",
      access: { user: ACCESS.user, course: ACCESS.course, topic: ACCESS.topic },
      unseen: { course: { state: "draft" }, topic: { approved: false } },
    },
    messages: () =>
      system.harness.metrics().channels.reduce(
        (sum, { sent }) => sum + sent,
        0,
      ),
    [Symbol.asyncDispose]: () => test[Symbol.asyncDispose](),
  };
}
