-- The tables as of the first version. Migrations go forward only: never edit this file once it has
-- been applied anywhere, add 0002_….sql instead.

CREATE TABLE "users" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL DEFAULT 1,
  "email" TEXT COLLATE NOCASE NOT NULL,
  "name" TEXT NOT NULL,
  "bio" TEXT,
  "role" TEXT NOT NULL CHECK ("role" IN ('member', 'editor', 'admin'))
) STRICT;
CREATE UNIQUE INDEX "users_email_unique" ON "users" ("email");

CREATE TABLE "articles" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL DEFAULT 1,
  "title" TEXT NOT NULL,
  "slug" TEXT NOT NULL,
  "body" TEXT,
  "status" TEXT NOT NULL CHECK ("status" IN ('draft', 'published')),
  "published_at" TEXT,
  "author_id" TEXT NOT NULL REFERENCES "users" ("id") ON DELETE NO ACTION
) STRICT;
CREATE UNIQUE INDEX "articles_slug_unique" ON "articles" ("slug");
CREATE INDEX "articles_author_id" ON "articles" ("author_id");

CREATE TABLE "comments" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL DEFAULT 1,
  "text" TEXT NOT NULL,
  "article_id" TEXT NOT NULL REFERENCES "articles" ("id") ON DELETE CASCADE,
  "writer_id" TEXT NOT NULL REFERENCES "users" ("id") ON DELETE CASCADE
) STRICT;
CREATE INDEX "comments_article_id" ON "comments" ("article_id");
CREATE INDEX "comments_writer_id" ON "comments" ("writer_id");

CREATE TABLE "notebooks" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL DEFAULT 1,
  "name" TEXT NOT NULL,
  "keeper_id" TEXT NOT NULL REFERENCES "users" ("id") ON DELETE CASCADE
) STRICT;
CREATE INDEX "notebooks_keeper_id" ON "notebooks" ("keeper_id");

CREATE TABLE "notes" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL DEFAULT 1,
  "text" TEXT NOT NULL,
  "notebook_id" TEXT NOT NULL REFERENCES "notebooks" ("id") ON DELETE CASCADE,
  "keeper_id" TEXT NOT NULL REFERENCES "users" ("id") ON DELETE CASCADE
) STRICT;
CREATE INDEX "notes_notebook_id" ON "notes" ("notebook_id");
CREATE INDEX "notes_keeper_id" ON "notes" ("keeper_id");

CREATE TABLE "audit_entries" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL DEFAULT 1,
  "event" TEXT NOT NULL
) STRICT;

CREATE TABLE "tips" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL DEFAULT 1,
  "text" TEXT NOT NULL,
  "sender_id" TEXT REFERENCES "users" ("id") ON DELETE SET NULL
) STRICT;
CREATE INDEX "tips_sender_id" ON "tips" ("sender_id");

CREATE TABLE "credentials" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL DEFAULT 1,
  "password_hash" TEXT NOT NULL,
  "user_id" TEXT NOT NULL REFERENCES "users" ("id") ON DELETE CASCADE
) STRICT;
CREATE UNIQUE INDEX "credentials_user_id_unique" ON "credentials" ("user_id");

CREATE TABLE "refresh_tokens" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL DEFAULT 1,
  "token_hash" TEXT NOT NULL,
  "expires_at" TEXT NOT NULL,
  "user_id" TEXT NOT NULL REFERENCES "users" ("id") ON DELETE CASCADE
) STRICT;
CREATE INDEX "refresh_tokens_user_id" ON "refresh_tokens" ("user_id");
