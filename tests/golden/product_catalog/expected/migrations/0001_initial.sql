-- The tables as of the first version. Migrations go forward only: never edit this file once it has
-- been applied anywhere, add 0002_….sql instead.

CREATE TABLE "products" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL DEFAULT 1,
  "name" TEXT NOT NULL,
  "price" INTEGER,
  "sku" TEXT,
  "category" TEXT,
  "is_active" INTEGER NOT NULL CHECK ("is_active" IN (0, 1))
) STRICT;
CREATE UNIQUE INDEX "products_sku_unique" ON "products" ("sku");
