/**
 * Three entities that between them have every kind of field and every delete rule: what the kit's own tests work with.
 *
 * @module
 */
import type { Entity, EntitySpec } from "./entity_spec.ts";
import { MemoryDatabase } from "./memory_database.ts";
import { MemoryTable } from "./memory_table.ts";
import { migrate, type Migration } from "./migrations.ts";
import { openSqlite, type SqliteDatabase } from "./sqlite_database.ts";
import { SqliteTable, type SqliteTableSql } from "./sqlite_table.ts";
import type { Table } from "./store_command.ts";

/** Writes posts. */
export interface Author extends Entity {
  /** Unique. */
  readonly email: string;
  /** Unique where it is known. */
  readonly handle: string | null;
}

/** Has every kind of field; goes with its author, outlives the post it answers. */
export interface Post extends Entity {
  /** Required. */
  readonly title: string;
  /** Searched, as the title is. */
  readonly text: string | null;
  /** Required. */
  readonly rank: number;
  /** At scale 2. */
  readonly price: number | null;
  /** Any number. */
  readonly score: number | null;
  /** May be unknown. */
  readonly pinned: boolean | null;
  /** Required. */
  readonly status: "draft" | "published" | "retracted";
  /** A day. */
  readonly dueOn: string | null;
  /** A time. */
  readonly publishedAt: string | null;
  /** A time of day. */
  readonly remindAt: string | null;
  /** How long it takes to read. */
  readonly takes: string | null;
  /** Anything. */
  readonly meta: unknown;
  /** Texts. */
  readonly tags: readonly string[];
  /** Whole numbers. */
  readonly votes: readonly number[];
  /** Decimals at scale 2. */
  readonly shares: readonly number[];
  /** Yes and no. */
  readonly checks: readonly boolean[];
  /** Emails. */
  readonly watchers: readonly string[];
  /** Set once. */
  readonly authorId: string;
  /** Another post. */
  readonly parentId: string | null;
}

/** Stands against the deletion of its post. */
export interface Comment extends Entity {
  /** Required. */
  readonly text: string;
  /** The post. */
  readonly postId: string;
}

/** Describes {@link Author}. */
export const AUTHOR_SPEC: EntitySpec = {
  name: "author",
  label: "author",
  path: "/authors",
  table: "authors",
  fields: {
    email: { kind: "email", column: "email", nullable: false, unique: true },
    handle: { kind: "string", column: "handle", nullable: true, unique: true },
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
    title: { kind: "string", column: "title", nullable: false },
    text: { kind: "text", column: "text", nullable: true },
    rank: { kind: "integer", column: "rank", nullable: false },
    price: { kind: "decimal", column: "price", nullable: true, scale: 2 },
    score: { kind: "number", column: "score", nullable: true },
    pinned: { kind: "boolean", column: "pinned", nullable: true },
    status: {
      kind: "enum",
      column: "status",
      nullable: false,
      values: ["draft", "published", "retracted"],
    },
    dueOn: { kind: "date", column: "due_on", nullable: true },
    publishedAt: { kind: "datetime", column: "published_at", nullable: true },
    remindAt: { kind: "time", column: "remind_at", nullable: true },
    takes: { kind: "duration", column: "takes", nullable: true },
    meta: { kind: "json", column: "meta", nullable: true },
    tags: { kind: "list", column: "tags", nullable: false },
    votes: { kind: "list", items: "integer", column: "votes", nullable: false },
    shares: {
      kind: "list",
      items: "decimal",
      column: "shares",
      nullable: false,
      scale: 2,
    },
    checks: {
      kind: "list",
      items: "boolean",
      column: "checks",
      nullable: false,
    },
    watchers: {
      kind: "list",
      items: "email",
      column: "watchers",
      nullable: false,
    },
    authorId: {
      kind: "uuid",
      column: "author_id",
      nullable: false,
      immutable: true,
      references: { entity: "author", table: "authors", onDelete: "cascade" },
    },
    parentId: {
      kind: "uuid",
      column: "parent_id",
      nullable: true,
      references: {
        entity: "post",
        table: "posts",
        onDelete: "clear",
        acyclic: true,
      },
    },
  },
  unique: [["publishedAt", "rank"], ["title", "dueOn", "remindAt"]],
  search: ["title", "text"],
};

/** Describes {@link Comment}. */
export const COMMENT_SPEC: EntitySpec = {
  name: "blog_comment",
  label: "blog comment",
  path: "/blog-comments",
  table: "blog_comments",
  fields: {
    text: { kind: "text", column: "text", nullable: false },
    postId: {
      kind: "uuid",
      column: "post_id",
      nullable: false,
      references: { entity: "post", table: "posts", onDelete: "restrict" },
    },
  },
  search: ["text"],
};

/** Makes the tables, as a generated project does. */
export const BLOG_MIGRATIONS: readonly Migration[] = [{
  name: "0001_create_blog",
  sql: `
    CREATE TABLE authors (
      id TEXT NOT NULL PRIMARY KEY,
      created_at TEXT NOT NULL,
      updated_at TEXT NOT NULL,
      email TEXT NOT NULL COLLATE NOCASE,
      handle TEXT,
      version INTEGER NOT NULL DEFAULT 1
    ) STRICT;
    CREATE UNIQUE INDEX authors_email ON authors (email);
    CREATE UNIQUE INDEX authors_handle ON authors (handle);

    CREATE TABLE posts (
      id TEXT NOT NULL PRIMARY KEY,
      created_at TEXT NOT NULL,
      updated_at TEXT NOT NULL,
      title TEXT NOT NULL,
      text TEXT,
      rank INTEGER NOT NULL,
      price INTEGER,
      score REAL,
      pinned INTEGER CHECK (pinned IN (0, 1)),
      status TEXT NOT NULL CHECK (status IN ('draft', 'published', 'retracted')),
      due_on TEXT,
      published_at TEXT,
      remind_at TEXT,
      takes INTEGER,
      meta TEXT CHECK (json_valid(meta)),
      tags TEXT NOT NULL CHECK (json_type(tags) = 'array'),
      votes TEXT NOT NULL CHECK (json_type(votes) = 'array'),
      shares TEXT NOT NULL CHECK (json_type(shares) = 'array'),
      checks TEXT NOT NULL CHECK (json_type(checks) = 'array'),
      watchers TEXT NOT NULL CHECK (json_type(watchers) = 'array'),
      author_id TEXT NOT NULL REFERENCES authors (id) ON DELETE CASCADE,
      parent_id TEXT REFERENCES posts (id) ON DELETE SET NULL,
      version INTEGER NOT NULL DEFAULT 1
    ) STRICT;
    CREATE UNIQUE INDEX posts_time ON posts (published_at, rank);
    CREATE UNIQUE INDEX posts_place ON posts (title, due_on, remind_at);
    CREATE INDEX posts_author_id ON posts (author_id);
    CREATE INDEX posts_parent_id ON posts (parent_id);

    CREATE TABLE blog_comments (
      id TEXT NOT NULL PRIMARY KEY,
      created_at TEXT NOT NULL,
      updated_at TEXT NOT NULL,
      text TEXT NOT NULL,
      post_id TEXT NOT NULL REFERENCES posts (id) ON DELETE NO ACTION,
      version INTEGER NOT NULL DEFAULT 1
    ) STRICT;
    CREATE INDEX blog_comments_post_id ON blog_comments (post_id);
  `,
}];

/** The tables of one database. */
export interface Blog extends Disposable {
  /** Nothing stands before it. */
  readonly authors: Table<Author>;
  /** Need authors. */
  readonly posts: Table<Post>;
  /** Need posts. */
  readonly comments: Table<Comment>;
}

/** Opens an empty blog in memory. */
export function memoryBlog(): Blog & { readonly database: MemoryDatabase } {
  const database = new MemoryDatabase();
  return {
    database,
    authors: new MemoryTable<Author>(AUTHOR_SPEC, database),
    posts: new MemoryTable<Post>(POST_SPEC, database),
    comments: new MemoryTable<Comment>(COMMENT_SPEC, database),
    [Symbol.dispose]: () => database[Symbol.dispose](),
  };
}

/** Opens a blog in a SQLite file. */
export function sqliteBlog(
  path: string = ":memory:",
): Blog & { readonly database: SqliteDatabase } {
  const database = openSqlite({ path, durability: "normal" });
  migrate(database, BLOG_MIGRATIONS);
  return {
    database,
    authors: new SqliteTable<Author>(
      AUTHOR_SPEC,
      database,
      tableSql(AUTHOR_SPEC),
    ),
    posts: new SqliteTable<Post>(POST_SPEC, database, tableSql(POST_SPEC)),
    comments: new SqliteTable<Comment>(
      COMMENT_SPEC,
      database,
      tableSql(COMMENT_SPEC),
    ),
    [Symbol.dispose]: () => database[Symbol.dispose](),
  };
}

/** Writes out what a generated store declares in full. */
export function tableSql(spec: EntitySpec): SqliteTableSql {
  const own = Object.values(spec.fields).map(({ column }) => column);
  const columns = ["id", "created_at", "updated_at", ...own];
  const places = columns.map(() => "?").join(", ");
  const sets = ["updated_at", ...own].map((column) => `${column} = ?`);
  return {
    insert: `INSERT INTO ${spec.table} (${
      columns.join(", ")
    }) VALUES (${places})`,
    select: `SELECT ${columns.join(", ")}, version FROM ${spec.table}`,
    update: `UPDATE ${spec.table} SET ${
      sets.join(", ")
    }, version = version + 1 WHERE id = ? AND version = ?`,
    delete: `DELETE FROM ${spec.table} WHERE id = ?`,
  };
}
