/**
 * Says whether answers are what an OpenAPI 3.1 document promises.
 *
 * @module
 */
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import type { Exchange } from "./recording_proxy.ts";

/** Options of {@link openapiMatcher}. */
export interface MatcherOptions {
  /** What comes before every path of the document, such as `/api`. */
  readonly basePath?: string;
  /** The component schema of errors that an operation does not list. */
  readonly errorSchema: string;
}

/** Says what is wrong with an answer; an empty list when nothing is. */
export type OpenApiMatcher = (exchange: Exchange) => string[];

/**
 * Makes a matcher.
 *
 * An answer has to be one of an operation that the document has, by method and path, with a status that the operation
 * lists, and with the content type and the body that this status promises. A refusal that is not listed
 * (400, 403, 404, 409, 413, 415) has to carry the error schema; any other status is wrong.
 */
export function openapiMatcher(
  document: Tree,
  options: MatcherOptions,
): OpenApiMatcher {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  ajv.addFormat("date-time", isDateTime);
  ajv.addFormat("password", true);
  ajv.addSchema(document, DOCUMENT);
  const validators = new Map<string, ValidateFunction>();
  const complaints = (pointer: string, body: string): string[] => {
    let validate = validators.get(pointer);
    if (!validate) {
      validate = ajv.compile({ $ref: `${DOCUMENT}${pointer}` });
      validators.set(pointer, validate);
    }
    let value: unknown;
    try {
      value = JSON.parse(body);
    } catch {
      return ["found a body that is no JSON"];
    }
    if (validate(value)) return [];
    return (validate.errors ?? []).map(({ instancePath, message }) =>
      `body${instancePath} ${message}`
    );
  };
  return (exchange) => {
    const { method, target, status } = exchange;
    const found = match(document, options, exchange, complaints);
    return found.map((what) => `${method} ${target} ${status}: ${what}`);
  };
}

/** A part of a document. */
export interface Tree {
  readonly [key: string]: unknown;
}

type Complaints = (pointer: string, body: string) => string[];

function match(
  document: Tree,
  { basePath = "", errorSchema }: MatcherOptions,
  exchange: Exchange,
  complaints: Complaints,
): string[] {
  const [target = ""] = exchange.target.split("?");
  if (!target.startsWith(`${basePath}/`)) {
    return [`found a path outside "${basePath}"`];
  }
  const path = pathOf(document, target.slice(basePath.length));
  const method = exchange.method.toLowerCase();
  const operation = treeAt(document, ["paths", path ?? "", method]);
  if (path === undefined || operation === undefined) {
    return ["found no such operation in the document"];
  }
  const error = ["components", "schemas", errorSchema];
  const place = ["paths", path, method, "responses", String(exchange.status)];
  const response = resolve(document, place);
  if (response === undefined) {
    if (!UNLISTED_REFUSALS.has(exchange.status)) {
      return ["found a status that the operation does not list"];
    }
    return [
      ...wrongType(exchange),
      ...complaints(pointer(error), exchange.body),
    ];
  }
  const content = treeAt(document, [...response, "content"]);
  if (content === undefined || Object.keys(content).length === 0) {
    const anything = exchange.status >= 400;
    return anything || exchange.body === ""
      ? []
      : ["found a body, wanted none"];
  }
  const schema = [...response, "content", "application/json", "schema"];
  return [
    ...wrongType(exchange),
    ...complaints(pointer(schema), exchange.body),
  ];
}

/** The template of a path; one without parameters comes before one with. */
function pathOf(document: Tree, target: string): string | undefined {
  const templates = Object.keys(treeAt(document, ["paths"]) ?? {});
  const fits = (template: string) =>
    new RegExp(
      `^${
        template.split(/\{[^}]+\}/).map((part) =>
          part.replace(/[.*+?^$()|[\]\\]/g, "\\$&")
        )
          .join("[^/]+")
      }$`,
    ).test(target);
  const count = (template: string) => template.split("{").length;
  return templates.filter(fits).sort((a, b) => count(a) - count(b))[0];
}

/** Follows `$ref` from a place to where its content is. */
function resolve(
  document: Tree,
  place: readonly string[],
): readonly string[] | undefined {
  const tree = treeAt(document, place);
  if (tree === undefined) return undefined;
  const { $ref } = tree;
  return typeof $ref === "string"
    ? resolve(document, $ref.replace(/^#\//, "").split("/").map(unescaped))
    : place;
}

function treeAt(document: Tree, place: readonly string[]): Tree | undefined {
  let tree: unknown = document;
  for (const key of place) {
    if (typeof tree !== "object" || tree === null) return undefined;
    if (!Object.hasOwn(tree, key)) return undefined;
    tree = (tree as Tree)[key];
  }
  return typeof tree === "object" && tree !== null ? tree as Tree : undefined;
}

function wrongType({ contentType }: Exchange): string[] {
  return /^application\/json\s*(;|$)/i.test(contentType)
    ? []
    : [`found the content type "${contentType}", wanted application/json`];
}

function pointer(place: readonly string[]): string {
  const escaped = place.map((key) =>
    encodeURIComponent(key.replaceAll("~", "~0").replaceAll("/", "~1"))
  );
  return `#/${escaped.join("/")}`;
}

function unescaped(key: string): string {
  return decodeURIComponent(key).replaceAll("~1", "/").replaceAll("~0", "~");
}

/** RFC 3339, section 5.6, on a day that exists. */
function isDateTime(text: string): boolean {
  const match =
    /^(\d{4}-\d\d-\d\d)[Tt]([01]\d|2[0-3]):[0-5]\d:([0-5]\d|60)(\.\d+)?([Zz]|[+-]\d\d:\d\d)$/
      .exec(text);
  if (!match) return false;
  const day = new Date(`${match[1]}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) &&
    day.toISOString().startsWith(`${match[1]}T`);
}

const DOCUMENT = "https://openapi.invalid/document.json";
const UNLISTED_REFUSALS: ReadonlySet<number> = new Set([
  400,
  403,
  404,
  409,
  413,
  415,
]);
