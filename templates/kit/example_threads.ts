/**
 * Threads and the posts that belong to them, in every engine: what the kit's own tests of requirements work with.
 *
 * @module
 */
import type { Entity, EntitySpec } from "./entity_spec.ts";
import { postgresTableSql } from "./example_blog_postgres.ts";
import { tableSql } from "./example_blog.ts";
import type { AnyTable } from "./example_stock.ts";
import { MemoryDatabase } from "./memory_database.ts";
import { requireInMemory } from "./memory_requirement.ts";
import { MemoryTable } from "./memory_table.ts";
import type { PostgresDatabase } from "./postgres_database.ts";
import { requireInPostgres } from "./postgres_requirement.ts";
import { PostgresTable } from "./postgres_table.ts";
import { openSqlite } from "./sqlite_database.ts";
import { requireInSqlite } from "./sqlite_requirement.ts";
import { SqliteTable } from "./sqlite_table.ts";

/** What posts belong to. */
export interface Thread extends Entity {
  /** Whether nobody writes there any more. */
  readonly locked: boolean;
  /** When it was closed. */
  readonly closedAt: string | null;
}

/** What somebody wrote. */
export interface Post extends Entity {
  /** What. */
  readonly text: string;
  /** Where. */
  readonly threadId: string | null;
}

/** Describes {@link Thread}. */
export const THREAD_SPEC: EntitySpec = {
  name: "thread",
  label: "thread",
  path: "/threads",
  table: "threads",
  fields: {
    locked: { kind: "boolean", column: "locked", nullable: false },
    closedAt: { kind: "datetime", column: "closed_at", nullable: true },
  },
  search: [],
};

/** Describes {@link Post}. */
export const POST_SPEC: EntitySpec = {
  name: "post",
  label: "post",
  path: "/posts",
  table: "posts",
  fields: {
    text: { kind: "string", column: "text", nullable: false },
    threadId: {
      kind: "uuid",
      column: "thread_id",
      nullable: true,
      references: { entity: "thread", table: "threads", onDelete: "cascade" },
    },
  },
  search: [],
};

/** Both tables of one database. */
export interface Forum {
  /** What must be in a state. */
  readonly threads: AnyTable<Thread>;
  /** What requires it. */
  readonly posts: AnyTable<Post>;
}

/** Opens empty tables in memory. */
export function memoryForum(): Forum {
  const database = new MemoryDatabase();
  return {
    threads: new MemoryTable<Thread>(THREAD_SPEC, database),
    posts: new MemoryTable<Post>(POST_SPEC, database, [], requireInMemory),
  };
}

/** Opens empty tables in SQLite. */
export function sqliteForum(): Forum {
  const database = openSqlite({ path: ":memory:", durability: "normal" });
  const own = "id TEXT PRIMARY KEY NOT NULL, created_at TEXT NOT NULL, " +
    "updated_at TEXT NOT NULL, version INTEGER NOT NULL DEFAULT 1";
  database.exec(`
    CREATE TABLE threads (${own}, locked INTEGER NOT NULL, closed_at TEXT) STRICT;
    CREATE TABLE posts (${own}, text TEXT NOT NULL, thread_id TEXT REFERENCES threads (id) ON DELETE CASCADE) STRICT`);
  const [threads, posts] = [tableSql(THREAD_SPEC), tableSql(POST_SPEC)];
  return {
    threads: new SqliteTable<Thread>(THREAD_SPEC, database, threads),
    posts: new SqliteTable<Post>(
      POST_SPEC,
      database,
      posts,
      [],
      requireInSqlite,
    ),
  };
}

/** Makes empty tables in a PostgreSQL schema, in place of those that are there. */
export async function postgresForum(
  database: PostgresDatabase,
): Promise<Forum> {
  const own = "id uuid PRIMARY KEY, created_at timestamptz(3) NOT NULL, " +
    "updated_at timestamptz(3) NOT NULL, version bigint NOT NULL DEFAULT 1";
  await database.exec(`
    DROP TABLE IF EXISTS posts, threads;
    CREATE TABLE threads (${own}, locked boolean NOT NULL, closed_at timestamptz(3));
    CREATE TABLE posts (${own}, text text NOT NULL, thread_id uuid REFERENCES threads (id) ON DELETE CASCADE)`);
  const threads = postgresTableSql(THREAD_SPEC);
  const posts = postgresTableSql(POST_SPEC);
  return {
    threads: new PostgresTable<Thread>(THREAD_SPEC, database, threads),
    posts: new PostgresTable<Post>(
      POST_SPEC,
      database,
      posts,
      [],
      requireInPostgres,
    ),
  };
}
