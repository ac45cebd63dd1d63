-- The tables as of the first version. Migrations go forward only: never edit this file once it has
-- been applied anywhere, add 0002_….sql instead.

CREATE TABLE "orders" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL DEFAULT 1,
  "number" TEXT NOT NULL,
  "address" TEXT NOT NULL CHECK (json_valid("address")),
  "lines" TEXT NOT NULL CHECK (json_type("lines") = 'array'),
  "billing" TEXT CHECK (json_valid("billing")),
  "receipt" TEXT CHECK (json_valid("receipt"))
) STRICT;
CREATE UNIQUE INDEX "orders_number_unique" ON "orders" ("number");
