import { assertEquals } from "@std/assert";
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
import { memoryBlog, sqliteBlog } from "./example_blog.ts";
import { postgresBlog } from "./example_blog_postgres.ts";
import { openTestSchema } from "./postgres_test_schema.ts";
import { testWithPostgres } from "./test_with_postgres.ts";

/** A blog with nothing in it, for one run of a property. */
type FreshBlog = () => Promise<AnyBlog & AsyncDisposable>;

Deno.test("MemoryTable and SqliteTable answer every sequence of commands alike", () =>
  answerAlike(freshSqlite, 150));

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
