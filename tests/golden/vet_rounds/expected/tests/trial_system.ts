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
  animalBody,
  animalRemedyBody,
  animalWatchBody,
  home,
  makeAnimal,
  makeAnimalRemedy,
  makeAnimalWatch,
  makePractice,
  makeRemedy,
  makeUser,
  makeVisit,
  practiceBody,
  remedyBody,
  userBody,
  visitBody,
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
      practice: (values) => makePractice(system, values),
      user: (values) => makeUser(system, values),
      animal: (values) => makeAnimal(system, values),
      visit: (values) => makeVisit(system, values),
      remedy: (values) => makeRemedy(system, values),
      animal_remedy: (values) => makeAnimalRemedy(system, values),
      animal_watch: (values) => makeAnimalWatch(system, values),
    },
    bodies: {
      practice: () => practiceBody(),
      user: () => userBody(),
      animal: () => animalBody(),
      visit: () => visitBody(system),
      remedy: () => remedyBody(),
      animal_remedy: () => animalRemedyBody(system),
      animal_watch: () => animalWatchBody(system),
    },
    sources: {
      practice: (request) =>
        system.practiceController.handleProcessRequest(request),
      user: (request) => system.userController.handleProcessRequest(request),
      animal: (request) =>
        system.animalController.handleProcessRequest(request),
      visit: (request) => system.visitController.handleProcessRequest(request),
      remedy: (request) =>
        system.remedyController.handleProcessRequest(request),
      animal_remedy: (request) =>
        system.animalRemedyController.handleProcessRequest(request),
      animal_watch: (request) =>
        system.animalWatchController.handleProcessRequest(request),
    },
    sight: {
      users: "user",
      access: {
        practice: ACCESS.practice,
        user: ACCESS.user,
        animal: ACCESS.animal,
        visit: ACCESS.visit,
        remedy: ACCESS.remedy,
      },
      unseen: {},
      tenants: {
        entity: "practice",
        roles: ["helper", "vet"],
        home: () => home(system),
      },
    },
    fetch: test.fetch,
    folder: test.filesDir,
    messages: () =>
      system.harness.metrics().channels.reduce(
        (sum, { sent }) => sum + sent,
        0,
      ),
    [Symbol.asyncDispose]: () => test[Symbol.asyncDispose](),
  };
}
