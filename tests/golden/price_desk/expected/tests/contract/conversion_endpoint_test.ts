/**
 * Tests of `GET /conversions`, with functions of their own.
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
import { withScript } from "../../kit/scripted_fetch.ts";
import { CONVERSION_ENDPOINT } from "../../logic/conversion_endpoint.ts";
import { SYSTEM_ENDPOINTS } from "../../logic/system_endpoints.ts";
import { startTestSystem } from "../test_system.ts";

/** What is tried, with what it takes and what it does not. */
const SUBJECT: EndpointSubject<Client> = {
  endpoint: CONVERSION_ENDPOINT,
  sample: { query: { amount: 9.5, currency: "USD" } },
  needed: { query: { amount: 9.5, currency: "USD" } },
  answer: { amount: 9.5 },
  bad: { query: { amount: [-1, 9.501, "x"], currency: ["no such value"] } },
  play: withScript,
  examples: [{
    given: { query: { amount: 10, currency: "USD" } },
    fetched: [{
      url: "https://rates.example.com/v1/EUR/USD",
      body: '{ "rate": 1.125 }',
    }],
    answers: { amount: 11.25 },
  }, {
    given: { query: { amount: 10, currency: "CHF" } },
    fetched: [{ url: "https://rates.example.com/v1/EUR/CHF", status: 404 }],
    refuses: 502,
  }, { given: { query: { amount: 10, currency: "CHF" } }, refuses: 502 }],
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
  Deno.test("GET /conversions " + title, () => run(start));
}
