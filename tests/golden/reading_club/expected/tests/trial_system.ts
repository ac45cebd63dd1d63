/**
 * Starts the system for a trial of its API, with ways past all rules to make and read what the trial needs.
 *
 * @module
 */
import type { Entity } from "../kit/entity_spec.ts";
import { expectValue } from "../kit/expect_outcome.ts";
import type { TrialSystem } from "../kit/resource_subject.ts";
import {
  actor,
  bookBody,
  bookWantBody,
  makeBook,
  makeBookWant,
  makeReader,
  makeReaderFollow,
  makeReview,
  readerBody,
  readerFollowBody,
  reviewBody,
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
      reader: (values) => makeReader(system, values),
      book: (values) => makeBook(system, values),
      review: (values) => makeReview(system, values),
      reader_follow: (values) => makeReaderFollow(system, values),
      book_want: (values) => makeBookWant(system, values),
    },
    bodies: {
      reader: () => readerBody(),
      book: () => bookBody(),
      review: () => reviewBody(system),
      reader_follow: () => readerFollowBody(system),
      book_want: () => bookWantBody(system),
    },
    sources: {
      reader: (request) =>
        system.readerController.handleProcessRequest(request),
      book: (request) => system.bookController.handleProcessRequest(request),
      review: (request) =>
        system.reviewController.handleProcessRequest(request),
      reader_follow: (request) =>
        system.readerFollowController.handleProcessRequest(request),
      book_want: (request) =>
        system.bookWantController.handleProcessRequest(request),
    },
    messages: () =>
      system.harness.metrics().channels.reduce(
        (sum, { sent }) => sum + sent,
        0,
      ),
    [Symbol.asyncDispose]: () => test[Symbol.asyncDispose](),
  };
}
