/**
 * The client about readings, against the system under test: what it gives back and throws, and its types.
 *
 * @module
 */
import assert from "node:assert/strict";
import { tagOf } from "../../client/client.ts";
import { makeReading } from "../samples.ts";
import { clientOf, refusal, startTestSystem } from "../test_system.ts";

Deno.test("the client reads a reading", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const aReading = await makeReading(test.system);
  const found = await client.readings.get(aReading.id);
  const same = { ifNoneMatch: tagOf(found) };
  assert.equal(
    await client.readings.getIfChanged(aReading.id, {}, same),
    undefined,
  );
  const part = await client.readings.get(aReading.id, {
    fields: ["createdAt"],
  });
  assert.deepEqual(part, { id: found.id, createdAt: found.createdAt });
  // @ts-expect-error: it was not asked for
  assert.equal(part.updatedAt, undefined);
  await assert.rejects(client.readings.get(crypto.randomUUID()), refusal(404));
});
