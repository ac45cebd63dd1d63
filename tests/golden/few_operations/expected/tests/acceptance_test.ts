/**
 * What was asked for: each sentence of the request, seen from a client.
 *
 * @module
 */
import assert from "node:assert/strict";
import {
  expectAction,
  expectDeletes,
  expectNoOperation,
} from "../kit/acceptance.ts";
import { makeDoor, makeSession } from "./samples.ts";
import { startTestSystem } from "./test_system.ts";

Deno.test("R1 door.open: Doors can be opened", async () => {
  await using test = await startTestSystem();
  await expectAction(
    test.client,
    `/doors/${(await makeDoor(test.system)).id}/open`,
    { open: true },
  );
});

Deno.test("R1 door: Doors can be opened", async () => {
  await using test = await startTestSystem();
  assert.ok((await makeDoor(test.system)).id);
});

Deno.test("R2 session.delete: Sessions can be ended", async () => {
  await using test = await startTestSystem();
  await expectDeletes(
    test.client,
    `/sessions/${(await makeSession(test.system)).id}`,
  );
});

Deno.test("R2 not session.list: Sessions can be ended", async () => {
  await using test = await startTestSystem();
  await expectNoOperation(test.client, "GET", "/sessions");
});
