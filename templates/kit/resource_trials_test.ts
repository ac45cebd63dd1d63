import { assert, assertEquals } from "@std/assert";
import type { Group, Groups } from "./entity_request.ts";
import { expectValue } from "./expect_outcome.ts";
import type { FieldFilter, FilterValue } from "./list_query.ts";
import { ok } from "./problem.ts";
import {
  BOOK_SUBJECT,
  NOTE_SUBJECT,
  openShelf,
  SHELF_SHAPE,
  type ShelfDefect,
} from "./example_shelf.ts";
import {
  tryResource,
  tryTheft,
  tryWrongSchemes,
} from "./resource_access_trials.ts";
import { propertyTrials } from "./resource_property_trials.ts";
import type { ResourceSpec, Sources } from "./resource_spec.ts";
import { resourceTrials } from "./resource_trials.ts";

for (const subject of [BOOK_SUBJECT, NOTE_SUBJECT]) {
  for (const { title, run } of resourceTrials(subject)) {
    Deno.test(`trial: ${title}`, () => run(() => Promise.resolve(openShelf())));
  }
  for (const { title, run } of propertyTrials(subject)) {
    Deno.test(`trial: ${title}`, () => run(() => Promise.resolve(openShelf())));
  }
  Deno.test(`trial: no token behind another word, ${subject.resource.plural}`, () =>
    tryWrongSchemes(subject, () => Promise.resolve(openShelf())));
}

Deno.test("tryTheft() finds books where they were", () =>
  tryTheft(BOOK_SUBJECT, () => Promise.resolve(openShelf())));

Deno.test("tryResource() holds everybody to the rules", (t) =>
  tryResource(t, BOOK_SUBJECT, {
    start: () => Promise.resolve(openShelf()),
    who: { kind: "other" },
    steps: [
      { operation: "list", answer: "allowed" },
      { operation: "get", answer: "allowed" },
      { operation: "create", answer: "allowed" },
      { operation: "patch", answer: 403 },
      { operation: "delete", answer: 403 },
      { method: "POST", operation: "like", answer: "allowed" },
    ],
  }));

const BOOKS = BOOK_SUBJECT.resource;

/** Defects, each with a part of the title of a trial that must notice it. */
const DEFECTS: readonly (ShelfDefect & {
  readonly what: string;
  readonly seenBy: string;
})[] = [
  {
    what: "a mark that everybody has set",
    between: markedByAll,
    seenBy: "mark it and take that back",
  },
  {
    what: "a mark that counts twice",
    books: {
      resource: shown({
        likes: { kind: "sum", of: "note", by: "bookId", field: "page" },
      }),
    },
    seenBy: "mark it and take that back",
  },
  {
    what: "a field that nobody declared",
    books: { resource: shown({ secret: "secret" }) },
    seenBy: "shows one",
  },
  {
    what: "an answer without its envelope",
    books: { shape: { ...SHELF_SHAPE, envelope: false } },
    seenBy: "creates one",
  },
  {
    what: "pages of another size",
    books: {
      shape: {
        ...SHELF_SHAPE,
        paging: { style: "offset", limit: 4, most: 20 },
      },
    },
    seenBy: "5 at most unless the request says",
  },
  {
    what: "a limit that nobody keeps",
    books: {
      shape: {
        ...SHELF_SHAPE,
        paging: { style: "offset", limit: 5, most: 100 },
      },
    },
    seenBy: "refuses parameters",
  },
  {
    what: "a list of one's own that has everybody's",
    books: { lists: { mine: [], liked: [] } },
    seenBy: "/api/books/mine",
  },
  {
    what: "a filter that finds everything",
    books: {
      resource: {
        ...BOOKS,
        filters: {
          ...BOOKS.filters,
          reader: { kind: "field", field: "title" },
        },
      },
    },
    seenBy: "?reader=",
  },
  {
    what: "a status that nobody declared",
    notes: { operations: [] },
    seenBy: "creates one",
  },
  {
    what: "what is part of another",
    notes: { resource: withoutParent() },
    seenBy: "part of another book",
  },
  {
    what: "one request for each entity that is shown",
    between: oneByOne,
    seenBy: "as many messages",
  },
  {
    what: "a change that changes nothing",
    between: withoutChanges,
    seenBy: "changes one field",
  },
];

for (const { what, seenBy, ...defect } of DEFECTS) {
  Deno.test(`the trials of resources notice ${what}`, async () => {
    const noticed: string[] = [];
    for (const subject of [BOOK_SUBJECT, NOTE_SUBJECT]) {
      for (const { title, run } of resourceTrials(subject)) {
        const start = () => Promise.resolve(openShelf(defect));
        await run(start).catch(() => noticed.push(title));
      }
    }
    assert(
      noticed.some((title) => title.includes(seenBy)),
      `noticed by [${noticed.join("; ")}]`,
    );
  });
}

Deno.test("tryResource() notices a rule that is not kept", async () => {
  const open = () => Promise.resolve(openShelf({ books: { guards: {} } }));
  const titles: string[] = [];
  // The steps fail, not the test: a context that only notes them.
  const t = {
    step: async (title: string, run: () => Promise<void>) => {
      await run().catch(() => titles.push(title));
      return true;
    },
  } as unknown as Deno.TestContext; // all that is used of one
  await tryResource(t, BOOK_SUBJECT, {
    start: open,
    who: { kind: "nobody" },
    steps: [
      { operation: "list", answer: "allowed" },
      { operation: "delete", answer: 401 },
    ],
  });
  assertEquals(titles, ["delete: 401"]);
});

function shown(more: ResourceSpec["shows"]): ResourceSpec {
  return { ...BOOKS, shows: { ...BOOKS.shows, ...more } };
}

/** Notes whose path has a book's key that nobody looks at. */
function withoutParent(): ResourceSpec {
  const { parent: _none, ...rest } = NOTE_SUBJECT.resource;
  return rest;
}

function withoutChanges(sources: Sources): Sources {
  const { book } = sources;
  return {
    ...sources,
    book: async (request) =>
      request.operation === "patch"
        ? await book!({ operation: "get", id: request.id })
        : await book!(request),
  };
}

/** Whatever somebody may have marked, they have. */
function markedByAll(sources: Sources): Sources {
  const { like } = sources;
  return {
    ...sources,
    like: async (request) => {
      if (request.operation !== "list") return await like!(request);
      const items = request.query.filters.flatMap(idsOf).map((id) => ({
        ...{ id: String(id), createdAt: "", updatedAt: "" },
        bookId: id,
      }));
      return ok({ items, nextCursor: null });
    },
  };
}

function idsOf(filter: FieldFilter): readonly FilterValue[] {
  return "anyOf" in filter ? filter.anyOf : [];
}

/** Asks for one group at a time. */
function oneByOne(sources: Sources): Sources {
  const { like } = sources;
  return {
    ...sources,
    like: async (request) => {
      if (request.operation !== "groups") return await like!(request);
      const groups: Group[] = [];
      for (const value of request.filters.flatMap(idsOf)) {
        const reply = await like!({
          ...request,
          filters: [{ field: String(request.by), anyOf: [value] }],
        });
        groups.push(...(expectValue(reply) as Groups).groups);
      }
      return ok({ groups });
    },
  };
}
