/**
 * The API endpoint alone, with stubs in place of the controllers.
 *
 * @module
 */
import assert from "node:assert/strict";
import { checkComponent } from "@autocoder/harness/testing";
import { CollidingNamesAPIGateway } from "../../components/api_gateway.ts";
import { conflict, failed } from "../../kit/problem.ts";
import { apiClient, expectProblem } from "../../kit/testing.ts";

const HEALTH = { status: "ok", live: true, ready: true, components: [] };

/** Makes an endpoint that listens on any free port. */
function makeEndpoint(): CollidingNamesAPIGateway {
  const config = {
    host: "127.0.0.1",
    port: 0,
    health: () => HEALTH,
    metrics: () => "",
  };
  return new CollidingNamesAPIGateway("api_gateway", config);
}

/** What every controller answers here: with a status that the endpoint never gives by itself. */
const refuse = () => failed(conflict("Not in this test."));

Deno.test("CollidingNamesAPIGateway keeps the contract of a component", async () => {
  await checkComponent(makeEndpoint, {
    replies: {
      api_requests: refuse,
      sql_requests: refuse,
      body_requests: refuse,
      test_requests: refuse,
      start_requests: refuse,
      controller_requests: refuse,
      done_requests: refuse,
      changed_requests: refuse,
      x_requests: refuse,
      receipt_requests: refuse,
      uuid_requests: refuse,
      assert_requests: refuse,
    },
    exercise: async (endpoint) => {
      const client = apiClient(fetch, await endpoint.listening);
      assert.equal((await client.get("/health/live")).status, 200);
      expectProblem(await client.get(`/apis/${crypto.randomUUID()}`), 409);
      expectProblem(await client.get(`/sqls/${crypto.randomUUID()}`), 409);
      expectProblem(await client.get(`/bodies/${crypto.randomUUID()}`), 409);
      expectProblem(await client.get(`/tests/${crypto.randomUUID()}`), 409);
      expectProblem(await client.get(`/starts/${crypto.randomUUID()}`), 409);
      expectProblem(
        await client.get(`/controllers/${crypto.randomUUID()}`),
        409,
      );
      expectProblem(await client.get(`/dones/${crypto.randomUUID()}`), 409);
      expectProblem(await client.get(`/changeds/${crypto.randomUUID()}`), 409);
      expectProblem(await client.get(`/xes/${crypto.randomUUID()}`), 409);
      expectProblem(
        await client.post("/receipts", {
          t: "Some t",
          xId: "01890a5d-ac96-774b-bcce-b302099a8057",
        }),
        409,
      );
      expectProblem(await client.get(`/uuids/${crypto.randomUUID()}`), 409);
      expectProblem(await client.get(`/asserts/${crypto.randomUUID()}`), 409);
    },
    realTime: true, // it waits for the network
  });
});
