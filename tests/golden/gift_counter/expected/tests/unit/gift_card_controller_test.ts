/**
 * The controller of gift cards alone, with a table in memory in place of the store.
 *
 * @module
 */
import assert from "node:assert/strict";
import { checkComponent } from "@autocoder/harness/testing";
import { benchComponent, standalone } from "../../kit/component_bench.ts";
import type { EntityReply, EntityRequest } from "../../kit/entity_request.ts";
import { expectFailure, expectValue } from "../../kit/expect_outcome.ts";
import { MemoryDatabase } from "../../kit/memory_database.ts";
import { MemoryTable } from "../../kit/memory_table.ts";
import type { StoreCommand } from "../../kit/store_command.ts";
import { expectContains } from "../../kit/testing.ts";
import { GiftCardController } from "../../components/gift_card_controller.ts";
import { GIFT_CARD_SPEC, type GiftCard } from "../../models/gift_card.ts";

const BODY = {
  title: "Some title",
  amount: 9.5,
  pin: "Some pin",
  sellerId: "01890a5d-ac96-774b-bcce-b302099a8057",
};

/** Opens an empty table in memory. */
function openTable() {
  return new MemoryTable<GiftCard>(
    standalone(GIFT_CARD_SPEC),
    new MemoryDatabase(),
  );
}

/** Runs the controller between the test and a table in memory. */
async function start() {
  const table = openTable();
  const bench = await benchComponent(
    new GiftCardController("gift_card_controller", {}),
    {
      store_operation: (command: StoreCommand<GiftCard>) =>
        table.execute(command),
    },
  );
  return {
    ask: (request: EntityRequest) =>
      bench.request<EntityReply<GiftCard>>("process_request", request),
    [Symbol.asyncDispose]: () => bench[Symbol.asyncDispose](),
  };
}

Deno.test("GiftCardController keeps the contract of a component", async () => {
  const table = openTable();
  await checkComponent(
    () => new GiftCardController("gift_card_controller", {}),
    {
      messages: {
        process_request: [{ operation: "create", body: BODY }],
      },
      // No request at all: its handler throws.
      failing: { process_request: [null] },
      replies: {
        store_operation: (command: StoreCommand<GiftCard>) =>
          table.execute(command),
      },
    },
  );
});

Deno.test("GiftCardController gives a new gift card its id, times and defaults", async () => {
  await using controller = await start();
  const aGiftCard = expectValue(
    await controller.ask({ operation: "create", body: BODY }),
  ) as GiftCard;
  expectContains(aGiftCard, BODY);
  assert.match(aGiftCard.id, /^[0-9a-f]{8}-[0-9a-f]{4}-7/);
  assert.equal(aGiftCard.createdAt, aGiftCard.updatedAt);
  assert.deepEqual(aGiftCard.status, "sold");
});

Deno.test("GiftCardController knows what is not there", async () => {
  await using controller = await start();
  for (const operation of ["get", "delete"] as const) {
    expectFailure(
      await controller.ask({ operation, id: crypto.randomUUID() }),
      404,
    );
  }
});

Deno.test("GiftCardController refuses title blank", async () => {
  await using controller = await start();
  const body = { ...BODY, title: " " };
  expectFailure(await controller.ask({ operation: "create", body }), 422);
});

Deno.test("GiftCardController refuses null where something must be", async () => {
  await using controller = await start();
  for (const field of ["title", "amount", "status"]) {
    const body = { ...BODY, [field]: null };
    expectFailure(await controller.ask({ operation: "create", body }), 422);
  }
});

Deno.test("GiftCardController carries out redeem", async () => {
  await using controller = await start();
  const body = { ...BODY };
  const { id } = expectValue(
    await controller.ask({ operation: "create", body }),
  ) as GiftCard;
  const done = expectValue(
    await controller.ask({ operation: "action", id, action: "redeem" }),
  );
  expectContains(done, { status: "redeemed" });
});

Deno.test("GiftCardController goes on after its store has failed", async () => {
  let broken = true;
  const table = openTable();
  await using bench = await benchComponent(
    new GiftCardController("gift_card_controller", {}),
    {
      store_operation: (command: StoreCommand<GiftCard>) => {
        if (broken) throw new Error("the disk is gone");
        return table.execute(command);
      },
    },
  );
  const request: EntityRequest = { operation: "create", body: BODY };
  await assert.rejects(bench.request("process_request", request));
  broken = false;
  expectValue(
    await bench.request<EntityReply<GiftCard>>("process_request", request),
  );
});
