/**
 * The operations of an OpenAPI document, as the client of the API calls them.
 *
 * The client is made of the document and of nothing else about the API: what it calls is what the document says.
 *
 * @module
 */
import type { JsonSchema } from "./json_schemas.ts";
import { EVENT_STREAM } from "./openapi_live.ts";
import type { JsonObject } from "./openapi_responses.ts";

/** A parameter of a path or a query. */
export interface ClientParameter {
  /** Its name. */
  readonly name: string;
  /** What it is. */
  readonly schema: JsonSchema;
  /** One sentence. */
  readonly description: string;
  /** Whether it must be given. */
  readonly required: boolean;
}

/** A value that travels, and the name it stands under where it has one. */
export interface ClientValue {
  /** What it is. */
  readonly schema: JsonSchema;
  /** Its name in an object that has nothing else. */
  readonly under?: string;
}

/** What a read gives, whole or as its query selects. */
export interface ClientSelection {
  /** The whole. */
  readonly whole: JsonSchema;
  /** All that there can be of it. */
  readonly all: JsonSchema;
  /** Whether it is a page of them. */
  readonly isPage: boolean;
}

/** One operation. */
export interface ClientOperation {
  /** Its id in the document. */
  readonly id: string;
  /** The group it belongs to. */
  readonly tag: string;
  /** The method, in capitals. */
  readonly method: string;
  /** The path with its places in braces. */
  readonly path: string;
  /** One sentence. */
  readonly summary: string;
  /** The keys in the path, in order. */
  readonly keys: readonly ClientParameter[];
  /** What the query can say. */
  readonly query: readonly ClientParameter[];
  /** What is sent. */
  readonly body?: ClientValue;
  /** What comes back. */
  readonly answer?: ClientValue;
  /** What can be selected of what comes back, where the query says so. */
  readonly selects?: ClientSelection;
  /** Whether it can depend on the tag of what is there. */
  readonly conditional: boolean;
  /** Whether it can have a key by which it is carried out once; or needs one. */
  readonly keyed?: "optional" | "required";
  /** Whether it can be answered with 304. */
  readonly notModified: boolean;
  /** Whether it is sent without a token, as by who is not signed in. */
  readonly anonymous: boolean;
}

/** Lists the operations in the document's order. */
export function clientOperations(document: JsonObject): ClientOperation[] {
  const components = objectOf(document.components);
  return Object.entries(objectOf(document.paths)).flatMap(([path, item]) => {
    const { parameters, ...methods } = objectOf(item);
    const calls = Object.entries(methods).filter(([, operation]) =>
      !isStream(objectOf(operation)) &&
      // Files are streamed: with fetch, not with a client that speaks JSON.
      !objectOf(operation)["x-file"]
    );
    return calls.map(([method, operation]) =>
      withSelection(
        operationOf(path, method, {
          ...objectOf(operation),
          parameters: [
            ...listOf(parameters),
            ...listOf(objectOf(operation).parameters),
          ],
        }, components),
        documentSchemas(document),
      )
    );
  });
}

/** What never ends is read as it comes, not called. */
function isStream({ responses }: JsonObject): boolean {
  return EVENT_STREAM in
    objectOf(objectOf(objectOf(responses)["200"]).content);
}

/** Gives the schemas of the document by name. */
export function documentSchemas(
  document: JsonObject,
): Readonly<Record<string, JsonSchema>> {
  const { schemas } = objectOf(document.components);
  return Object.fromEntries(
    Object.entries(objectOf(schemas)).map((
      [name, schema],
    ) => [name, objectOf(schema)]),
  );
}

/** Gives the name of the schema that is referred to; undefined where it stands in place. */
export function referredName({ $ref }: JsonSchema): string | undefined {
  return typeof $ref === "string" ? $ref.split("/").at(-1) : undefined;
}

/** Takes what is an object; anything else is an empty one. */
export function objectOf(value: unknown): JsonObject {
  return typeof value === "object" && value !== null ? { ...value } : {};
}

/** A read whose answer is a whole or what was selected of it, alone or as the items of a page. */
function withSelection(
  operation: ClientOperation,
  schemas: Readonly<Record<string, JsonSchema>>,
): ClientOperation {
  const { answer, query } = operation;
  if (!answer || !query.some(({ name }) => name === "fields")) return operation;
  const page = objectOf(schemas[referredName(answer.schema) ?? ""]);
  const { items } = objectOf(objectOf(page.properties).items);
  const isPage = items !== undefined;
  const [whole, all] = listOf(objectOf(isPage ? items : answer.schema).anyOf);
  return whole === undefined || all === undefined ? operation : {
    ...operation,
    selects: { whole: objectOf(whole), all: objectOf(all), isPage },
  };
}

function operationOf(
  path: string,
  method: string,
  operation: JsonObject,
  components: JsonObject,
): ClientOperation {
  const parameters = listOf(operation.parameters).map(objectOf);
  const responses = objectOf(operation.responses);
  const [success] = Object.entries(responses).filter(([status]) =>
    status.startsWith("2")
  );
  const tag = textOf(listOf(operation.tags)[0]);
  const body = valueIn(objectOf(operation.requestBody));
  const answer = valueIn(objectOf(success?.[1]));
  return {
    id: textOf(operation.operationId),
    tag,
    method: method.toUpperCase(),
    path,
    summary: textOf(operation.summary),
    keys: parametersIn("path", parameters),
    query: parametersIn("query", parameters),
    ...(body ? { body } : {}),
    ...(answer ? { answer } : {}),
    conditional: "304" in responses || "412" in responses,
    ...keyIn(parameters, components),
    notModified: "304" in responses,
    anonymous: SIGNS_IN.has(tag) &&
      ANONYMOUS.has(textOf(operation.operationId)),
  };
}

function keyIn(
  parameters: readonly JsonObject[],
  components: JsonObject,
): Pick<ClientOperation, "keyed"> {
  const hasKey = parameters.some((one) => referredName(one) === KEY);
  if (!hasKey) return {};
  const { required } = objectOf(objectOf(components.parameters)[KEY]);
  return { keyed: required === true ? "required" : "optional" };
}

function parametersIn(
  place: string,
  parameters: readonly JsonObject[],
): ClientParameter[] {
  return parameters.filter((one) => one.in === place).map((one) => ({
    name: textOf(one.name),
    schema: objectOf(one.schema),
    description: textOf(one.description),
    required: one.required === true,
  }));
}

function valueIn({ content }: JsonObject): ClientValue | undefined {
  const { schema: given } = objectOf(
    objectOf(content)["application/json"],
  );
  if (given === undefined) return undefined;
  const schema = objectOf(given);
  const members = Object.entries(objectOf(schema.properties));
  const [only, ...others] = members;
  return only === undefined || others.length > 0
    ? { schema }
    : { schema: objectOf(only[1]), under: only[0] };
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}

/** The groups of operations by which people sign in. */
const SIGNS_IN: ReadonlySet<string> = new Set(["auth", "account"]);

/** What is done there without a token. */
const ANONYMOUS: ReadonlySet<string> = new Set(["login", "refresh", "logout"]);

/** The name of the parameter that is a request's key. */
const KEY = "IdempotencyKey";
