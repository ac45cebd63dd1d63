import { assertEquals, assertThrows } from "@std/assert";
import {
  type Author,
  AUTHOR_SPEC,
  memoryBlog,
  type Post,
  POST_SPEC,
} from "./example_blog.ts";
import { MemoryDatabase } from "./memory_database.ts";
import { MemoryTable } from "./memory_table.ts";
import { sampleEntity } from "./sample_entity.ts";

Deno.test("MemoryTable frees a unique value when its entity changes or goes", () => {
  const { authors } = memoryBlog();
  const first = sampleEntity<Author>(AUTHOR_SPEC, 1);
  const second = {
    ...sampleEntity<Author>(AUTHOR_SPEC, 2),
    email: first.email,
  };
  authors.execute({ kind: "insert", entity: first });
  assertEquals(authors.execute({ kind: "insert", entity: second }), {
    kind: "duplicate",
    field: "email",
  });
  authors.execute({
    kind: "update",
    entity: { ...first, email: "other@x" },
    version: 1,
  });
  assertEquals(
    authors.execute({ kind: "insert", entity: second }).kind,
    "entity",
  );
  authors.execute({ kind: "delete", id: second.id, now: NOW });
  assertEquals(
    authors.execute({ kind: "insert", entity: second }).kind,
    "entity",
  );
});

Deno.test("MemoryTable leaves nothing changed where a deletion is refused", () => {
  const { authors, posts, comments } = memoryBlog();
  const author = sampleEntity<Author>(AUTHOR_SPEC, 1);
  const first = sampleEntity<Post>(POST_SPEC, 1, { authorId: author.id });
  const second = sampleEntity<Post>(POST_SPEC, 2, {
    authorId: author.id,
    parentId: first.id,
  });
  const now = author.createdAt;
  authors.execute({ kind: "insert", entity: author });
  posts.execute({ kind: "insert", entity: first });
  posts.execute({ kind: "insert", entity: second });
  const comment = {
    id: "c",
    createdAt: now,
    updatedAt: now,
    text: "",
    postId: second.id,
  };
  comments.execute({ kind: "insert", entity: comment });
  assertEquals(authors.execute({ kind: "delete", id: author.id, now: NOW }), {
    kind: "referenced",
    by: "blog_comment",
  });
  assertEquals(posts.execute({ kind: "get", id: second.id }), {
    kind: "entity",
    entity: second,
    version: 1,
  });

  assertEquals(posts.execute({ kind: "delete", id: first.id, now: NOW }), {
    kind: "deleted",
  });
  assertEquals(posts.execute({ kind: "get", id: second.id }), {
    kind: "entity",
    entity: { ...second, parentId: null, updatedAt: NOW },
    version: 2,
  });
});

Deno.test("MemoryTable that is opened again has the rows it had", () => {
  const database = new MemoryDatabase();
  const entity = sampleEntity<Author>(AUTHOR_SPEC, 1);
  const first = new MemoryTable<Author>(AUTHOR_SPEC, database);
  first.execute({ kind: "insert", entity });
  const second = new MemoryTable<Author>(AUTHOR_SPEC, database);
  assertEquals(second.execute({ kind: "get", id: entity.id }), {
    kind: "entity",
    entity,
    version: 1,
  });
});

Deno.test("MemoryDatabase gives a table to one entity only", () => {
  const database = new MemoryDatabase();
  new MemoryTable<Author>(AUTHOR_SPEC, database);
  assertThrows(
    () => new MemoryTable<Author>({ ...AUTHOR_SPEC, name: "other" }, database),
    Error,
    '"authors"',
  );
});

const NOW = "2100-01-01T00:00:00.000Z";
