/**
 * The client about organisations, against the system under test: what it gives back and throws, and its types.
 *
 * @module
 */
import assert from "node:assert/strict";
import { tagOf } from "../../client/client.ts";
import { makeOrganisation } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";
import { clientOf, refusal } from "./test_client.ts";

Deno.test("the client reads an organisation", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const anOrganisation = await makeOrganisation(test.system);
  const found = await client.organisations.get(anOrganisation.id);
  const same = { ifNoneMatch: tagOf(found) };
  assert.equal(
    await client.organisations.getIfChanged(anOrganisation.id, same),
    undefined,
  );
  await assert.rejects(
    client.organisations.get(crypto.randomUUID()),
    refusal(404),
  );
});

Deno.test("the client lists all organisations, page by page", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const stored = [
    await makeOrganisation(test.system),
    await makeOrganisation(test.system),
  ];
  const keys = new Set<unknown>();
  for await (const one of client.organisations.listAll({ limit: 1 })) {
    keys.add(one.id);
  }
  assert.equal(keys.size, stored.length);
});

Deno.test("the client changes an organisation", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const anOrganisation = await makeOrganisation(test.system);
  const change = { name: "Changed" } as const;
  const changed = await client.organisations.patch(anOrganisation.id, change);
  assert.deepEqual({ ...changed, ...change }, changed);
});
