/**
 * The API endpoint alone, with stubs in place of the controllers.
 *
 * @module
 */
import assert from "node:assert/strict";
import { checkComponent } from "@autocoder/harness/testing";
import { ArticleAPIGateway } from "../../components/api_gateway.ts";
import { LogicTally } from "../../kit/logic_tally.ts";
import { conflict, failed } from "../../kit/problem.ts";
import { apiClient, expectProblem } from "../../kit/testing.ts";

const HEALTH = { status: "ok", live: true, ready: true, components: [] };

/** Makes an endpoint that listens on any free port. */
function makeEndpoint(): ArticleAPIGateway {
  const config = {
    host: "127.0.0.1",
    port: 0,
    health: () => HEALTH,
    metrics: () => "",
    endpoints: [],
    tally: new LogicTally(),
  };
  return new ArticleAPIGateway("api_gateway", config);
}

/** What every controller answers here: with a status that the endpoint never gives by itself. */
const refuse = () => failed(conflict("Not in this test."));

Deno.test("ArticleAPIGateway keeps the contract of a component", async () => {
  await checkComponent(makeEndpoint, {
    replies: {
      article_requests: refuse,
    },
    exercise: async (endpoint) => {
      const client = apiClient(fetch, await endpoint.listening);
      assert.equal((await client.get("/health/live")).status, 200);
      expectProblem(await client.get(`/articles/${crypto.randomUUID()}`), 409);
    },
    realTime: true, // it waits for the network
  });
});
