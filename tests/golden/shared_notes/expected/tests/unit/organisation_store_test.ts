/**
 * The store of organisations alone, reached by its port.
 *
 * @module
 */
import assert from "node:assert/strict";
import { checkComponent } from "@autocoder/harness/testing";
import { benchComponent } from "../../kit/component_bench.ts";
import { MemoryDatabase } from "../../kit/memory_database.ts";
import { expectFound } from "../../kit/expect_found.ts";
import type { StoreCommand, StoreResult } from "../../kit/store_command.ts";
import { OrganisationStore } from "../../components/organisation_store.ts";
import type { Organisation } from "../../models/organisation.ts";

const A_ORGANISATION: Organisation = {
  id: "01890a5d-ac96-774b-bcce-b302099a8057",
  createdAt: "2030-01-01T00:00:00.000Z",
  updatedAt: "2030-01-01T00:00:00.000Z",
  name: "Some name",
  site: "https://example.com/",
};

/** Opens an empty database. */
function openDatabase() {
  return new MemoryDatabase();
}

/** Runs the store on an empty database. */
async function start() {
  const database = openDatabase();
  const bench = await benchComponent(
    new OrganisationStore("organisation_store", { database }),
    {},
  );
  return {
    run: (command: StoreCommand<Organisation>) =>
      bench.request<StoreResult<Organisation>>("execute", command),
    async [Symbol.asyncDispose]() {
      await bench[Symbol.asyncDispose]();
      database[Symbol.dispose]();
    },
  };
}

Deno.test("OrganisationStore keeps the contract of a component", async () => {
  using database = openDatabase();
  await checkComponent(
    () => new OrganisationStore("organisation_store", { database }),
    {
      messages: {
        execute: [
          { kind: "insert", entity: A_ORGANISATION },
          { kind: "get", id: A_ORGANISATION.id },
          {
            kind: "delete",
            id: A_ORGANISATION.id,
            now: A_ORGANISATION.updatedAt,
          },
        ],
      },
      // No command at all: its handler throws.
      failing: { execute: [null] },
    },
  );
});

Deno.test("OrganisationStore returns an organisation as it was stored", async () => {
  await using store = await start();
  assert.deepEqual(
    await store.run({ kind: "insert", entity: A_ORGANISATION }),
    { kind: "entity", entity: A_ORGANISATION, version: 1 },
  );
  assert.deepEqual(await store.run({ kind: "get", id: A_ORGANISATION.id }), {
    kind: "entity",
    entity: A_ORGANISATION,
    version: 1,
  });
});

Deno.test("OrganisationStore updates only the version that was read", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_ORGANISATION });
  const entity = { ...A_ORGANISATION, updatedAt: "2030-01-02T00:00:00.000Z" };
  assert.deepEqual(await store.run({ kind: "update", entity, version: 1 }), {
    kind: "entity",
    entity,
    version: 2,
  });
  assert.deepEqual(await store.run({ kind: "update", entity, version: 1 }), {
    kind: "stale",
  });
});

Deno.test("OrganisationStore deletes an organisation once", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_ORGANISATION });
  const command = {
    kind: "delete",
    id: A_ORGANISATION.id,
    now: A_ORGANISATION.updatedAt,
  } as const;
  assert.deepEqual(await store.run(command), { kind: "deleted" });
  assert.deepEqual(await store.run(command), { kind: "missing" });
});

Deno.test("OrganisationStore finds an organisation by its values", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_ORGANISATION });
  await expectFound((command) => store.run(command), A_ORGANISATION, {
    fields: ["name", "site"],
    texts: ["name", "site"],
  });
});
