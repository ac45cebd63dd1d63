/**
 * The store of profiles alone, reached by its port.
 *
 * @module
 */
import assert from "node:assert/strict";
import { checkComponent } from "@autocoder/harness/testing";
import { benchComponent } from "../../kit/component_bench.ts";
import { MemoryDatabase } from "../../kit/memory_database.ts";
import { expectFound } from "../../kit/expect_found.ts";
import type { StoreCommand, StoreResult } from "../../kit/store_command.ts";
import { ProfileStore } from "../../components/profile_store.ts";
import type { Profile } from "../../models/profile.ts";

const A_PROFILE: Profile = {
  id: "01890a5d-ac96-774b-bcce-b302099a8057",
  createdAt: "2030-01-01T00:00:00.000Z",
  updatedAt: "2030-01-01T00:00:00.000Z",
  name: "Some name",
};

/** Opens an empty database. */
function openDatabase() {
  return new MemoryDatabase();
}

/** Runs the store on an empty database. */
async function start() {
  const database = openDatabase();
  const bench = await benchComponent(
    new ProfileStore("profile_store", { database }),
    {},
  );
  return {
    run: (command: StoreCommand<Profile>) =>
      bench.request<StoreResult<Profile>>("execute", command),
    async [Symbol.asyncDispose]() {
      await bench[Symbol.asyncDispose]();
      database[Symbol.dispose]();
    },
  };
}

Deno.test("ProfileStore keeps the contract of a component", async () => {
  using database = openDatabase();
  await checkComponent(() => new ProfileStore("profile_store", { database }), {
    messages: {
      execute: [
        { kind: "insert", entity: A_PROFILE },
        { kind: "get", id: A_PROFILE.id },
        { kind: "delete", id: A_PROFILE.id, now: A_PROFILE.updatedAt },
      ],
    },
    // No command at all: its handler throws.
    failing: { execute: [null] },
  });
});

Deno.test("ProfileStore returns a profile as it was stored", async () => {
  await using store = await start();
  assert.deepEqual(await store.run({ kind: "insert", entity: A_PROFILE }), {
    kind: "entity",
    entity: A_PROFILE,
    version: 1,
  });
  assert.deepEqual(await store.run({ kind: "get", id: A_PROFILE.id }), {
    kind: "entity",
    entity: A_PROFILE,
    version: 1,
  });
});

Deno.test("ProfileStore updates only the version that was read", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_PROFILE });
  const entity = { ...A_PROFILE, updatedAt: "2030-01-02T00:00:00.000Z" };
  assert.deepEqual(await store.run({ kind: "update", entity, version: 1 }), {
    kind: "entity",
    entity,
    version: 2,
  });
  assert.deepEqual(await store.run({ kind: "update", entity, version: 1 }), {
    kind: "stale",
  });
});

Deno.test("ProfileStore deletes a profile once", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_PROFILE });
  const command = {
    kind: "delete",
    id: A_PROFILE.id,
    now: A_PROFILE.updatedAt,
  } as const;
  assert.deepEqual(await store.run(command), { kind: "deleted" });
  assert.deepEqual(await store.run(command), { kind: "missing" });
});

Deno.test("ProfileStore finds a profile by its values", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_PROFILE });
  await expectFound((command) => store.run(command), A_PROFILE, {
    fields: ["name"],
    texts: ["name"],
  });
});
