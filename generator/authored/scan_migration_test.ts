import { assertEquals, assertStringIncludes } from "@std/assert";
import { scanMigration } from "./scan_migration.ts";

const PATH = "migrations/0001_initial.sql";
const RENDERED = `-- The tables.

CREATE TABLE "notes" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "text" TEXT NOT NULL DEFAULT 'none -- yet'
) STRICT;
CREATE INDEX "notes_text" ON "notes" ("text");
`;

const SAME: Readonly<Record<string, string>> = {
  "nothing": RENDERED,
  "comments": RENDERED.replace("-- The", "/* Mine.\n * All. */ -- Here: the"),
  "layout": RENDERED.replaceAll("\n  ", " ").replaceAll(";\n", "\n;\n"),
  "the case of words": RENDERED.replaceAll("CREATE", "create"),
};

for (const [what, text] of Object.entries(SAME)) {
  Deno.test(`scanMigration() takes a migration that differs in ${what}`, () => {
    assertEquals(scanMigration(PATH, text, RENDERED), []);
  });
}

const OTHER: Readonly<Record<string, string>> = {
  "a trigger more":
    `${RENDERED}CREATE TRIGGER tidy AFTER INSERT ON notes BEGIN DELETE FROM notes; END;\n`,
  "rows": `${RENDERED}INSERT INTO "notes" VALUES ('1', 'x');\n`,
  "an index less": RENDERED.split("CREATE INDEX")[0] ?? "",
  "a column less": RENDERED.replace(/,\n.*yet'/, ""),
  "another default": RENDERED.replace("none -- yet", "None -- yet"),
  "another name": RENDERED.replaceAll('"notes"', '"Notes"'),
  "a table behind a comment that does not nest on SQLite":
    `${RENDERED}/* /* */ DROP TABLE notes; /* */ */\n`,
  "an index within a comment that nests on PostgreSQL": `${
    RENDERED.replace("CREATE INDEX", "/* /* */ CREATE INDEX")
  }-- */ */\n`,
  "a table behind a comment that ends with the line on PostgreSQL":
    `${RENDERED}-- fine\rDROP TABLE notes;\n`,
  "nothing behind an end of the text": RENDERED.replace("The", "The\0"),
  "a comment that stays open": `${RENDERED}/* fine\n`,
};

for (const [what, text] of Object.entries(OTHER)) {
  Deno.test(`scanMigration() refuses a migration with ${what}`, () => {
    const [fault] = scanMigration(PATH, text, RENDERED);
    assertStringIncludes(fault?.place ?? "", `${PATH}:`);
    assertStringIncludes(fault?.cause ?? "", "wanted");
  });
}
