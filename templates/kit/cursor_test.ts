import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import { decodeCursor, encodeCursor } from "./cursor.ts";
import { AUTHOR_SPEC, type Post, POST_SPEC } from "./example_blog.ts";
import type { ListQuery } from "./list_query.ts";
import { sampleEntity } from "./sample_entity.ts";

const query: ListQuery = {
  limit: 50,
  sort: [{ field: "title", descending: true }, {
    field: "price",
    descending: false,
  }, { field: "pinned", descending: false }],
  filters: [{ field: "status", value: "draft" }],
  search: "ä",
};
const last = sampleEntity<Post>(POST_SPEC, 1, { authorId: "a" });
const cursor = encodeCursor(POST_SPEC, query, last);

Deno.test("decodeCursor() reads what encodeCursor() wrote, whatever the limit", () => {
  const position = {
    id: last.id,
    values: [last.title, last.price, last.pinned],
  };
  assertEquals(decodeCursor(POST_SPEC, query, cursor), {
    ok: true,
    value: position,
  });
  assertEquals(decodeCursor(POST_SPEC, { ...query, limit: 1 }, cursor), {
    ok: true,
    value: position,
  });
});

Deno.test("decodeCursor() refuses the cursor of another list", () => {
  const others: readonly ListQuery[] = [
    {
      ...query,
      sort: [{ field: "title", descending: false }, ...query.sort.slice(1)],
    },
    { ...query, sort: [] },
    { ...query, filters: [] },
    { ...query, search: "b" },
    { ...query, search: undefined },
  ];
  for (const other of others) {
    assertRefused(decodeCursor(POST_SPEC, other, cursor));
  }
  assertRefused(decodeCursor({ ...POST_SPEC, name: "page" }, query, cursor));
  assertRefused(
    decodeCursor(AUTHOR_SPEC, { limit: 1, sort: [], filters: [] }, cursor),
  );
});

Deno.test("decodeCursor() refuses a cursor in which any character was changed, dropped or added", () => {
  for (let i = 0; i < cursor.length; i++) {
    const other = cursor[i] === "A" ? "B" : "A";
    for (const change of [other, "", `${cursor[i]}=`, `${cursor[i]} `]) {
      assertRefused(
        decodeCursor(
          POST_SPEC,
          query,
          cursor.slice(0, i) + change + cursor.slice(i + 1),
        ),
      );
    }
  }
});

Deno.test("decodeCursor() refuses anything else and never throws", () => {
  const base64 = (content: unknown) =>
    btoa(JSON.stringify(content)).replaceAll("=", "");
  for (
    const text of [
      "",
      "x",
      "%%%",
      base64(null),
      base64({}),
      base64([]),
      base64([1, 2]),
      base64([0, "id", {}, [], true]),
    ]
  ) {
    assertRefused(decodeCursor(POST_SPEC, query, text));
  }
  fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => {
    assertRefused(decodeCursor(POST_SPEC, query, text));
  }));
});

function assertRefused(outcome: ReturnType<typeof decodeCursor>): void {
  assert(!outcome.ok);
  assertEquals(outcome.problem.status, 400);
}
