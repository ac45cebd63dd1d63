import assert from "node:assert/strict";
import type { Entity, EntitySpec } from "./entity_spec.ts";
import { expectFound } from "./expect_found.ts";
import { MemoryDatabase } from "./memory_database.ts";
import { MemoryTable } from "./memory_table.ts";

interface Book extends Entity {
  readonly title: string;
  readonly pages: number;
}

const BOOK: Book = {
  id: "01890a5d-ac96-774b-bcce-b302099a8057",
  createdAt: "2030-01-01T00:00:00.000Z",
  updatedAt: "2030-01-01T00:00:00.000Z",
  title: "Some title",
  pages: 1,
};

const SPEC: EntitySpec = {
  name: "book",
  label: "book",
  path: "/books",
  table: "books",
  fields: {
    title: { kind: "string", column: "title", nullable: false },
    pages: { kind: "integer", column: "pages", nullable: false },
  },
  search: ["title"],
};

async function storeOf(spec: EntitySpec, entity = BOOK) {
  const table = new MemoryTable<Book>(spec, new MemoryDatabase());
  await table.execute({ kind: "insert", entity });
  return table;
}

Deno.test("expectFound() accepts a store that finds an entity by all that it is told of", async () => {
  const table = await storeOf(SPEC);
  const by = { fields: ["title", "pages"], texts: ["title"] };
  await expectFound(
    (command) => Promise.resolve(table.execute(command)),
    BOOK,
    by,
  );
});

Deno.test("expectFound() notices a text that is not searched", async () => {
  const table = await storeOf({ ...SPEC, search: [] });
  const by = { fields: [], texts: ["title"] };
  await assert.rejects(
    expectFound((command) => Promise.resolve(table.execute(command)), BOOK, by),
  );
});

Deno.test("expectFound() notices a value that is not found", async () => {
  const table = await storeOf(SPEC, { ...BOOK, pages: 2 });
  const by = { fields: ["pages"] };
  await assert.rejects(
    expectFound((command) => Promise.resolve(table.execute(command)), BOOK, by),
  );
});
