/**
 * Starts the system for a trial of its API, with ways past all rules to make and read what the trial needs.
 *
 * @module
 */
import type { TrialSystem } from "../kit/resource_subject.ts";
import {
  billBody,
  lineBody,
  makeBill,
  makeLine,
  makeNote,
  noteBody,
} from "./samples.ts";
import { startTestSystem } from "./test_system.ts";

/** Starts a system for one trial. */
export async function startTrialSystem(): Promise<TrialSystem> {
  const test = await startTestSystem();
  const { system } = test;
  return {
    as: () => test.client,
    make: {
      bill: (values) => makeBill(system, values),
      line: (values) => makeLine(system, values),
      note: (values) => makeNote(system, values),
    },
    bodies: {
      bill: () => billBody(),
      line: () => lineBody(system),
      note: () => noteBody(),
    },
    sources: {
      bill: (request) => system.billController.handleProcessRequest(request),
      line: (request) => system.lineController.handleProcessRequest(request),
      note: (request) => system.noteController.handleProcessRequest(request),
    },
    messages: () =>
      system.harness.metrics().channels.reduce(
        (sum, { sent }) => sum + sent,
        0,
      ),
    [Symbol.asyncDispose]: () => test[Symbol.asyncDispose](),
  };
}
