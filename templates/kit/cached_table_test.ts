import { assertEquals, assertThrows } from "@std/assert";
import { CachedService } from "./cached_service.ts";
import { CachedTable } from "./cached_table.ts";
import { EntityCaches } from "./entity_caches.ts";
import type { Entity, EntitySpec } from "./entity_spec.ts";
import {
  type Author,
  AUTHOR_SPEC,
  type Blog,
  COMMENT_SPEC,
  memoryBlog,
  type Post,
  POST_SPEC,
  sqliteBlog,
} from "./example_blog.ts";
import { sampleEntity } from "./sample_entity.ts";
import type { StoreCommand, StoreResult, Table } from "./store_command.ts";
import { checkTable } from "./table_conformance.ts";

const SIZE = { entries: 100, seconds: 60 };
const NOW = "2026-01-02T00:00:00.000Z";

/** The tables of a blog behind the caches of one process. */
function cachedBlog(blog: Blog, caches = new EntityCaches(() => 0)) {
  const before = <T extends Entity>(
    spec: EntitySpec,
    table: Table<T>,
    size?: typeof SIZE,
  ) =>
    new CachedTable<T>({
      spec,
      caches,
      ...(size ? { size } : {}),
      execute: (command) => table.execute(command),
    });
  return {
    caches,
    authors: before<Author>(AUTHOR_SPEC, blog.authors),
    posts: before<Post>(POST_SPEC, blog.posts, SIZE),
    comments: before(COMMENT_SPEC, blog.comments, SIZE),
  };
}

const ENGINES = [["memory", memoryBlog], ["SQLite", sqliteBlog]] as const;

for (const [engine, open] of ENGINES) {
  Deno.test(`checkTable() passes on a ${engine} table of which everything is read from memory`, () => {
    return checkTable<Post>(() => {
      const blog = open();
      const author = sampleEntity<Author>(AUTHOR_SPEC, 1);
      blog.authors.execute({ kind: "insert", entity: author });
      const { posts } = cachedBlog(blog);
      const execute = async (command: StoreCommand<Post>) =>
        await posts.execute({ ...command, cached: true } as typeof command);
      return {
        table: { execute },
        spec: POST_SPEC,
        sample: (n) =>
          sampleEntity<Post>(POST_SPEC, n, { authorId: author.id }),
        dispose: () => blog[Symbol.dispose](),
      };
    });
  });

  Deno.test(`CachedTable forgets on ${engine} what the deletion of another table's row takes along or clears`, () => {
    using blog = open();
    const { authors, posts, caches } = cachedBlog(blog);
    const [first, second] = [1, 2].map((n) =>
      sampleEntity<Author>(AUTHOR_SPEC, n)
    ) as [Author, Author];
    const above = sampleEntity<Post>(POST_SPEC, 1, { authorId: first.id });
    const below = sampleEntity<Post>(POST_SPEC, 2, {
      authorId: second.id,
      parentId: above.id,
    });
    for (const entity of [first, second]) {
      authors.execute({ kind: "insert", entity });
    }
    for (const entity of [above, below]) {
      posts.execute({ kind: "insert", entity });
    }
    const read = ({ id }: Post) =>
      posts.execute({ kind: "get", id, cached: true });
    assertEquals([read(above), read(below)].map(kindOf), ["entity", "entity"]);
    assertEquals(authors.execute({ kind: "delete", id: first.id, now: NOW }), {
      kind: "deleted",
    });
    assertEquals(read(above), { kind: "missing" });
    const cleared = { ...below, parentId: null, updatedAt: NOW };
    assertEquals(read(below), { kind: "entity", entity: cleared, version: 2 });
    assertEquals(caches.countsOf("posts")?.invalidations, 2);
  });
}

Deno.test("CachedTable forgets the entity whose number goes with another's change", () => {
  const { comments, posts } = answeringTables();
  const read = () => posts.execute({ kind: "get", id: "p", cached: true });
  read();
  read();
  const entity = { ...COMMENT, text: "changed" };
  const adjust = [{ spec: POST_SPEC, id: "p", field: "rank", by: 1 }];
  comments.execute({ kind: "update", entity, version: 1, adjust });
  assertEquals(posts.reads, 1);
  read();
  assertEquals(posts.reads, 2);
});

const COMMENT = {
  id: "c",
  createdAt: NOW,
  updatedAt: NOW,
  text: "",
  postId: "p",
};

/** Tables that answer every command, and count the reads. */
function answeringTables() {
  const caches = new EntityCaches(() => 0);
  const entity = sampleEntity<Entity>(POST_SPEC, 1, { id: "p" });
  const counted = { reads: 0 };
  const answer = (): StoreResult<Entity> => {
    counted.reads++;
    return { kind: "entity", entity, version: 1 };
  };
  const options = { caches, execute: answer };
  const posts = new CachedTable({ ...options, spec: POST_SPEC, size: SIZE });
  const comments = new CachedTable<Entity>({
    ...options,
    spec: COMMENT_SPEC,
    execute: () => ({ kind: "entity", entity: COMMENT, version: 2 }),
  });
  return {
    caches,
    comments,
    posts: {
      execute: (command: StoreCommand<Entity>) => posts.execute(command),
      get reads() {
        return counted.reads;
      },
    },
  };
}

Deno.test("CachedTable forgets everything after a command that it does not know", () => {
  const { posts, comments } = answeringTables();
  posts.execute({ kind: "get", id: "p", cached: true });
  const unknown = { kind: "merge" } as unknown as StoreCommand<Entity>;
  comments.execute(unknown);
  posts.execute({ kind: "get", id: "p", cached: true });
  assertEquals(posts.reads, 2);
});

Deno.test("EntityCaches.writeAny() forgets everything, and keeps nothing meanwhile", async () => {
  const { posts, caches } = answeringTables();
  const read = () => posts.execute({ kind: "get", id: "p", cached: true });
  read();
  const { promise, resolve } = Promise.withResolvers<string>();
  const written = caches.writeAny(() => promise);
  read();
  read();
  assertEquals(posts.reads, 3);
  resolve("done");
  assertEquals(await written, "done");
  read();
  read();
  assertEquals(posts.reads, 4);
});

Deno.test("CachedTable forgets what a write that failed may have changed", () => {
  using blog = memoryBlog();
  const caches = new EntityCaches(() => 0);
  let isBroken = false;
  const posts = new CachedTable<Post>({
    spec: POST_SPEC,
    caches,
    size: SIZE,
    execute: (command) => {
      if (isBroken) throw new Error("lost");
      return blog.posts.execute(command);
    },
  });
  const author = sampleEntity<Author>(AUTHOR_SPEC, 1);
  blog.authors.execute({ kind: "insert", entity: author });
  const entity = sampleEntity<Post>(POST_SPEC, 1, { authorId: author.id });
  posts.execute({ kind: "insert", entity });
  const get = { kind: "get", id: entity.id, cached: true } as const;
  posts.execute(get);
  isBroken = true;
  assertThrows(() => posts.execute({ kind: "update", entity, version: 1 }));
  isBroken = false;
  posts.execute(get);
  posts.execute(get);
  assertEquals(caches.countsOf("posts"), {
    hits: 1,
    misses: 2,
    evictions: 0,
    invalidations: 1,
  });
});

Deno.test("CachedTable reads the row itself unless the read says otherwise, and forgets all when it is made anew", () => {
  using blog = memoryBlog();
  const caches = new EntityCaches(() => 0);
  const first = cachedBlog(blog, caches);
  const author = sampleEntity<Author>(AUTHOR_SPEC, 1);
  const entity = sampleEntity<Post>(POST_SPEC, 1, { authorId: author.id });
  first.authors.execute({ kind: "insert", entity: author });
  first.posts.execute({ kind: "insert", entity });
  const get = { kind: "get", id: entity.id, cached: true } as const;
  first.posts.execute(get);
  // Another process.
  blog.posts.execute({
    kind: "update",
    entity: { ...entity, rank: 7 },
    version: 1,
  });
  assertEquals(rankIn(first.posts.execute(get)), entity.rank);
  const { id } = entity;
  assertEquals(rankIn(first.posts.execute({ kind: "get", id })), 7);
  const again = cachedBlog(blog, caches);
  assertEquals(rankIn(again.posts.execute(get)), 7);
});

Deno.test("CachedService writes by what is stored, whatever is kept", async () => {
  using blog = memoryBlog();
  const { posts, authors } = cachedBlog(blog);
  const author = sampleEntity<Author>(AUTHOR_SPEC, 1);
  authors.execute({ kind: "insert", entity: author });
  const entity = sampleEntity<Post>(POST_SPEC, 1, { authorId: author.id });
  posts.execute({ kind: "insert", entity });
  const service = new CachedService<Post>({
    spec: POST_SPEC,
    store: async (command) => await posts.execute(command),
  });
  const { id } = entity;
  const read = async (fresh: boolean) => {
    const reply = await service.handle({ operation: "get", id, fresh });
    return reply.version;
  };
  assertEquals(await read(false), 1);
  // Another process.
  blog.posts.execute({ kind: "update", entity, version: 1 });
  assertEquals(await read(false), 1);
  assertEquals(await read(true), 2);
  const patch = { operation: "patch", id, body: { rank: 7 } } as const;
  const precondition = { match: ['"1"'] };
  const stale = await service.handle({ ...patch, precondition });
  assertEquals(stale.version, 2);
  assertEquals((await service.handle(patch)).version, 3);
  assertEquals(await read(false), 3);
});

Deno.test("EntityCaches writes its counts for Prometheus", () => {
  using blog = memoryBlog();
  const { posts, caches } = cachedBlog(blog);
  posts.execute({ kind: "get", id: "none", cached: true });
  assertEquals(
    caches.toPrometheus().split("\n").filter((line) =>
      line.startsWith("cache_") && line.includes('"post"')
    ),
    ["hits", "misses", "evictions", "invalidations"].map((name) =>
      `cache_${name}_total{entity="post"} ${name === "misses" ? 1 : 0}`
    ),
  );
});

function kindOf(result: unknown): string {
  return (result as StoreResult<Entity>).kind;
}

function rankIn(result: unknown): number {
  const found = result as StoreResult<Post>;
  return found.kind === "entity" ? found.entity.rank : NaN;
}
