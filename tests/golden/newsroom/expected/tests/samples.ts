/**
 * Makes entities for the tests.
 *
 * @module
 */
import { expectValue } from "../kit/expect_outcome.ts";
import type { System } from "../main.ts";
import type { User } from "../models/user.ts";
import type { Article } from "../models/article.ts";
import type { Comment } from "../models/comment.ts";
import type { Notebook } from "../models/notebook.ts";
import type { Note } from "../models/note.ts";
import type { AuditEntry } from "../models/audit_entry.ts";
import type { Tip } from "../models/tip.ts";

/** Makes a body that creates a user. */
export function userBody(): Record<string, unknown> {
  made++;
  return {
    email: `someone${made}@example.com`,
    name: "Some name",
    bio: "Some bio",
  };
}

/** Stores a user. */
export async function makeUser(
  system: System,
  overrides: Record<string, unknown> = {},
): Promise<User> {
  const body = { ...userBody(), ...overrides };
  return expectValue(
    await system.userController.handleProcessRequest({
      operation: "create",
      body,
    }),
  ) as User;
}

/** What the slug of an article may be. */
export const ARTICLE_SLUG_EXAMPLES: readonly string[] = [
  "egy-54",
  "length-34",
  "fgfzyxmgfsykbdk-662",
  "nwizvkyqw-39896",
  "zfhnrcojhoflto-98204",
  "expy-478104",
  "ctuzr-6",
  "adzebinapply-0037",
  "applyl-5136",
  "irhyivvwudcrmkh-532",
  "rctfcccuwjh-249994",
  "bjt-943",
  "kpe-25815",
  "totaop-271",
  "nwzr-0",
  "tlkwmpjprjx-12",
  "nsvjmwxb-81",
  "name-84050",
  "cyeitge-430639",
  "wderazmjb-289805",
  "svvndqxbciwv-8343",
  "anak-40",
  "jqsi-223",
  "uvt-8745",
  "crn-481",
  "yobeuyax-93324",
  "uskafzonp-5",
  "hqrbkhwocugbwu-3",
  "uet-18574",
  "hgucinwt-71",
  "jlyb-57",
  "ref-16",
  "tbpxdt-89",
  "hdcgd-768047",
  "wyvofrvul-291632",
  "ezyb-3",
  "ofref-403696",
  "btlmc-66",
  "incalleruvb-98",
  "mkllorhscviojw-131090",
  "gdrefezlvqy-62",
  "tea-4",
  "gttihqbuz-5",
  "wsvrac-0",
  "vrnwhwypolmlxa-390",
  "xucbtrha-6",
  "mtxfowneukzeelk-2",
  "xzfdodwyutl-25",
  "wlppxao-18831",
];

/** Makes a body that creates an article. */
export function articleBody(): Record<string, unknown> {
  made++;
  return {
    title: "Some title",
    slug: pick(ARTICLE_SLUG_EXAMPLES),
    body: "Some body",
  };
}

/** Stores an article. */
export async function makeArticle(
  system: System,
  overrides: Record<string, unknown> = {},
): Promise<Article> {
  const body = {
    ...articleBody(),
    authorId: (await actor(system)).id,
    ...overrides,
  };
  return expectValue(
    await system.articleController.handleProcessRequest({
      operation: "create",
      body,
    }),
  ) as Article;
}

/** Makes a body that creates a comment. */
export async function commentBody(
  system: System,
): Promise<Record<string, unknown>> {
  return {
    text: "Some text",
    articleId: (await makeArticle(system)).id,
  };
}

/** Stores a comment. */
export async function makeComment(
  system: System,
  overrides: Record<string, unknown> = {},
): Promise<Comment> {
  const body = {
    ...await commentBody(system),
    writerId: (await actor(system)).id,
    ...overrides,
  };
  return expectValue(
    await system.commentController.handleProcessRequest({
      operation: "create",
      body,
    }),
  ) as Comment;
}

/** Makes a body that creates a notebook. */
export function notebookBody(): Record<string, unknown> {
  return {
    name: "Some name",
  };
}

/** Stores a notebook. */
export async function makeNotebook(
  system: System,
  overrides: Record<string, unknown> = {},
): Promise<Notebook> {
  const body = {
    ...notebookBody(),
    keeperId: (await actor(system)).id,
    ...overrides,
  };
  return expectValue(
    await system.notebookController.handleProcessRequest({
      operation: "create",
      body,
    }),
  ) as Notebook;
}

/** Makes a body that creates a note. */
export async function noteBody(
  system: System,
): Promise<Record<string, unknown>> {
  return {
    text: "Some text",
    notebookId: (await makeNotebook(system)).id,
  };
}

/** Stores a note. */
export async function makeNote(
  system: System,
  overrides: Record<string, unknown> = {},
): Promise<Note> {
  const body = {
    ...await noteBody(system),
    keeperId: (await actor(system)).id,
    ...overrides,
  };
  return expectValue(
    await system.noteController.handleProcessRequest({
      operation: "create",
      body,
    }),
  ) as Note;
}

/** Makes a body that creates an audit entry. */
export function auditEntryBody(): Record<string, unknown> {
  return {
    event: "Some event",
  };
}

/** Stores an audit entry. */
export async function makeAuditEntry(
  system: System,
  overrides: Record<string, unknown> = {},
): Promise<AuditEntry> {
  const body = { ...auditEntryBody(), ...overrides };
  return expectValue(
    await system.auditEntryController.handleProcessRequest({
      operation: "create",
      body,
    }),
  ) as AuditEntry;
}

/** Makes a body that creates a tip. */
export function tipBody(): Record<string, unknown> {
  return {
    text: "Some text",
  };
}

/** Stores a tip. */
export async function makeTip(
  system: System,
  overrides: Record<string, unknown> = {},
): Promise<Tip> {
  const body = {
    ...tipBody(),
    senderId: (await actor(system)).id,
    ...overrides,
  };
  return expectValue(
    await system.tipController.handleProcessRequest({
      operation: "create",
      body,
    }),
  ) as Tip;
}

/** Who asks in tests, and whom the samples belong to: one user of each role. */
export function actor(system: System, role?: string): Promise<User> {
  const known = ACTORS.get(system) ??
    new Map<string | undefined, Promise<User>>();
  ACTORS.set(system, known);
  const user = known.get(role) ??
    makeUser(system, role === undefined ? {} : { role });
  known.set(role, user);
  return user;
}

const ACTORS = new WeakMap<System, Map<string | undefined, Promise<User>>>();

// Counts what has been made, so that unique fields differ.
let made = 0;

/** Picks another of the values each time, and after the last the first again. */
function pick(values: readonly unknown[]): unknown {
  return values[made % values.length];
}
