import { assertEquals, assertThrows } from "@std/assert";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import {
  type Author,
  AUTHOR_SPEC,
  type Blog,
  type Post,
  POST_SPEC,
  sqliteBlog,
  tableSql,
} from "./example_blog.ts";
import type { ListQuery } from "./list_query.ts";
import { sampleEntity } from "./sample_entity.ts";
import { openSqlite } from "./sqlite_database.ts";
import { SqliteTable } from "./sqlite_table.ts";

Deno.test("SqliteTable keeps decimals as scaled integers, booleans as 0 and 1, JSON as text", () => {
  withFile((path) => {
    {
      using blog = sqliteBlog(path);
      const { id: authorId } = addAuthor(blog);
      const values = {
        authorId,
        price: 19.99,
        pinned: false,
        meta: { a: ["Ä", null] },
      };
      blog.posts.execute({
        kind: "insert",
        entity: sampleEntity<Post>(POST_SPEC, 1, values),
      });
    }
    const raw = new DatabaseSync(path);
    const row = raw.prepare(
      "SELECT price, pinned, meta, typeof(price) AS type, version FROM posts",
    ).get();
    raw.close(); // not yet disposable in Deno 2.4
    assertEquals({ ...row }, {
      price: 1999,
      pinned: 0,
      meta: '{"a":["Ä",null]}',
      type: "integer",
      version: 1,
    });
  });
});

Deno.test("SqliteTable keeps what it acknowledged when the process ends without a close", () => {
  withFile((path) => {
    const folder = `${path}-copy`;
    using blog = sqliteBlog(path);
    const author = addAuthor(blog);
    Deno.mkdirSync(folder);
    for (const end of ["", "-wal"]) {
      Deno.copyFileSync(path + end, join(folder, `data.db${end}`));
    }
    using copy = sqliteBlog(join(folder, "data.db"));
    assertEquals(copy.authors.execute({ kind: "get", id: author.id }), {
      kind: "entity",
      entity: author,
      version: 1,
    });
  });
});

Deno.test("SqliteTable names the same duplicate field whichever index SQLite complains about", () => {
  using blog = sqliteBlog();
  const author = addAuthor(blog);
  const entity = {
    ...sampleEntity<Author>(AUTHOR_SPEC, 2),
    email: author.email,
    handle: author.handle,
  };
  assertEquals(blog.authors.execute({ kind: "insert", entity }), {
    kind: "duplicate",
    field: "email",
  });
  const again = { ...entity, id: author.id };
  assertEquals(blog.authors.execute({ kind: "insert", entity: again }), {
    kind: "duplicate",
    field: "id",
  });
});

Deno.test("SqliteTable takes hostile text for text", () => {
  using blog = sqliteBlog();
  const { id: authorId } = addAuthor(blog);
  const hostile = `'; DROP TABLE posts; --" \\ %_ \${x}`;
  const entity = sampleEntity<Post>(POST_SPEC, 1, { authorId, title: hostile });
  blog.posts.execute({ kind: "insert", entity });
  const found = {
    kind: "page" as const,
    page: { items: [entity], nextCursor: null },
  };
  const query: ListQuery = {
    limit: 1,
    sort: [],
    filters: [{ field: "title", value: hostile }],
    search: hostile,
  };
  assertEquals(blog.posts.execute({ kind: "list", query }), found);
  const none = { kind: "page" as const, page: { items: [], nextCursor: null } };
  assertEquals(
    blog.posts.execute({
      kind: "list",
      query: { ...query, filters: [], search: "%" + hostile },
    }),
    none,
  );
});

Deno.test("SqliteTable refuses a field that the entity does not have", () => {
  using blog = sqliteBlog();
  const query: ListQuery = {
    limit: 1,
    sort: [{ field: "id; DROP TABLE posts", descending: false }],
    filters: [],
  };
  assertThrows(
    () => blog.posts.execute({ kind: "list", query }),
    Error,
    'Cannot list "post"',
  );
});

Deno.test("SqliteTable says that something refers to an entity even where no store declared it", () => {
  using database = openSqlite({ path: ":memory:" });
  const own =
    "CREATE TABLE authors (id TEXT PRIMARY KEY, created_at TEXT, updated_at TEXT, email TEXT, handle TEXT, version INTEGER DEFAULT 1)";
  for (const rule of ["NO ACTION", "RESTRICT"]) {
    database.exec(
      `${own}; CREATE TABLE notes (author_id TEXT REFERENCES authors (id) ON DELETE ${rule})`,
    );
    const table = new SqliteTable<Author>(
      AUTHOR_SPEC,
      database,
      tableSql(AUTHOR_SPEC),
    );
    const author = sampleEntity<Author>(AUTHOR_SPEC, 1);
    table.execute({ kind: "insert", entity: author });
    database.prepare("INSERT INTO notes VALUES (?)").run(author.id);
    assertEquals(
      table.execute({ kind: "delete", id: author.id, now: author.createdAt }),
      {
        kind: "referenced",
        by: "row of another table",
      },
    );
    database.exec("DROP TABLE notes; DROP TABLE authors");
  }
});

Deno.test("SqliteTable throws what is a bug or an outage", () => {
  using blog = sqliteBlog();
  const { id: authorId } = addAuthor(blog);
  const insert = (values: Record<string, unknown>) => () =>
    blog.posts.execute({
      kind: "insert",
      entity: sampleEntity<Post>(POST_SPEC, 1, { authorId, ...values }),
    });
  assertThrows(insert({ price: 0.001 }), RangeError, "Cannot store 0.001");
  assertThrows(insert({ status: "lost" }), Error, "CHECK constraint failed");
  assertThrows(insert({ title: null }), Error, "NOT NULL constraint failed");
  assertThrows(
    insert({ rank: "x" }),
    Error,
    "cannot store TEXT value in INTEGER column",
  );
});

function withFile(test: (path: string) => void): void {
  const folder = Deno.makeTempDirSync();
  try {
    test(join(folder, "data.db"));
  } finally {
    Deno.removeSync(folder, { recursive: true });
  }
}

function addAuthor(blog: Blog): Author {
  const entity = sampleEntity<Author>(AUTHOR_SPEC, 1);
  blog.authors.execute({ kind: "insert", entity });
  return entity;
}
