/**
 * The hand-written baseline: problems, the body of requests and the checks of a task.
 *
 * @module
 */
import { Buffer } from "node:buffer";
import { z } from "zod";

/** A task. */
export interface Task {
  readonly id: string;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly title: string;
  readonly description: string | null;
  readonly completed: boolean;
}

/** The fields of a task that a body gives. */
export type TaskBody = Partial<Task>;

/** One thing wrong with one field or parameter. */
export interface FieldError {
  readonly path: string;
  readonly message: string;
}

/** An expected failure: thrown anywhere, answered as `application/problem+json` (RFC 9457). */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly detail: string,
    readonly errors?: readonly FieldError[],
  ) {
    super(detail);
  }

  /** The status in words. */
  get title(): string {
    return TITLES[this.status] ?? "Error";
  }
}

/** Describes input that parses but breaks rules. */
export function invalid(errors: readonly FieldError[]): Problem {
  return new Problem(422, "The request breaks one or more rules.", errors);
}

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
/** The body of POST and PUT. */
export const TASK_BODY = z.strictObject(FIELDS);
/** The body of PATCH. */
export const TASK_PATCH = z.strictObject({
  ...FIELDS,
  title: FIELDS.title.optional(),
});

/** Checks the shape of a body. */
export function checkBody(
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

/** Checks the rules that every task keeps. */
export function checkRules(task: Task): Task {
  if (task.title.trim() !== "") return task;
  throw invalid([{ path: "title", message: "must not be blank" }]);
}

/** What the server sets can be sent back as it was read, but not changed. */
export function checkServerFields(body: TaskBody, current?: Task): void {
  const errors = SERVER_FIELDS.filter((name) =>
    body[name] !== undefined && body[name] !== current?.[name]
  ).map((path) => ({
    path,
    message: "is set by the server" + (current ? " and cannot be changed" : ""),
  }));
  if (errors.length > 0) throw invalid(errors);
}

const SERVER_FIELDS = ["id", "createdAt", "updatedAt"] as const;

/** How a body is read. */
export interface JsonOptions {
  /** The media types to accept. @default ["application/json"] */
  readonly mediaTypes?: readonly string[];
  /** Whether no body at all stands for `{}`. @default false */
  readonly allowEmpty?: boolean;
}

/** Reads a JSON object of at most 1 MiB within 10 s. */
export async function readJson(
  request: Request,
  options: JsonOptions = {},
): Promise<Json> {
  const { mediaTypes = ["application/json"], allowEmpty = false } = options;
  const refusal = mediaTypeRefusal(request.headers, mediaTypes);
  if (refusal && !allowEmpty) throw new Problem(415, refusal);
  const bytes = await readBody(request);
  if (allowEmpty && bytes.byteLength === 0) return {};
  if (refusal) throw new Problem(415, refusal);
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

/** Says why a body cannot be read; undefined if it can. */
function mediaTypeRefusal(
  headers: Headers,
  mediaTypes: readonly string[],
): string | undefined {
  const header = headers.get("content-type") ?? "";
  if (header !== "application/json") {
    const [type = "", ...parameters] = header.toLowerCase().split(";");
    if (!mediaTypes.includes(type.trim())) {
      return `The body must be ${mediaTypes.join(" or ")}.`;
    }
    if (parameters.some((text) => /^\s*charset=(?!"?utf-8"?\s*$)/.test(text))) {
      return "The body must be in UTF-8.";
    }
  }
  const encoding = headers.get("content-encoding") ?? "identity";
  return encoding.toLowerCase() === "identity"
    ? undefined
    : "The body must not be compressed.";
}

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

type Json = Readonly<Record<string, unknown>>;

const TITLES: Readonly<Record<number, string>> = {
  400: "Bad Request",
  404: "Not Found",
  405: "Method Not Allowed",
  409: "Conflict",
  412: "Precondition Failed",
  413: "Content Too Large",
  415: "Unsupported Media Type",
  422: "Unprocessable Content",
  500: "Internal Server Error",
};
