/**
 * What holds for every order, not only for the examples.
 *
 * @module
 */
import fc from "fast-check";
import assert from "node:assert/strict";
import {
  arbitraryDatetime,
  arbitraryDecimal,
  arbitraryDuration,
  arbitraryInteger,
  arbitraryNumber,
  arbitraryText,
} from "../../kit/arbitraries.ts";
import { expectContains, textInit } from "../../kit/testing.ts";
import type { Order } from "../../models/order.ts";
import { makeOrder } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

Deno.test("POST /orders keeps whatever is valid", async () => {
  await using test = await startTestSystem();
  const bodies = fc.record({
    number: arbitraryText({ min: 1, max: 50 }),
    address: fc.record({
      street: arbitraryText({ min: 1, max: 50 }),
      zip: fc.constantFrom(...[
        "46141",
        "66968",
        "91800",
        "28436",
        "31123",
        "66057",
        "32507",
        "89837",
        "23191",
        "21837",
        "70290",
        "78816",
        "28053",
        "28358",
        "19531",
        "92391",
        "71087",
        "58806",
        "89642",
        "21952",
        "02159",
        "30170",
        "59085",
        "21331",
        "05750",
        "31681",
        "28133",
        "95514",
        "84618",
        "35219",
        "02625",
        "02225",
        "94535",
        "99511",
        "29372",
        "10641",
        "07979",
        "33026",
        "11500",
        "86733",
        "03308",
        "39148",
        "03883",
        "16895",
        "31189",
        "81011",
        "43620",
        "50979",
        "61370",
        "43236",
      ]),
      country: fc.constantFrom(...["DE", "AT", "CH"]),
      floor: fc.option(arbitraryInteger({ min: 0, max: 200 })),
      place: fc.option(
        fc.record({
          latitude: arbitraryNumber({ min: -90, max: 90 }),
          longitude: arbitraryNumber({ min: -180, max: 180 }),
        }),
      ),
    }),
    lines: fc.array(
      fc.record({
        article: arbitraryText({ min: 1, max: 40 }),
        quantity: arbitraryInteger({ min: 1, max: undefined }),
        price: fc.option(arbitraryDecimal(2, { min: 0, max: undefined })),
        labels: fc.array(arbitraryText({ min: 0, max: 50 }), { maxLength: 5 }),
        leadTime: fc.option(arbitraryDuration({ min: "PT1H" })),
      }),
      { maxLength: 5 },
    ),
    billing: fc.option(
      fc.record({
        name: fc.option(arbitraryText({ min: 0, max: 50 })),
        since: fc.option(arbitraryDatetime()),
      }),
    ),
  });
  await fc.assert(
    fc.asyncProperty(bodies, async (body) => {
      const created = await test.client.post<Order>("/orders", body);
      if (created.status === 409) return; // The run has made one like it before.
      assert.equal(created.status, 201, JSON.stringify(created.body));
      expectContains(created.body, body);
      const found = await test.client.get(`/orders/${created.body.id}`);
      assert.deepEqual(found.body, created.body);
    }),
    { numRuns: 50 },
  );
});

Deno.test("POST /orders survives any JSON", async () => {
  await using test = await startTestSystem();
  const path = "/orders";
  await fc.assert(
    fc.asyncProperty(fc.json(), async (text) => {
      const answer = await test.client.send(path, textInit("POST", text));
      assert.ok(answer.status < 500, `answered ${answer.status}`);
    }),
    { numRuns: 50 },
  );
});

Deno.test("PUT /orders/{id} survives any JSON", async () => {
  await using test = await startTestSystem();
  const path = `/orders/${(await makeOrder(test.system)).id}`;
  await fc.assert(
    fc.asyncProperty(fc.json(), async (text) => {
      const answer = await test.client.send(path, textInit("PUT", text));
      assert.ok(answer.status < 500, `answered ${answer.status}`);
    }),
    { numRuns: 50 },
  );
});

Deno.test("PATCH /orders/{id} survives any JSON", async () => {
  await using test = await startTestSystem();
  const path = `/orders/${(await makeOrder(test.system)).id}`;
  await fc.assert(
    fc.asyncProperty(fc.json(), async (text) => {
      const answer = await test.client.send(path, textInit("PATCH", text));
      assert.ok(answer.status < 500, `answered ${answer.status}`);
    }),
    { numRuns: 50 },
  );
});

Deno.test("GET /orders survives any parameters", async () => {
  await using test = await startTestSystem();
  const names = fc.constantFrom(
    "limit",
    "cursor",
    "sort",
    "q",
    "id",
    "number",
    "address",
    "lines",
    "billing",
    "receipt",
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(names, fc.string()), { maxLength: 4 }),
      async (pairs) => {
        const answer = await test.client.get(
          `/orders?${new URLSearchParams(pairs)}`,
        );
        assert.ok(answer.status < 500, `answered ${answer.status}`);
      },
    ),
    { numRuns: 50 },
  );
});
