-- The tables as of the first version. Migrations go forward only: never edit this file once it has
-- been applied anywhere, add 0002_….sql instead.

CREATE TABLE "orders" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL DEFAULT 1,
  "customer" TEXT NOT NULL,
  "weight_grams" INTEGER NOT NULL,
  "zone" TEXT NOT NULL CHECK ("zone" IN ('domestic', 'europe', 'world')),
  "subtotal" INTEGER NOT NULL,
  "express" INTEGER NOT NULL CHECK ("express" IN (0, 1)),
  "status" TEXT NOT NULL CHECK ("status" IN ('open', 'shipped')),
  "shipping_cost" INTEGER
) STRICT;
