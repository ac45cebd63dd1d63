-- The tables as of the first version. Migrations go forward only: never edit this file once it has
-- been applied anywhere, add 0002_….sql instead.

CREATE TABLE "apis" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL DEFAULT 1,
  "n" TEXT
) STRICT;

CREATE TABLE "sqls" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL DEFAULT 1,
  "s" TEXT NOT NULL,
  "api_id" TEXT NOT NULL REFERENCES "apis" ("id") ON DELETE NO ACTION
) STRICT;
CREATE INDEX "sqls_api_id" ON "sqls" ("api_id");

CREATE TABLE "bodies" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL DEFAULT 1,
  "enabled" INTEGER CHECK ("enabled" IN (0, 1)),
  "name" TEXT NOT NULL
) STRICT;

CREATE TABLE "tests" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL DEFAULT 1,
  "a" INTEGER,
  "b" INTEGER,
  "c" REAL
) STRICT;
CREATE UNIQUE INDEX "tests_c_unique" ON "tests" ("c");

CREATE TABLE "starts" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL DEFAULT 1,
  "d" INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX "starts_d_unique" ON "starts" ("d");

CREATE TABLE "controllers" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL DEFAULT 1,
  "isbn" TEXT NOT NULL,
  "code" TEXT NOT NULL
) STRICT;

CREATE TABLE "dones" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL DEFAULT 1,
  "status" TEXT NOT NULL CHECK ("status" IN ('a', 'b'))
) STRICT;

CREATE TABLE "changeds" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL DEFAULT 1,
  "uu" TEXT
) STRICT;
CREATE UNIQUE INDEX "changeds_uu_unique" ON "changeds" ("uu");

CREATE TABLE "xes" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL DEFAULT 1,
  "y" TEXT
) STRICT;

CREATE TABLE "receipts" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL DEFAULT 1,
  "t" TEXT,
  "x_id" TEXT NOT NULL REFERENCES "xes" ("id") ON DELETE NO ACTION
) STRICT;
CREATE INDEX "receipts_x_id" ON "receipts" ("x_id");

CREATE TABLE "uuids" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL DEFAULT 1,
  "function" TEXT NOT NULL
) STRICT;

CREATE TABLE "asserts" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL DEFAULT 1,
  "then" TEXT,
  "name" TEXT,
  "type" TEXT,
  "index" INTEGER
) STRICT;
