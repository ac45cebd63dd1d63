import { assertEquals } from "@std/assert";
import type { Entity } from "./entity_spec.ts";
import {
  AUTHOR_SPEC,
  COMMENT_SPEC,
  memoryBlog,
  POST_SPEC,
  sqliteBlog,
} from "./example_blog.ts";
import { postgresBlog } from "./example_blog_postgres.ts";
import type { ChangeSource, LiveChange } from "./live_change.ts";
import { MemoryChanges } from "./memory_changes.ts";
import { PostgresChanges } from "./postgres_changes.ts";
import type { PostgresDatabase } from "./postgres_database.ts";
import { openTestSchema } from "./postgres_test_schema.ts";
import { sampleEntity } from "./sample_entity.ts";
import { SqliteChanges } from "./sqlite_changes.ts";
import type { StoreCommand, StoreResult } from "./store_command.ts";
import { testWithPostgres } from "./test_with_postgres.ts";

/** The tables of a blog, whatever keeps them. */
interface AnyTable {
  execute(
    command: StoreCommand<Entity>,
  ): StoreResult<Entity> | Promise<StoreResult<Entity>>;
}

interface Heard {
  readonly authors: AnyTable;
  readonly posts: AnyTable;
  readonly comments: AnyTable;
  /** Resolves with the next changes. */
  next(count: number): Promise<readonly LiveChange[]>;
  /** Resolves when some may have been missed. */
  readonly gap: Promise<void>;
}

Deno.test("MemoryChanges tells of everything that a command changes, in order", async () => {
  const blog = memoryBlog();
  await using _watch = await listenTo(
    new MemoryChanges(blog.database),
    blog,
    tellsAll,
  );
});

Deno.test("SqliteChanges tells of everything that a command changes, in order", async () => {
  const blog = sqliteBlog();
  await using _watch = await listenTo(
    new SqliteChanges(blog.database),
    blog,
    tellsAll,
  );
  blog.database[Symbol.dispose]();
});

Deno.test("SqliteChanges tells nothing of what is taken back", async () => {
  const blog = sqliteBlog();
  await using _watch = await listenTo(
    new SqliteChanges(blog.database),
    blog,
    async ({ authors, next }) => {
      const gone = sampleEntity(AUTHOR_SPEC, 1);
      const kept = sampleEntity(AUTHOR_SPEC, 2);
      try {
        blog.database.transaction(() => {
          blog.authors.execute({ kind: "insert", entity: gone as never });
          throw new Error("taken back");
        });
      } catch {
        // as it should
      }
      await authors.execute({ kind: "insert", entity: kept });
      assertEquals(brief(await next(1)), [`created ${kept.id}`]);
    },
  );
  blog.database[Symbol.dispose]();
});

await testWithPostgres("PostgresChanges", async (t, url) => {
  await using schema = await openTestSchema(url);
  await using blog = await postgresBlog(schema.url);
  await tell(blog.database);
  await t.step(
    "tells of everything that a command changes, in order",
    async () => {
      await using _watch = await listenTo(
        new PostgresChanges(blog.database),
        blog,
        tellsAll,
      );
    },
  );
  await t.step(
    "tells of what another process changes, and not of another schema",
    async () => {
      await using other = await postgresBlog(schema.url);
      await using elsewhere = await openTestSchema(url);
      await using stranger = await postgresBlog(elsewhere.url);
      await tell(stranger.database);
      await using _watch = await listenTo(
        new PostgresChanges(blog.database),
        blog,
        async ({ next }) => {
          const there = sampleEntity(AUTHOR_SPEC, 31);
          const here = sampleEntity(AUTHOR_SPEC, 32);
          await stranger.authors.execute({
            kind: "insert",
            entity: there as never,
          });
          await other.authors.execute({
            kind: "insert",
            entity: here as never,
          });
          assertEquals(brief(await next(1)), [`created ${here.id}`]);
        },
      );
    },
  );
  await t.step(
    "says that something was missed when its connection was lost",
    async () => {
      await using _watch = await listenTo(
        new PostgresChanges(blog.database),
        blog,
        async ({ authors, next, gap }) => {
          await blog.database.query(
            `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
           WHERE application_name LIKE '%listen' AND query ILIKE 'listen%'`,
          );
          await gap;
          const author = sampleEntity(AUTHOR_SPEC, 41);
          await authors.execute({ kind: "insert", entity: author });
          assertEquals(brief(await next(1)), [`created ${author.id}`]);
        },
      );
    },
  );
});

/** What a command brings with it is told like the rest: what goes with an author, and what is cleared. */
async function tellsAll({ authors, posts, next }: Heard): Promise<void> {
  const [first, second] = [21, 22].map((n) => sampleEntity(AUTHOR_SPEC, n));
  await authors.execute({ kind: "insert", entity: first! });
  await authors.execute({ kind: "insert", entity: second! });
  const parent = sampleEntity(POST_SPEC, 1, { authorId: first!.id });
  const child = sampleEntity(POST_SPEC, 2, {
    authorId: second!.id,
    parentId: parent.id,
  });
  await posts.execute({ kind: "insert", entity: parent });
  await posts.execute({ kind: "insert", entity: child });
  const entity = { ...parent, rank: 77, pinned: null };
  await posts.execute({ kind: "update", entity, version: 1 });
  const refused = await authors.execute({
    kind: "insert",
    entity: { ...sampleEntity(AUTHOR_SPEC, 21) },
  });
  assertEquals(refused.kind, "duplicate");
  assertEquals(brief(await next(5)), [
    `created ${first!.id}`,
    `created ${second!.id}`,
    `created ${parent.id}`,
    `created ${child.id}`,
    `updated ${parent.id}`,
  ]);
  const now = "2026-02-01T00:00:00.000Z";
  await authors.execute({ kind: "delete", id: first!.id, now });
  const last = sampleEntity(AUTHOR_SPEC, 23);
  await authors.execute({ kind: "insert", entity: last });
  const gone: LiveChange[] = [];
  do gone.push(...await next(1)); while (gone.at(-1)?.id !== last.id);
  // What is cleared may be written twice: it is touched, and the database clears it.
  assertEquals(
    new Set(brief(gone.slice(0, -1))),
    new Set([
      `deleted ${first!.id}`,
      `deleted ${parent.id}`,
      `updated ${child.id}`,
    ]),
  );
  const before = gone.find(({ id }) => id === parent.id)?.before;
  assertEquals(
    [before?.authorId, before?.rank, before?.pinned, before?.status],
    [first!.id, 77, null, (parent as Entity & { status: string }).status],
  );
  const cleared = gone.find(({ id }) => id === child.id)?.before;
  assertEquals(cleared?.parentId, parent.id);
}

async function listenTo(
  source: ChangeSource,
  blog: object,
  check: (heard: Heard) => Promise<void>,
): Promise<AsyncDisposable> {
  const told: LiveChange[] = [];
  let stir = Promise.withResolvers<void>();
  const gap = Promise.withResolvers<void>();
  const watch = await source.watch([AUTHOR_SPEC, POST_SPEC, COMMENT_SPEC], {
    change(change) {
      told.push(change);
      stir.resolve();
      stir = Promise.withResolvers();
    },
    gap: () => gap.resolve(),
  });
  const tables = blog as Pick<Heard, "authors" | "posts" | "comments">;
  await check({
    ...tables,
    gap: gap.promise,
    next: async (count) => {
      while (told.length < count) await stir.promise;
      return told.splice(0, count);
    },
  });
  assertEquals(told, [], "more was told");
  return watch;
}

function brief(changes: readonly LiveChange[]): string[] {
  return changes.map(({ kind, id }) => `${kind} ${id}`);
}

/** Adds triggers as those of generated migrations. */
async function tell(database: PostgresDatabase): Promise<void> {
  await database.exec(`
    CREATE FUNCTION tell() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      PERFORM pg_notify('live', jsonb_build_object(
        'schema', TG_TABLE_SCHEMA, 'table', TG_TABLE_NAME,
        'kind', CASE TG_OP WHEN 'INSERT' THEN 'created' WHEN 'UPDATE' THEN 'updated' ELSE 'deleted' END,
        'id', CASE TG_OP WHEN 'DELETE' THEN OLD.id ELSE NEW.id END,
        'before', CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) END)::text);
      RETURN NULL;
    END $$;
    ${
    ["authors", "posts", "blog_comments"].map((table) =>
      `CREATE TRIGGER tell AFTER INSERT OR UPDATE OR DELETE ON ${table} FOR EACH ROW EXECUTE FUNCTION tell();`
    ).join("\n")
  }`);
}
