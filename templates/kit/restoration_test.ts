import { assertEquals } from "@std/assert";
import {
  type Author,
  AUTHOR_SPEC,
  BLOG_MIGRATIONS,
  type Comment,
  COMMENT_SPEC,
  type Post,
  POST_SPEC,
  tableSql,
} from "./example_blog.ts";
import {
  POSTGRES_BLOG_MIGRATIONS,
  postgresTableSql,
} from "./example_blog_postgres.ts";
import type { Entity, EntitySpec } from "./entity_spec.ts";
import type { AnyTable } from "./example_stock.ts";
import { MemoryDatabase } from "./memory_database.ts";
import { MemoryTable } from "./memory_table.ts";
import { keepDeletedInMemory } from "./memory_trash.ts";
import { migrate } from "./migrations.ts";
import { openPostgres } from "./postgres_database.ts";
import { migratePostgres } from "./postgres_migrations.ts";
import { PostgresTable } from "./postgres_table.ts";
import { openTestSchema } from "./postgres_test_schema.ts";
import { keepDeletedInPostgres } from "./postgres_trash.ts";
import { sampleEntity } from "./sample_entity.ts";
import { openSqlite } from "./sqlite_database.ts";
import { SqliteTable } from "./sqlite_table.ts";
import { keepDeletedInSqlite } from "./sqlite_trash.ts";
import { testWithPostgres } from "./test_with_postgres.ts";

Deno.test("keepDeletedInMemory() lets what was deleted be restored", () => {
  const database = new MemoryDatabase();
  keepDeletedInMemory(database);
  return restores((spec) => new MemoryTable(spec, database));
});

Deno.test("keepDeletedInSqlite() lets what was deleted be restored", async () => {
  using database = openSqlite({ path: ":memory:", durability: "normal" });
  migrate(database, [...BLOG_MIGRATIONS, {
    name: "0002_deleted",
    sql: `CREATE TABLE "_deleted" (
      "table_name" TEXT NOT NULL, "id" TEXT NOT NULL, "deleted_at" TEXT NOT NULL,
      "version" INTEGER NOT NULL, "entity" TEXT NOT NULL,
      PRIMARY KEY ("table_name", "id")
    ) STRICT`,
  }]);
  keepDeletedInSqlite(database);
  await restores((spec) => new SqliteTable(spec, database, tableSql(spec)));
});

await testWithPostgres("keepDeletedInPostgres()", async (t, url) => {
  await using schema = await openTestSchema(url);
  await using database = await openPostgres({ url: schema.url });
  await migratePostgres(database, [...POSTGRES_BLOG_MIGRATIONS, {
    name: "0002_deleted",
    sql: `CREATE TABLE "_deleted" (
      "table_name" text NOT NULL, "id" uuid NOT NULL, "deleted_at" timestamptz(3) NOT NULL,
      "version" bigint NOT NULL, "entity" json NOT NULL,
      PRIMARY KEY ("table_name", "id")
    )`,
  }]);
  keepDeletedInPostgres(database);
  await t.step(
    "lets what was deleted be restored",
    () =>
      restores((spec) =>
        new PostgresTable(spec, database, postgresTableSql(spec))
      ),
  );
});

/** Authors take their posts with them; both can be restored, comments cannot. */
async function restores(
  open: <T extends Entity>(spec: EntitySpec) => AnyTable<T>,
): Promise<void> {
  const authors = open<Author>({ ...AUTHOR_SPEC, softDelete: true });
  const posts = open<Post>({ ...POST_SPEC, softDelete: true });
  const comments = open<Comment>(COMMENT_SPEC);
  const author = sampleEntity<Author>(AUTHOR_SPEC, 1);
  const post = sampleEntity<Post>(POST_SPEC, 1, { authorId: author.id });
  const answer = sampleEntity<Post>(POST_SPEC, 2, {
    authorId: author.id,
    parentId: post.id,
  });
  const comment = sampleEntity<Comment>(COMMENT_SPEC, 1, { postId: post.id });
  const { id } = author;
  const stored = [
    await authors.execute({ kind: "insert", entity: author }),
    await posts.execute({ kind: "insert", entity: post }),
    await posts.execute({ kind: "insert", entity: answer }),
    await comments.execute({ kind: "insert", entity: comment }),
  ];
  assertEquals(stored.filter(({ kind }) => kind !== "entity"), []);

  // What is refused keeps nothing.
  const restoring = { kind: "restore", id, now: LATER } as const;
  const deleting = { kind: "delete", id, now: LATER } as const;
  assertEquals((await authors.execute(deleting)).kind, "referenced");
  const kept = { kind: "get", id, deleted: true } as const;
  assertEquals(await authors.execute(kept), { kind: "missing" });
  assertEquals(await authors.execute(restoring), {
    kind: "entity",
    entity: author,
    version: 1,
  });
  await comments.execute({ ...deleting, id: comment.id });
  assertEquals(
    await comments.execute({ ...restoring, id: comment.id }),
    { kind: "missing" },
  );

  assertEquals(await authors.execute(deleting), { kind: "deleted" });
  assertEquals(await authors.execute({ kind: "get", id }), { kind: "missing" });
  assertEquals(await posts.execute({ ...restoring, id: post.id }), {
    kind: "dangling",
    field: "authorId",
  });
  assertEquals(await authors.execute(kept), {
    kind: "entity",
    entity: author,
    version: 1,
  });

  // Its unique values are free, and taken when somebody has them.
  const other = sampleEntity<Author>(AUTHOR_SPEC, 1);
  await authors.execute({ kind: "insert", entity: other });
  assertEquals(await authors.execute(restoring), {
    kind: "duplicate",
    field: "email",
  });
  await authors.execute({ ...deleting, id: other.id });

  const restored = { ...author, updatedAt: LATER };
  for (let times = 1; times <= 2; times++) {
    assertEquals(await authors.execute(restoring), {
      kind: "entity",
      entity: restored,
      version: 2,
    });
  }
  assertEquals(await authors.execute(kept), { kind: "missing" });
  assertEquals(
    await authors.execute({ kind: "update", entity: restored, version: 2 }),
    { kind: "entity", entity: restored, version: 3 },
  );

  // What went with it comes back by itself, its target first.
  const again = { ...restoring, id: answer.id };
  assertEquals(await posts.execute(again), {
    kind: "dangling",
    field: "parentId",
  });
  const both = [
    await posts.execute({ ...restoring, id: post.id }),
    await posts.execute(again),
  ];
  assertEquals(
    both,
    [post, answer].map((entity) => ({
      kind: "entity",
      entity: { ...entity, updatedAt: LATER },
      version: 2,
    })),
  );
}

const LATER = "2030-01-01T00:00:00.000Z";
