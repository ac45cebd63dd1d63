import { assertEquals } from "@std/assert";
import { parseBlueprint } from "../../generator/blueprint/parse.ts";
import { findPlace } from "./blueprint_path.ts";
import { isLimiting, mayLimit } from "./limiting_sentence.ts";

const LIMITING = [
  "Titles must be given.",
  "Notes can't be deleted.",
  "Notes can’t be deleted.",
  "Nobody may print them.",
  "Only drafts are published.",
  "At most 50 characters.",
  "No two notes have the same title.",
  "Titles are unique.",
  "Admins alone may see them.",
  "It is impossible to print them.",
  "Notes with bad words are rejected.",
  "You must be able to list notes, but never to print them.",
];

const OTHER = [
  "Keep notes with a title.",
  "You must be able to list notes.",
  "The system must keep notes.",
  "Tasks can be done or not.",
  "A note is a short text.",
  "Managers approve or reject expenses.",
];

Deno.test("isLimiting() tells limits from what is wished for", () => {
  for (const text of LIMITING) assertEquals(isLimiting(text), true, text);
  for (const text of OTHER) assertEquals(isLimiting(text), false, text);
});

const { blueprint } = parseBlueprint(`
system: library
http: { rateLimit: { requests: 100, per: 1m } }
entities:
  book:
    description: Unique, never deleted.
    fields:
      title: { type: string, description: "Unique, at most 50, never changed." }
      code: { type: string, unique: true, immutable: true }
      series: { type: string }
      short: { type: string, maxLength: 50 }
      count: { type: integer }
      tag: { type: slug, from: title }
      fee: { type: decimal, computed: { behavior: "At most 5 euros, never changed, unique." } }
    relations: { shelf: { belongsTo: shelf } }
    actions:
      lend: { set: { count: 1 } }
      stamp: { set: { count: 1 } }
      pay: { set: { count: 1 }, when: { count: 2 } }
    unique: [[series, shelf]]
    access: { lend: users, write: author }
  shelf: { fields: { room: { type: string } }, operations: [list, get] }
users: { roles: [reader, author] }
`);
if (!blueprint) throw new Error("no blueprint");

const may = (sentence: string, path: string) => {
  const place = findPlace(path, blueprint);
  if (!place) throw new Error(`no ${path}`);
  return mayLimit(place, sentence, blueprint);
};

const CASES:
  readonly (readonly [string, readonly string[], readonly string[]])[] = [
    ["Only so many.", [
      "book.code",
      "book.short",
      "book.short.maxLength",
      "book.count",
      "book.tag",
      "book.fee",
      "book.shelf",
      "book.pay",
      "not shelf.delete",
      "shelf",
      "entities.shelf.operations",
      "http.rateLimit",
      "book.stamp",
      "book.series",
    ], [
      "book.title",
      "book.lend",
      "entities.book.description",
      "entities.book.fields.title.description",
    ]],
    ["They are unique.", ["book.code", "book.tag", "book.fee", "book.series"], [
      "book.title",
      "book.short",
      "book.count",
    ]],
    ["They are never changed.", ["book.code", "book.fee", "book.pay"], [
      "book.title",
      "book.short.maxLength",
      "book.count",
      "book.lend",
    ]],
  ];

for (const [sentence, places, others] of CASES) {
  Deno.test(`mayLimit() tells what can say "${sentence}"`, () => {
    for (const path of places) assertEquals(may(sentence, path), true, path);
    for (const path of others) assertEquals(may(sentence, path), false, path);
  });
}

Deno.test("mayLimit() takes a rule that lets everybody in for no limit", () => {
  const { blueprint: open } = parseBlueprint(`
system: pay
users: { roles: [member, staff] }
entities:
  salary:
    fields: { amount: { type: integer } }
    access: { read: everyone, create: users, write: staff }
`);
  const limits = (text: string, rule: string) =>
    mayLimit(findPlace(`entities.salary.access.${rule}`, open!)!, text, open!);
  assertEquals(limits("Only staff may.", "read"), false);
  assertEquals(limits("Only staff may.", "create"), false);
  assertEquals(limits("Only staff may.", "write"), true);
  assertEquals(limits("Only users may.", "create"), true);
  assertEquals(limits("Users do only with their own.", "create"), false);
  assertEquals(limits("Only users may.", "read"), false);
});

Deno.test("mayLimit() wants what keeps things apart for what may not be twice", () => {
  assertEquals(may("Two books never share a code.", "book.code"), true);
  assertEquals(may("Two books never share a code.", "book.short"), false);
  assertEquals(may("Loans of one book must not overlap.", "book.count"), false);
  assertEquals(may("Loans of one book must not overlap.", "book.fee"), true);
});
