/**
 * Articles whose words can be searched, in every engine: what the kit's own tests of full-text search work with.
 *
 * @module
 */
import type { Entity, EntitySpec } from "./entity_spec.ts";
import { MemoryDatabase } from "./memory_database.ts";
import { MemoryTable } from "./memory_table.ts";
import { openPostgres, type PostgresDatabase } from "./postgres_database.ts";
import { PostgresTable } from "./postgres_table.ts";
import { keepWordsInPostgres } from "./postgres_words.ts";
import { sampleEntity } from "./sample_entity.ts";
import { searchWords } from "./search_words.ts";
import { openSqlite, type SqliteDatabase } from "./sqlite_database.ts";
import { SqliteTable } from "./sqlite_table.ts";
import { keepWordsInSqlite } from "./sqlite_words.ts";
import type { StoreCommand, StoreResult } from "./store_command.ts";
import type { TableUnderTest } from "./table_conformance.ts";

/** Something to read. */
export interface Article extends Entity {
  /** Searched. */
  readonly title: string;
  /** Searched, too. */
  readonly body: string | null;
  /** Not searched. */
  readonly note: string | null;
}

/** Describes {@link Article}. */
export const ARTICLE_SPEC: EntitySpec = {
  name: "article",
  label: "article",
  path: "/articles",
  table: "articles",
  fields: {
    title: { kind: "string", column: "title", nullable: false },
    body: { kind: "text", column: "body", nullable: true },
    note: { kind: "text", column: "note", nullable: true },
  },
  search: ["title", "body"],
  words: searchWords,
};

/** Makes an article without text, but for what is given. */
export function article(values: Partial<Article> = {}, n = 0): Article {
  const empty = { title: "", body: null, note: null };
  return sampleEntity(ARTICLE_SPEC, n, { ...empty, ...values });
}

/** An empty table of any engine. */
export type ArticlesUnderTest = TableUnderTest<Article> & {
  /** Carries out one command. */
  readonly execute: (
    command: StoreCommand<Article>,
  ) => Promise<StoreResult<Article>>;
};

/** Opens an empty table in memory. */
export function memoryArticles(): ArticlesUnderTest {
  const table = new MemoryTable<Article>(ARTICLE_SPEC, new MemoryDatabase());
  return underTest(table, () => {});
}

/** Opens an empty table in SQLite. */
export function sqliteArticles(): ArticlesUnderTest & {
  readonly database: SqliteDatabase;
} {
  const database = openSqlite({ path: ":memory:", durability: "normal" });
  database.exec(`
    CREATE TABLE "articles" (
      "id" TEXT PRIMARY KEY NOT NULL,
      "created_at" TEXT NOT NULL,
      "updated_at" TEXT NOT NULL,
      "version" INTEGER NOT NULL DEFAULT 1,
      "title" TEXT NOT NULL,
      "body" TEXT,
      "note" TEXT
    ) STRICT;
    CREATE VIRTUAL TABLE "_articles_words" USING fts5(
      "id", "words", tokenize = "ascii tokenchars '-'", detail = column
    );
    CREATE TRIGGER "_articles_words_gone" AFTER DELETE ON "articles" BEGIN
      DELETE FROM "_articles_words"
      WHERE "_articles_words" MATCH '"id" : "' || OLD."id" || '"';
    END`);
  const table = new SqliteTable<Article>(ARTICLE_SPEC, database, {
    insert:
      "INSERT INTO articles (id, created_at, updated_at, title, body, note) VALUES (?, ?, ?, ?, ?, ?)",
    select:
      "SELECT id, created_at, updated_at, title, body, note, version FROM articles",
    update:
      "UPDATE articles SET updated_at = ?, title = ?, body = ?, note = ?, version = version + 1 WHERE id = ? AND version = ?",
    delete: "DELETE FROM articles WHERE id = ?",
  }, [keepWordsInSqlite(ARTICLE_SPEC)]);
  const dispose = () => database[Symbol.dispose]();
  return { ...underTest(table, dispose), database };
}

/** Opens an empty table in a PostgreSQL schema. */
export async function postgresArticles(
  url: string,
): Promise<ArticlesUnderTest & { readonly database: PostgresDatabase }> {
  const database = await openPostgres({ url, connections: 4 });
  await database.exec(`
    CREATE TABLE "articles" (
      "id" uuid PRIMARY KEY,
      "created_at" timestamptz(3) NOT NULL,
      "updated_at" timestamptz(3) NOT NULL,
      "version" bigint NOT NULL DEFAULT 1,
      "title" text COLLATE "C" NOT NULL,
      "body" text COLLATE "C",
      "note" text COLLATE "C",
      "_words" tsvector NOT NULL DEFAULT ''
    );
    CREATE INDEX "articles_words" ON "articles" USING gin ("_words")`);
  const table = new PostgresTable<Article>(ARTICLE_SPEC, database, {
    insert:
      "INSERT INTO articles (id, created_at, updated_at, title, body, note) VALUES ($1, $2, $3, $4, $5, $6)",
    select: "SELECT * FROM articles",
    update:
      "UPDATE articles SET updated_at = $1, title = $2, body = $3, note = $4, version = version + 1 WHERE id = $5 AND version = $6",
    delete: "DELETE FROM articles WHERE id = $1",
  }, [keepWordsInPostgres(ARTICLE_SPEC)]);
  const dispose = () => database[Symbol.asyncDispose]();
  return { ...underTest(table, dispose), database };
}

function underTest(
  table: TableUnderTest<Article>["table"],
  dispose: () => void | Promise<void>,
): ArticlesUnderTest {
  return {
    table,
    spec: ARTICLE_SPEC,
    sample: (n) => sampleEntity<Article>(ARTICLE_SPEC, n),
    dispose,
    execute: (command) => Promise.resolve(table.execute(command)),
  };
}
