/**
 * The operations of an OpenAPI document, as somebody reads them who wants to call every one.
 *
 * @module
 */
import type { JsonSchema } from "../../generator/plan/json_schemas.ts";
import { EVENT_STREAM } from "../../generator/plan/openapi_live.ts";
import type { JsonObject } from "../../generator/plan/openapi_responses.ts";

/** A parameter of a path, a query or the headers. */
export interface ApiParameter {
  readonly name: string;
  readonly in: "path" | "query" | "header";
  readonly schema: JsonSchema;
  readonly required: boolean;
  /** A value that it may have; undefined when the document has none. */
  readonly example: unknown;
}

/** What a body can be, in one media type. */
export interface ApiContent {
  readonly schema: JsonSchema;
  /** Where the schema stands, as a JSON pointer in the document. */
  readonly pointer: string;
  readonly example: unknown;
}

/** An answer. */
export interface ApiResponse {
  /** By media type; empty where there is no body. */
  readonly contents: ReadonlyMap<string, ApiContent>;
  /** The names of the headers that it names, in lower case. */
  readonly headers: ReadonlySet<string>;
}

/** An operation. */
export interface ApiOperation {
  /** Its id in the document. */
  readonly id: string;
  /** The method, in capitals. */
  readonly method: string;
  /** The path with its places in braces. */
  readonly path: string;
  readonly tag: string;
  readonly parameters: readonly ApiParameter[];
  /** What is sent, by media type. */
  readonly body?: ReadonlyMap<string, ApiContent>;
  /** By status. */
  readonly responses: ReadonlyMap<number, ApiResponse>;
  /** Whether its answer never ends. */
  readonly isStream: boolean;
  /** Whether it is about a file, which has its own media type. */
  readonly isFile: boolean;
}

/** Lists the operations in the document's order. */
export function apiOperations(document: JsonObject): ApiOperation[] {
  const found: ApiOperation[] = [];
  for (const [path, item] of members(document.paths)) {
    for (const [method, operation] of members(item)) {
      if (method === "parameters") continue;
      const pointer = `/paths/${inPointer(path)}/${method}`;
      found.push(
        operationAt(pointer, { path, method, item, operation }, document),
      );
    }
  }
  return found;
}

/** Follows references until there is none. */
export function resolved(
  value: unknown,
  document: JsonObject,
): JsonObject {
  const { $ref } = Object(value);
  if (typeof $ref !== "string") return Object(value);
  return resolved(valueAt(document, $ref), document);
}

/** Writes a key in a JSON pointer that is the fragment of a URI. */
export function inPointer(key: string): string {
  return encodeURIComponent(key.replaceAll("~", "~0").replaceAll("/", "~1"));
}

function operationAt(
  pointer: string,
  { path, method, item, operation }: {
    readonly path: string;
    readonly method: string;
    readonly item: unknown;
    readonly operation: unknown;
  },
  document: JsonObject,
): ApiOperation {
  const { operationId, tags, parameters, requestBody, responses } = Object(
    operation,
  );
  const answers = members(responses).map(([status, response]) => {
    const { $ref } = Object(response);
    const place = typeof $ref === "string"
      ? $ref.slice(1)
      : `${pointer}/responses/${status}`;
    return [Number(status), responseAt(place, response, document)] as const;
  });
  const ok = answers.find(([status]) => status === 200)?.[1];
  return {
    id: String(operationId),
    method: method.toUpperCase(),
    path,
    tag: String(tags?.[0] ?? ""),
    parameters: [...listOf(Object(item).parameters), ...listOf(parameters)]
      .map((one) => parameterOf(resolved(one, document))),
    ...(requestBody === undefined ? {} : {
      body: contentsAt(`${pointer}/requestBody`, requestBody),
    }),
    responses: new Map(answers),
    isStream: ok?.contents.has(EVENT_STREAM) ?? false,
    isFile: Object(operation)["x-file"] === true,
  };
}

function responseAt(
  pointer: string,
  response: unknown,
  document: JsonObject,
): ApiResponse {
  const whole = resolved(response, document);
  return {
    contents: contentsAt(pointer, whole),
    headers: new Set(
      members(whole.headers).map(([name]) => name.toLowerCase()),
    ),
  };
}

function contentsAt(
  pointer: string,
  { content }: { readonly content?: unknown },
): Map<string, ApiContent> {
  return new Map(
    members(content).map(([type, media]) => {
      const { schema, example } = Object(media);
      const place = `${pointer}/content/${inPointer(type)}/schema`;
      return [type, { schema: Object(schema), pointer: place, example }];
    }),
  );
}

function parameterOf(one: JsonObject): ApiParameter {
  return {
    name: String(one.name),
    in: one.in as ApiParameter["in"], // the three that our documents have
    schema: Object(one.schema),
    required: one.required === true,
    example: one.example,
  };
}

function valueAt(document: JsonObject, reference: string): unknown {
  let value: unknown = document;
  for (const key of reference.slice(2).split("/")) {
    const name = decodeURIComponent(key).replaceAll("~1", "/").replaceAll(
      "~0",
      "~",
    );
    value = Object(value)[name];
  }
  return value;
}

function members(value: unknown): [string, unknown][] {
  return Object.entries(Object(value));
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
