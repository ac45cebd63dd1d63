-- The tables as of the first version. Migrations go forward only: never edit this file once it has
-- been applied anywhere, add 0002_….sql instead.

CREATE TABLE "_serials" (
  "name" TEXT PRIMARY KEY NOT NULL,
  "last" INTEGER NOT NULL
) STRICT;

CREATE TABLE "users" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL DEFAULT 1,
  "email" TEXT COLLATE NOCASE NOT NULL,
  "name" TEXT NOT NULL,
  "role" TEXT NOT NULL CHECK ("role" IN ('learner', 'teacher'))
) STRICT;
CREATE UNIQUE INDEX "users_email_unique" ON "users" ("email");
CREATE UNIQUE INDEX "users_name_unique" ON "users" ("name");

CREATE TABLE "courses" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL DEFAULT 1,
  "code" TEXT NOT NULL,
  "title" TEXT NOT NULL,
  "state" TEXT NOT NULL CHECK ("state" IN ('draft', 'open', 'closed')),
  "lead_id" TEXT NOT NULL REFERENCES "users" ("id") ON DELETE NO ACTION,
  "place_id" TEXT REFERENCES "places" ("id") ON DELETE SET NULL
) STRICT;
CREATE UNIQUE INDEX "courses_code_unique" ON "courses" ("code");
CREATE INDEX "courses_lead_id" ON "courses" ("lead_id");
CREATE INDEX "courses_place_id" ON "courses" ("place_id");

CREATE TABLE "lessons" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL DEFAULT 1,
  "number" INTEGER NOT NULL,
  "title" TEXT NOT NULL,
  "minutes" INTEGER NOT NULL,
  "course_id" TEXT NOT NULL REFERENCES "courses" ("id") ON DELETE CASCADE
) STRICT;
CREATE UNIQUE INDEX "lessons_number_unique" ON "lessons" ("number");
CREATE INDEX "lessons_course_id" ON "lessons" ("course_id");

CREATE TABLE "topics" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL DEFAULT 1,
  "name" TEXT NOT NULL,
  "approved" INTEGER NOT NULL CHECK ("approved" IN (0, 1)),
  "proposer_id" TEXT NOT NULL REFERENCES "users" ("id") ON DELETE NO ACTION
) STRICT;
CREATE UNIQUE INDEX "topics_name_unique" ON "topics" ("name");
CREATE INDEX "topics_proposer_id" ON "topics" ("proposer_id");

CREATE TABLE "reviews" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL DEFAULT 1,
  "text" TEXT NOT NULL,
  "course_id" TEXT NOT NULL REFERENCES "courses" ("id") ON DELETE CASCADE,
  "by_id" TEXT NOT NULL REFERENCES "users" ("id") ON DELETE NO ACTION
) STRICT;
CREATE INDEX "reviews_course_id" ON "reviews" ("course_id");
CREATE INDEX "reviews_by_id" ON "reviews" ("by_id");

CREATE TABLE "places" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL DEFAULT 1,
  "name" TEXT NOT NULL
) STRICT;

CREATE TABLE "course_topics" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL DEFAULT 1,
  "course_id" TEXT NOT NULL REFERENCES "courses" ("id") ON DELETE CASCADE,
  "topic_id" TEXT NOT NULL REFERENCES "topics" ("id") ON DELETE CASCADE
) STRICT;
CREATE INDEX "course_topics_course_id" ON "course_topics" ("course_id");
CREATE INDEX "course_topics_topic_id" ON "course_topics" ("topic_id");
CREATE UNIQUE INDEX "course_topics_course_id_topic_id_unique" ON "course_topics" ("course_id", "topic_id");

CREATE TABLE "course_likes" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL DEFAULT 1,
  "user_id" TEXT NOT NULL REFERENCES "users" ("id") ON DELETE CASCADE,
  "course_id" TEXT NOT NULL REFERENCES "courses" ("id") ON DELETE CASCADE
) STRICT;
CREATE INDEX "course_likes_user_id" ON "course_likes" ("user_id");
CREATE INDEX "course_likes_course_id" ON "course_likes" ("course_id");
CREATE UNIQUE INDEX "course_likes_user_id_course_id_unique" ON "course_likes" ("user_id", "course_id");

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
