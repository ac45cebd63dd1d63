/**
 * Reading the JSON object in the body of a request.
 *
 * @module
 */
import type { JsonObject } from "./entity_request.ts";
import {
  badRequest,
  failed,
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
 * another value than an object, or one nested too deep, a 422; limits are those of {@link readBody}.
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
  if (!isObject(value)) return invalidBody("must be a JSON object");
  if (isNestedDeeper(value, MAX_DEPTH)) {
    return invalidBody(`must not be nested deeper than ${MAX_DEPTH} levels`);
  }
  return ok(value);
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A bound here means that no code behind it can run out of stack. */
function isNestedDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== "object" || value === null) return false;
  return levels === 0 ||
    Object.values(value).some((inner) => isNestedDeeper(inner, levels - 1));
}

function unsupported(detail: string): Outcome<never> {
  return failed(problem(415, detail));
}

function invalidBody(message: string): Outcome<never> {
  return failed(invalid([{ path: "", message }]));
}

const JSON_ONLY = ["application/json"];
const MAX_DEPTH = 32;
const UTF_8 = new TextDecoder("utf-8", { fatal: true });
