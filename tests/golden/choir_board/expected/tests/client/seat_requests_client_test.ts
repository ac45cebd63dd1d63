/**
 * The client about seat requests, against the system under test: what it gives back and throws, and its types.
 *
 * @module
 */
import assert from "node:assert/strict";
import { type SeatRequestCreate } from "../../client/client.ts";
import { makeConcert, makeSeatRequest } from "../samples.ts";
import { refusal, signedIn, startTestSystem } from "../test_system.ts";

Deno.test("the client creates a seat request", async () => {
  await using test = await startTestSystem();
  const client = await signedIn(test);
  const aConcert = await makeConcert(test.system);
  const body: SeatRequestCreate = {
    seats: 1,
  };
  const created = await client.seatRequests.create(aConcert.code, body);
  assert.deepEqual(
    await client.seatRequests.get(aConcert.code, created.id),
    created,
  );
  const unknown = { ...body, nosuchfield: 1 };
  await assert.rejects(
    client.seatRequests.create(aConcert.code, unknown),
    refusal(422),
  );
  // @ts-expect-error: its type has no such field
  assert.equal(created.nosuchfield, undefined);
});

Deno.test("the client reads a seat request", async () => {
  await using test = await startTestSystem();
  const client = await signedIn(test);
  const aConcert = await makeConcert(test.system);
  const aSeatRequest = await makeSeatRequest(test.system, {
    concertId: aConcert.id,
  });
  const found = await client.seatRequests.get(aConcert.code, aSeatRequest.id);
  assert.equal(typeof found, "object");
  await assert.rejects(
    client.seatRequests.get(aConcert.code, crypto.randomUUID()),
    refusal(404),
  );
});

Deno.test("the client lists all seat requests, page by page", async () => {
  await using test = await startTestSystem();
  const client = await signedIn(test);
  const aConcert = await makeConcert(test.system);
  const stored = [
    await makeSeatRequest(test.system, { concertId: aConcert.id }),
    await makeSeatRequest(test.system, { concertId: aConcert.id }),
  ];
  const keys = new Set<unknown>();
  for await (
    const one of client.seatRequests.listAll(aConcert.code, { limit: 1 })
  ) keys.add(one.id);
  assert.equal(keys.size, stored.length);
});

Deno.test("the client changes a seat request", async () => {
  await using test = await startTestSystem();
  const client = await signedIn(test);
  const aConcert = await makeConcert(test.system);
  const aSeatRequest = await makeSeatRequest(test.system, {
    concertId: aConcert.id,
  });
  const change = { seats: 2 } as const;
  const changed = await client.seatRequests.patch(
    aConcert.code,
    aSeatRequest.id,
    change,
  );
  assert.deepEqual({ ...changed, ...change }, changed);
});

Deno.test("the client deletes a seat request", async () => {
  await using test = await startTestSystem();
  const client = await signedIn(test);
  const aConcert = await makeConcert(test.system);
  const aSeatRequest = await makeSeatRequest(test.system, {
    concertId: aConcert.id,
  });
  await client.seatRequests.delete(aConcert.code, aSeatRequest.id);
  await assert.rejects(
    client.seatRequests.delete(aConcert.code, aSeatRequest.id),
    refusal(404),
  );
});
