-- The tables as of the first version. Migrations go forward only: never edit this file once it has
-- been applied anywhere, add 0002_….sql instead.

CREATE TABLE "articles" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL DEFAULT 1,
  "slug" TEXT NOT NULL,
  "title" TEXT NOT NULL,
  "body" TEXT NOT NULL,
  "teaser" TEXT,
  "topics" TEXT NOT NULL CHECK (json_type("topics") = 'array'),
  "status" TEXT NOT NULL CHECK ("status" IN ('draft', 'published'))
) STRICT;
CREATE UNIQUE INDEX "articles_slug_unique" ON "articles" ("slug");

CREATE TABLE "tags" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL DEFAULT 1,
  "handle" TEXT NOT NULL,
  "label" TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX "tags_handle_unique" ON "tags" ("handle");
CREATE UNIQUE INDEX "tags_label_unique" ON "tags" ("label");
