/**
 * What was asked for: each sentence of the request, seen from a client.
 *
 * @module
 */
import assert from "node:assert/strict";
import {
  expectAction,
  expectRefusesValue,
  NOW,
  posting,
} from "../kit/acceptance.ts";
import { PostgresDatabase } from "../kit/postgres_database.ts";
import { makeOrder, orderBody } from "./samples.ts";
import { startTestSystem } from "./test_system.ts";

Deno.test("R1 order.number.unique: Orders have a unique number.", async () => {
  await using test = await startTestSystem();
  await expectRefusesValue(
    posting(test.client, "/orders"),
    await orderBody(test.system),
    {
      field: "number",
      value: (await makeOrder(test.system)).number,
      status: 409,
    },
  );
});

Deno.test("R2 order.pay: Open orders can be paid.", async () => {
  await using test = await startTestSystem();
  await expectAction(
    test.client,
    `/orders/${(await makeOrder(test.system)).id}/pay`,
    { status: "paid", paidAt: NOW },
  );
});

Deno.test("R3 store.postgres: Keep everything in PostgreSQL.", async () => {
  await using test = await startTestSystem();
  assert.ok(
    test.system.customerStore.config.database instanceof PostgresDatabase,
  );
});
