-- The tables as of the first version. Migrations go forward only: never edit this file once it has
-- been applied anywhere, add 0002_….sql instead.

CREATE TABLE "things" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL DEFAULT 1,
  "label" TEXT NOT NULL,
  "note" TEXT,
  "mail" TEXT COLLATE NOCASE NOT NULL,
  "work" TEXT COLLATE NOCASE,
  "long" TEXT COLLATE NOCASE,
  "site" TEXT NOT NULL,
  "repository" TEXT,
  "born" TEXT,
  "at" TEXT NOT NULL,
  "tea" TEXT NOT NULL,
  "key" TEXT,
  "home" TEXT NOT NULL,
  "kind" TEXT CHECK ("kind" IN ('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h')),
  "count" INTEGER,
  "weight" REAL,
  "price" INTEGER,
  "open" INTEGER NOT NULL CHECK ("open" IN (0, 1)),
  "extra" TEXT NOT NULL CHECK (json_valid("extra")),
  "takes" INTEGER,
  "rest" INTEGER NOT NULL,
  "break" INTEGER NOT NULL,
  "laps" TEXT NOT NULL CHECK (json_type("laps") = 'array')
) STRICT;
CREATE UNIQUE INDEX "things_note_unique" ON "things" ("note");
CREATE UNIQUE INDEX "things_mail_unique" ON "things" ("mail");
CREATE UNIQUE INDEX "things_work_unique" ON "things" ("work");
CREATE UNIQUE INDEX "things_repository_unique" ON "things" ("repository");
CREATE UNIQUE INDEX "things_born_unique" ON "things" ("born");
CREATE UNIQUE INDEX "things_at_unique" ON "things" ("at");
CREATE UNIQUE INDEX "things_tea_unique" ON "things" ("tea");
CREATE UNIQUE INDEX "things_key_unique" ON "things" ("key");
CREATE UNIQUE INDEX "things_kind_unique" ON "things" ("kind");
CREATE UNIQUE INDEX "things_count_unique" ON "things" ("count");
CREATE UNIQUE INDEX "things_weight_unique" ON "things" ("weight");
CREATE UNIQUE INDEX "things_takes_unique" ON "things" ("takes");
