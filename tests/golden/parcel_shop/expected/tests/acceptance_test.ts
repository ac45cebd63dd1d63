/**
 * What was asked for: each sentence of the request, seen from a client.
 *
 * @module
 */
import { expectAction, posting } from "../kit/acceptance.ts";
import { expectGives } from "../kit/played_example.ts";
import { makeOrder, orderBody } from "./samples.ts";
import { startTestSystem } from "./test_system.ts";

/** Starts the system; it is called where it listens. */
function startServed() {
  return startTestSystem(undefined, { overHttp: true });
}

Deno.test('R1 order.shippingCost (computeShippingCost gives 4.5 for an order with {"weightGrams":900,"zone":"domestic","subtotal":10,"express":false}): Shipping costs depend on weight and zone with three exceptions', async () => {
  await using test = await startServed();
  await expectGives(posting(test.client, "/orders"), {
    ...orderBody(),
    weightGrams: 900,
    zone: "domestic",
    subtotal: 10,
    express: false,
  }, { shippingCost: 4.5 });
});

Deno.test('R1 order.shippingCost (computeShippingCost gives 95 for an order with {"weightGrams":31000,"zone":"world","subtotal":10,"express":true}): Shipping costs depend on weight and zone with three exceptions', async () => {
  await using test = await startServed();
  await expectGives(posting(test.client, "/orders"), {
    ...orderBody(),
    weightGrams: 31000,
    zone: "world",
    subtotal: 10,
    express: true,
  }, { shippingCost: 95 });
});

Deno.test("R2 order.ship: An order is not shipped for more than it is worth", async () => {
  await using test = await startTestSystem();
  await expectAction(
    test.client,
    `/orders/${(await makeOrder(test.system)).id}/ship`,
    { status: "shipped" },
  );
});

// Not tested here:
// - R2 order.ship: guardShip has no examples; tests/authored/order_ship_guard_test.ts shows it
