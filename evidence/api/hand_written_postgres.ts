/**
 * The tasks API on PostgreSQL as a careful engineer writes it by hand: the baseline that the generated system is
 * measured against.
 *
 * Hono, zod and postgres.js; no harness, no channels, no kit. It does for this one entity what the generated system
 * does for any: the same routes, headers, body limits, checks, status codes, SQL and pool, the same bytes in every
 * answer (same_answers.ts compares them). What it leaves out counts in its favour: it keeps no metrics, and has neither
 * `/openapi.json` nor `/docs`. Its requests need no deadline of their own: nothing but a body can make one wait.
 *
 * @module
 */
import { type Context, Hono } from "hono";
import type postgres from "postgres";
import {
  checkConditions,
  type Conditions,
  isMatched,
  isUnknown,
  readConditions,
  Unmet,
} from "./hand_written_conditions.ts";
import {
  checkBody,
  checkRules,
  checkServerFields,
  invalid,
  Problem,
  readJson,
  type Task,
  TASK_BODY,
  TASK_PATCH,
  type TaskBody,
} from "./hand_written_input.ts";
import {
  encodeCursor,
  type ListQuery,
  parseListQuery,
} from "./hand_written_list.ts";
import { openDatabase } from "./hand_written_postgres_database.ts";
import { postgresListStatement } from "./hand_written_postgres_list.ts";

/** A task and the count of its changes. */
interface Versioned {
  readonly task: Task;
  readonly version: number;
}

/** The task that a request is about. */
interface Target {
  readonly id: string;
  readonly conditions: Conditions | undefined;
}

const SECURITY_HEADERS = {
  "cache-control": "no-store",
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
  "cross-origin-resource-policy": "same-origin",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
};
const JSON_HEADERS = {
  ...SECURITY_HEADERS,
  "content-type": "application/json",
};
const PROBLEM_HEADERS = {
  ...SECURITY_HEADERS,
  "content-type": "application/problem+json",
};
const PATCH_TYPES = ["application/json", "application/merge-patch+json"];
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

const HOST = /^[A-Za-z0-9.\-_~%:[\]]+$/;

const SELECT = `
  SELECT
    "id", "created_at", "updated_at", "title", "description", "completed",
    "version"
  FROM "tasks"`;
const INSERT = `
  INSERT INTO "tasks" (
    "id", "created_at", "updated_at", "title", "description", "completed"
  ) VALUES ($1, $2, $3, $4, $5, $6)`;
const GET = `${SELECT} WHERE "id" = $1`;
const UPDATE = `
  UPDATE "tasks" SET
    "updated_at" = $1, "title" = $2, "description" = $3, "completed" = $4,
    "version" = "version" + 1
  WHERE "id" = $5 AND "version" = $6`;
const DELETE = `DELETE FROM "tasks" WHERE "id" = $1`;
const sql = await openDatabase(Deno.env.get("DATABASE_URL") ?? "");

const app = new Hono();
app.get("/health", () => json({ status: "ok" }));
app.get("/health/live", () => json({ status: "ok" }));
app.get("/health/ready", () => json({ status: "ok" }));

app.get(
  "/tasks",
  async ({ req }) => json(await list(parseListQuery(req.url))),
);

app.post("/tasks", async ({ req }) => {
  const body = checkBody(TASK_BODY, await readJson(req.raw));
  checkServerFields(body);
  const task = checkRules(newTask(body));
  const { id, createdAt, updatedAt, title, description, completed } = task;
  await run(INSERT, [id, createdAt, updatedAt, title, description, completed]);
  return new Response(JSON.stringify(task), {
    status: 201,
    headers: { ...JSON_HEADERS, location: `/tasks/${id}`, etag: '"1"' },
  });
});

app.get("/tasks/:id", async (context) => {
  const id = idOf(context);
  const conditions = readConditions(context.req.raw.headers);
  const [row] = await run(GET, [id]);
  if (row === undefined) throw NO_TASK;
  const version = Number(row.version);
  if (conditions && !isMatched(conditions, version)) {
    const detail = "The ETag of the task is not among those of If-Match.";
    throw new Unmet(detail, version);
  }
  if (conditions && !isUnknown(conditions, version)) {
    const headers = { ...SECURITY_HEADERS, etag: `"${version}"` };
    return new Response(null, { status: 304, headers });
  }
  return tagged({ task: toTask(row), version });
});

app.put("/tasks/:id", async (context) => {
  const target = targetOf(context);
  const body = checkBody(TASK_BODY, await readJson(context.req.raw));
  return tagged(
    await change(target, (task) => {
      checkServerFields(body, task);
      return checkRules({
        ...task,
        title: body.title ?? "",
        description: body.description ?? null,
        completed: body.completed ?? false,
      });
    }),
  );
});

app.patch("/tasks/:id", async (context) => {
  const target = targetOf(context);
  const input = await readJson(context.req.raw, { mediaTypes: PATCH_TYPES });
  const body = checkBody(TASK_PATCH, input);
  return tagged(
    await change(target, (task) => {
      checkServerFields(body, task);
      return checkRules({
        ...task,
        title: body.title ?? task.title,
        description: body.description === undefined
          ? task.description
          : body.description,
        completed: body.completed ?? task.completed,
      });
    }),
  );
});

app.delete("/tasks/:id", async (context) => {
  const { id, conditions } = targetOf(context);
  if (conditions) {
    const [row] = await run(GET, [id]);
    if (row !== undefined) checkConditions(conditions, Number(row.version));
  }
  const { count } = await run(DELETE, [id]);
  if (count === 0) throw NO_TASK;
  return new Response(null, { status: 204, headers: SECURITY_HEADERS });
});

app.post("/tasks/:id/complete", async (context) => {
  const target = targetOf(context);
  const body = await readJson(context.req.raw, { allowEmpty: true });
  const [path] = Object.keys(body);
  if (path !== undefined) {
    const message = "unknown field: an action takes none";
    throw invalid([{ path: path.slice(0, 200), message }]);
  }
  const done = await change(
    target,
    (task) => checkRules({ ...task, completed: true }),
  );
  return tagged(done);
});

app.notFound(({ req }) => {
  const allow = ALLOW.find(([path]) => path.test(req.path))?.[1];
  if (allow === undefined) return problem(new Problem(404, "No such path."));
  return req.method === "OPTIONS"
    ? new Response(null, {
      status: 204,
      headers: { ...SECURITY_HEADERS, allow },
    })
    : problem(new Problem(405, `This path allows ${allow}.`), { allow });
});

app.onError((error) => {
  if (error instanceof Unmet) {
    return problem(error, { etag: `"${error.version}"` });
  }
  if (error instanceof Problem) return problem(error);
  Deno.stderr.writeSync(new TextEncoder().encode(`${error.stack}\n`));
  return problem(new Problem(500, "Something went wrong on our side."));
});

const ALLOW: readonly (readonly [RegExp, string])[] = [
  [/^\/tasks$/, "GET, HEAD, POST, OPTIONS"],
  [/^\/tasks\/[^/]+$/, "GET, HEAD, PUT, PATCH, DELETE, OPTIONS"],
  [/^\/tasks\/[^/]+\/complete$/, "POST, OPTIONS"],
  [/^\/health(\/live|\/ready)?$/, "GET, HEAD, OPTIONS"],
];
const NO_TASK = new Problem(404, "No such task.");

function json(value: unknown): Response {
  return new Response(JSON.stringify(value), { headers: JSON_HEADERS });
}

function tagged({ task, version }: Versioned): Response {
  return new Response(JSON.stringify(task), {
    headers: { ...JSON_HEADERS, etag: `"${version}"` },
  });
}

function problem(
  { status, title, detail, errors }: Problem,
  headers?: Readonly<Record<string, string>>,
): Response {
  const body = { type: "about:blank", title, status, detail, errors };
  return new Response(JSON.stringify(body), {
    status,
    headers: { ...PROBLEM_HEADERS, ...headers },
  });
}

function idOf({ req }: Context): string {
  const id = req.param("id") ?? "";
  if (UUID.test(id)) return id.toLowerCase();
  throw NO_TASK;
}

function targetOf(context: Context): Target {
  const id = idOf(context);
  return { id, conditions: readConditions(context.req.raw.headers) };
}

function newTask(body: TaskBody): Task {
  const milliseconds = Date.now();
  const now = new Date(milliseconds).toISOString();
  return {
    id: uuid7(milliseconds),
    createdAt: now,
    updatedAt: now,
    title: body.title ?? "",
    description: body.description ?? null,
    completed: body.completed ?? false,
  };
}

/** Within a millisecond a counter keeps the order (RFC 9562, 6.2, method 1). */
function uuid7(milliseconds: number): string {
  if (milliseconds > latest.milliseconds || latest.counter === 0xfff) {
    latest.milliseconds = Math.max(milliseconds, latest.milliseconds + 1);
    latest.counter = 0;
  } else latest.counter++;
  const time = latest.milliseconds.toString(16).padStart(12, "0");
  const counter = latest.counter.toString(16).padStart(3, "0");
  const random = crypto.randomUUID().slice("01234567-0123-4123".length);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${counter}${random}`;
}

/** Reads a task, changes it and writes it back; starts again if another process wrote in between. */
async function change(
  { id, conditions }: Target,
  edit: (task: Task) => Task,
): Promise<Versioned> {
  for (let attempt = 1; attempt <= 5; attempt++) {
    const [row] = await run(GET, [id]);
    if (row === undefined) throw NO_TASK;
    const version = Number(row.version);
    if (conditions) checkConditions(conditions, version);
    const task = toTask(row);
    const { title, description, completed } = edit(task);
    if (
      title === task.title && description === task.description &&
      completed === task.completed
    ) return { task, version };
    const updatedAt = new Date().toISOString();
    const { count } = await run(UPDATE, [
      updatedAt,
      title,
      description,
      completed,
      id,
      version,
    ]);
    if (count === 1) {
      return {
        task: { ...task, updatedAt, title, description, completed },
        version: version + 1,
      };
    }
  }
  throw new Problem(409, "The task is being changed by others: try again.");
}

async function list(
  query: ListQuery,
): Promise<{ items: readonly Task[]; nextCursor: string | null }> {
  const { text, values } = postgresListStatement(SELECT, query);
  const rows = await run(text, values);
  const items = rows.slice(0, query.limit).map(toTask);
  const last = items.at(-1);
  const nextCursor = rows.length > query.limit && last
    ? encodeCursor(query, last)
    : null;
  return { items, nextCursor };
}

/** Runs a statement, prepared. */
function run(
  text: string,
  values: readonly (string | number | boolean | null)[],
): Promise<postgres.RowList<postgres.Row[]>> {
  return sql.unsafe(text, [...values], { prepare: true });
}

/** The columns are declared NOT NULL, so their types are known. */
function toTask(row: Readonly<Record<string, unknown>>): Task {
  return {
    id: row.id as string,
    createdAt: toTime(row.created_at as string),
    updatedAt: toTime(row.updated_at as string),
    title: row.title as string,
    description: row.description as string | null,
    completed: row.completed as boolean,
  };
}

/** From `2026-01-31 09:30:00.5+00`. */
function toTime(text: string): string {
  const milliseconds = text.slice(20, text.indexOf("+", 19)).padEnd(3, "0");
  return `${text.slice(0, 10)}T${text.slice(11, 19)}.${milliseconds}Z`;
}

/** The server makes the URL of the Host header, unchecked: "x/metrics?" would become another path. */
function handle(request: Request): Response | Promise<Response> {
  const host = request.headers.get("host");
  if (host !== null && !HOST.test(host)) {
    return problem(new Problem(400, "The Host header is not a host."));
  }
  return request.method === "HEAD" ? head(request) : app.fetch(request);
}

/** HEAD is GET without the body, whose length it tells all the same. */
async function head(request: Request): Promise<Response> {
  const { url, headers: asked } = request;
  const response = await app.fetch(new Request(url, { headers: asked }));
  const { byteLength } = await response.arrayBuffer();
  const headers = new Headers(response.headers);
  headers.set("content-length", String(byteLength));
  return new Response(null, { status: response.status, headers });
}

const latest = { milliseconds: 0, counter: 0 };
const server = Deno.serve({
  hostname: Deno.env.get("HOST") ?? "0.0.0.0",
  port: Number(Deno.env.get("PORT") ?? 8080),
  onListen: ({ hostname, port }) => {
    const event = { event: "listening", url: `http://${hostname}:${port}` };
    Deno.stdout.writeSync(
      new TextEncoder().encode(`${JSON.stringify(event)}\n`),
    );
  },
}, handle);
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  Deno.addSignalListener(signal, () => void server.shutdown());
}
await server.finished;
await sql.end();
Deno.exit(0);
