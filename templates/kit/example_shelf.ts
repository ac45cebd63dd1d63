/**
 * An API of its own shape over tables in memory: what the kit's trials of resources are tried on themselves.
 *
 * @module
 */
import type { AskAuth } from "./access_guard.ts";
import type { EntityAccess } from "./access_rule.ts";
import { integer, text } from "./api_schema.ts";
import { entitySchema, patchSchema } from "./body_schema.ts";
import { EntityService } from "./entity_service.ts";
import type { Entity, EntitySpec } from "./entity_spec.ts";
import { messageResponse } from "./error_messages.ts";
import { expectValue } from "./expect_outcome.ts";
import { createApi } from "./http_api.ts";
import { mountMark } from "./mark_routes.ts";
import { MemoryDatabase } from "./memory_database.ts";
import { MemoryTable } from "./memory_table.ts";
import { OWNERSHIP } from "./owned_entity.ts";
import { failed, ok, unauthorized } from "./problem.ts";
import { resourceGuard } from "./resource_guard.ts";
import type { ResourceOptions } from "./resource_request.ts";
import { mountResource } from "./resource_routes.ts";
import type { ApiShape, Ask, ResourceSpec, Sources } from "./resource_spec.ts";
import type { ResourceSubject, TrialSystem } from "./resource_subject.ts";
import { apiClient } from "./testing.ts";

/** How the API looks. */
export const SHELF_SHAPE: ApiShape = {
  envelope: true,
  paging: { style: "offset", limit: 5, most: 20 },
  unknownFields: "ignore",
  scheme: "Token",
};

const READER: EntitySpec = {
  name: "reader",
  label: "reader",
  path: "/readers",
  table: "readers",
  fields: {
    name: { kind: "string", column: "name", nullable: false, unique: true },
  },
  search: ["name"],
};

const BOOK: EntitySpec = {
  name: "book",
  label: "book",
  path: "/books",
  table: "books",
  fields: {
    code: { kind: "string", column: "code", nullable: false, unique: true },
    title: { kind: "string", column: "title", nullable: false },
    secret: { kind: "string", column: "secret", nullable: true },
    readerId: {
      kind: "uuid",
      column: "reader_id",
      nullable: false,
      references: { entity: "reader", table: "readers", onDelete: "cascade" },
    },
  },
  search: ["title"],
};

const NOTE: EntitySpec = {
  name: "note",
  label: "note",
  path: "/notes",
  table: "notes",
  fields: {
    words: { kind: "string", column: "words", nullable: false },
    page: { kind: "integer", column: "page", nullable: true },
    bookId: {
      kind: "uuid",
      column: "book_id",
      nullable: false,
      references: { entity: "book", table: "books", onDelete: "cascade" },
    },
  },
  search: [],
};

const LIKE: EntitySpec = {
  name: "like",
  label: "like",
  path: "/likes",
  table: "likes",
  fields: {
    bookId: {
      kind: "uuid",
      column: "book_id",
      nullable: false,
      references: { entity: "book", table: "books", onDelete: "cascade" },
    },
    readerId: {
      kind: "uuid",
      column: "reader_id",
      nullable: false,
      references: { entity: "reader", table: "readers", onDelete: "cascade" },
    },
  },
  unique: [["bookId", "readerId"]],
  search: [],
};

const BOOKS: ResourceSpec = {
  name: "book",
  plural: "books",
  path: "/api/books",
  param: "code",
  entity: BOOK,
  key: "code",
  shows: {
    code: "code",
    heading: "title",
    createdAt: "createdAt",
    liked: { kind: "marked", of: "like", by: "bookId", user: "readerId" },
    likes: { kind: "count", of: "like", by: "bookId" },
    pages: { kind: "sum", of: "note", by: "bookId", field: "page" },
    reader: {
      kind: "one",
      field: "readerId",
      of: "reader",
      shows: { name: "name" },
    },
  },
  filters: {
    heading: { kind: "field", field: "title" },
    reader: { kind: "related", field: "readerId", of: READER, by: "name" },
    likedBy: {
      kind: "marked",
      link: LIKE,
      target: "bookId",
      user: "readerId",
      of: READER,
      by: "name",
    },
  },
};

const NOTES: ResourceSpec = {
  name: "note",
  plural: "notes",
  path: "/api/books/{code}/notes",
  param: "id",
  entity: NOTE,
  key: "id",
  shows: { id: "id", words: "words", page: "page" },
  parent: { resource: BOOKS, field: "bookId" },
};

const MARK = { name: "like", link: LIKE, target: "bookId", user: "readerId" };

const LISTS = {
  mine: [{ kind: "own", field: "readerId" }],
  liked: [{ kind: "marked", field: "id", ...linkOf(MARK) }],
} satisfies ResourceOptions["lists"];

function linkOf({ link, target, user }: typeof MARK) {
  return { link, target, user };
}

const ACCESS: Readonly<Record<"book" | "note", EntityAccess>> = {
  book: {
    owner: "readerId",
    assignsOwner: true,
    rules: {
      list: ["everyone"],
      get: ["everyone"],
      create: ["users"],
      patch: ["owner"],
      delete: ["owner"],
      like: ["users"],
    },
  },
  note: {
    rules: {
      list: ["everyone"],
      get: ["everyone"],
      create: ["users"],
      patch: ["users"],
      replace: ["users"],
      delete: ["users"],
    },
  },
};

const COMMON = {
  shape: SHELF_SHAPE,
  errors: "messages",
  users: "reader",
} as const;

/** What is declared of books. */
export const BOOK_SUBJECT: ResourceSubject = {
  ...COMMON,
  resource: BOOKS,
  operations: [
    { operation: "list", method: "GET", status: 200 },
    { operation: "get", method: "GET", status: 200 },
    { operation: "create", method: "POST", status: 201 },
    { operation: "patch", method: "PUT", status: 200 },
    { operation: "delete", method: "DELETE", status: 204 },
  ],
  marks: [MARK],
  lists: LISTS,
  owner: "readerId",
  open: ["list", "get"],
  required: ["code", "title"],
  others: { code: "other", title: "Changed", secret: "Changed" },
  refused: [{ field: "title", what: "too long", value: "x".repeat(41) }],
};

/** What is declared of notes. */
export const NOTE_SUBJECT: ResourceSubject = {
  ...COMMON,
  resource: NOTES,
  operations: [
    { operation: "list", method: "GET", status: 200 },
    { operation: "get", method: "GET", status: 200 },
    { operation: "create", method: "POST", status: 200 },
    { operation: "replace", method: "PUT", status: 200 },
    { operation: "patch", method: "PATCH", status: 200 },
    { operation: "delete", method: "DELETE", status: 204 },
  ],
  open: ["list", "get"],
  required: ["words"],
  others: { words: "Changed", page: 7 },
  refused: [],
};

/** How a shelf differs from one that keeps to what is declared. */
export interface ShelfDefect {
  /** How books are mounted. @default as declared */
  readonly books?: Partial<ResourceOptions>;
  /** How notes are mounted. @default as declared */
  readonly notes?: Partial<ResourceOptions>;
  /** What stands between the routes and the controllers. @default nothing */
  readonly between?: (sources: Sources) => Sources;
}

/** Opens a shelf, with a defect if one is given. */
export function openShelf(defect: ShelfDefect = {}): TrialSystem {
  const database = new MemoryDatabase();
  let messages = 0;
  let made = 0;
  const serve = (spec: EntitySpec): Ask => {
    const table = new MemoryTable<Entity>(spec, database);
    const service = new EntityService<Entity>({
      spec,
      store: (command) => Promise.resolve(table.execute(command)),
      grants: OWNERSHIP,
    });
    return (request) => {
      messages++;
      return service.handle(request);
    };
  };
  const sources: Sources = {
    reader: serve(READER),
    book: serve(BOOK),
    note: serve(NOTE),
    like: serve(LIKE),
  };
  const fetch = shelfApi(sources, defect);
  const bodies = {
    reader: () => ({ name: `Reader ${++made}` }),
    book: () => ({ code: `code-${++made}`, title: `Title ${made}` }),
    note: () => ({ words: "Some words", page: ++made }),
    like: () => ({}),
  };
  const make = async (entity: keyof typeof bodies, values = {}) => {
    const body = { ...bodies[entity](), ...values };
    const reply = await sources[entity]!({ operation: "create", body });
    return expectValue(reply) as Entity;
  };
  let first: Promise<Entity> | undefined;
  const actor = () => first ??= make("reader");
  return {
    as: (userId) =>
      apiClient((request) => {
        if (userId !== undefined) {
          request.headers.set("authorization", `Token ${userId}`);
        }
        return fetch(request);
      }),
    actor,
    tokenOf: (userId) => Promise.resolve(userId),
    make: {
      reader: (values) => make("reader", values),
      book: async (values) =>
        make("book", { readerId: (await actor()).id, ...values }),
      note: async (values = {}) =>
        make("note", {
          bookId: "bookId" in values
            ? values.bookId
            : (await make("book", { readerId: (await actor()).id })).id,
          ...values,
        }),
      like: (values) => make("like", values),
    },
    bodies,
    sources,
    messages: () => messages,
    [Symbol.asyncDispose]: () => Promise.resolve(database[Symbol.dispose]()),
  };
}

function shelfApi(
  behind: Sources,
  { books, notes, between = (sources) => sources }: ShelfDefect,
): (request: Request) => Promise<Response> {
  const health = { status: "ok", live: true, ready: true, components: [] };
  const api = createApi({ openapi: {}, health: () => health });
  const sources = between(behind);
  const ask: AskAuth = async (request) => {
    const token = request.operation === "authenticate" ? request.token : "";
    const found = await behind["reader"]!({ operation: "get", id: token })
      .catch(() => undefined);
    return found?.ok ? ok({ id: token }) : failed(unauthorized());
  };
  const guards = {
    book: resourceGuard(ACCESS.book, ask, SHELF_SHAPE),
    note: resourceGuard(ACCESS.note, ask, SHELF_SHAPE),
  };
  const common = { sources, guards, shape: SHELF_SHAPE };
  const book = {
    code: text({ min: 1, max: 40 }),
    title: text({ min: 1, max: 40 }),
    secret: text({ max: 40 }).nullable().optional(),
  };
  const note = {
    words: text({ min: 1, max: 40 }),
    page: integer().nullable().optional(),
    bookId: text({}).optional(),
  };
  const mounted: ResourceOptions = {
    ...common,
    resource: BOOKS,
    operations: [
      { operation: "list" },
      { operation: "get" },
      { operation: "create", schema: entitySchema(book) },
      { operation: "patch", method: "PUT", schema: patchSchema(book) },
      { operation: "delete" },
    ],
    lists: LISTS,
    ...books,
  };
  mountResource(api, mounted);
  mountMark(api, { ...mounted, operations: [] }, MARK);
  mountResource(api, {
    ...common,
    resource: NOTES,
    operations: [
      { operation: "list" },
      { operation: "get" },
      { operation: "create", status: 200, schema: entitySchema(note) },
      { operation: "replace", schema: entitySchema(note) },
      { operation: "patch", schema: patchSchema(note) },
      { operation: "delete" },
    ],
    ...notes,
  });
  return async (request) => messageResponse(await api.fetch(request));
}
