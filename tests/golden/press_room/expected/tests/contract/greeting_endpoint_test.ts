/**
 * Tests of `GET /greeting`, with functions of their own.
 *
 * @module
 */
import type { Client } from "../../client/client.ts";
import type { CustomEndpoint } from "../../kit/custom_endpoint.ts";
import type {
  EndpointStage,
  EndpointSubject,
} from "../../kit/endpoint_subject.ts";
import { endpointTrials } from "../../kit/endpoint_trials.ts";
import { GREETING_ENDPOINT } from "../../logic/greeting_endpoint.ts";
import { SYSTEM_ENDPOINTS } from "../../logic/system_endpoints.ts";
import { actor } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

/** What is tried, with what it takes and what it does not. */
const SUBJECT: EndpointSubject<Client> = {
  endpoint: GREETING_ENDPOINT,
  sample: { query: { name: "Some name" } },
  needed: { query: {} },
  answer: { text: "Some text" },
  bad: { query: { name: ["x".repeat(41)] } },
  access: ["everyone"],
  roles: ["writer", "editor"],
  examples: [{
    given: { query: { name: "you" } },
    answers: { text: "Hello, you!" },
  }],
};

/** Starts a system in which the endpoint is this one. */
async function start(endpoint: CustomEndpoint<Client>): Promise<EndpointStage> {
  const test = await startTestSystem(
    undefined,
    SYSTEM_ENDPOINTS.map((one) => one.name === endpoint.name ? endpoint : one),
  );
  return {
    as: async (role) => test.as((await actor(test.system, role)).id),
    nobody: test.as(),
    [Symbol.asyncDispose]: () => test[Symbol.asyncDispose](),
  };
}

for (const { title, run } of endpointTrials(SUBJECT)) {
  Deno.test("GET /greeting " + title, () => run(start));
}
