-- The tables as of the first version. Migrations go forward only: never edit this file once it has
-- been applied anywhere, add 0002_….sql instead.

CREATE TABLE "_serials" (
  "name" TEXT PRIMARY KEY NOT NULL,
  "last" INTEGER NOT NULL
) STRICT;

CREATE TABLE "readers" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL DEFAULT 1,
  "email" TEXT COLLATE NOCASE NOT NULL,
  "name" TEXT NOT NULL,
  "about" TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX "readers_email_unique" ON "readers" ("email");
CREATE UNIQUE INDEX "readers_name_unique" ON "readers" ("name");

CREATE TABLE "books" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL DEFAULT 1,
  "slug" TEXT NOT NULL,
  "title" TEXT NOT NULL,
  "about" TEXT,
  "tags" TEXT NOT NULL CHECK (json_type("tags") = 'array'),
  "added_by_id" TEXT NOT NULL REFERENCES "readers" ("id") ON DELETE CASCADE
) STRICT;
CREATE UNIQUE INDEX "books_slug_unique" ON "books" ("slug");
CREATE INDEX "books_added_by_id" ON "books" ("added_by_id");

CREATE TABLE "reviews" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL DEFAULT 1,
  "number" INTEGER NOT NULL,
  "stars" INTEGER NOT NULL,
  "text" TEXT NOT NULL,
  "book_id" TEXT NOT NULL REFERENCES "books" ("id") ON DELETE CASCADE,
  "author_id" TEXT NOT NULL REFERENCES "readers" ("id") ON DELETE CASCADE
) STRICT;
CREATE UNIQUE INDEX "reviews_number_unique" ON "reviews" ("number");
CREATE INDEX "reviews_book_id" ON "reviews" ("book_id");
CREATE INDEX "reviews_author_id" ON "reviews" ("author_id");

CREATE TABLE "reader_follows" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL DEFAULT 1,
  "follower_id" TEXT NOT NULL REFERENCES "readers" ("id") ON DELETE CASCADE,
  "followed_id" TEXT NOT NULL REFERENCES "readers" ("id") ON DELETE CASCADE
) STRICT;
CREATE INDEX "reader_follows_follower_id" ON "reader_follows" ("follower_id");
CREATE INDEX "reader_follows_followed_id" ON "reader_follows" ("followed_id");
CREATE UNIQUE INDEX "reader_follows_follower_id_followed_id_unique" ON "reader_follows" ("follower_id", "followed_id");

CREATE TABLE "book_wants" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL DEFAULT 1,
  "user_id" TEXT NOT NULL REFERENCES "readers" ("id") ON DELETE CASCADE,
  "book_id" TEXT NOT NULL REFERENCES "books" ("id") ON DELETE CASCADE
) STRICT;
CREATE INDEX "book_wants_user_id" ON "book_wants" ("user_id");
CREATE INDEX "book_wants_book_id" ON "book_wants" ("book_id");
CREATE UNIQUE INDEX "book_wants_user_id_book_id_unique" ON "book_wants" ("user_id", "book_id");

CREATE TABLE "credentials" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL DEFAULT 1,
  "password_hash" TEXT NOT NULL,
  "user_id" TEXT NOT NULL REFERENCES "readers" ("id") ON DELETE CASCADE
) STRICT;
CREATE UNIQUE INDEX "credentials_user_id_unique" ON "credentials" ("user_id");

CREATE TABLE "refresh_tokens" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL DEFAULT 1,
  "token_hash" TEXT NOT NULL,
  "expires_at" TEXT NOT NULL,
  "user_id" TEXT NOT NULL REFERENCES "readers" ("id") ON DELETE CASCADE
) STRICT;
CREATE INDEX "refresh_tokens_user_id" ON "refresh_tokens" ("user_id");
