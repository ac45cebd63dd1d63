/**
 * The system as a whole: it starts, answers over HTTP, gets over failures, and stops.
 *
 * @module
 */
import assert from "node:assert/strict";
import { startTestSystem } from "./test_system.ts";

Deno.test("the system is ready once it has started", async () => {
  await using test = await startTestSystem();
  const url = await test.system.apiGateway.listening;
  const response = await fetch(`${url}/health/ready`);
  await response.body?.cancel();
  assert.equal(response.status, 200);
  assert.deepEqual(
    test.system.harness.health().components.map((component) => component.state),
    [
      "running",
      "running",
      "running",
      "running",
      "running",
      "running",
      "running",
    ],
  );
});

Deno.test("the system serves its API documents", async () => {
  await using test = await startTestSystem();
  const document = await test.client.get<{ openapi: string }>("/openapi.json");
  assert.equal(document.body.openapi, "3.1.0");
  assert.equal((await test.client.get("/docs")).status, 200);
});

Deno.test("the system stops clean, with nothing lost in its channels", async () => {
  await using test = await startTestSystem();
  await test.client.get("/health");
  const report = await test.system.harness.stop();
  assert.deepEqual(report.abandoned, []);
  assert.equal(test.system.harness.state, "stopped");
});
