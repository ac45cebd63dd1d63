-- The tables as of the first version. Migrations go forward only: never edit this file once it has
-- been applied anywhere, add 0002_….sql instead.

CREATE TABLE "recipes" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL DEFAULT 1,
  "name" TEXT NOT NULL,
  "steps" TEXT
) STRICT;

CREATE TABLE "labels" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL DEFAULT 1,
  "word" TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX "labels_word_unique" ON "labels" ("word");

CREATE TABLE "recipe_labels" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL DEFAULT 1,
  "recipe_id" TEXT NOT NULL REFERENCES "recipes" ("id") ON DELETE CASCADE,
  "label_id" TEXT NOT NULL REFERENCES "labels" ("id") ON DELETE CASCADE
) STRICT;
CREATE INDEX "recipe_labels_recipe_id" ON "recipe_labels" ("recipe_id");
CREATE INDEX "recipe_labels_label_id" ON "recipe_labels" ("label_id");
CREATE UNIQUE INDEX "recipe_labels_recipe_id_label_id_unique" ON "recipe_labels" ("recipe_id", "label_id");

CREATE TABLE "recipe_goes_with_links" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL DEFAULT 1,
  "recipe_id" TEXT NOT NULL REFERENCES "recipes" ("id") ON DELETE CASCADE,
  "goes_with_id" TEXT NOT NULL REFERENCES "recipes" ("id") ON DELETE CASCADE
) STRICT;
CREATE INDEX "recipe_goes_with_links_recipe_id" ON "recipe_goes_with_links" ("recipe_id");
CREATE INDEX "recipe_goes_with_links_goes_with_id" ON "recipe_goes_with_links" ("goes_with_id");
CREATE UNIQUE INDEX "recipe_goes_with_links_recipe_id_goes_with_id_unique" ON "recipe_goes_with_links" ("recipe_id", "goes_with_id");
