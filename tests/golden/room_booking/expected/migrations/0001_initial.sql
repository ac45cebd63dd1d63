-- The tables as of the first version. Migrations go forward only: never edit this file once it has
-- been applied anywhere, add 0002_….sql instead.

CREATE TABLE "rooms" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL DEFAULT 1,
  "building" TEXT NOT NULL,
  "number" INTEGER NOT NULL,
  "kind" TEXT NOT NULL CHECK ("kind" IN ('office', 'hall', 'lab'))
) STRICT;
CREATE UNIQUE INDEX "rooms_building_number_unique" ON "rooms" ("building", "number");

CREATE TABLE "bookings" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL DEFAULT 1,
  "starts_at" TEXT NOT NULL,
  "status" TEXT NOT NULL CHECK ("status" IN ('asked', 'granted', 'refused')),
  "guest" TEXT COLLATE NOCASE NOT NULL,
  "seat" TEXT,
  "room_id" TEXT NOT NULL REFERENCES "rooms" ("id") ON DELETE CASCADE
) STRICT;
CREATE INDEX "bookings_room_id" ON "bookings" ("room_id");
CREATE UNIQUE INDEX "bookings_room_id_starts_at_unique" ON "bookings" ("room_id", "starts_at");
CREATE UNIQUE INDEX "bookings_guest_seat_starts_at_unique" ON "bookings" ("guest", "seat", "starts_at");
CREATE INDEX "bookings_status_created_at_index" ON "bookings" ("status", "created_at", "id");
CREATE INDEX "bookings_room_id_status_index" ON "bookings" ("room_id", "status", "id");
