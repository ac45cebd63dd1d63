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
  boxNoteBody,
  makeBoxNote,
  makeParcelBox,
  makeUser,
  parcelBoxBody,
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
      parcel_box: (values) => makeParcelBox(system, values),
      box_note: (values) => makeBoxNote(system, values),
    },
    bodies: {
      user: () => userBody(),
      parcel_box: () => parcelBoxBody(),
      box_note: () => boxNoteBody(system),
    },
    sources: {
      user: (request) => system.userController.handleProcessRequest(request),
      parcel_box: (request) =>
        system.parcelBoxController.handleProcessRequest(request),
      box_note: (request) =>
        system.boxNoteController.handleProcessRequest(request),
    },
    messages: () =>
      system.harness.metrics().channels.reduce(
        (sum, { sent }) => sum + sent,
        0,
      ),
    [Symbol.asyncDispose]: () => test[Symbol.asyncDispose](),
  };
}
