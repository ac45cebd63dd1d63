/**
 * The client about stamps, against the system under test: what it gives back and throws, and its types.
 *
 * @module
 */
import assert from "node:assert/strict";
import { tagOf } from "../../client/client.ts";
import { makeStamp } from "../samples.ts";
import { clientOf, refusal, startTestSystem } from "../test_system.ts";

Deno.test("the client reads a stamp", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const aStamp = await makeStamp(test.system);
  const found = await client.stamps.get(aStamp.id);
  const same = { ifNoneMatch: tagOf(found) };
  assert.equal(
    await client.stamps.getIfChanged(aStamp.id, {}, same),
    undefined,
  );
  const part = await client.stamps.get(aStamp.id, { fields: ["createdAt"] });
  assert.deepEqual(part, { id: found.id, createdAt: found.createdAt });
  // @ts-expect-error: it was not asked for
  assert.equal(part.updatedAt, undefined);
  await assert.rejects(client.stamps.get(crypto.randomUUID()), refusal(404));
});
