import { assert, assertEquals, assertRejects } from "@std/assert";
import {
  type Author,
  AUTHOR_SPEC,
  type Comment,
  COMMENT_SPEC,
  type Post,
  POST_SPEC,
} from "./example_blog.ts";
import { type PostgresBlog, postgresBlog } from "./example_blog_postgres.ts";
import type { ListQuery } from "./list_query.ts";
import { openTestSchema } from "./postgres_test_schema.ts";
import { sampleEntity } from "./sample_entity.ts";
import { checkTable } from "./table_conformance.ts";
import { testWithPostgres } from "./test_with_postgres.ts";

await testWithPostgres("PostgresTable", async (t, url) => {
  await t.step(
    "passes checkTable() with unique fields",
    () =>
      checkTable<Author>(async () => {
        const blog = await freshBlog(url);
        const sample = (n: number) => sampleEntity<Author>(AUTHOR_SPEC, n);
        return { ...blog, table: blog.authors, spec: AUTHOR_SPEC, sample };
      }),
  );

  await t.step(
    "passes checkTable() with every kind of field",
    () =>
      checkTable<Post>(async () => {
        const blog = await freshBlog(url);
        const { id: authorId } = await addAuthor(blog);
        const sample = (n: number) =>
          sampleEntity<Post>(POST_SPEC, n, { authorId });
        return { ...blog, table: blog.posts, spec: POST_SPEC, sample };
      }),
  );

  await t.step(
    "passes checkTable() with a restricting reference",
    () =>
      checkTable<Comment>(async () => {
        const blog = await freshBlog(url);
        const { id: authorId } = await addAuthor(blog);
        const post = sampleEntity<Post>(POST_SPEC, 1, { authorId });
        await blog.posts.execute({ kind: "insert", entity: post });
        const sample = (n: number) =>
          sampleEntity<Comment>(COMMENT_SPEC, n, { postId: post.id });
        return { ...blog, table: blog.comments, spec: COMMENT_SPEC, sample };
      }),
  );

  const blog = await freshBlog(url);
  try {
    await t.step(
      "keeps values in columns of their types",
      () => keepsTypes(blog),
    );
    await blog.clear();
    await t.step("takes hostile text for text", () => takesHostileText(blog));
    await blog.clear();
    await t.step(
      "refuses a field that the entity does not have",
      () => refusesUnknownFields(blog),
    );
    await t.step("throws what is a bug", () => throwsBugs(blog));
    await blog.clear();
    await t.step(
      "keeps one of many equal emails that come at once",
      () => keepsOneOfMany(blog),
    );
    await blog.clear();
    await t.step(
      "lets one of many deletions and references through",
      () => racesDeletions(blog),
    );
    await blog.clear();
    await t.step(
      "names a table that no store declared",
      () => namesStrangers(blog),
    );
  } finally {
    await blog.dispose();
  }
});

async function freshBlog(
  url: string,
): Promise<PostgresBlog & { readonly dispose: () => Promise<void> }> {
  const schema = await openTestSchema(url);
  const blog = await postgresBlog(schema.url);
  return {
    ...blog,
    dispose: async () => {
      await blog[Symbol.asyncDispose]();
      await schema[Symbol.asyncDispose]();
    },
  };
}

async function keepsTypes(blog: PostgresBlog): Promise<void> {
  const { id: authorId } = await addAuthor(blog);
  const values = {
    authorId,
    price: 19.9,
    pinned: false,
    meta: { b: ["Ä", null], a: "\0" },
    publishedAt: "0000-02-29T23:59:59.050Z",
    dueOn: "0000-02-29",
    remindAt: "09:30:00.500",
  };
  const entity = sampleEntity<Post>(POST_SPEC, 1, values);
  await blog.posts.execute({ kind: "insert", entity });
  const [row] = await blog.database.query(
    "SELECT price::text, pinned, meta::text, pg_typeof(published_at)::text AS type FROM posts",
  );
  assertEquals({ ...row }, {
    price: "19.90",
    pinned: false,
    meta: '{"b":["Ä",null],"a":"\\u0000"}',
    type: "timestamp with time zone",
  });
  const found = await blog.posts.execute({ kind: "get", id: entity.id });
  assert(found.kind === "entity");
  assertEquals(JSON.stringify(found.entity), JSON.stringify(entity));
}

async function takesHostileText(blog: PostgresBlog): Promise<void> {
  const { id: authorId } = await addAuthor(blog);
  const hostile = `'; DROP TABLE posts; --" \\ %_ \${x} $1`;
  const entity = sampleEntity<Post>(POST_SPEC, 1, { authorId, title: hostile });
  await blog.posts.execute({ kind: "insert", entity });
  const query: ListQuery = {
    limit: 1,
    sort: [],
    filters: [{ field: "title", value: hostile }],
    search: hostile,
  };
  assertEquals(await blog.posts.execute({ kind: "list", query }), {
    kind: "page",
    page: { items: [entity], nextCursor: null },
  });
  assertEquals(
    await blog.posts.execute({
      kind: "list",
      query: { ...query, filters: [], search: "%" + hostile },
    }),
    { kind: "page", page: { items: [], nextCursor: null } },
  );
}

async function refusesUnknownFields(blog: PostgresBlog): Promise<void> {
  const query: ListQuery = {
    limit: 1,
    sort: [{ field: "id; DROP TABLE posts", descending: false }],
    filters: [],
  };
  await assertRejects(
    () => blog.posts.execute({ kind: "list", query }),
    Error,
    'Cannot list "post"',
  );
}

async function throwsBugs(blog: PostgresBlog): Promise<void> {
  const { id: authorId } = await addAuthor(blog);
  const insert = (values: Record<string, unknown>) => () =>
    blog.posts.execute({
      kind: "insert",
      entity: sampleEntity<Post>(POST_SPEC, 1, { authorId, ...values }),
    });
  await assertRejects(insert({ price: 0.001 }), RangeError, "Cannot store");
  await assertRejects(insert({ status: "lost" }), Error, "check constraint");
  await assertRejects(insert({ title: null }), Error, "not-null constraint");
  await assertRejects(insert({ rank: "x" }), Error, "bigint");
}

async function keepsOneOfMany(blog: PostgresBlog): Promise<void> {
  const results = await Promise.all(
    Array.from({ length: 20 }, (_, n) =>
      blog.authors.execute({
        kind: "insert",
        entity: sampleEntity<Author>(AUTHOR_SPEC, n, {
          email: n % 2 ? "one@example.org" : "ONE@example.org",
        }),
      })),
  );
  const kinds = results.map(({ kind }) => kind).sort();
  assertEquals(kinds, [...Array(19).fill("duplicate"), "entity"]);
}

/** Whatever comes first, no comment is left without its post, and nobody gets an error. */
async function racesDeletions(blog: PostgresBlog): Promise<void> {
  for (let round = 0; round < 40; round++) {
    const author = await addAuthor(blog, round);
    const post = sampleEntity<Post>(POST_SPEC, round, { authorId: author.id });
    await blog.posts.execute({ kind: "insert", entity: post });
    const comment = sampleEntity<Comment>(COMMENT_SPEC, round, {
      postId: post.id,
    });
    const now = author.createdAt;
    const [removed, added, other] = await Promise.all([
      blog.authors.execute({ kind: "delete", id: author.id, now }),
      blog.comments.execute({ kind: "insert", entity: comment }),
      blog.posts.execute({ kind: "delete", id: post.id, now }),
    ]);
    const kept = added.kind === "entity";
    assertEquals(
      (await blog.posts.execute({ kind: "get", id: post.id })).kind,
      kept ? "entity" : "missing",
    );
    if (kept) {
      // Not a row of some table: what the plan saw was all there was.
      const refused = { kind: "referenced", by: "blog_comment" } as const;
      assertEquals([removed, other], [refused, refused]);
    } else assertEquals(added, { kind: "dangling", field: "postId" });
  }
}

async function namesStrangers(blog: PostgresBlog): Promise<void> {
  const { id, createdAt: now } = await addAuthor(blog);
  await blog.database.exec(
    `CREATE TABLE notes (author_id uuid REFERENCES authors (id));
     INSERT INTO notes VALUES ('${id}')`,
  );
  assertEquals(await blog.authors.execute({ kind: "delete", id, now }), {
    kind: "referenced",
    by: "row of another table",
  });
}

async function addAuthor(blog: PostgresBlog, n = 1): Promise<Author> {
  const entity = sampleEntity<Author>(AUTHOR_SPEC, n);
  await blog.authors.execute({ kind: "insert", entity });
  return entity;
}
