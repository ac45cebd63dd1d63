import { assertEquals, assertRejects } from "@std/assert";
import {
  type Author,
  AUTHOR_SPEC,
  type Blog,
  type Comment,
  COMMENT_SPEC,
  memoryBlog,
  type Post,
  POST_SPEC,
  sqliteBlog,
} from "./example_blog.ts";
import { sampleEntity } from "./sample_entity.ts";
import type { Table } from "./store_command.ts";
import { checkTable } from "./table_conformance.ts";

for (
  const [engine, open] of [["memory", memoryBlog], [
    "SQLite",
    sqliteBlog,
  ]] as const
) {
  Deno.test(`checkTable() passes on a ${engine} table with unique fields`, () => {
    return checkTable<Author>(() => {
      const blog = open();
      const sample = (n: number) => sampleEntity<Author>(AUTHOR_SPEC, n);
      return {
        table: blog.authors,
        spec: AUTHOR_SPEC,
        sample,
        dispose: () => blog[Symbol.dispose](),
      };
    });
  });

  Deno.test(`checkTable() passes on a ${engine} table with every kind of field`, () => {
    return checkTable<Post>(() => {
      const blog = open();
      const authorId = addAuthor(blog);
      const sample = (n: number) =>
        sampleEntity<Post>(POST_SPEC, n, { authorId });
      return {
        table: blog.posts,
        spec: POST_SPEC,
        sample,
        dispose: () => blog[Symbol.dispose](),
      };
    });
  });

  Deno.test(`checkTable() passes on a ${engine} table with a restricting reference`, () => {
    return checkTable<Comment>(() => {
      const blog = open();
      const post = sampleEntity<Post>(POST_SPEC, 1, {
        authorId: addAuthor(blog),
      });
      blog.posts.execute({ kind: "insert", entity: post });
      const sample = (n: number) =>
        sampleEntity<Comment>(COMMENT_SPEC, n, { postId: post.id });
      return {
        table: blog.comments,
        spec: COMMENT_SPEC,
        sample,
        dispose: () => blog[Symbol.dispose](),
      };
    });
  });
}

Deno.test("checkTable() fails on a table that forgets to check versions, and still disposes of it", async () => {
  let disposed = 0;
  let made = 0;
  await assertRejects(() =>
    checkTable<Author>(() => {
      made++;
      const { authors } = memoryBlog();
      const careless: Table<Author> = {
        execute: (command) => {
          const result = authors.execute(command);
          return result.kind === "stale" ? { kind: "missing" } : result;
        },
      };
      const sample = (n: number) => sampleEntity<Author>(AUTHOR_SPEC, n);
      return {
        table: careless,
        spec: AUTHOR_SPEC,
        sample,
        dispose: () => {
          disposed++;
        },
      };
    })
  );
  assertEquals(disposed, made);
});

function addAuthor(blog: Blog): string {
  const author = sampleEntity<Author>(AUTHOR_SPEC, 1);
  blog.authors.execute({ kind: "insert", entity: author });
  return author.id;
}
