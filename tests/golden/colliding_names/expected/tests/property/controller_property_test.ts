/**
 * What holds for every controller, not only for the examples.
 *
 * @module
 */
import fc from "fast-check";
import assert from "node:assert/strict";
import { expectContains, textInit } from "../../kit/testing.ts";
import type { Controller } from "../../models/controller.ts";
import { makeController } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

Deno.test("POST /controllers keeps whatever is valid", async () => {
  await using test = await startTestSystem();
  const bodies = fc.record({
    isbn: fc.constantFrom(...[
      "-X---3X-94X",
      "29X07---X-8",
      "-X-XX-2-7--",
      "X---4--2X--",
      "61-XX-XX4XX7",
      "4X7-X-X-X--",
      "--226XX-98",
      "--19X--5X9",
      "8-3-X2---40",
      "9XXX29-XX--",
      "X-X-X0-X2-",
      "-XXX6XX-XX-",
      "-27-7096XXX-",
      "-X2-X-2-5-",
      "X-5-51X-9XX-",
      "XXX---X-XXX",
      "-X8--3-03X71",
      "-XX-X-X9X7-",
      "3--X1-----2",
      "0--8-1--1-0",
      "8X---X4---",
      "6-089-X4XX3",
      "7X6X-6X0--",
      "-X1X0---7X",
      "-3-17---X---",
      "---X0-XX27",
      "937--X5-X5",
      "--3-7X--X--",
      "X---5-51-X8-",
      "6--59-5XX--",
      "XXX-X----X63",
      "XX9X--X53XX",
      "-8432XX6XX-X",
      "0X-XX-3X--6-",
      "X---XX-2-9-X",
      "-X8X8XX7---",
      "--X6XXX5-X--",
      "-6-X-0XX3-",
      "X0XX--XXXX99",
      "-8839-X--X",
      "-7--XX68---X",
      "--X0XX--6-",
      "-X---863--XX",
      "-6-XX4XX4X8",
      "XX6X-XX-3-",
      "X-61--1-3-5-",
      "XXXX--7-87",
      "-X9X401-85-",
      "X-X---0-XX",
      "X------4-X-X",
    ]),
    code: fc.constantFrom(...["b", "a"]),
  });
  await fc.assert(
    fc.asyncProperty(bodies, async (body) => {
      const created = await test.client.post<Controller>("/controllers", body);
      assert.equal(created.status, 201, JSON.stringify(created.body));
      expectContains(created.body, body);
      const found = await test.client.get(`/controllers/${created.body.id}`);
      assert.deepEqual(found.body, created.body);
    }),
    { numRuns: 50 },
  );
});

Deno.test("POST /controllers survives any JSON", async () => {
  await using test = await startTestSystem();
  const path = "/controllers";
  await fc.assert(
    fc.asyncProperty(fc.json(), async (text) => {
      const answer = await test.client.send(path, textInit("POST", text));
      assert.ok(answer.status < 500, `answered ${answer.status}`);
    }),
    { numRuns: 50 },
  );
});

Deno.test("PUT /controllers/{id} survives any JSON", async () => {
  await using test = await startTestSystem();
  const path = `/controllers/${(await makeController(test.system)).id}`;
  await fc.assert(
    fc.asyncProperty(fc.json(), async (text) => {
      const answer = await test.client.send(path, textInit("PUT", text));
      assert.ok(answer.status < 500, `answered ${answer.status}`);
    }),
    { numRuns: 50 },
  );
});

Deno.test("PATCH /controllers/{id} survives any JSON", async () => {
  await using test = await startTestSystem();
  const path = `/controllers/${(await makeController(test.system)).id}`;
  await fc.assert(
    fc.asyncProperty(fc.json(), async (text) => {
      const answer = await test.client.send(path, textInit("PATCH", text));
      assert.ok(answer.status < 500, `answered ${answer.status}`);
    }),
    { numRuns: 50 },
  );
});

Deno.test("GET /controllers survives any parameters", async () => {
  await using test = await startTestSystem();
  const names = fc.constantFrom(
    "limit",
    "cursor",
    "sort",
    "q",
    "id",
    "isbn",
    "code",
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(names, fc.string()), { maxLength: 4 }),
      async (pairs) => {
        const answer = await test.client.get(
          `/controllers?${new URLSearchParams(pairs)}`,
        );
        assert.ok(answer.status < 500, `answered ${answer.status}`);
      },
    ),
    { numRuns: 50 },
  );
});
