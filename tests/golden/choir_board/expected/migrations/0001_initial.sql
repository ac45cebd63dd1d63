-- The tables as of the first version. Migrations go forward only: never edit this file once it has
-- been applied anywhere, add 0002_….sql instead.

CREATE TABLE "users" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL DEFAULT 1,
  "email" TEXT COLLATE NOCASE NOT NULL,
  "full_name" TEXT NOT NULL,
  "role" TEXT NOT NULL CHECK ("role" IN ('guest', 'conductor'))
) STRICT;
CREATE UNIQUE INDEX "users_email_unique" ON "users" ("email");

CREATE TABLE "concerts" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL DEFAULT 1,
  "code" TEXT NOT NULL,
  "title" TEXT NOT NULL,
  "starts_on" TEXT,
  "state" TEXT NOT NULL CHECK ("state" IN ('planned', 'announced', 'over')),
  "program" TEXT,
  "door_code" TEXT,
  "leader_id" TEXT NOT NULL REFERENCES "users" ("id") ON DELETE NO ACTION
) STRICT;
CREATE UNIQUE INDEX "concerts_code_unique" ON "concerts" ("code");
CREATE INDEX "concerts_leader_id" ON "concerts" ("leader_id");

CREATE TABLE "seat_requests" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL DEFAULT 1,
  "seats" INTEGER NOT NULL,
  "status" TEXT NOT NULL CHECK ("status" IN ('asked', 'granted')),
  "concert_id" TEXT NOT NULL REFERENCES "concerts" ("id") ON DELETE CASCADE,
  "by_id" TEXT NOT NULL REFERENCES "users" ("id") ON DELETE NO ACTION
) STRICT;
CREATE INDEX "seat_requests_concert_id" ON "seat_requests" ("concert_id");
CREATE INDEX "seat_requests_by_id" ON "seat_requests" ("by_id");

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
