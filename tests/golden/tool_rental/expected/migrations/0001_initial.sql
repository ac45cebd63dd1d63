-- The tables as of the first version. Migrations go forward only: never edit this file once it has
-- been applied anywhere, add 0002_….sql instead.

CREATE TABLE "tools" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL DEFAULT 1,
  "name" TEXT NOT NULL,
  "broken" INTEGER NOT NULL CHECK ("broken" IN (0, 1))
) STRICT;

CREATE TABLE "rentals" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL DEFAULT 1,
  "status" TEXT NOT NULL CHECK ("status" IN ('asked', 'confirmed', 'cancelled')),
  "starts_at" TEXT NOT NULL,
  "ends_at" TEXT NOT NULL,
  "person" TEXT COLLATE NOCASE NOT NULL,
  "tool_id" TEXT NOT NULL REFERENCES "tools" ("id") ON DELETE NO ACTION
) STRICT;
CREATE INDEX "rentals_tool_id" ON "rentals" ("tool_id");
CREATE INDEX "rentals_tool_id_starts_at_ends_at_taken" ON "rentals" ("tool_id", "starts_at", "ends_at");

CREATE TABLE "shifts" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL DEFAULT 1,
  "first_day" TEXT,
  "free_day" TEXT
) STRICT;
CREATE INDEX "shifts_first_day_free_day_taken" ON "shifts" ("first_day", "free_day");

CREATE TABLE "sales" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL DEFAULT 1,
  "status" TEXT NOT NULL CHECK ("status" IN ('open', 'placed', 'cancelled')),
  "quantity" INTEGER NOT NULL,
  "points" INTEGER NOT NULL,
  "item_id" TEXT NOT NULL REFERENCES "items" ("id") ON DELETE CASCADE,
  "client_id" TEXT REFERENCES "clients" ("id") ON DELETE SET NULL
) STRICT;
CREATE INDEX "sales_item_id" ON "sales" ("item_id");
CREATE INDEX "sales_client_id" ON "sales" ("client_id");

CREATE TABLE "items" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL DEFAULT 1,
  "name" TEXT NOT NULL,
  "stock" INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX "items_name_unique" ON "items" ("name");

CREATE TABLE "clients" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL DEFAULT 1,
  "name" TEXT NOT NULL,
  "credit" INTEGER NOT NULL
) STRICT;

CREATE TABLE "_deleted" (
  "table_name" TEXT NOT NULL,
  "id" TEXT NOT NULL,
  "deleted_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL,
  "entity" TEXT NOT NULL CHECK (json_valid("entity")),
  PRIMARY KEY ("table_name", "id")
) STRICT;
