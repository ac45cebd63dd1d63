/**
 * Filters that no parameter of a list asks for, made at random for the blog of example_blog.ts, and the values they share
 * with its entities.
 *
 * @module
 */
import assert from "node:assert/strict";
import fc from "fast-check";
import { type EntitySpec, fieldOf } from "./entity_spec.ts";
import { AUTHOR_SPEC, POST_SPEC } from "./example_blog.ts";
import type {
  FieldColumn,
  FieldFilter,
  FilterValue,
  LinkFilter,
} from "./list_query.ts";

/** Few, so that they meet; not in the order in which they are used. */
export const ids: readonly string[] = [..."4081a9f2"].map((digit) =>
  `0190d8c8-0000-7000-8000-00000000000${digit}`
);
/** Some times, the first of which posts are created at. */
export const TIMES: readonly [string, string, string] = [
  "2026-01-31T09:30:00.000Z",
  "2026-02-01T00:00:00.000Z",
  "1999-12-31T23:59:59.999Z",
];

/** Around the places where the order of UTF-16, letters' case, wildcards and quoting go wrong. */
export const anyText: fc.Arbitrary<string> = fc.string({
  unit: fc.constantFrom(
    ..."aAbBzZ%_\\'\"^$.*[é\u00c9\u0130\u212a\u017f\ue000\ufffd",
    "\u{10000}",
    "🙂",
  ),
  maxLength: 4,
});
const anyWhere: fc.Arbitrary<LinkFilter> = fc.oneof(
  linkOf("authors", "id", AUTHOR_SPEC, [
    ["email", "A@x"],
    ["email", "1"],
    ["handle", null],
    ["handle", "h1"],
    ["id", ids[1]!],
  ]),
  linkOf("posts", "authorId", POST_SPEC, [
    ["status", "draft"],
    ["rank", 1],
    [
      "parentId",
      ids[2]!,
    ],
    ["pinned", true],
    ["price", 0.5],
  ]),
);

/** Any filter of posts that no parameter asks for. */
export const anyFieldFilter: fc.Arbitrary<FieldFilter> = fc.oneof(
  fc.record({
    field: fc.constant("rank"),
    anyOf: fc.subarray([-1, 0, 1, 2]),
  }),
  fc.record({
    field: fc.constant("pinned"),
    anyOf: fc.subarray([true, false, null]),
  }),
  fc.record({
    field: fc.constant("price"),
    anyOf: fc.subarray([0.5, 1, 1.5, null]),
  }),
  fc.record({
    field: fc.constant("publishedAt"),
    anyOf: fc.subarray([...TIMES, null]),
  }),
  fc.record({
    field: fc.constant("tags"),
    contains: anyText,
  }),
  fc.record({ field: fc.constant("authorId"), within: anyWhere }),
  fc.record({
    field: fc.constant("id"),
    within: fc.record({
      table: fc.constant("posts"),
      select: fc.constant(columnOf(POST_SPEC, "parentId")),
      where: fc.constant(columnOf(POST_SPEC, "authorId")),
      within: anyWhere,
    }),
  }),
);

function linkOf(
  table: string,
  select: string,
  spec: EntitySpec,
  wheres: [string, FilterValue][],
): fc.Arbitrary<LinkFilter> {
  return fc.constantFrom(...wheres).map(([where, value]) => ({
    table,
    select: columnOf(spec, select),
    where: columnOf(spec, where),
    value,
  }));
}

function columnOf(spec: EntitySpec, name: string): FieldColumn {
  const field = fieldOf(spec, name);
  assert(field);
  return { name, spec: field };
}
