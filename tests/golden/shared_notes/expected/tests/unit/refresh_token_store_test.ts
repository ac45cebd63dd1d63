/**
 * The store of refresh tokens alone, reached by its port.
 *
 * @module
 */
import assert from "node:assert/strict";
import { checkComponent } from "@autocoder/harness/testing";
import { benchComponent, standIn } from "../../kit/component_bench.ts";
import { MemoryDatabase } from "../../kit/memory_database.ts";
import { expectFound } from "../../kit/expect_found.ts";
import type { StoreCommand, StoreResult } from "../../kit/store_command.ts";
import { RefreshTokenStore } from "../../components/refresh_token_store.ts";
import type { RefreshToken } from "../../models/refresh_token.ts";

const A_REFRESH_TOKEN: RefreshToken = {
  id: "01890a5d-ac96-774b-bcce-b302099a8057",
  createdAt: "2030-01-01T00:00:00.000Z",
  updatedAt: "2030-01-01T00:00:00.000Z",
  tokenHash: "Some token hash",
  expiresAt: "2030-01-15T09:30:00.000Z",
  userId: "01890a5d-ac96-774b-bcce-b302099a8057",
};

/** Opens an empty database. */
function openDatabase() {
  const database = new MemoryDatabase();
  standIn(database, "users", A_REFRESH_TOKEN.userId);
  return database;
}

/** Runs the store on an empty database. */
async function start() {
  const database = openDatabase();
  const bench = await benchComponent(
    new RefreshTokenStore("refresh_token_store", { database }),
    {},
  );
  return {
    run: (command: StoreCommand<RefreshToken>) =>
      bench.request<StoreResult<RefreshToken>>("execute", command),
    async [Symbol.asyncDispose]() {
      await bench[Symbol.asyncDispose]();
      database[Symbol.dispose]();
    },
  };
}

Deno.test("RefreshTokenStore keeps the contract of a component", async () => {
  using database = openDatabase();
  await checkComponent(
    () => new RefreshTokenStore("refresh_token_store", { database }),
    {
      messages: {
        execute: [
          { kind: "insert", entity: A_REFRESH_TOKEN },
          { kind: "get", id: A_REFRESH_TOKEN.id },
          {
            kind: "delete",
            id: A_REFRESH_TOKEN.id,
            now: A_REFRESH_TOKEN.updatedAt,
          },
        ],
      },
      // No command at all: its handler throws.
      failing: { execute: [null] },
    },
  );
});

Deno.test("RefreshTokenStore returns a refresh token as it was stored", async () => {
  await using store = await start();
  assert.deepEqual(
    await store.run({ kind: "insert", entity: A_REFRESH_TOKEN }),
    { kind: "entity", entity: A_REFRESH_TOKEN, version: 1 },
  );
  assert.deepEqual(await store.run({ kind: "get", id: A_REFRESH_TOKEN.id }), {
    kind: "entity",
    entity: A_REFRESH_TOKEN,
    version: 1,
  });
});

Deno.test("RefreshTokenStore updates only the version that was read", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_REFRESH_TOKEN });
  const entity = { ...A_REFRESH_TOKEN, updatedAt: "2030-01-02T00:00:00.000Z" };
  assert.deepEqual(await store.run({ kind: "update", entity, version: 1 }), {
    kind: "entity",
    entity,
    version: 2,
  });
  assert.deepEqual(await store.run({ kind: "update", entity, version: 1 }), {
    kind: "stale",
  });
});

Deno.test("RefreshTokenStore deletes a refresh token once", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_REFRESH_TOKEN });
  const command = {
    kind: "delete",
    id: A_REFRESH_TOKEN.id,
    now: A_REFRESH_TOKEN.updatedAt,
  } as const;
  assert.deepEqual(await store.run(command), { kind: "deleted" });
  assert.deepEqual(await store.run(command), { kind: "missing" });
});

Deno.test("RefreshTokenStore finds a refresh token by its values", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_REFRESH_TOKEN });
  await expectFound((command) => store.run(command), A_REFRESH_TOKEN, {
    fields: ["tokenHash", "expiresAt", "userId"],
  });
});
