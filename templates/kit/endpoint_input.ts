/**
 * What an endpoint is given and answers, held to what it says of itself.
 *
 * @module
 */
import { checkBody } from "./body_schema.ts";
import {
  type CustomEndpoint,
  type EndpointPart,
  type EndpointParts,
  partsSchema,
} from "./custom_endpoint.ts";
import type { JsonObject } from "./entity_request.ts";
import type { RouteRequest } from "./http_api.ts";
import { readJsonBody } from "./json_body.ts";
import { LogicFailed } from "./logic_failure.ts";
import {
  failed,
  type FieldError,
  invalid,
  notFound,
  ok,
  type Outcome,
} from "./problem.ts";

/** What a request says, read and checked. */
export interface EndpointInput {
  /** The parameters of the path. */
  readonly params: JsonObject;
  /** The query. */
  readonly query: JsonObject;
  /** The body, where there is one. */
  readonly body?: JsonObject;
}

/** Reads and checks requests and answers of one endpoint. */
export interface EndpointReader {
  /** Reads a request: a path that cannot be is a 404, a query or body that may not be a 422. */
  read(request: RouteRequest): Promise<Outcome<EndpointInput>>;
  /**
   * Holds an answer to what the endpoint says of it, and completes it.
   *
   * @throws {LogicFailed} when it is another.
   */
  checkAnswer(answer: unknown): JsonObject | undefined;
}

/** Makes the reader of an endpoint. */
export function endpointReader<Api>(
  { name, params, query, body, answer }: CustomEndpoint<Api>,
): EndpointReader {
  const paramsOf = checkerOf(params ?? {});
  const queryOf = checkerOf(query ?? {});
  const bodyOf = body && checkerOf(body);
  const answerOf = answer && checkerOf(answer);
  return {
    async read(request) {
      const texts = Object.keys(params ?? {}).map((key) =>
        [key, request.param(key) ?? ""] as const
      );
      const path = paramsOf(valuesOf(params ?? {}, texts));
      if (!path.ok) return failed(notFound("path"));
      const { searchParams } = new URL(request.raw.url);
      const asked = readQuery(query ?? {}, searchParams);
      const checked = asked.ok ? queryOf(asked.value) : asked;
      if (!checked.ok) return checked;
      if (bodyOf === undefined) {
        return ok({ params: path.value, query: checked.value });
      }
      const sent = await readJsonBody(request.raw);
      const taken = sent.ok ? bodyOf(sent.value) : sent;
      return taken.ok
        ? ok({ params: path.value, query: checked.value, body: taken.value })
        : taken;
    },
    checkAnswer(given) {
      if (answerOf === undefined) return undefined;
      const checked = answerOf(plain(given));
      if (checked.ok) return checked.value;
      const found = (checked.problem.errors ?? []).map(({ path, message }) =>
        `${path} ${message}`.trim()
      );
      throw new LogicFailed(
        `endpoint ${name}`,
        `found an answer that it may not give: ${found.join("; ")}`,
      );
    },
  };
}

function checkerOf(
  parts: EndpointParts,
): (values: JsonObject) => Outcome<JsonObject> {
  const schema = partsSchema(parts);
  const missing = Object.fromEntries(
    Object.entries(parts).flatMap(([name, { otherwise }]) =>
      otherwise === undefined ? [] : [[name, otherwise]]
    ),
  );
  return (values) => {
    const checked = checkBody(schema, values);
    return checked.ok ? ok({ ...missing, ...checked.value }) : checked;
  };
}

/** A parameter that is unknown or comes twice is told with all others; an empty one stands for none where there may be none. */
function readQuery(
  parts: EndpointParts,
  params: URLSearchParams,
): Outcome<JsonObject> {
  const errors: FieldError[] = [];
  const texts = new Map<string, string>();
  for (const [name, text] of params) {
    if (!Object.hasOwn(parts, name)) {
      errors.push({ path: name, message: "is not a parameter of this path" });
    } else if (texts.has(name)) {
      errors.push({ path: name, message: "must not be repeated" });
    }
    texts.set(name, text);
  }
  const told = errors.slice(0, MAX_ERRORS).map(({ path, message }) => ({
    path: path.slice(0, MAX_PATH_LENGTH),
    message,
  }));
  return told.length > 0
    ? failed(invalid(told))
    : ok(valuesOf(parts, [...texts]));
}

function valuesOf(
  parts: EndpointParts,
  texts: readonly (readonly [string, string])[],
): JsonObject {
  return Object.fromEntries(
    texts.map(([name, text]) => [name, valueOf(parts[name], text)]),
  );
}

/** What does not read as what it should be stays a text, which is refused as such. */
function valueOf(part: EndpointPart | undefined, text: string): unknown {
  if (text === "" && part?.otherwise === null) return null;
  switch (part?.as) {
    case "number":
      return NUMBER.test(text) ? Number(text) : text;
    case "boolean":
      return text === "true" ? true : text === "false" ? false : text;
    default:
      return text;
  }
}

/** An answer as it travels: without what JSON leaves out. */
function plain(answer: unknown): JsonObject {
  const text = JSON.stringify(answer) as string | undefined; // of a function it is none
  return text === undefined ? {} : JSON.parse(text);
}

const NUMBER = /^-?\d{1,30}(\.\d{1,30})?([eE][+-]?\d{1,3})?$/;
/** A hostile query must not get a larger answer. */
const MAX_ERRORS = 50;
const MAX_PATH_LENGTH = 200;
