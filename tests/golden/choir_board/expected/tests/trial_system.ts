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
  concertBody,
  makeConcert,
  makeSeatRequest,
  makeUser,
  seatRequestBody,
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
      concert: (values) => makeConcert(system, values),
      seat_request: (values) => makeSeatRequest(system, values),
    },
    bodies: {
      user: () => userBody(),
      concert: () => concertBody(),
      seat_request: () => seatRequestBody(system),
    },
    sources: {
      user: (request) => system.userController.handleProcessRequest(request),
      concert: (request) =>
        system.concertController.handleProcessRequest(request),
      seat_request: (request) =>
        system.seatRequestController.handleProcessRequest(request),
    },
    stores: {
      concert: {
        execute: system.concertStore.handleExecute.bind(system.concertStore),
      },
      seat_request: {
        execute: system.seatRequestStore.handleExecute.bind(
          system.seatRequestStore,
        ),
      },
    },
    live: {
      url: system.apiGateway.listening,
      watch: (entity) =>
        expectValue(system.liveFeed.handleSubscribe({ entity })).signals(),
      stop: () => system.harness.stop(),
    },
    sight: {
      users: "user",
      access: { user: ACCESS.user, concert: ACCESS.concert },
      unseen: { concert: { state: "planned" } },
    },
    messages: () =>
      system.harness.metrics().channels.reduce(
        (sum, { sent }) => sum + sent,
        0,
      ),
    [Symbol.asyncDispose]: () => test[Symbol.asyncDispose](),
  };
}
