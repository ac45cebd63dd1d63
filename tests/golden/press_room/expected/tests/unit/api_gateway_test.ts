/**
 * The API endpoint alone, with stubs in place of the controllers.
 *
 * @module
 */
import assert from "node:assert/strict";
import { checkComponent } from "@autocoder/harness/testing";
import { PressRoomAPIGateway } from "../../components/api_gateway.ts";
import { LogicTally } from "../../kit/logic_tally.ts";
import { conflict, failed, ok } from "../../kit/problem.ts";
import { apiClient, expectProblem } from "../../kit/testing.ts";

const HEALTH = { status: "ok", live: true, ready: true, components: [] };

/** Makes an endpoint that listens on any free port. */
function makeEndpoint(): PressRoomAPIGateway {
  const config = {
    host: "127.0.0.1",
    port: 0,
    health: () => HEALTH,
    metrics: () => "",
    addressHeader: "",
    endpoints: [],
    tally: new LogicTally(),
  };
  return new PressRoomAPIGateway("api_gateway", config);
}

/** What every controller answers here: with a status that the endpoint never gives by itself. */
const refuse = () => failed(conflict("Not in this test."));

Deno.test("PressRoomAPIGateway keeps the contract of a component", async () => {
  await checkComponent(makeEndpoint, {
    replies: {
      user_requests: refuse,
      article_requests: refuse,
      auth_requests: () =>
        ok({ id: "01890a5d-ac96-774b-bcce-b302099a8057", role: "editor" }),
    },
    exercise: async (endpoint) => {
      const client = apiClient((request) => {
        request.headers.set("authorization", "Bearer anything");
        return fetch(request);
      }, await endpoint.listening);
      assert.equal((await client.get("/health/live")).status, 200);
      expectProblem(await client.get(`/users/${crypto.randomUUID()}`), 409);
      expectProblem(await client.get(`/articles/${crypto.randomUUID()}`), 409);
    },
    realTime: true, // it waits for the network
  });
});
