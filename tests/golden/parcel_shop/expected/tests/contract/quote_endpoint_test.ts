/**
 * Tests of `GET /quotes`, with functions of their own.
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
import { QUOTE_ENDPOINT } from "../../logic/quote_endpoint.ts";
import { SYSTEM_ENDPOINTS } from "../../logic/system_endpoints.ts";
import { startTestSystem } from "../test_system.ts";

/** What is tried, with what it takes and what it does not. */
const SUBJECT: EndpointSubject<Client> = {
  endpoint: QUOTE_ENDPOINT,
  sample: { query: { weightGrams: 1, zone: "domestic" } },
  needed: { query: { weightGrams: 1, zone: "domestic" } },
  answer: { cost: 9.5 },
  bad: {
    query: { weightGrams: [0, 40001, 1.5, "x"], zone: ["no such value"] },
  },
};

/** Starts a system in which the endpoint is this one. */
async function start(endpoint: CustomEndpoint<Client>): Promise<EndpointStage> {
  const test = await startTestSystem(
    SYSTEM_ENDPOINTS.map((one) => one.name === endpoint.name ? endpoint : one),
  );
  return {
    nobody: test.client,
    [Symbol.asyncDispose]: () => test[Symbol.asyncDispose](),
  };
}

for (const { title, run } of endpointTrials(SUBJECT)) {
  Deno.test("GET /quotes " + title, () => run(start));
}
