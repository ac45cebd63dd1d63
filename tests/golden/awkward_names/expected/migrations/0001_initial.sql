-- The tables as of the first version. Migrations go forward only: never edit this file once it has
-- been applied anywhere, add 0002_….sql instead.

CREATE TABLE "groups" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL DEFAULT 1,
  "order" INTEGER,
  "select" TEXT NOT NULL,
  "class" TEXT NOT NULL CHECK ("class" IN ('it''s', 'say "hi"', '`tick`', '${x}', '*/')),
  "default" TEXT NOT NULL,
  "new_value" INTEGER NOT NULL CHECK ("new_value" IN (0, 1))
) STRICT;

CREATE TABLE "events" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL DEFAULT 1,
  "request" TEXT NOT NULL,
  "group_id" TEXT NOT NULL REFERENCES "groups" ("id") ON DELETE NO ACTION
) STRICT;
CREATE INDEX "events_group_id" ON "events" ("group_id");

CREATE TABLE "maps" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL DEFAULT 1,
  "function" TEXT NOT NULL,
  "return" REAL
) STRICT;
CREATE UNIQUE INDEX "maps_function_unique" ON "maps" ("function");
