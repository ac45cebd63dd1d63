/**
 * The client about receipts, against the system under test: what it gives back and throws, and its types.
 *
 * @module
 */
import assert from "node:assert/strict";
import { type ReceiptCreate } from "../../client/client.ts";
import { makeX } from "../samples.ts";
import { clientOf, refusal, startTestSystem } from "../test_system.ts";

Deno.test("the client creates a receipt", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const body: ReceiptCreate = {
    t: "Some t",
    xId: (await makeX(test.system)).id,
  };
  const created = await client.receipts.create(body);
  const unknown = { ...body, nosuchfield: 1 };
  await assert.rejects(client.receipts.create(unknown), refusal(422));
  // @ts-expect-error: its type has no such field
  assert.equal(created.nosuchfield, undefined);
});
