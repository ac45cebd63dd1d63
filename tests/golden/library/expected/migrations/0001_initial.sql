-- The tables as of the first version. Migrations go forward only: never edit this file once it has
-- been applied anywhere, add 0002_….sql instead.

CREATE TABLE "books" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL DEFAULT 1,
  "title" TEXT NOT NULL,
  "author" TEXT,
  "isbn" TEXT,
  "published_year" INTEGER,
  "number_of_copies" INTEGER
) STRICT;
CREATE UNIQUE INDEX "books_isbn_unique" ON "books" ("isbn");

CREATE TABLE "members" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL DEFAULT 1,
  "name" TEXT NOT NULL,
  "email" TEXT COLLATE NOCASE,
  "phone" TEXT,
  "joined_date" TEXT
) STRICT;
CREATE UNIQUE INDEX "members_email_unique" ON "members" ("email");

CREATE TABLE "loans" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL DEFAULT 1,
  "due_date" TEXT,
  "returned" INTEGER NOT NULL CHECK ("returned" IN (0, 1)),
  "book_id" TEXT NOT NULL REFERENCES "books" ("id") ON DELETE NO ACTION,
  "member_id" TEXT NOT NULL REFERENCES "members" ("id") ON DELETE NO ACTION
) STRICT;
CREATE INDEX "loans_book_id" ON "loans" ("book_id");
CREATE INDEX "loans_member_id" ON "loans" ("member_id");
