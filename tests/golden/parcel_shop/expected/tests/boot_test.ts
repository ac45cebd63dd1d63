/**
 * The system as a whole: it starts, answers over HTTP, gets over failures, and stops.
 *
 * @module
 */
import assert from "node:assert/strict";
import { crashable } from "../kit/crashable.ts";
import { expectValue } from "../kit/expect_outcome.ts";
import { expectUnavailable } from "../kit/expect_unavailable.ts";
import { type ExpectedChannel, expectWiring } from "../kit/expect_wiring.ts";
import { type ApiResponse, expectProblem } from "../kit/testing.ts";
import { makeOrder } from "./samples.ts";
import {
  buildTestSystem,
  startTestSystem,
  type TestSystem,
} from "./test_system.ts";

const CHANNELS: readonly ExpectedChannel[] = [
  {
    channel: "api_gateway.order_requests -> order_controller.process_request",
    type: "request_reply",
    capacity: 100,
  },
  {
    channel: "order_controller.store_operation -> order_store.execute",
    type: "request_reply",
    capacity: 100,
  },
];

Deno.test("the system is ready once it has started", async () => {
  await using test = await startTestSystem();
  const url = await test.system.apiGateway.listening;
  const response = await fetch(`${url}/health/ready`);
  await response.body?.cancel();
  assert.equal(response.status, 200);
  assert.deepEqual(
    test.system.harness.health().components.map((component) => component.state),
    ["running", "running", "running"],
  );
});

Deno.test("the system serves its API documents", async () => {
  await using test = await startTestSystem();
  const document = await test.client.get<{ openapi: string }>("/openapi.json");
  assert.equal(document.body.openapi, "3.1.0");
  assert.equal((await test.client.get("/docs")).status, 200);
});

Deno.test("the system is wired as it should be, and tells so in its metrics", async () => {
  await using test = await startTestSystem();
  const request = new Request("http://test.invalid/metrics");
  const metrics = await test.system.apiGateway.fetch(request);
  assert.equal(metrics.status, 200);
  expectWiring(test.system.harness, await metrics.text(), {
    system: "parcel_shop",
    channels: CHANNELS,
  });
});

Deno.test("the system logs where it listens, and that it runs", async () => {
  await using test = await startTestSystem();
  const url = await test.system.apiGateway.listening;
  const listening = test.log.find(({ event }) => event === "listening");
  assert.equal(listening?.url, url);
  const running = test.log.find(({ event }) => event === "running");
  assert.equal(running?.system, "parcel_shop");
});

Deno.test("the system stops clean, with nothing lost in its channels", async () => {
  await using test = await startTestSystem();
  await test.client.get("/health");
  const report = await test.system.harness.stop();
  assert.deepEqual(report.abandoned, []);
  assert.equal(test.system.harness.state, "stopped");
});

Deno.test("a request that a controller has in hand when it fails is answered 503, and not repeated", async () => {
  await using test = buildTestSystem();
  const controller = test.system.orderController;
  const life = crashable(controller);
  await test.system.harness.start();
  const anOrder = await makeOrder(test.system);
  const ask = () => test.client.get(`/orders/${anOrder.id}`);

  const { handleProcessRequest } = controller;
  let handled = 0;
  controller.handleProcessRequest = () => {
    handled++;
    void life.crash();
    return new Promise<never>(() => {});
  };
  await expectRefusal(test, ask);
  await life.recover();
  assert.equal(handled, 1);
  controller.handleProcessRequest = handleProcessRequest;
  assert.equal((await ask()).status, 200);
});

Deno.test("while a store is down the system is not ready and says so at once; then it has what it had", async () => {
  await using test = buildTestSystem();
  const life = crashable(test.system.orderStore);
  await test.system.harness.start();
  const anOrder = await makeOrder(test.system);
  const ask = () => test.client.get(`/orders/${anOrder.id}`);

  await life.crash();
  assert.equal((await test.client.get("/health/ready")).status, 503);
  assert.equal((await test.client.get("/health/live")).status, 200);
  await expectRefusal(test, ask);
  await life.recover();
  assert.equal((await test.client.get("/health/ready")).status, 200);
  const { id } = anOrder;
  const found = await test.system.orderController.handleProcessRequest({
    operation: "get",
    id,
  });
  assert.deepEqual(expectValue(found), anOrder);
  assert.equal((await ask()).status, 200);
});

Deno.test("the endpoint listens on its port again after it has failed", async () => {
  await using test = buildTestSystem();
  const endpoint = test.system.apiGateway;
  const life = crashable(endpoint);
  await test.system.harness.start();
  const url = await endpoint.listening;
  await life.crash();
  await life.recover();
  const response = await fetch(`${url}/health/ready`);
  await response.body?.cancel();
  assert.equal(response.status, 200);
});

/** Expects to be told to come back, and not only when the time for an answer is up. */
async function expectRefusal(
  { log }: TestSystem,
  ask: () => Promise<ApiResponse<unknown>>,
): Promise<void> {
  const response = await ask();
  expectProblem(response, 503);
  assert.ok(response.headers.has("retry-after"));
  expectUnavailable(log);
}
