-- The tables as of the first version. Migrations go forward only: never edit this file once it has
-- been applied anywhere, add 0002_….sql instead.

CREATE TABLE "articles" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL DEFAULT 1,
  "title" TEXT NOT NULL,
  "body" TEXT,
  "desk" TEXT NOT NULL CHECK ("desk" IN ('local', 'world', 'sport')),
  "status" TEXT NOT NULL CHECK ("status" IN ('draft', 'printed')),
  "fee" INTEGER,
  "words" INTEGER,
  "printed_on" TEXT,
  "slug" TEXT NOT NULL,
  "note" TEXT,
  "author_id" TEXT NOT NULL REFERENCES "users" ("id") ON DELETE NO ACTION
) STRICT;
CREATE UNIQUE INDEX "articles_slug_unique" ON "articles" ("slug");
CREATE INDEX "articles_author_id" ON "articles" ("author_id");
CREATE VIRTUAL TABLE "_articles_words" USING fts5("id", "words", tokenize = "ascii tokenchars '-'", detail = column);
CREATE TRIGGER "_articles_words_gone" AFTER DELETE ON "articles" BEGIN
  DELETE FROM "_articles_words" WHERE "_articles_words" MATCH '"id" : "' || OLD."id" || '"';
END;

CREATE TABLE "users" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL DEFAULT 1,
  "email" TEXT COLLATE NOCASE NOT NULL,
  "role" TEXT NOT NULL CHECK ("role" IN ('reader', 'editor'))
) STRICT;
CREATE UNIQUE INDEX "users_email_unique" ON "users" ("email");

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

CREATE TABLE "_deleted" (
  "table_name" TEXT NOT NULL,
  "id" TEXT NOT NULL,
  "deleted_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL,
  "entity" TEXT NOT NULL CHECK (json_valid("entity")),
  PRIMARY KEY ("table_name", "id")
) STRICT;
