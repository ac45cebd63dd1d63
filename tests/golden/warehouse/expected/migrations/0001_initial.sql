-- The tables as of the first version. Migrations go forward only: never edit this file once it has
-- been applied anywhere, add 0002_….sql instead.

CREATE TABLE "suppliers" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL DEFAULT 1,
  "name" TEXT NOT NULL
) STRICT;

CREATE TABLE "products" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL DEFAULT 1,
  "sku" TEXT NOT NULL,
  "title" TEXT NOT NULL,
  "stock" INTEGER NOT NULL,
  "status" TEXT NOT NULL CHECK ("status" IN ('offered', 'withdrawn')),
  "supplier_id" TEXT NOT NULL REFERENCES "suppliers" ("id") ON DELETE CASCADE
) STRICT;
CREATE UNIQUE INDEX "products_sku_unique" ON "products" ("sku");
CREATE INDEX "products_supplier_id" ON "products" ("supplier_id");

CREATE TABLE "withdrawals" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL DEFAULT 1,
  "quantity" INTEGER NOT NULL,
  "status" TEXT NOT NULL CHECK ("status" IN ('planned', 'taken')),
  "product_id" TEXT NOT NULL REFERENCES "products" ("id") ON DELETE NO ACTION
) STRICT;
CREATE INDEX "withdrawals_product_id" ON "withdrawals" ("product_id");

CREATE TABLE "_deleted" (
  "table_name" TEXT NOT NULL,
  "id" TEXT NOT NULL,
  "deleted_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL,
  "entity" TEXT NOT NULL CHECK (json_valid("entity")),
  PRIMARY KEY ("table_name", "id")
) STRICT;
