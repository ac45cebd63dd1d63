-- The tables as of the first version. Migrations go forward only: never edit this file once it has
-- been applied anywhere, add 0002_….sql instead.

CREATE TABLE "invoices" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL DEFAULT 1,
  "number" TEXT NOT NULL,
  "status" TEXT NOT NULL CHECK ("status" IN ('draft', 'sent', 'paid')),
  "sent_at" TEXT,
  "access_code" TEXT
) STRICT;

CREATE TABLE "invoice_lines" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL DEFAULT 1,
  "description" TEXT NOT NULL,
  "quantity" INTEGER NOT NULL,
  "unit_price" INTEGER NOT NULL,
  "discount" INTEGER NOT NULL,
  "tax_rate" INTEGER,
  "amount" INTEGER NOT NULL,
  "tax" INTEGER,
  "total" INTEGER,
  "per_piece" INTEGER NOT NULL,
  "invoice_id" TEXT NOT NULL REFERENCES "invoices" ("id") ON DELETE CASCADE
) STRICT;
CREATE INDEX "invoice_lines_invoice_id" ON "invoice_lines" ("invoice_id");
