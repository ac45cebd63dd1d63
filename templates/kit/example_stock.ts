/**
 * Products and the sales that take from their stock, in every engine: what the kit's own tests of adjustments work with.
 *
 * @module
 */
import type { Entity, EntitySpec } from "./entity_spec.ts";
import { postgresTableSql } from "./example_blog_postgres.ts";
import { tableSql } from "./example_blog.ts";
import { ADJUST_IN_MEMORY } from "./memory_adjustment.ts";
import { MemoryDatabase } from "./memory_database.ts";
import { MemoryTable } from "./memory_table.ts";
import { adjustInPostgres } from "./postgres_adjustment.ts";
import type { PostgresDatabase } from "./postgres_database.ts";
import { PostgresTable } from "./postgres_table.ts";
import { adjustInSqlite } from "./sqlite_adjustment.ts";
import { openSqlite } from "./sqlite_database.ts";
import { SqliteTable } from "./sqlite_table.ts";
import type { StoreCommand, StoreResult } from "./store_command.ts";

/** A table of any engine. */
export interface AnyTable<T> {
  /** Carries out one command. */
  execute(command: StoreCommand<T>): StoreResult<T> | Promise<StoreResult<T>>;
}

/** Something to sell. */
export interface Product extends Entity {
  /** How many there are; null where nobody counts. */
  readonly stock: number | null;
  /** What it has brought in. */
  readonly earned: number;
  /** How much of it was liked. */
  readonly rating: number;
}

/** Something sold. */
export interface Sale extends Entity {
  /** Whether it is done. */
  readonly done: boolean;
}

/** Describes {@link Product}. */
export const PRODUCT_SPEC: EntitySpec = {
  name: "product",
  label: "product",
  path: "/products",
  table: "products",
  fields: {
    stock: { kind: "integer", column: "stock", nullable: true },
    earned: { kind: "decimal", column: "earned", nullable: false, scale: 2 },
    rating: { kind: "number", column: "rating", nullable: false },
  },
  search: [],
};

/** Describes {@link Sale}. */
export const SALE_SPEC: EntitySpec = {
  name: "sale",
  label: "sale",
  path: "/sales",
  table: "sales",
  fields: { done: { kind: "boolean", column: "done", nullable: false } },
  search: [],
};

/** Both tables of one database. */
export interface Stock {
  /** What is adjusted. */
  readonly products: AnyTable<Product>;
  /** What adjusts it. */
  readonly sales: AnyTable<Sale>;
}

/** Opens empty tables in memory. */
export function memoryStock(): Stock {
  const database = new MemoryDatabase();
  return {
    products: new MemoryTable<Product>(PRODUCT_SPEC, database),
    sales: new MemoryTable<Sale>(SALE_SPEC, database, [ADJUST_IN_MEMORY]),
  };
}

/** Opens empty tables in SQLite. */
export function sqliteStock(): Stock {
  const database = openSqlite({ path: ":memory:", durability: "normal" });
  const own = "id TEXT PRIMARY KEY NOT NULL, created_at TEXT NOT NULL, " +
    "updated_at TEXT NOT NULL, version INTEGER NOT NULL DEFAULT 1";
  database.exec(`
    CREATE TABLE products (${own}, stock INTEGER, earned INTEGER NOT NULL, rating REAL NOT NULL) STRICT;
    CREATE TABLE sales (${own}, done INTEGER NOT NULL) STRICT`);
  const [products, sales] = [tableSql(PRODUCT_SPEC), tableSql(SALE_SPEC)];
  return {
    products: new SqliteTable<Product>(PRODUCT_SPEC, database, products),
    sales: new SqliteTable<Sale>(SALE_SPEC, database, sales, [
      adjustInSqlite,
    ]),
  };
}

/** Makes empty tables in a PostgreSQL schema, in place of those that are there. */
export async function postgresStock(
  database: PostgresDatabase,
): Promise<Stock> {
  const own = "id uuid PRIMARY KEY, created_at timestamptz(3) NOT NULL, " +
    "updated_at timestamptz(3) NOT NULL, version bigint NOT NULL DEFAULT 1";
  await database.exec(`
    DROP TABLE IF EXISTS products, sales;
    CREATE TABLE products (${own}, stock bigint, earned numeric(15, 2) NOT NULL, rating double precision NOT NULL);
    CREATE TABLE sales (${own}, done boolean NOT NULL)`);
  const products = postgresTableSql(PRODUCT_SPEC);
  const sales = postgresTableSql(SALE_SPEC);
  return {
    products: new PostgresTable<Product>(PRODUCT_SPEC, database, products),
    sales: new PostgresTable<Sale>(SALE_SPEC, database, sales, [
      adjustInPostgres,
    ]),
  };
}
