import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import {
  type AnyBlog,
  anyListParams,
  anyPost,
  anyStep,
  fill,
  MANY,
  readAll,
  run,
} from "./blog_steps.ts";
import {
  type Author,
  AUTHOR_SPEC,
  memoryBlog,
  sqliteBlog,
} from "./example_blog.ts";
import { postgresBlog } from "./example_blog_postgres.ts";
import type { FieldFilter } from "./list_query.ts";
import { openTestSchema } from "./postgres_test_schema.ts";
import { sampleEntity } from "./sample_entity.ts";
import { testWithPostgres } from "./test_with_postgres.ts";

/** A blog with nothing in it, for one run of a property. */
type FreshBlog = () => Promise<AnyBlog & AsyncDisposable>;

Deno.test("MemoryTable and SqliteTable answer every sequence of commands alike", () =>
  answerAlike(freshSqlite, 150));

Deno.test("MemoryTable and SqliteTable look emails up without case", async () => {
  await looksEmailsUp(memoryBlog());
  await looksEmailsUp(await freshSqlite());
});

Deno.test("MemoryTable and SqliteTable page alike, and pages hold everything once", () =>
  pageAlike(freshSqlite, 250));

await testWithPostgres("MemoryTable and PostgresTable", async (t, url) => {
  await using schema = await openTestSchema(url);
  await using blog = await postgresBlog(schema.url);
  const freshPostgres: FreshBlog = async () => {
    await blog.clear();
    return { ...blog, [Symbol.asyncDispose]: () => Promise.resolve() };
  };
  await t.step(
    "answer every sequence of commands alike",
    () => answerAlike(freshPostgres, 60),
  );
  await t.step(
    "look emails up without case",
    async () => looksEmailsUp(await freshPostgres()),
  );
  await t.step(
    "page alike, and pages hold everything once",
    () => pageAlike(freshPostgres, 80),
  );
});

function answerAlike(fresh: FreshBlog, numRuns: number): Promise<void> {
  return fc.assert(
    fc.asyncProperty(
      fc.array(anyPost, MANY),
      fc.array(anyStep, MANY),
      async (posts, steps) => {
        using memory = memoryBlog();
        await using other = await fresh();
        for (const blog of [memory, other]) await fill(blog, posts);
        for (const step of steps) {
          assertEquals(
            await run(other, step),
            await run(memory, step),
            JSON.stringify(step),
          );
        }
      },
    ),
    { numRuns },
  );
}

/** Finds whose email another author has as a handle, in capitals; handles compare with case. */
async function looksEmailsUp({ authors }: AnyBlog): Promise<void> {
  const known = sampleEntity<Author>(AUTHOR_SPEC, 1, { handle: "b" });
  const other = sampleEntity<Author>(AUTHOR_SPEC, 2, {
    handle: known.email.toUpperCase(),
  });
  for (const entity of [known, other]) {
    await authors.execute({ kind: "insert", entity });
  }
  const column = (name: string) => ({ name, spec: AUTHOR_SPEC.fields[name]! });
  const within = (select: string, where: string, value: string) => ({
    table: AUTHOR_SPEC.table,
    select: column(select),
    where: column(where),
    value,
  });
  const found = async (filter: FieldFilter) => {
    const query = { limit: 9, sort: [], filters: [filter] };
    const result = await authors.execute({ kind: "list", query });
    assert(result.kind === "page");
    return result.page.items.map(({ id }) => id);
  };
  const email = within("handle", "handle", known.email.toUpperCase());
  assertEquals(await found({ field: "email", within: email }), [known.id]);
  const handle = within("email", "email", known.email.toUpperCase());
  assertEquals(await found({ field: "handle", within: handle }), []);
  const one = { field: "email", anyOf: [known.email.toUpperCase(), "x@x"] };
  assertEquals(await found(one), [known.id]);
}

function pageAlike(fresh: FreshBlog, numRuns: number): Promise<void> {
  return fc.assert(
    fc.asyncProperty(
      fc.array(anyPost, { maxLength: 25 }),
      anyListParams,
      async (posts, params) => {
        using memory = memoryBlog();
        await using other = await fresh();
        for (const blog of [memory, other]) await fill(blog, posts);
        const pages = await readAll(memory, params);
        assertEquals(await readAll(other, params), pages);

        const whole = await readAll(memory, [
          ...params.filter(([name]) => name !== "limit"),
          ["limit", "200"],
        ]);
        assertEquals(pages, whole);
        assertEquals(new Set(pages.map(({ id }) => id)).size, pages.length);
      },
    ),
    { numRuns },
  );
}

function freshSqlite(): Promise<AnyBlog & AsyncDisposable> {
  const blog = sqliteBlog();
  const dispose = () => Promise.resolve(blog[Symbol.dispose]());
  return Promise.resolve({ ...blog, [Symbol.asyncDispose]: dispose });
}
