-- The tables as of the first version. Migrations go forward only: never edit this file once it has
-- been applied anywhere, add 0002_….sql instead.

CREATE TABLE "customers" (
  "id" uuid PRIMARY KEY,
  "created_at" timestamptz(3) NOT NULL,
  "updated_at" timestamptz(3) NOT NULL,
  "version" bigint NOT NULL DEFAULT 1,
  "email" text COLLATE "C" NOT NULL,
  "name" text COLLATE "C" NOT NULL,
  "born" date,
  "website" text COLLATE "C"
);
CREATE UNIQUE INDEX "customers_email_unique" ON "customers" (lower("email"));
CREATE UNIQUE INDEX "customers_website_unique" ON "customers" (md5("website"));

CREATE TABLE "orders" (
  "id" uuid PRIMARY KEY,
  "created_at" timestamptz(3) NOT NULL,
  "updated_at" timestamptz(3) NOT NULL,
  "version" bigint NOT NULL DEFAULT 1,
  "number" text COLLATE "C" NOT NULL,
  "total" numeric(15, 2) NOT NULL,
  "weight" double precision,
  "units" bigint NOT NULL,
  "status" text COLLATE "C" NOT NULL CHECK ("status" IN ('open', 'paid', 'shipped')),
  "express" boolean NOT NULL,
  "due_on" date,
  "paid_at" timestamptz(3),
  "call_at" time(3),
  "note" text COLLATE "C",
  "extra" json,
  "customer_id" uuid NOT NULL REFERENCES "customers" ("id") ON DELETE NO ACTION DEFERRABLE,
  "replaces_id" uuid REFERENCES "orders" ("id") ON DELETE SET NULL
);
CREATE UNIQUE INDEX "orders_number_unique" ON "orders" ("number");
CREATE INDEX "orders_customer_id" ON "orders" ("customer_id");
CREATE INDEX "orders_replaces_id" ON "orders" ("replaces_id");

CREATE TABLE "order_lines" (
  "id" uuid PRIMARY KEY,
  "created_at" timestamptz(3) NOT NULL,
  "updated_at" timestamptz(3) NOT NULL,
  "version" bigint NOT NULL DEFAULT 1,
  "product" text COLLATE "C" NOT NULL,
  "quantity" bigint NOT NULL,
  "price" numeric(15, 2) NOT NULL,
  "order_id" uuid NOT NULL REFERENCES "orders" ("id") ON DELETE CASCADE
);
CREATE INDEX "order_lines_order_id" ON "order_lines" ("order_id");
