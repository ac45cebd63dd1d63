/**
 * Tests of `POST /showings`, with functions of their own.
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
import { SHOWING_ENDPOINT } from "../../logic/showing_endpoint.ts";
import { SYSTEM_ENDPOINTS } from "../../logic/system_endpoints.ts";
import { startTestSystem } from "../test_system.ts";

/** What is tried, with what it takes and what it does not. */
const SUBJECT: EndpointSubject<Client> = {
  endpoint: SHOWING_ENDPOINT,
  sample: { body: { article: "01890a5d-ac96-774b-bcce-b302099a8057" } },
  needed: { body: { article: "01890a5d-ac96-774b-bcce-b302099a8057" } },
  answer: { shown: true },
  bad: { body: { article: ["x"] } },
  play: withScript,
  examples: [{ refuses: 404 }],
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
  Deno.test("POST /showings " + title, () => run(start));
}
