/**
 * Sequences of commands and lists for the blog of example_blog.ts, made at random: engines that answer all of them alike, behave alike.
 *
 * @module
 */
import assert from "node:assert/strict";
import fc from "fast-check";
import {
  type Author,
  AUTHOR_SPEC,
  type Comment,
  type Post,
  POST_SPEC,
} from "./example_blog.ts";
import { anyFieldFilter, anyText, ids, TIMES } from "./blog_filters.ts";
import { isSortable, type ListQuery, parseListQuery } from "./list_query.ts";
import type { StoreCommand, StoreResult, Table } from "./store_command.ts";

/** The tables of a blog in any engine. */
export interface AnyBlog {
  /** Nothing stands before it. */
  readonly authors: AnyTable<Author>;
  /** Need authors. */
  readonly posts: AnyTable<Post>;
  /** Need posts. */
  readonly comments: AnyTable<Comment>;
}

type AnyTable<T> = Table<T, StoreResult<T> | Promise<StoreResult<T>>>;

/** One command for one of the tables. */
export type Step =
  | { readonly table: "authors"; readonly command: StoreCommand<Author> }
  | { readonly table: "posts"; readonly command: StoreCommand<Post> }
  | { readonly table: "comments"; readonly command: StoreCommand<Comment> };

/** Carries out a step. */
export async function run(blog: AnyBlog, step: Step): Promise<unknown> {
  switch (step.table) {
    case "authors":
      return await blog.authors.execute(step.command);
    case "posts":
      return await blog.posts.execute(step.command);
    case "comments":
      return await blog.comments.execute(step.command);
  }
}

/** Stores three authors and these posts. */
export async function fill(
  blog: AnyBlog,
  posts: readonly Post[],
): Promise<void> {
  for (const [n, id] of ids.slice(0, 3).entries()) {
    const entity: Author = {
      id,
      createdAt: TIMES[0],
      updatedAt: TIMES[0],
      email: `${n}`,
      handle: null,
    };
    await blog.authors.execute({ kind: "insert", entity });
  }
  for (const entity of posts) {
    await blog.posts.execute({ kind: "insert", entity });
  }
}

/** Reads a list, page by page. */
export async function readAll(
  blog: AnyBlog,
  params: readonly (readonly [string, string])[],
): Promise<Post[]> {
  const search = new URLSearchParams(
    params.map(([name, text]) => [name, text]),
  );
  const posts: Post[] = [];
  for (;;) {
    const query = parseListQuery(POST_SPEC, search);
    assert(query.ok, JSON.stringify(query));
    const result = await blog.posts.execute({
      kind: "list",
      query: query.value,
    });
    assert(result.kind === "page");
    assert(result.page.items.length <= query.value.limit);
    posts.push(...result.page.items);
    if (result.page.nextCursor === null) return posts;
    search.set("cursor", result.page.nextCursor);
  }
}

const PLAIN = { noNullPrototype: true } as const; // rows have a prototype

const anyId = fc.constantFrom(...ids);
const anyTime = fc.constantFrom(...TIMES);
const anyJson = fc.jsonValue({ maxDepth: 2 }).map((value) =>
  JSON.parse(JSON.stringify(value)) as unknown
);
const anyNumber = fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) =>
  n === 0 ? 0 : n
);
const orNull = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: null });

/** Longer arrays than by default: deletions need something to delete. */
export const MANY = { maxLength: 30, size: "max" } as const;

/** An update keeps createdAt. */
const stamps = {
  id: anyId,
  createdAt: fc.constant(TIMES[0]),
  updatedAt: anyTime,
};
const anyAuthor: fc.Arbitrary<Author> = fc.record({
  ...stamps,
  email: fc.constantFrom("a@x", "A@x", "b@x", "B@X", "c@x"),
  handle: orNull(fc.constantFrom("h1", "h2", "H1")),
}, PLAIN);
/** Any post of the first three authors. */
export const anyPost: fc.Arbitrary<Post> = fc.record({
  ...stamps,
  title: anyText,
  text: orNull(anyText),
  rank: fc.oneof(fc.integer({ min: -2, max: 2 }), fc.maxSafeInteger()),
  price: orNull(
    fc.oneof(
      fc.integer({ min: -200, max: 200 }),
      fc.integer({ min: -999_999_999_999_999, max: 999_999_999_999_999 }),
    ).map((n) => n === 0 ? 0 : n / 100),
  ),
  score: orNull(
    fc.oneof(
      fc.integer({ min: -2, max: 2 }).map((n) => n === 0 ? 0 : n),
      anyNumber,
    ),
  ),
  pinned: orNull(fc.boolean()),
  status: fc.constantFrom("draft", "published", "retracted"),
  dueOn: orNull(fc.constantFrom("2026-01-31", "2024-02-29")),
  publishedAt: orNull(anyTime),
  remindAt: orNull(fc.constantFrom("09:30:00", "23:59:59")),
  takes: orNull(fc.constantFrom("PT9M", "PT1H", "P1D")),
  meta: anyJson,
  tags: fc.array(anyText, { maxLength: 3 }),
  votes: fc.array(
    fc.oneof(fc.integer({ min: 0, max: 2 }), fc.maxSafeInteger()),
    { maxLength: 2 },
  ),
  shares: fc.array(fc.constantFrom(0.1, 0.2, 19.99, -1, 1_000_000), {
    maxLength: 2,
  }),
  checks: fc.array(fc.boolean(), { maxLength: 2 }),
  watchers: fc.array(fc.constantFrom("a@x", "A@x", "b@x"), { maxLength: 2 }),
  authorId: fc.constantFrom(...ids.slice(0, 3)),
  parentId: fc.option(anyId, { nil: null, freq: 2 }),
}, PLAIN);
const anyComment: fc.Arbitrary<Comment> = fc.record({
  ...stamps,
  text: anyText,
  postId: anyId,
}, PLAIN);

const sortable = [
  "id",
  "createdAt",
  "updatedAt",
  ...Object.keys(POST_SPEC.fields)
    .filter((name) => isSortable(POST_SPEC.fields[name]!)),
];
const anySort = fc.uniqueArray(fc.constantFrom(...sortable), { maxLength: 3 })
  .chain((fields) =>
    fc.tuple(...fields.map((field) => fc.constantFrom(field, `-${field}`)))
  );
const anyFilter = fc.constantFrom(
  ["status", "draft"],
  ["text", ""],
  ["pinned", "true"],
  ["pinned", ""],
  ["rank", "1"],
  ["price", "-0.01"],
  ["score", "2e0"],
  ["title", "a"],
  ["publishedAt", "2026-01-31T10:30:00+01:00"],
  ["dueOn", "2024-02-29"],
  ["tags", "a"],
  ["votes", "1"],
  ["shares", "19.99"],
  ["checks", "false"],
  ["watchers", "A@x"],
);
/** Any query of a list of posts. */
export const anyListParams: fc.Arbitrary<[string, string][]> = fc.record({
  limit: fc.constantFrom("1", "2", "3", "7"),
  sort: anySort,
  filters: fc.uniqueArray(anyFilter, {
    maxLength: 2,
    selector: ([name]) => name,
  }),
  q: fc.option(anyText, { nil: "", freq: 2 }),
}).map(({ limit, sort, filters, q }) => {
  const params: [string, string][] = [["limit", limit], ["q", q]];
  if (sort.length > 0) params.push(["sort", sort.join(",")]);
  return [
    ...params,
    ...filters.map(([name, value]) => [name!, value!] as [string, string]),
  ];
});

const anyQuery: fc.Arbitrary<ListQuery> = anyListParams.map((params) => {
  const query = parseListQuery(POST_SPEC, new URLSearchParams(params));
  assert(query.ok, JSON.stringify(query));
  return query.value;
});
const anyCommand = <T>(
  entity: fc.Arbitrary<T>,
): fc.Arbitrary<StoreCommand<T>> =>
  fc.oneof(
    {
      weight: 5,
      arbitrary: fc.record({ kind: fc.constant("insert" as const), entity }),
    },
    {
      weight: 3,
      arbitrary: fc.record({
        kind: fc.constant("update" as const),
        entity,
        version: fc.constantFrom(1, 1, 2),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constant("delete" as const),
        id: anyId,
        now: anyTime,
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({ kind: fc.constant("get" as const), id: anyId }),
    },
  );
/** Any command for any table. */
export const anyStep: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      table: fc.constant("authors" as const),
      command: anyCommand(anyAuthor),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      table: fc.constant("authors" as const),
      command: fc.constantFrom("email", "-email").map((sort) => {
        const params = new URLSearchParams({ sort, limit: "3" });
        const query = parseListQuery(AUTHOR_SPEC, params);
        assert(query.ok);
        return { kind: "list" as const, query: query.value };
      }),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      table: fc.constant("posts" as const),
      command: anyCommand(anyPost),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      table: fc.constant("comments" as const),
      command: anyCommand(anyComment),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      table: fc.constant("posts" as const),
      command: fc.record({
        kind: fc.constant("list" as const),
        query: anyQuery,
      }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      table: fc.constant("posts" as const),
      command: fc.record({
        kind: fc.constant("list" as const),
        query: fc.tuple(
          anyQuery,
          fc.array(anyFieldFilter, { maxLength: 2 }),
          fc.nat({ max: 4 }),
        ).map(([query, filters, offset]) => ({
          ...query,
          filters,
          offset,
          total: true,
        })),
      }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      table: fc.constant("posts" as const),
      command: fc.record({
        kind: fc.constant("groups" as const),
        by: fc.constantFrom(
          ...Object.keys(POST_SPEC.fields).filter((name) => name !== "meta"),
        ),
        filters: fc.array(anyFieldFilter, { maxLength: 1 }),
        sum: fc.subarray(["rank", "price"]),
      }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      table: fc.constant("posts" as const),
      command: fc.record({
        kind: fc.constant("groups" as const),
        by: fc.array(
          fc.oneof(
            fc.record({ field: fc.constantFrom("status", "rank", "pinned") }),
            fc.record({
              field: fc.constantFrom("dueOn", "publishedAt", "createdAt"),
              part: fc.constantFrom("year", "month", "day"),
            }),
          ),
          { maxLength: 2 },
        ),
        filters: fc.array(anyFieldFilter, { maxLength: 1 }),
        measure: fc.subarray(["rank", "price", "dueOn", "remindAt"]),
        limit: fc.integer({ min: 1, max: 3 }),
      }),
    }),
  },
);
