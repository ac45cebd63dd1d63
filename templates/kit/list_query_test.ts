import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import { encodeCursor } from "./cursor.ts";
import { AUTHOR_SPEC, type Post, POST_SPEC } from "./example_blog.ts";
import type { Entity, EntitySpec, FieldSpec } from "./entity_spec.ts";
import {
  type FilterValue,
  type ListQuery,
  parseListQuery,
  totalOrder,
} from "./list_query.ts";
import { sampleEntity } from "./sample_entity.ts";

Deno.test("parseListQuery() takes defaults for what is not said", () => {
  assertEquals(parse(""), { limit: 50, sort: [], filters: [] });
  assertEquals(parse("q="), { limit: 50, sort: [], filters: [] });
});

Deno.test("parseListQuery() reads limit, sort and search", () => {
  assertEquals(parse("limit=200&sort=-createdAt,title&q=Ä%25"), {
    limit: 200,
    sort: [{ field: "createdAt", descending: true }, {
      field: "title",
      descending: false,
    }],
    filters: [],
    search: "Ä%",
  });
});

Deno.test("parseListQuery() gives filters the type of their field", () => {
  const cases: readonly (readonly [string, FilterValue])[] = [
    ["title=1", "1"],
    ["title=", ""],
    ["text=", null],
    ["rank=-7", -7],
    ["price=19.99", 19.99],
    ["price=", null],
    ["score=1e3", 1000],
    ["pinned=true", true],
    ["pinned=false", false],
    ["status=draft", "draft"],
    ["dueOn=2024-02-29", "2024-02-29"],
    ["remindAt=09:30", "09:30:00"],
    ["takes=PT90M", "PT1H30M"],
    ["remindAt=09:30:00.5", "09:30:00.500"],
    ["publishedAt=2026-01-31T10:30:00%2B01:00", "2026-01-31T09:30:00.000Z"],
    [
      "parentId=0190d8c8-0000-7000-8000-000000000000",
      "0190d8c8-0000-7000-8000-000000000000",
    ],
    [
      "authorId=0190D8C8-0000-7000-8000-00000000000A",
      "0190d8c8-0000-7000-8000-00000000000a",
    ],
  ];
  for (const [text, value] of cases) {
    const field = text.slice(0, text.indexOf("="));
    assertEquals(parse(text).filters, [{ field, value }], text);
  }
});

Deno.test("parseListQuery() refuses values that are not of the type, naming the parameter", () => {
  const refused = [
    "limit=0",
    "limit=201",
    "limit=1.5",
    "limit=",
    "limit=-1",
    "limit=1e1",
    "rank=1.5",
    "rank=x",
    "rank=",
    "rank=9007199254740993",
    "rank=0x10",
    "price=19.999",
    "price=1e15",
    "score=Infinity",
    "score=1e999",
    "pinned=yes",
    "pinned=TRUE",
    "status=lost",
    "status=",
    "dueOn=2026-02-29",
    "publishedAt=2026-01-31",
    "remindAt=25:00",
    "takes=P1M",
    "parentId=1",
    "title=%00",
    "q=%00",
    `q=${"ä".repeat(201)}`,
  ];
  for (const text of refused) {
    assertEquals(errorPaths(text), [text.slice(0, text.indexOf("="))], text);
  }
});

Deno.test("parseListQuery() refuses unknown and repeated parameters and names all of them", () => {
  assertEquals(errorPaths("color=red&limit=0&rank=1&rank=2&meta=%7B%7D"), [
    "rank",
    "limit",
    "color",
    "meta",
  ]);
  for (
    const name of [
      "constructor",
      "__proto__",
      "toString",
      "id",
      "createdAt",
      "due_on",
    ]
  ) {
    assertEquals(errorPaths(`${name}=1`), [name]);
  }
});

Deno.test("parseListQuery() refuses to sort by what has no order or does not exist", () => {
  for (
    const sort of [
      "meta",
      "text",
      "-text",
      "color",
      "",
      "title,",
      "--title",
      "constructor",
      "__proto__",
      "title,-title",
      "due_on",
    ]
  ) {
    assertEquals(errorPaths(`sort=${sort}`), ["sort"], sort);
  }
});

Deno.test("parseListQuery() sorts by so little that its cursors fit into a URL", () => {
  assertEquals(parse("sort=title,rank,price,-id").sort.length, 4);
  assertEquals(errorPaths("sort=title,rank,price,score,id"), ["sort"]);
  const texts = ["a", "b", "c", "d"];
  const field = (name: string, kind: FieldSpec["kind"]): FieldSpec => ({
    kind,
    column: name,
    nullable: false,
  });
  const spec: EntitySpec = {
    ...POST_SPEC,
    fields: {
      ...Object.fromEntries(texts.map((name) => [name, field(name, "string")])),
      site: field("site", "url"),
    },
  };
  const bySite = parseListQuery(spec, new URLSearchParams("sort=site"));
  assertEquals(!bySite.ok && bySite.problem.status, 422);
  const sort = texts.join(",");
  const query = parseListQuery(spec, new URLSearchParams({ sort }));
  assert(query.ok);
  const longest = "\u{1F642}".repeat(255);
  const last = sampleEntity<Entity>(
    spec,
    1,
    Object.fromEntries(texts.map((name) => [name, longest])),
  );
  const cursor = encodeCursor(spec, query.value, last);
  assert(cursor.length < 6000, `${cursor.length}`);
  const next = new URLSearchParams({ sort, cursor });
  const read = parseListQuery(spec, next);
  assertEquals(read.ok && read.value.after?.values, texts.map(() => longest));
});

Deno.test("parseListQuery() counts the characters of q, not their units", () => {
  const search = "🙂".repeat(200);
  assertEquals(parse(`q=${search}`).search, search);
});

Deno.test("parseListQuery() refuses q where there is nothing to search", () => {
  const outcome = parseListQuery(AUTHOR_SPEC, new URLSearchParams("q=a"));
  assertEquals(!outcome.ok && outcome.problem.errors?.map(({ path }) => path), [
    "q",
  ]);
});

Deno.test("parseListQuery() reads a cursor of the same list, however its filters are ordered", () => {
  const last = sampleEntity<Post>(POST_SPEC, 1);
  const cursor = encodeCursor(
    POST_SPEC,
    parse("sort=rank&status=draft&pinned=true"),
    last,
  );
  assertEquals(
    parse(`pinned=true&cursor=${cursor}&status=draft&sort=rank&limit=3`).after,
    { values: [1], id: last.id },
  );
});

Deno.test("parseListQuery() answers 400 for a cursor of another list, 422 if something else is wrong too", () => {
  const cursor = encodeCursor(
    POST_SPEC,
    parse("sort=rank"),
    sampleEntity<Post>(POST_SPEC, 1),
  );
  assertEquals(status(`cursor=${cursor}`), 400);
  assertEquals(status("cursor="), 400);
  assertEquals(status(`cursor=${cursor}&sort=color`), 422);
});

Deno.test("parseListQuery() sorts as the entity says where the request does not, and its cursors know", () => {
  const order = [{ field: "rank", descending: true }];
  const spec = { ...POST_SPEC, order };
  const read = (text: string) =>
    parseListQuery(spec, new URLSearchParams(text));
  const plain = read("limit=1");
  assert(plain.ok);
  assertEquals(plain.value.sort, order);
  const cursor = encodeCursor(
    spec,
    plain.value,
    sampleEntity<Post>(spec, 1),
  );
  assert(read(`cursor=${cursor}`).ok);
  assert(read(`cursor=${cursor}&sort=-rank`).ok);
  assert(!read(`cursor=${cursor}&sort=id`).ok);
  const other = read("sort=id");
  assert(other.ok);
  assertEquals(other.value.sort, [{ field: "id", descending: false }]);
});

Deno.test("parseListQuery() answers 400 or 422 to anything, and never throws", () => {
  const name = fc.oneof(
    fc.string(),
    fc.constantFrom(
      "limit",
      "sort",
      "q",
      "cursor",
      ...Object.keys(POST_SPEC.fields),
    ),
  );
  fc.assert(
    fc.property(
      fc.array(fc.tuple(name, fc.string({ unit: "binary" }))),
      (params) => {
        const outcome = parseListQuery(POST_SPEC, new URLSearchParams(params));
        assert(outcome.ok || [400, 422].includes(outcome.problem.status));
      },
    ),
  );
});

Deno.test("totalOrder() ends with the id, once", () => {
  const title = { field: "title", descending: true };
  const id = { field: "id", descending: true };
  assertEquals(totalOrder([title]), [title, {
    field: "id",
    descending: false,
  }]);
  assertEquals(totalOrder([id, title]), [id]);
});

function parse(text: string): ListQuery {
  const outcome = parseListQuery(POST_SPEC, new URLSearchParams(text));
  assert(outcome.ok, `${text}: ${JSON.stringify(outcome)}`);
  return outcome.value;
}

function errorPaths(text: string): string[] {
  const outcome = parseListQuery(POST_SPEC, new URLSearchParams(text));
  assert(!outcome.ok, text);
  assertEquals(outcome.problem.status, 422);
  return outcome.problem.errors?.map(({ path }) => path) ?? [];
}

function status(text: string): number | undefined {
  const outcome = parseListQuery(POST_SPEC, new URLSearchParams(text));
  return outcome.ok ? undefined : outcome.problem.status;
}
