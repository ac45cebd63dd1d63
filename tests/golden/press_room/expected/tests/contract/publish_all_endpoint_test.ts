/**
 * Tests of `POST /publications`, with functions of their own.
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
import { PUBLISH_ALL_ENDPOINT } from "../../logic/publish_all_endpoint.ts";
import { SYSTEM_ENDPOINTS } from "../../logic/system_endpoints.ts";
import { actor } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

/** What is tried, with what it takes and what it does not. */
const SUBJECT: EndpointSubject<Client> = {
  endpoint: PUBLISH_ALL_ENDPOINT,
  sample: {
    body: {
      articles: ["01890a5d-ac96-774b-bcce-b302099a8057"],
      note: "Some note",
    },
  },
  needed: { body: { articles: ["01890a5d-ac96-774b-bcce-b302099a8057"] } },
  answer: { published: 1, by: "01890a5d-ac96-774b-bcce-b302099a8057" },
  bad: {
    body: {
      articles: [Array(21).fill("01890a5d-ac96-774b-bcce-b302099a8057")],
      note: ["x".repeat(81)],
    },
  },
  access: ["users"],
  roles: ["writer", "editor"],
  examples: [{ given: { body: { articles: [] } }, refuses: 409 }, {
    refuses: 403,
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
  Deno.test("POST /publications " + title, () => run(start));
}
