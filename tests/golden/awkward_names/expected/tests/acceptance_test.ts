/**
 * What was asked for: each sentence of the request, seen from a client.
 *
 * @module
 */
import {
  expectCreates,
  expectKeeps,
  expectNoOperation,
  posting,
} from "../kit/acceptance.ts";
import { groupBody, makeMap } from "./samples.ts";
import { startTestSystem } from "./test_system.ts";

Deno.test('R1 group.order: Groups have an order `${x}` */ " <% %>', async () => {
  await using test = await startTestSystem();
  await expectKeeps(posting(test.client, "/groups"), groupBody(), "order");
});

Deno.test('R1 group.create: Groups have an order `${x}` */ " <% %>', async () => {
  await using test = await startTestSystem();
  await expectCreates(test.client, "/groups", groupBody());
});

Deno.test('R1 not map.delete: Groups have an order `${x}` */ " <% %>', async () => {
  await using test = await startTestSystem();
  await expectNoOperation(
    test.client,
    "DELETE",
    `/maps/${(await makeMap(test.system)).id}`,
  );
});
