/**
 * The blog of example_blog.ts in PostgreSQL.
 *
 * @module
 */
import type { Entity, EntitySpec } from "./entity_spec.ts";
import {
  type Author,
  AUTHOR_SPEC,
  type Comment,
  COMMENT_SPEC,
  type Post,
  POST_SPEC,
} from "./example_blog.ts";
import { openPostgres, type PostgresDatabase } from "./postgres_database.ts";
import { migratePostgres, type Migration } from "./postgres_migrations.ts";
import { PostgresTable, type PostgresTableSql } from "./postgres_table.ts";

/** Makes the tables, as a generated project does. */
export const POSTGRES_BLOG_MIGRATIONS: readonly Migration[] = [{
  name: "0001_create_blog",
  sql: `
    CREATE TABLE authors (
      id uuid PRIMARY KEY,
      created_at timestamptz(3) NOT NULL,
      updated_at timestamptz(3) NOT NULL,
      email text COLLATE "C" NOT NULL,
      handle text COLLATE "C",
      version bigint NOT NULL DEFAULT 1
    );
    CREATE UNIQUE INDEX authors_email ON authors (lower(email));
    CREATE UNIQUE INDEX authors_handle ON authors (handle);

    CREATE TABLE posts (
      id uuid PRIMARY KEY,
      created_at timestamptz(3) NOT NULL,
      updated_at timestamptz(3) NOT NULL,
      title text COLLATE "C" NOT NULL,
      text text COLLATE "C",
      rank bigint NOT NULL,
      price numeric(15, 2),
      score double precision,
      pinned boolean,
      status text COLLATE "C" NOT NULL CHECK (status IN ('draft', 'published', 'retracted')),
      due_on date,
      published_at timestamptz(3),
      remind_at time(3),
      takes bigint,
      meta json,
      tags jsonb NOT NULL,
      votes jsonb NOT NULL,
      shares jsonb NOT NULL,
      checks jsonb NOT NULL,
      watchers jsonb NOT NULL,
      author_id uuid NOT NULL REFERENCES authors (id) ON DELETE CASCADE,
      parent_id uuid REFERENCES posts (id) ON DELETE SET NULL,
      version bigint NOT NULL DEFAULT 1
    );
    CREATE UNIQUE INDEX posts_time ON posts (published_at, rank);
    CREATE UNIQUE INDEX posts_place ON posts (title, due_on, remind_at);
    CREATE INDEX posts_author_id ON posts (author_id);
    CREATE INDEX posts_parent_id ON posts (parent_id);

    CREATE TABLE blog_comments (
      id uuid PRIMARY KEY,
      created_at timestamptz(3) NOT NULL,
      updated_at timestamptz(3) NOT NULL,
      text text COLLATE "C" NOT NULL,
      post_id uuid NOT NULL REFERENCES posts (id) ON DELETE NO ACTION DEFERRABLE,
      version bigint NOT NULL DEFAULT 1
    );
    CREATE INDEX blog_comments_post_id ON blog_comments (post_id);
  `,
}];

/** The tables of one database. */
export interface PostgresBlog extends AsyncDisposable {
  /** The database. */
  readonly database: PostgresDatabase;
  /** Nothing stands before it. */
  readonly authors: PostgresTable<Author>;
  /** Need authors. */
  readonly posts: PostgresTable<Post>;
  /** Need posts. */
  readonly comments: PostgresTable<Comment>;
  /** Forgets everything. */
  clear(): Promise<void>;
}

/** Opens a blog in a database or schema that has none, or has this one. */
export async function postgresBlog(url: string): Promise<PostgresBlog> {
  const database = await openPostgres({ url, connections: 4 });
  await migratePostgres(database, POSTGRES_BLOG_MIGRATIONS);
  const table = <T extends Entity>(spec: EntitySpec) =>
    new PostgresTable<T>(spec, database, postgresTableSql(spec));
  return {
    database,
    authors: table<Author>(AUTHOR_SPEC),
    posts: table<Post>(POST_SPEC),
    comments: table<Comment>(COMMENT_SPEC),
    clear: () =>
      database.exec(
        "DELETE FROM blog_comments; DELETE FROM posts; DELETE FROM authors",
      ),
    [Symbol.asyncDispose]: () => database[Symbol.asyncDispose](),
  };
}

/** Writes out what a generated store declares in full. */
export function postgresTableSql(spec: EntitySpec): PostgresTableSql {
  const own = Object.values(spec.fields).map(({ column }) => column);
  const columns = ["id", "created_at", "updated_at", ...own];
  const places = columns.map((_, i) => `$${i + 1}`).join(", ");
  const sets = ["updated_at", ...own].map((column, i) =>
    `${column} = $${i + 1}`
  );
  return {
    insert: `INSERT INTO ${spec.table} (${
      columns.join(", ")
    }) VALUES (${places})`,
    select: `SELECT ${columns.join(", ")}, version FROM ${spec.table}`,
    update: `UPDATE ${spec.table} SET ${
      sets.join(", ")
    }, version = version + 1 WHERE id = $${sets.length + 1} AND version = $${
      sets.length + 2
    }`,
    delete: `DELETE FROM ${spec.table} WHERE id = $1`,
  };
}
