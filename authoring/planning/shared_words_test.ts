import { assertEquals } from "@std/assert";
import { parseBlueprint } from "../../generator/blueprint/parse.ts";
import { findPlace } from "./blueprint_path.ts";
import { sharesWords } from "./shared_words.ts";

const { blueprint } = parseBlueprint(`
system: library
http: { port: 9100 }
store: { engine: sqlite }
users: { roles: [member, librarian] }
entities:
  book:
    softDelete: true
    fields:
      title: { type: string, required: true, maxLength: 200 }
      dueOn: { type: date }
      status: { type: enum, values: [available, lent], default: available }
      lateFee: { type: decimal, computed: { behavior: "50 cents for each day begun, at most 20 euros." } }
    relations: { shelf: { belongsTo: shelf } }
    actions:
      lend: { set: { status: lent }, when: { status: available } }
      pay: { set: { dueOn: $now } }
      retire: { set: { status: lent }, description: "A worn copy is taken out of service." }
    access: { read: everyone, write: librarian }
  shelf: { fields: { room: { type: string } }, operations: [list, get] }
webhooks:
  book_lent: { on: book.lend, hosts: [hooks.library.example] }
schedule:
  remind: { at: "03:00", entity: book, do: lend }
`);
if (!blueprint) throw new Error("no blueprint");

function shares(sentence: string, ...paths: string[]): boolean {
  const places = paths.map((path) => {
    const place = findPlace(path, blueprint!);
    if (!place) throw new Error(`no ${path}`);
    return place;
  });
  return sharesWords(sentence, places, blueprint!);
}

const SHARED: readonly (readonly [string, string])[] = [
  ["Keep books.", "book"],
  ["A title is mandatory.", "book.title.required"],
  ["At most 200 characters.", "book.title.maxLength"],
  ["They have a due date.", "book.dueOn"],
  ["Availability is shown.", "book.status"],
  ["Each copy is lent once at a time.", "book.lend"],
  ["It is paid.", "book.pay"],
  ["Worn copies leave.", "book.retire"],
  ["After that, every day costs 50 cents.", "book.lateFee"],
  ["Books stand on shelves.", "book.shelf"],
  ["Clients can add books.", "book.create"],
  ["Clients can remove them.", "book.delete"],
  ["Shelves are read-only.", "entities.shelf.operations"],
  ["Nobody may change a shelf.", "not shelf.patch"],
  ["What was removed can be restored.", "entities.book.softDelete"],
  ["Everybody can see them.", "entities.book.access.read"],
  ["They edit them.", "entities.book.access.write"],
  ["Notify hooks.library.example.", "webhooks.book_lent"],
  ["Each night the members are reminded.", "schedule.remind"],
  ["Use SQLite.", "store.sqlite"],
  ["PostgreSQL or SQLite.", "store.sqlite"],
  ["Listen on 9100.", "http.port"],
  ["A REST backend.", "http"],
  ["Members log in.", "users"],
];

for (const [sentence, path] of SHARED) {
  Deno.test(`sharesWords() finds that ${path} speaks of "${sentence}"`, () => {
    assertEquals(shares(sentence, path), true);
  });
}

const STRANGE: readonly (readonly [string, string])[] = [
  ["Books that are overdue get a red sticker.", "store.sqlite"],
  ["Books that are overdue get a red sticker.", "http.port"],
  ["Books that are overdue get a red sticker.", "book.lend"],
  ["Books that are overdue get a red sticker.", "webhooks.book_lent"],
  ["Books that are overdue get a red sticker.", "book.title.required"],
  ["Books that are overdue get a red sticker.", "book.create"],
  ["Everybody can see them.", "webhooks.book_lent"],
  ["Use SQLite and port 9100.", "book.status"],
  ["At most 300 characters.", "book.title.maxLength"],
  ["Fax it.", "book.dueOn"],
  ["Or so.", "schedule.remind"],
  ["The 9 of them.", "http.port"],
  ["The title is faxed.", "book.create"],
  ["A roo hops.", "shelf.room"],
];

for (const [sentence, path] of STRANGE) {
  Deno.test(`sharesWords() finds nothing in ${path} of "${sentence}"`, () => {
    assertEquals(shares(sentence, path), false);
  });
}

Deno.test("sharesWords() is content with one place of several", () => {
  assertEquals(shares("Use SQLite.", "book.lend", "store.sqlite"), true);
  assertEquals(shares("Use SQLite."), false);
});

Deno.test("sharesWords() takes an entity as such for nothing beside parts that are claimed", () => {
  const sticker = "Books that are overdue get a red sticker.";
  assertEquals(shares(sticker, "book", "book.title"), false);
  assertEquals(shares("Keep books.", "book", "book.title"), true);
  assertEquals(shares("Books:", "book", "book.title"), true);
});

Deno.test("sharesWords() takes a part of one entity for nothing that is said of another", () => {
  assertEquals(shares("A shelf has a title.", "book.title"), false);
  assertEquals(shares("A shelf has a room.", "shelf.room"), true);
  assertEquals(shares("A shelf has many books.", "book.shelf"), true);
  assertEquals(shares("They have a title.", "book.title"), true);
});

Deno.test("sharesWords() takes the name of a field for a word, though types are called so", () => {
  const { blueprint: log } = parseBlueprint(
    "system: log\nentities: { entry: { fields: { text: { type: string }, day: { type: date } } } }",
  );
  const says = (text: string, path: string) =>
    sharesWords(text, [findPlace(path, log!)!], log!);
  assertEquals(says("They have a text.", "entry.text"), true);
  assertEquals(says("They have a string.", "entry.text"), false);
});

Deno.test("sharesWords() takes nothing from the description of a limit", () => {
  const retire = "entities.book.actions.retire";
  assertEquals(shares("Worn copies leave.", retire), true);
  assertEquals(shares("Worn copies must leave.", retire), false);
});
