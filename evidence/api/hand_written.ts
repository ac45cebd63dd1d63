/**
 * The tasks API as a careful engineer writes it by hand: the baseline that the generated system is measured against.
 *
 * Hono, zod and node:sqlite in one file; no harness, no channels, no kit. It does for this one entity what the
 * generated system does for any: the same routes, headers, body limits, checks, status codes, SQL and PRAGMAs, the same
 * bytes in every answer (same_answers.ts compares them). What it leaves out counts in its favour: it keeps no metrics,
 * and has neither `/openapi.json` nor `/docs`. A deadline a request is not needed: only a body can make one wait.
 *
 * @module
 */
import { Buffer } from "node:buffer";
import {
  DatabaseSync,
  type SQLInputValue,
  type StatementSync,
} from "node:sqlite";
import { type Context, Hono } from "hono";
import { z } from "zod";

interface Task {
  readonly id: string;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly title: string;
  readonly description: string | null;
  readonly completed: boolean;
}

type Field = keyof Task;
type TaskBody = Partial<Task>;
type FieldError = { readonly path: string; readonly message: string };
type Json = Readonly<Record<string, unknown>>;

/** An expected failure: thrown anywhere, answered as `application/problem+json` (RFC 9457). */
class Problem extends Error {
  constructor(
    readonly status: number,
    readonly detail: string,
    readonly errors?: readonly FieldError[],
  ) {
    super(detail);
  }
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
const TITLES: Readonly<Record<number, string>> = {
  400: "Bad Request",
  404: "Not Found",
  405: "Method Not Allowed",
  408: "Error",
  409: "Conflict",
  413: "Content Too Large",
  415: "Unsupported Media Type",
  422: "Unprocessable Content",
  500: "Internal Server Error",
};

function json(value: unknown): Response {
  return new Response(JSON.stringify(value), { headers: JSON_HEADERS });
}

function problemResponse(
  { status, detail, errors }: Problem,
  headers: Readonly<Record<string, string>> = {},
): Response {
  const title = TITLES[status];
  const body = { type: "about:blank", title, status, detail, errors };
  return new Response(JSON.stringify(body), {
    status,
    headers: {
      ...SECURITY_HEADERS,
      ...headers,
      "content-type": "application/problem+json",
    },
  });
}

function invalid(errors: readonly FieldError[]): Problem {
  return new Problem(422, "The request breaks one or more rules.", errors);
}

// Validation

const required =
  (message: string) => ({ input }: { input?: unknown }): string =>
    input === undefined ? "is required" : message;

/** Well-formed text without NUL; its length counts code points. */
function text(max: number): z.ZodString {
  return z.string({ error: required("must be a text") }).check((context) => {
    const { value: input, issues } = context;
    const message = !input.isWellFormed() || input.includes("\0")
      ? "must be well-formed text without NUL"
      : input.length > max && [...input].length > max
      ? `must have at most ${max} characters`
      : undefined;
    if (message) issues.push({ code: "custom", message, input });
  });
}

const time = z.iso.datetime({
  offset: true,
  error: "must be a time such as 2026-01-31T09:30:00Z",
}).transform((value) => new Date(value).toISOString()).optional();
const FIELDS = {
  id: z.guid("must be a UUID").toLowerCase().optional(),
  createdAt: time,
  updatedAt: time,
  title: text(200),
  description: text(10000).nullable().optional(),
  completed: z.boolean({ error: required("must be true or false") }).optional(),
};
const TASK_BODY = z.strictObject(FIELDS);
const TASK_PATCH = z.strictObject({
  ...FIELDS,
  title: FIELDS.title.optional(),
});

function checkBody(
  schema: typeof TASK_BODY | typeof TASK_PATCH,
  body: Json,
): TaskBody {
  const result = schema.safeParse(body);
  if (result.success) return result.data;
  throw invalid(
    result.error.issues.flatMap((issue) =>
      issue.code === "unrecognized_keys"
        ? issue.keys.map((path) => ({ path, message: "unknown field" }))
        : [{ path: issue.path.join("."), message: issue.message }]
    ).slice(0, 50),
  );
}

function checkRules(task: Task): Task {
  if (task.title.trim() !== "") return task;
  throw invalid([{ path: "title", message: "must not be blank" }]);
}

/** What the server sets can be sent back as it was read, but not changed. */
function checkServerFields(body: TaskBody, current?: Task): void {
  const errors = SERVER_FIELDS.filter((name) =>
    body[name] !== undefined && body[name] !== current?.[name]
  ).map((path) => ({
    path,
    message: "is set by the server" + (current ? " and cannot be changed" : ""),
  }));
  if (errors.length > 0) throw invalid(errors);
}

const SERVER_FIELDS = ["id", "createdAt", "updatedAt"] as const;

// Bodies

async function readJson(
  request: Request,
  mediaTypes: readonly string[],
): Promise<Json> {
  checkMediaType(request.headers, mediaTypes);
  const bytes = await readBody(request);
  let value: unknown;
  try {
    value = JSON.parse(UTF_8.decode(bytes));
  } catch (error) {
    const wanted = error instanceof SyntaxError ? "JSON" : "UTF-8";
    throw new Problem(400, `The body is not valid ${wanted}.`);
  }
  if (typeof value === "object" && value !== null && !Array.isArray(value)) {
    return value as Json;
  }
  throw invalid([{ path: "", message: "must be a JSON object" }]);
}

function checkMediaType(headers: Headers, mediaTypes: readonly string[]): void {
  const header = headers.get("content-type") ?? "";
  if (header !== "application/json") {
    const [type = "", ...parameters] = header.toLowerCase().split(";");
    if (!mediaTypes.includes(type.trim())) {
      throw new Problem(415, `The body must be ${mediaTypes.join(" or ")}.`);
    }
    if (parameters.some((text) => /^\s*charset=(?!"?utf-8"?\s*$)/.test(text))) {
      throw new Problem(415, "The body must be in UTF-8.");
    }
  }
  if ((headers.get("content-encoding") ?? "identity") !== "identity") {
    throw new Problem(415, "The body must not be compressed.");
  }
}

/** Reads at most 1 MiB within 10 s. */
async function readBody(request: Request): Promise<Uint8Array> {
  const length = request.headers.get("content-length");
  if (Number(length) > MAX_BYTES) throw TOO_LARGE;
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(TOO_SLOW), 10_000);
  try {
    const reading = length === null
      ? readChunks(request.body)
      : request.bytes();
    return await Promise.race([reading, late.promise]);
  } catch (error) {
    if (error instanceof Problem) throw error;
    throw new Problem(400, "The body broke off.");
  } finally {
    clearTimeout(timer);
  }
}

async function readChunks(
  body: ReadableStream<Uint8Array> | null,
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body ?? []) {
    chunks.push(chunk);
    if ((length += chunk.byteLength) > MAX_BYTES) throw TOO_LARGE;
  }
  return Buffer.concat(chunks);
}

const UTF_8 = new TextDecoder("utf-8", { fatal: true });
const MAX_BYTES = 1024 * 1024;
const TOO_LARGE = new Problem(
  413,
  `A body may have at most ${MAX_BYTES} bytes.`,
);
const TOO_SLOW = new Problem(408, "The body took too long to arrive.");
