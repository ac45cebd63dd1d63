-- The tables as of the first version. Migrations go forward only: never edit this file once it has
-- been applied anywhere, add 0002_….sql instead.

CREATE TABLE "customers" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL DEFAULT 1,
  "name" TEXT NOT NULL,
  "email" TEXT COLLATE NOCASE NOT NULL,
  "since" TEXT
) STRICT;
CREATE UNIQUE INDEX "customers_email_unique" ON "customers" ("email");

CREATE TABLE "orders" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL DEFAULT 1,
  "number" TEXT NOT NULL,
  "status" TEXT NOT NULL CHECK ("status" IN ('open', 'paid', 'shipped', 'cancelled')),
  "total" INTEGER NOT NULL,
  "weight" REAL,
  "items" INTEGER NOT NULL,
  "gift" INTEGER NOT NULL CHECK ("gift" IN (0, 1)),
  "paid_at" TEXT,
  "pickup" TEXT,
  "tracking" TEXT,
  "extras" TEXT CHECK (json_valid("extras")),
  "customer_id" TEXT NOT NULL REFERENCES "customers" ("id") ON DELETE CASCADE,
  "referrer_id" TEXT REFERENCES "customers" ("id") ON DELETE SET NULL
) STRICT;
CREATE UNIQUE INDEX "orders_number_unique" ON "orders" ("number");
CREATE INDEX "orders_customer_id" ON "orders" ("customer_id");
CREATE INDEX "orders_referrer_id" ON "orders" ("referrer_id");
