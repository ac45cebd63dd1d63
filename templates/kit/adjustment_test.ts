import { assertEquals } from "@std/assert";
import { adjustments } from "./adjustment.ts";
import {
  memoryStock,
  postgresStock,
  type Product,
  PRODUCT_SPEC,
  type Sale,
  SALE_SPEC,
  sqliteStock,
  type Stock,
} from "./example_stock.ts";
import { openPostgres } from "./postgres_database.ts";
import { openTestSchema } from "./postgres_test_schema.ts";
import { sampleEntity } from "./sample_entity.ts";
import type { Adjustment, StoreResult } from "./store_command.ts";
import { testWithPostgres } from "./test_with_postgres.ts";

Deno.test("ADJUST_IN_MEMORY changes another entity or nothing", () =>
  adjustsOrNothing(memoryStock));

Deno.test("adjustInSqlite() changes another entity or nothing", () =>
  adjustsOrNothing(sqliteStock));

await testWithPostgres("adjustInPostgres()", async (t, url) => {
  await using schema = await openTestSchema(url);
  await using database = await openPostgres({
    url: schema.url,
    connections: 8,
  });
  await t.step(
    "changes another entity or nothing",
    () => adjustsOrNothing(() => postgresStock(database)),
  );
  await t.step("gives the last ones to as many as there are", async () => {
    for (let round = 0; round < 10; round++) {
      const stock = await postgresStock(database);
      const product = await addProduct(stock, { stock: 3 });
      const kinds = await Promise.all(
        Array.from({ length: 8 }, async () => {
          const sale = await addSale(stock);
          const adjust = [taking(product, "stock", -1)];
          return (await finish(stock, sale, adjust)).kind;
        }),
      );
      assertEquals(kinds.filter((kind) => kind === "entity").length, 3);
      assertEquals((await read(stock, product)).entity.stock, 0);
    }
  });
  await t.step(
    "moves between two, both ways at once, and loses nothing",
    async () => {
      const stock = await postgresStock(database);
      const products = [
        await addProduct(stock, { stock: 50 }),
        await addProduct(stock, { stock: 50 }),
      ];
      const results = await Promise.all(
        Array.from({ length: 20 }, async (_, n) => {
          const sale = await addSale(stock);
          const [from, to] = n % 2 === 0 ? products : products.toReversed();
          const adjust = [taking(from!, "stock", -1), taking(to!, "stock", 1)];
          return await finish(stock, sale, adjust);
        }),
      );
      assertEquals(results.filter(({ kind }) => kind !== "entity"), []);
      for (const product of products) {
        assertEquals((await read(stock, product)).entity.stock, 50);
      }
    },
  );
});

Deno.test("adjustments() takes from and adds to one number in one step, exactly", () => {
  const adjust = adjustments(
    { reference: "fromId", spec: PRODUCT_SPEC, field: "earned", by: -0.1 },
    {
      reference: "toId",
      spec: PRODUCT_SPEC,
      field: "earned",
      by: { field: "amount", times: 1 },
    },
  );
  const transfer = (fromId: string | null, toId: string, amount = 0.3) => {
    const server = { id: "t", createdAt: "", updatedAt: "" };
    const outcome = adjust(
      { ...server, fromId, toId, amount } as typeof server,
    );
    return outcome.ok
      ? outcome.value.map(({ id, by }) => [id, by])
      : outcome.problem.status;
  };
  assertEquals(transfer("a", "a"), [["a", 0.2]]);
  assertEquals(transfer("b", "a"), [["b", -0.1], ["a", 0.3]]);
  assertEquals(transfer("a", "a", 0.1), []);
  assertEquals(transfer(null, "a"), 409);
});

async function adjustsOrNothing(
  open: () => Stock | Promise<Stock>,
): Promise<void> {
  const stock = await open();
  const product = await addProduct(stock, { stock: 2, earned: 0.1, rating: 1 });
  const sale = await addSale(stock);
  const all = [
    taking(product, "stock", -2),
    { ...taking(product, "earned", 0.2), max: 0.3 },
    taking(product, "rating", 0.5),
  ];
  assertEquals((await finish(stock, sale, all)).kind, "entity");
  const after = await read(stock, product);
  assertEquals(after, {
    entity: {
      ...product,
      stock: 0,
      earned: 0.3,
      rating: 1.5,
      updatedAt: LATER,
    },
    version: 4,
  });
  assertEquals((await finish(stock, sale, all)).kind, "stale");
  const uncounted = await addProduct(stock, { stock: null });
  const unknown = sampleEntity<Product>(PRODUCT_SPEC, 9);
  for (
    const [adjustment, reason, bound] of [
      [taking(product, "stock", -1), "low", 0],
      [{ ...taking(product, "earned", 0.01), max: 0.3 }, "high", 0.3],
      [
        taking(product, "earned", 9_999_999_999_999.99),
        "high",
        9_999_999_999_999.99,
      ],
      [taking(uncounted, "stock", 1), "empty"],
      [taking(unknown, "stock", 1), "missing"],
    ] as const
  ) {
    const other = await addSale(stock);
    // Whatever could be adjusted before is taken back.
    const adjust = [taking(product, "rating", 1), adjustment];
    assertEquals(await finish(stock, other, adjust), {
      kind: "unadjusted",
      label: "product",
      field: adjustment.field,
      reason,
      ...(bound === undefined ? {} : { bound }),
    });
    assertEquals(await stock.sales.execute({ kind: "get", id: other.id }), {
      kind: "entity",
      entity: other,
      version: 1,
    });
    assertEquals(await read(stock, product), after);
  }
}

function finish(
  stock: Stock,
  sale: Sale,
  adjust: readonly Adjustment[],
): StoreResult<Sale> | Promise<StoreResult<Sale>> {
  const entity = { ...sale, done: true, updatedAt: LATER };
  return stock.sales.execute({ kind: "update", entity, version: 1, adjust });
}

function taking(product: Product, field: string, by: number): Adjustment {
  const least = field === "stock" ? { min: 0 } : {};
  return { spec: PRODUCT_SPEC, id: product.id, field, by, ...least };
}

async function addProduct(
  stock: Stock,
  values: Partial<Product>,
): Promise<Product> {
  const entity = sampleEntity<Product>(PRODUCT_SPEC, 1, values);
  await stock.products.execute({ kind: "insert", entity });
  return entity;
}

async function addSale(stock: Stock): Promise<Sale> {
  const entity = sampleEntity<Sale>(SALE_SPEC, 1, { done: false });
  await stock.sales.execute({ kind: "insert", entity });
  return entity;
}

async function read(
  stock: Stock,
  { id }: Product,
): Promise<{ entity: Product; version: number }> {
  const found = await stock.products.execute({ kind: "get", id });
  if (found.kind !== "entity") throw new Error(`found "${found.kind}"`);
  return { entity: found.entity, version: found.version };
}

const LATER = "2030-01-01T00:00:00.000Z";
