-- The tables as of the first version. Migrations go forward only: never edit this file once it has
-- been applied anywhere, add 0002_….sql instead.

CREATE TABLE "events" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL DEFAULT 1,
  "title" TEXT NOT NULL
) STRICT;

CREATE TABLE "tickets" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL DEFAULT 1,
  "seat" TEXT NOT NULL,
  "status" TEXT NOT NULL CHECK ("status" IN ('sold', 'used')),
  "used_at" TEXT,
  "pin" TEXT,
  "event_id" TEXT NOT NULL REFERENCES "events" ("id") ON DELETE CASCADE
) STRICT;
CREATE INDEX "tickets_event_id" ON "tickets" ("event_id");

CREATE TABLE "_outbox" (
  "sequence" INTEGER PRIMARY KEY AUTOINCREMENT,
  "id" TEXT NOT NULL,
  "webhook" TEXT NOT NULL,
  "subject" TEXT NOT NULL,
  "body" TEXT NOT NULL CHECK (json_valid("body")),
  "attempts" INTEGER NOT NULL DEFAULT 0,
  "due_at" INTEGER NOT NULL DEFAULT 0,
  "dead" INTEGER NOT NULL DEFAULT 0 CHECK ("dead" IN (0, 1)),
  "reason" TEXT
) STRICT;
CREATE INDEX "_outbox_subject" ON "_outbox" ("webhook", "subject", "sequence") WHERE "dead" = 0;
CREATE INDEX "_outbox_due" ON "_outbox" ("webhook", "sequence") WHERE "dead" = 0;
