/**
 * Tests of `GET /reports/{section}`, with functions of their own.
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
import { PUBLISHING_REPORT_ENDPOINT } from "../../logic/publishing_report_endpoint.ts";
import { SYSTEM_ENDPOINTS } from "../../logic/system_endpoints.ts";
import { actor } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

/** What is tried, with what it takes and what it does not. */
const SUBJECT: EndpointSubject<Client> = {
  endpoint: PUBLISHING_REPORT_ENDPOINT,
  sample: {
    params: { section: "news" },
    query: { since: "2030-01-15", drafts: true },
  },
  needed: { params: { section: "news" }, query: {} },
  answer: { total: 1, share: 9.5, titles: ["Some titles"] },
  bad: {
    params: { section: ["no such value"] },
    query: { since: ["not this"], drafts: ["x"] },
  },
  access: ["editor"],
  roles: ["writer", "editor"],
  examples: [{ answers: { total: 0, share: null, titles: [] } }, {
    given: { params: { section: "nowhere" } },
    refuses: 404,
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
  Deno.test("GET /reports/{section} " + title, () => run(start));
}
