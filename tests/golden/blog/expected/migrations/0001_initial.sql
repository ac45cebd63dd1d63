-- The tables as of the first version. Migrations go forward only: never edit this file once it has
-- been applied anywhere, add 0002_….sql instead.

CREATE TABLE "posts" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL DEFAULT 1,
  "title" TEXT NOT NULL,
  "body" TEXT,
  "status" TEXT NOT NULL CHECK ("status" IN ('draft', 'published', 'archived'))
) STRICT;
CREATE UNIQUE INDEX "posts_title_unique" ON "posts" ("title");

CREATE TABLE "comments" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL DEFAULT 1,
  "author_name" TEXT,
  "text" TEXT,
  "post_id" TEXT NOT NULL REFERENCES "posts" ("id") ON DELETE NO ACTION
) STRICT;
CREATE INDEX "comments_post_id" ON "comments" ("post_id");
