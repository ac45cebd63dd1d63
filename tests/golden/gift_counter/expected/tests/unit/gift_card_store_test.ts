/**
 * The store of gift cards alone, reached by its port.
 *
 * @module
 */
import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import { checkComponent } from "@autocoder/harness/testing";
import { benchComponent } from "../../kit/component_bench.ts";
import { migrate, readMigrations } from "../../kit/migrations.ts";
import { openSqlite } from "../../kit/sqlite_database.ts";
import { expectFound } from "../../kit/expect_found.ts";
import type { StoreCommand, StoreResult } from "../../kit/store_command.ts";
import { GiftCardStore } from "../../components/gift_card_store.ts";
import type { GiftCard } from "../../models/gift_card.ts";

const A_GIFT_CARD: GiftCard = {
  id: "01890a5d-ac96-774b-bcce-b302099a8057",
  createdAt: "2030-01-01T00:00:00.000Z",
  updatedAt: "2030-01-01T00:00:00.000Z",
  title: "Some title",
  amount: 9.5,
  status: "sold",
  pin: "Some pin",
  sellerId: "01890a5d-ac96-774b-bcce-b302099a8057",
};

/** Opens an empty database. */
function openDatabase() {
  const database = openSqlite({ path: ":memory:", durability: "full" });
  migrate(
    database,
    readMigrations(fileURLToPath(new URL("../../migrations", import.meta.url))),
  );
  // The entities it refers to are not there: this test is about the store alone.
  database.exec("PRAGMA foreign_keys = OFF");
  return database;
}

/** Runs the store on an empty database. */
async function start() {
  const database = openDatabase();
  const bench = await benchComponent(
    new GiftCardStore("gift_card_store", { database }),
    {},
  );
  return {
    run: (command: StoreCommand<GiftCard>) =>
      bench.request<StoreResult<GiftCard>>("execute", command),
    async [Symbol.asyncDispose]() {
      await bench[Symbol.asyncDispose]();
      database[Symbol.dispose]();
    },
  };
}

Deno.test("GiftCardStore keeps the contract of a component", async () => {
  using database = openDatabase();
  await checkComponent(
    () => new GiftCardStore("gift_card_store", { database }),
    {
      messages: {
        execute: [
          { kind: "insert", entity: A_GIFT_CARD },
          { kind: "get", id: A_GIFT_CARD.id },
          { kind: "delete", id: A_GIFT_CARD.id, now: A_GIFT_CARD.updatedAt },
        ],
      },
      // No command at all: its handler throws.
      failing: { execute: [null] },
    },
  );
});

Deno.test("GiftCardStore returns a gift card as it was stored", async () => {
  await using store = await start();
  assert.deepEqual(await store.run({ kind: "insert", entity: A_GIFT_CARD }), {
    kind: "entity",
    entity: A_GIFT_CARD,
    version: 1,
  });
  assert.deepEqual(await store.run({ kind: "get", id: A_GIFT_CARD.id }), {
    kind: "entity",
    entity: A_GIFT_CARD,
    version: 1,
  });
});

Deno.test("GiftCardStore updates only the version that was read", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_GIFT_CARD });
  const entity = { ...A_GIFT_CARD, updatedAt: "2030-01-02T00:00:00.000Z" };
  assert.deepEqual(await store.run({ kind: "update", entity, version: 1 }), {
    kind: "entity",
    entity,
    version: 2,
  });
  assert.deepEqual(await store.run({ kind: "update", entity, version: 1 }), {
    kind: "stale",
  });
});

Deno.test("GiftCardStore deletes a gift card once", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_GIFT_CARD });
  const command = {
    kind: "delete",
    id: A_GIFT_CARD.id,
    now: A_GIFT_CARD.updatedAt,
  } as const;
  assert.deepEqual(await store.run(command), { kind: "deleted" });
  assert.deepEqual(await store.run(command), { kind: "missing" });
});

Deno.test("GiftCardStore finds a gift card by its values", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_GIFT_CARD });
  await expectFound((command) => store.run(command), A_GIFT_CARD, {
    fields: ["title", "amount", "status", "pin", "sellerId"],
    texts: ["title"],
  });
});
