-- The tables as of the first version. Migrations go forward only: never edit this file once it has
-- been applied anywhere, add 0002_….sql instead.

CREATE TABLE "_serials" (
  "name" TEXT PRIMARY KEY NOT NULL,
  "last" INTEGER NOT NULL
) STRICT;

CREATE TABLE "practices" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL DEFAULT 1,
  "name" TEXT NOT NULL,
  "open_since" TEXT
) STRICT;

CREATE TABLE "users" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL DEFAULT 1,
  "email" TEXT COLLATE NOCASE NOT NULL,
  "full_name" TEXT NOT NULL,
  "role" TEXT NOT NULL CHECK ("role" IN ('helper', 'vet')),
  "practice_id" TEXT NOT NULL REFERENCES "practices" ("id") ON DELETE NO ACTION,
  "mentor_id" TEXT REFERENCES "users" ("id") ON DELETE SET NULL
) STRICT;
CREATE UNIQUE INDEX "users_email_unique" ON "users" ("email");
CREATE INDEX "users_practice_id" ON "users" ("practice_id");
CREATE INDEX "users_mentor_id" ON "users" ("mentor_id");

CREATE TABLE "animals" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL DEFAULT 1,
  "chip" TEXT NOT NULL,
  "nickname" TEXT NOT NULL,
  "kind" TEXT NOT NULL CHECK ("kind" IN ('cat', 'dog', 'horse')),
  "state" TEXT NOT NULL CHECK ("state" IN ('well', 'ill')),
  "traits" TEXT NOT NULL CHECK (json_type("traits") = 'array'),
  "portrait" TEXT CHECK (json_valid("portrait")),
  "practice_id" TEXT NOT NULL REFERENCES "practices" ("id") ON DELETE NO ACTION,
  "keeper_id" TEXT NOT NULL REFERENCES "users" ("id") ON DELETE CASCADE
) STRICT;
CREATE UNIQUE INDEX "animals_chip_unique" ON "animals" ("chip");
CREATE INDEX "animals_practice_id" ON "animals" ("practice_id");
CREATE INDEX "animals_keeper_id" ON "animals" ("keeper_id");
CREATE UNIQUE INDEX "animals_practice_id_nickname_unique" ON "animals" ("practice_id", "nickname");

CREATE TABLE "visits" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL DEFAULT 1,
  "number" INTEGER NOT NULL,
  "reason" TEXT NOT NULL,
  "fee" INTEGER NOT NULL,
  "due_on" TEXT,
  "x_ray" TEXT CHECK (json_valid("x_ray")),
  "practice_id" TEXT NOT NULL REFERENCES "practices" ("id") ON DELETE NO ACTION,
  "animal_id" TEXT NOT NULL REFERENCES "animals" ("id") ON DELETE CASCADE,
  "by_id" TEXT NOT NULL REFERENCES "users" ("id") ON DELETE CASCADE,
  "helper_id" TEXT REFERENCES "users" ("id") ON DELETE SET NULL
) STRICT;
CREATE UNIQUE INDEX "visits_number_unique" ON "visits" ("number");
CREATE INDEX "visits_practice_id" ON "visits" ("practice_id");
CREATE INDEX "visits_animal_id" ON "visits" ("animal_id");
CREATE INDEX "visits_by_id" ON "visits" ("by_id");
CREATE INDEX "visits_helper_id" ON "visits" ("helper_id");

CREATE TABLE "remedies" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL DEFAULT 1,
  "name" TEXT NOT NULL,
  "practice_id" TEXT NOT NULL REFERENCES "practices" ("id") ON DELETE NO ACTION
) STRICT;
CREATE UNIQUE INDEX "remedies_name_unique" ON "remedies" ("name");
CREATE INDEX "remedies_practice_id" ON "remedies" ("practice_id");

CREATE TABLE "animal_remedies" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL DEFAULT 1,
  "animal_id" TEXT NOT NULL REFERENCES "animals" ("id") ON DELETE CASCADE,
  "remedy_id" TEXT NOT NULL REFERENCES "remedies" ("id") ON DELETE CASCADE
) STRICT;
CREATE INDEX "animal_remedies_animal_id" ON "animal_remedies" ("animal_id");
CREATE INDEX "animal_remedies_remedy_id" ON "animal_remedies" ("remedy_id");
CREATE UNIQUE INDEX "animal_remedies_animal_id_remedy_id_unique" ON "animal_remedies" ("animal_id", "remedy_id");

CREATE TABLE "animal_watches" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL DEFAULT 1,
  "user_id" TEXT NOT NULL REFERENCES "users" ("id") ON DELETE CASCADE,
  "animal_id" TEXT NOT NULL REFERENCES "animals" ("id") ON DELETE CASCADE
) STRICT;
CREATE INDEX "animal_watches_user_id" ON "animal_watches" ("user_id");
CREATE INDEX "animal_watches_animal_id" ON "animal_watches" ("animal_id");
CREATE UNIQUE INDEX "animal_watches_user_id_animal_id_unique" ON "animal_watches" ("user_id", "animal_id");

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
