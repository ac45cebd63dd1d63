/**
 * Reading the JSON object in the body of a request.
 *
 * @module
 */
import type { JsonObject } from "./entity_request.ts";
import {
  badRequest,
  failed,
  type FieldError,
  invalid,
  ok,
  type Outcome,
  problem,
} from "./problem.ts";
import { type BodyLimits, readBody } from "./read_body.ts";

/** How {@link readJsonBody} reads. */
export interface JsonBodyOptions extends BodyLimits {
  /** The media types to accept. @default ["application/json"] */
  readonly mediaTypes?: readonly string[];
  /** Whether no body at all stands for `{}`. @default false */
  readonly allowEmpty?: boolean;
}

/**
 * Reads a JSON object. Another media type is a 415, what is not JSON in UTF-8 a 400,
 * another value than an object, one nested too deep, or one with a number too large for a double, a 422;
 * limits are those of {@link readBody}.
 */
export async function readJsonBody(
  request: Request,
  options: JsonBodyOptions = {},
): Promise<Outcome<JsonObject>> {
  const { mediaTypes = JSON_ONLY, allowEmpty = false } = options;
  const accepted = checkMediaType(request.headers, mediaTypes);
  if (!accepted.ok && !allowEmpty) return accepted;
  const bytes = await readBody(request, options);
  if (!bytes.ok) return bytes;
  if (bytes.value.byteLength === 0 && allowEmpty) return ok({});
  return accepted.ok ? parseObject(bytes.value) : accepted;
}

function checkMediaType(
  headers: Headers,
  mediaTypes: readonly string[],
): Outcome<null> {
  const header = headers.get("content-type") ?? "";
  if (header !== mediaTypes[0]) {
    const [type = "", ...parameters] = header.toLowerCase().split(";");
    if (!mediaTypes.includes(type.trim())) {
      return unsupported(`The body must be ${mediaTypes.join(" or ")}.`);
    }
    if (!parameters.every(isHarmless)) {
      return unsupported("The body must be in UTF-8.");
    }
  }
  const encoding = headers.get("content-encoding") ?? "identity";
  return encoding.toLowerCase() === "identity"
    ? ok(null)
    : unsupported("The body must not be compressed.");
}

function isHarmless(parameter: string): boolean {
  const [name = "", value = ""] = parameter.split("=");
  return name.trim() !== "charset" || /^\s*"?utf-8"?\s*$/.test(value);
}

function parseObject(bytes: Uint8Array): Outcome<JsonObject> {
  let value: unknown;
  try {
    value = JSON.parse(UTF_8.decode(bytes));
  } catch (error) {
    const wanted = error instanceof SyntaxError ? "JSON" : "UTF-8";
    return failed(badRequest(`The body is not valid ${wanted}.`));
  }
  if (!isObject(value)) {
    return failed(invalid([{ path: "", message: "must be a JSON object" }]));
  }
  const fault = findFault(value, MAX_DEPTH);
  if (fault === undefined) return ok(value);
  // A hostile body must not get a larger answer.
  const path = fault.path.slice(0, MAX_PATH_LENGTH);
  return failed(invalid([{ ...fault, path }]));
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * Finds what no code behind this shall meet: nesting that could exhaust its stack,
 * and the infinity that `JSON.parse` makes of 1e400 and `JSON.stringify` would make null.
 */
function findFault(value: unknown, levels: number): FieldError | undefined {
  if (typeof value === "number" && !Number.isFinite(value)) {
    return { path: "", message: "is too large a number" };
  }
  if (typeof value !== "object" || value === null) return undefined;
  if (levels === 0) return { path: "", message: TOO_DEEP };
  const values: readonly unknown[] = Object.values(value);
  for (let i = 0; i < values.length; i++) {
    const fault = findFault(values[i], levels - 1);
    if (fault === undefined) continue;
    const key = Object.keys(value)[i] ?? "";
    const path = fault.path === "" ? key : `${key}.${fault.path}`;
    return { ...fault, path };
  }
  return undefined;
}

function unsupported(detail: string): Outcome<never> {
  return failed(problem(415, detail));
}

const JSON_ONLY = ["application/json"];
const MAX_DEPTH = 32;
const TOO_DEEP = `must not lie deeper than ${MAX_DEPTH} levels`;
const MAX_PATH_LENGTH = 200;
const UTF_8 = new TextDecoder("utf-8", { fatal: true });
