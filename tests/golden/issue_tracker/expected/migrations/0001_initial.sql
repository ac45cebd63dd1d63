-- The tables as of the first version. Migrations go forward only: never edit this file once it has
-- been applied anywhere, add 0002_….sql instead.

CREATE TABLE "_serials" (
  "name" TEXT PRIMARY KEY NOT NULL,
  "last" INTEGER NOT NULL
) STRICT;

CREATE TABLE "members" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL DEFAULT 1,
  "username" TEXT NOT NULL,
  "name" TEXT
) STRICT;
CREATE UNIQUE INDEX "members_username_unique" ON "members" ("username");

CREATE TABLE "tickets" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL DEFAULT 1,
  "number" INTEGER NOT NULL,
  "title" TEXT NOT NULL,
  "labels" TEXT NOT NULL CHECK (json_type("labels") = 'array'),
  "estimates" TEXT NOT NULL CHECK (json_type("estimates") = 'array'),
  "watchers" TEXT NOT NULL CHECK (json_type("watchers") = 'array'),
  "days" TEXT NOT NULL CHECK (json_type("days") = 'array'),
  "due_dates" TEXT NOT NULL CHECK (json_type("due_dates") = 'array'),
  "assignee_id" TEXT REFERENCES "members" ("id") ON DELETE SET NULL
) STRICT;
CREATE UNIQUE INDEX "tickets_number_unique" ON "tickets" ("number");
CREATE INDEX "tickets_assignee_id" ON "tickets" ("assignee_id");

CREATE TABLE "pages" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL DEFAULT 1,
  "title" TEXT NOT NULL,
  "slug" TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX "pages_slug_unique" ON "pages" ("slug");
