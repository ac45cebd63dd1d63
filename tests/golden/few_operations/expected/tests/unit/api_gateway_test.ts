/**
 * The API endpoint alone, with stubs in place of the controllers.
 *
 * @module
 */
import assert from "node:assert/strict";
import { checkComponent } from "@autocoder/harness/testing";
import { FewOperationsAPIGateway } from "../../components/api_gateway.ts";
import { conflict, failed } from "../../kit/problem.ts";
import { apiClient, expectProblem } from "../../kit/testing.ts";

const HEALTH = { status: "ok", live: true, ready: true, components: [] };

/** Makes an endpoint that listens on any free port. */
function makeEndpoint(): FewOperationsAPIGateway {
  const config = {
    host: "127.0.0.1",
    port: 0,
    health: () => HEALTH,
    metrics: () => "",
  };
  return new FewOperationsAPIGateway("api_gateway", config);
}

/** What every controller answers here: with a status that the endpoint never gives by itself. */
const refuse = () => failed(conflict("Not in this test."));

Deno.test("FewOperationsAPIGateway keeps the contract of a component", async () => {
  await checkComponent(makeEndpoint, {
    replies: {
      reading_requests: refuse,
      signup_requests: refuse,
      announcement_requests: refuse,
      session_requests: refuse,
      profile_requests: refuse,
      setting_requests: refuse,
      door_requests: refuse,
    },
    exercise: async (endpoint) => {
      const client = apiClient(fetch, await endpoint.listening);
      assert.equal((await client.get("/health/live")).status, 200);
      expectProblem(await client.get(`/readings/${crypto.randomUUID()}`), 409);
      expectProblem(
        await client.post("/signups", { email: "someone@example.com" }),
        409,
      );
      expectProblem(await client.get("/announcements"), 409);
      expectProblem(
        await client.delete(`/sessions/${crypto.randomUUID()}`),
        409,
      );
      expectProblem(
        await client.put(`/profiles/${crypto.randomUUID()}`, {
          name: "Some name",
        }),
        409,
      );
      expectProblem(
        await client.patch(`/settings/${crypto.randomUUID()}`, {}),
        409,
      );
      expectProblem(
        await client.post(`/doors/${crypto.randomUUID()}/open`),
        409,
      );
    },
    realTime: true, // it waits for the network
  });
});
