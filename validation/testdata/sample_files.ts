/**
 * A small hand-written system in the layout of a generated one: notes in SQLite behind an API, without packages.
 *
 * @module
 */

/** Its files by path; the manifest is made from them. */
export const SAMPLE_FILES: Readonly<Record<string, string>> = {
  "blueprint.yaml": `schema: autocoder/v1
system: sample_notes
description: Notes
store: { engine: sqlite }
entities:
  note:
    fields:
      title: { type: string, required: true, maxLength: 100 }
    operations: [list, get, create]
requirements:
  - text: "Add notes with a title"
    covers: [note.create, note.title]
  - text: "Make it pretty"
    covers: []
`,
  "deno.json": `{
  "imports": { "@sample/log": "./kit/log.ts" },
  "tasks": {
    "start": "deno run --allow-net=0.0.0.0,127.0.0.1 --allow-env=PORT,HOST --allow-read=data --allow-write=data main.ts",
    "test": "deno test --allow-net=0.0.0.0,127.0.0.1"
  },
  "exclude": ["blueprint.yaml", ".autocoder/", "evidence/", "data/"]
}
`,
  "deno.lock": `{
  "version": "5"
}
`,
  "kit/log.ts": `/**
 * The log.
 *
 * @module
 */

/** Writes one event. */
export function log(event: string, facts: Record<string, unknown> = {}): void {
  const line = JSON.stringify({ event, ...facts }) + "\\n";
  Deno.stdout.writeSync(new TextEncoder().encode(line));
}
`,
  "components/note_store.ts": `/**
 * Keeps notes.
 *
 * @module
 */
import { DatabaseSync } from "node:sqlite";

/** A note. */
export interface Note {
  /** Its id. */
  readonly id: string;
  /** Its title. */
  readonly title: string;
}

/** Keeps notes in a database. */
export class NoteStore {
  readonly #database: DatabaseSync;

  /** Opens the database at a path, \`:memory:\` for none. */
  constructor(path: string) {
    this.#database = new DatabaseSync(path);
    this.#database.exec(
      "CREATE TABLE IF NOT EXISTS notes (id TEXT PRIMARY KEY, title TEXT)",
    );
  }

  /** Adds a note. */
  add(note: Note): void {
    this.#database.prepare("INSERT INTO notes VALUES (?, ?)")
      .run(note.id, note.title);
  }

  /** Lists all notes. */
  list(): Note[] {
    return this.#database.prepare("SELECT id, title FROM notes").all()
      .map((row) => ({ id: String(row.id), title: String(row.title) }));
  }

  /** Closes the database. */
  close(): void {
    this.#database.close();
  }
}
`,
  "components/note_controller.ts": `/**
 * Rules of notes.
 *
 * @module
 */
import type { Note, NoteStore } from "./note_store.ts";

/** Applies the rules of notes. */
export class NoteController {
  readonly #store: NoteStore;

  /** Takes the store. */
  constructor(store: NoteStore) {
    this.#store = store;
  }

  /** Creates a note; undefined when it is not valid. */
  create(body: unknown): Note | undefined {
    const title = (body as { title?: unknown } | null)?.title;
    if (typeof title !== "string" || title === "") return undefined;
    const note = { id: crypto.randomUUID(), title };
    this.#store.add(note);
    return note;
  }

  /** Lists all notes. */
  list(): Note[] {
    return this.#store.list();
  }
}
`,
  "components/api_gateway.ts": `/**
 * The API.
 *
 * @module
 */
import type { NoteController } from "./note_controller.ts";

/** Answers a request. */
export async function answer(
  request: Request,
  notes: NoteController,
): Promise<Response> {
  const { pathname } = new URL(request.url);
  if (pathname === "/notes" && request.method === "POST") {
    const note = notes.create(await request.json());
    return note ? Response.json(note, { status: 201 }) : problem(422);
  }
  if (pathname === "/notes") {
    return Response.json({ items: notes.list(), nextCursor: null });
  }
  const id = /^\\/notes\\/(.+)$/.exec(pathname)?.[1];
  const note = notes.list().find((note) => note.id === id);
  if (note) return Response.json(note);
  if (pathname.startsWith("/health")) return Response.json({ status: "ok" });
  if (pathname === "/openapi.json") return Response.json({ openapi: "3.1.0" });
  if (pathname === "/metrics") return new Response("up 1\\n");
  if (pathname === "/docs") {
    const headers = { "content-type": "text/html" };
    return new Response("<h1>Notes</h1>", { headers });
  }
  return problem(404);
}

function problem(status: number): Response {
  const headers = { "content-type": "application/problem+json" };
  return Response.json({ status }, { status, headers });
}
`,
  "main.ts": `/**
 * Starts the system.
 *
 * @module
 */
import { log } from "@sample/log";
import { answer } from "./components/api_gateway.ts";
import { NoteController } from "./components/note_controller.ts";
import { NoteStore } from "./components/note_store.ts";

if (import.meta.main) {
  Deno.mkdirSync("data", { recursive: true });
  const store = new NoteStore("data/notes.sqlite");
  const notes = new NoteController(store);
  const told = Promise.withResolvers<void>();
  Deno.addSignalListener("SIGTERM", () => told.resolve());
  const server = Deno.serve({
    port: Number(Deno.env.get("PORT") ?? 8080),
    hostname: Deno.env.get("HOST") ?? "0.0.0.0",
    onListen: ({ hostname, port }) =>
      log("listening", { url: \`http://\${hostname}:\${port}\` }),
  }, (request) => answer(request, notes));
  await told.promise;
  await server.shutdown();
  store.close();
  log("stopped");
  Deno.exit(0);
}
`,
  "tests/unit/note_store_test.ts":
    `import { NoteStore } from "../../components/note_store.ts";

Deno.test("NoteStore keeps what is added", () => {
  const store = new NoteStore(":memory:");
  store.add({ id: "1", title: "one" });
  if (store.list().length !== 1) throw new Error("found another number");
  store.close();
});

Deno.test("NoteStore keeps the contract of a component", () => {
  new NoteStore(":memory:").close();
});
`,
  "tests/unit/note_controller_test.ts":
    `import { NoteController } from "../../components/note_controller.ts";
import { NoteStore } from "../../components/note_store.ts";

Deno.test("NoteController refuses a note without a title", () => {
  const store = new NoteStore(":memory:");
  const note = new NoteController(store).create({});
  if (note !== undefined) throw new Error("found a note");
  store.close();
});

Deno.test("NoteController keeps the contract of a component", () => {
  new NoteController(new NoteStore(":memory:"));
});
`,
  "tests/unit/api_gateway_test.ts": `import { call } from "../client.ts";

Deno.test("NoteAPIGateway keeps the contract of a component", async () => {
  await (await call("/health")).body?.cancel();
});
`,
  "tests/client.ts": `import { answer } from "../components/api_gateway.ts";
import { NoteController } from "../components/note_controller.ts";
import { NoteStore } from "../components/note_store.ts";

/** Calls the API once, on an empty store. */
export async function call(path: string, body?: unknown): Promise<Response> {
  const store = new NoteStore(":memory:");
  const init = body === undefined
    ? {}
    : { method: "POST", body: JSON.stringify(body) };
  const request = new Request(\`http://localhost\${path}\`, init);
  const response = await answer(request, new NoteController(store));
  store.close();
  return response;
}
`,
  "tests/contract/note_test.ts": `import { call } from "../client.ts";

Deno.test("GET /notes lists notes", async (t) => {
  const response = await call("/notes");
  await t.step("with a status", () => {
    if (response.status !== 200) throw new Error(\`found \${response.status}\`);
  });
});
`,
  "tests/property/note_property_test.ts": `import { call } from "../client.ts";

Deno.test("POST /notes survives any JSON", async () => {
  for (const body of [null, 1, [], {}, { title: 1 }]) {
    const { status } = await call("/notes", body);
    if (status >= 500) throw new Error(\`found \${status}\`);
  }
});
`,
  "tests/boot_test.ts": `import { call } from "./client.ts";

Deno.test("the system is healthy", async () => {
  const { status } = await call("/health");
  if (status !== 200) throw new Error(\`found \${status}\`);
});
`,
  "tests/acceptance_test.ts": `import { call } from "./client.ts";

Deno.test("R1 note.create: Add notes with a title", async () => {
  const { status } = await call("/notes", { title: "one" });
  if (status !== 201) throw new Error(\`found \${status}\`);
});

Deno.test("R1 note.title: Add notes with a title", async () => {
  const response = await call("/notes", { title: "one" });
  const { title } = await response.json();
  if (title !== "one") throw new Error(\`found \${title}\`);
});
`,
};
