/**
 * The controller of products alone, with a table in memory in place of the store.
 *
 * @module
 */
import assert from "node:assert/strict";
import { checkComponent } from "@autocoder/harness/testing";
import { benchComponent } from "../../kit/component_bench.ts";
import type { EntityReply, EntityRequest } from "../../kit/entity_request.ts";
import { expectFailure, expectValue } from "../../kit/expect_outcome.ts";
import { MemoryDatabase } from "../../kit/memory_database.ts";
import { MemoryTable } from "../../kit/memory_table.ts";
import type { StoreCommand } from "../../kit/store_command.ts";
import { expectContains } from "../../kit/testing.ts";
import { ProductController } from "../../components/product_controller.ts";
import { type Product, PRODUCT_SPEC } from "../../models/product.ts";

const BODY = {
  name: "Some name",
  price: 9.5,
  sku: "Some sku",
  category: "Some category",
};

/** Opens an empty table in memory. */
function openTable() {
  return new MemoryTable<Product>(PRODUCT_SPEC, new MemoryDatabase());
}

/** Runs the controller between the test and a table in memory. */
async function start() {
  const table = openTable();
  const bench = await benchComponent(
    new ProductController("product_controller", {}),
    {
      store_operation: (command: StoreCommand<Product>) =>
        table.execute(command),
    },
  );
  return {
    ask: (request: EntityRequest) =>
      bench.request<EntityReply<Product>>("process_request", request),
    [Symbol.asyncDispose]: () => bench[Symbol.asyncDispose](),
  };
}

Deno.test("ProductController keeps the contract of a component", async () => {
  const table = openTable();
  await checkComponent(() => new ProductController("product_controller", {}), {
    messages: {
      process_request: [{ operation: "create", body: BODY }],
    },
    // No request at all: its handler throws.
    failing: { process_request: [null] },
    replies: {
      store_operation: (command: StoreCommand<Product>) =>
        table.execute(command),
    },
  });
});

Deno.test("ProductController gives a new product its id, times and defaults", async () => {
  await using controller = await start();
  const aProduct = expectValue(
    await controller.ask({ operation: "create", body: BODY }),
  ) as Product;
  expectContains(aProduct, BODY);
  assert.match(aProduct.id, /^[0-9a-f]{8}-[0-9a-f]{4}-7/);
  assert.equal(aProduct.createdAt, aProduct.updatedAt);
  assert.deepEqual(aProduct.isActive, true);
});

Deno.test("ProductController knows what is not there", async () => {
  await using controller = await start();
  for (const operation of ["get", "delete"] as const) {
    expectFailure(
      await controller.ask({ operation, id: crypto.randomUUID() }),
      404,
    );
  }
});

Deno.test("ProductController refuses name blank", async () => {
  await using controller = await start();
  const body = { ...BODY, name: " " };
  expectFailure(await controller.ask({ operation: "create", body }), 422);
});

Deno.test("ProductController refuses null where something must be", async () => {
  await using controller = await start();
  for (const field of ["name", "isActive"]) {
    const body = { ...BODY, [field]: null };
    expectFailure(await controller.ask({ operation: "create", body }), 422);
  }
});

Deno.test("ProductController goes on after its store has failed", async () => {
  let broken = true;
  const table = openTable();
  await using bench = await benchComponent(
    new ProductController("product_controller", {}),
    {
      store_operation: (command: StoreCommand<Product>) => {
        if (broken) throw new Error("the disk is gone");
        return table.execute(command);
      },
    },
  );
  const request: EntityRequest = { operation: "create", body: BODY };
  await assert.rejects(bench.request("process_request", request));
  broken = false;
  expectValue(
    await bench.request<EntityReply<Product>>("process_request", request),
  );
});
