/**
 * The API endpoint alone, with stubs in place of the controllers.
 *
 * @module
 */
import assert from "node:assert/strict";
import { checkComponent } from "@autocoder/harness/testing";
import { VetRoundsAPIGateway } from "../../components/api_gateway.ts";
import { FileStore } from "../../kit/file_store.ts";
import { conflict, failed, ok } from "../../kit/problem.ts";
import { apiClient } from "../../kit/testing.ts";

const HEALTH = { status: "ok", live: true, ready: true, components: [] };

/** Makes an endpoint that listens on any free port. */
function makeEndpoint(): VetRoundsAPIGateway {
  const config = {
    host: "127.0.0.1",
    port: 0,
    health: () => HEALTH,
    metrics: () => "",
    addressHeader: "",
    files: new FileStore("data/test_files/api_gateway"),
  };
  return new VetRoundsAPIGateway("api_gateway", config);
}

/** What every controller answers here: with a status that the endpoint never gives by itself. */
const refuse = () => failed(conflict("Not in this test."));

Deno.test("VetRoundsAPIGateway keeps the contract of a component", async () => {
  await checkComponent(makeEndpoint, {
    replies: {
      practice_requests: refuse,
      user_requests: refuse,
      animal_requests: refuse,
      visit_requests: refuse,
      remedy_requests: refuse,
      animal_remedy_requests: refuse,
      animal_watch_requests: refuse,
      auth_requests: () =>
        ok({
          id: "01890a5d-ac96-774b-bcce-b302099a8057",
          role: "vet",
          tenant: "01890a5d-ac96-774b-bcce-b302099a8059",
        }),
    },
    exercise: async (endpoint) => {
      const client = apiClient((request) => {
        request.headers.set("authorization", "Bearer anything");
        return fetch(request);
      }, await endpoint.listening);
      assert.equal((await client.get("/health/live")).status, 200);
    },
    realTime: true, // it waits for the network
  });
});
