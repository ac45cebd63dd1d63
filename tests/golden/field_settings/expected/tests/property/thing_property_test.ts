/**
 * What holds for every thing, not only for the examples.
 *
 * @module
 */
import fc from "fast-check";
import assert from "node:assert/strict";
import {
  arbitraryDate,
  arbitraryDatetime,
  arbitraryDecimal,
  arbitraryDuration,
  arbitraryInteger,
  arbitraryNumber,
  arbitraryText,
  arbitraryTime,
} from "../../kit/arbitraries.ts";
import { expectContains, textInit } from "../../kit/testing.ts";
import type { Thing } from "../../models/thing.ts";
import {
  makeThing,
  THING_LABEL_EXAMPLES,
  THING_LONG_EXAMPLES,
  THING_MAIL_EXAMPLES,
  THING_REPOSITORY_EXAMPLES,
  THING_SITE_EXAMPLES,
  THING_WORK_EXAMPLES,
} from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

Deno.test("POST /things keeps whatever is valid", async () => {
  await using test = await startTestSystem();
  const bodies = fc.record({
    label: fc.constantFrom(...THING_LABEL_EXAMPLES),
    note: fc.option(arbitraryText({ min: 0, max: 40 })),
    mail: fc.constantFrom(...THING_MAIL_EXAMPLES),
    work: fc.option(fc.constantFrom(...THING_WORK_EXAMPLES)),
    long: fc.option(fc.constantFrom(...THING_LONG_EXAMPLES)),
    site: fc.constantFrom(...THING_SITE_EXAMPLES),
    repository: fc.option(fc.constantFrom(...THING_REPOSITORY_EXAMPLES)),
    born: fc.option(arbitraryDate()),
    at: arbitraryDatetime(),
    tea: arbitraryTime(),
    key: fc.option(fc.uuid()),
    home: fc.uuid(),
    kind: fc.option(
      fc.constantFrom(...["a", "b", "c", "d", "e", "f", "g", "h"]),
    ),
    count: fc.option(arbitraryInteger({ min: 1, max: 90 })),
    weight: fc.option(arbitraryNumber({ min: 0.5, max: undefined })),
    price: fc.option(arbitraryDecimal(3, { min: 1, max: 9 })),
    open: fc.boolean(),
    extra: fc.dictionary(fc.constantFrom("a", "b"), fc.integer()),
    takes: fc.option(arbitraryDuration({ min: "PT5M", max: "P1D" })),
    rest: arbitraryDuration({ max: "P14D" }),
    break: arbitraryDuration({}),
    laps: fc.array(arbitraryDuration({ min: "PT1S" }), { maxLength: 5 }),
  });
  await fc.assert(
    fc.asyncProperty(bodies, async (body) => {
      const created = await test.client.post<Thing>("/things", body);
      if (created.status === 409) return; // The run has made one like it before.
      assert.equal(created.status, 201, JSON.stringify(created.body));
      expectContains(created.body, body);
      const found = await test.client.get(`/things/${created.body.id}`);
      assert.deepEqual(found.body, created.body);
    }),
    { numRuns: 50 },
  );
});

Deno.test("POST /things survives any JSON", async () => {
  await using test = await startTestSystem();
  const path = "/things";
  await fc.assert(
    fc.asyncProperty(fc.json(), async (text) => {
      const answer = await test.client.send(path, textInit("POST", text));
      assert.ok(answer.status < 500, `answered ${answer.status}`);
    }),
    { numRuns: 50 },
  );
});

Deno.test("PUT /things/{id} survives any JSON", async () => {
  await using test = await startTestSystem();
  const path = `/things/${(await makeThing(test.system)).id}`;
  await fc.assert(
    fc.asyncProperty(fc.json(), async (text) => {
      const answer = await test.client.send(path, textInit("PUT", text));
      assert.ok(answer.status < 500, `answered ${answer.status}`);
    }),
    { numRuns: 50 },
  );
});

Deno.test("PATCH /things/{id} survives any JSON", async () => {
  await using test = await startTestSystem();
  const path = `/things/${(await makeThing(test.system)).id}`;
  await fc.assert(
    fc.asyncProperty(fc.json(), async (text) => {
      const answer = await test.client.send(path, textInit("PATCH", text));
      assert.ok(answer.status < 500, `answered ${answer.status}`);
    }),
    { numRuns: 50 },
  );
});

Deno.test("GET /things survives any parameters", async () => {
  await using test = await startTestSystem();
  const names = fc.constantFrom(
    "limit",
    "cursor",
    "sort",
    "q",
    "id",
    "label",
    "note",
    "mail",
    "work",
    "long",
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(names, fc.string()), { maxLength: 4 }),
      async (pairs) => {
        const answer = await test.client.get(
          `/things?${new URLSearchParams(pairs)}`,
        );
        assert.ok(answer.status < 500, `answered ${answer.status}`);
      },
    ),
    { numRuns: 50 },
  );
});
