/**
 * Examples in the OpenAPI document: every body and every answer has one, made of its schema.
 *
 * @module
 */
import { objectOf, referredName } from "./client_operations.ts";
import { type JsonSchema, SERVER_FIELDS } from "./json_schemas.ts";
import type { JsonObject } from "./openapi_responses.ts";

/** Gives the document with an example for each media type; in a request, without what the server sets. */
export function withExamples(document: JsonObject): JsonObject {
  const components = objectOf(document.components);
  const schemas = objectOf(components.schemas);
  const examples: Examples = { schemas };
  return {
    ...document,
    paths: mapped(
      document.paths,
      (item) => mapped(item, (part) => operation(part, examples)),
    ),
    components: {
      ...components,
      ...(components.responses === undefined ? {} : {
        responses: Object.fromEntries(
          Object.entries(objectOf(components.responses)).map((
            [name, response],
          ) => [name, refusal(name, response, examples)]),
        ),
      }),
    },
  };
}

/** Makes a value that a schema accepts: the same every time. */
export function exampleOf(schema: JsonSchema, examples: Examples): unknown {
  const reference = referredName(schema);
  if (reference !== undefined) {
    return exampleOf(objectOf(examples.schemas[reference]), examples);
  }
  if (Array.isArray(schema.examples)) return schema.examples[0];
  if (schema.const !== undefined) return schema.const;
  if (Array.isArray(schema.enum)) return schema.enum[0];
  if (Array.isArray(schema.anyOf)) {
    return exampleOf(objectOf(schema.anyOf[0]), examples);
  }
  const kind = Array.isArray(schema.type) ? schema.type[0] : schema.type;
  switch (kind) {
    case "boolean":
      return true;
    case "integer":
    case "number":
      return exampleNumber(schema);
    case "string":
      return exampleText(schema);
    case "array":
      return [exampleOf(objectOf(schema.items), examples)];
    default:
      return exampleObject(schema, examples);
  }
}

/** What examples are made with. */
export interface Examples {
  /** The schemas that references lead to. */
  readonly schemas: JsonObject;
  /** Whether it is sent, and has nothing that the server sets. */
  readonly isSent?: boolean;
}

function operation(part: unknown, examples: Examples): unknown {
  const { requestBody, responses, ...rest } = objectOf(part);
  if (responses === undefined) return part;
  return {
    ...rest,
    ...(requestBody === undefined ? {} : {
      requestBody: withContent(requestBody, { ...examples, isSent: true }),
    }),
    responses: mapped(responses, (one) => withContent(one, examples)),
  };
}

function withContent(value: unknown, examples: Examples): unknown {
  const { content, ...rest } = objectOf(value);
  if (content === undefined) return value;
  return {
    ...rest,
    content: mapped(content, (media) => {
      const { schema } = objectOf(media);
      const example = exampleOf(objectOf(schema), examples);
      return { ...objectOf(media), example };
    }),
  };
}

/** An example of a refusal says what its description says. */
function refusal(name: string, value: unknown, examples: Examples): unknown {
  const { content, description, ...rest } = objectOf(value);
  if (content === undefined) return value;
  const status = STATUSES[name] ?? 400;
  const title = name.replace(/(?<=[a-z])(?=[A-Z])/g, " ");
  return {
    description,
    ...rest,
    content: mapped(content, (media) => ({
      ...objectOf(media),
      example: "Errors" in examples.schemas
        ? { errors: { body: [description] } }
        : { type: "about:blank", title, status, detail: description },
    })),
  };
}

function exampleObject(schema: JsonSchema, examples: Examples): unknown {
  const needed = Array.isArray(schema.required) ? schema.required : [];
  const members = Object.entries(objectOf(schema.properties)).filter((
    [name],
  ) =>
    !examples.isSent || needed.includes(name) ||
    !Object.hasOwn(SERVER_FIELDS, name)
  );
  return schema.properties === undefined
    ? { note: "anything" }
    : Object.fromEntries(
      members.map(([name, member]) => [
        name,
        exampleOf(objectOf(member), examples),
      ]),
    );
}

function exampleNumber({ minimum, maximum }: JsonSchema): number {
  const low = typeof minimum === "number" ? minimum : -Infinity;
  const high = typeof maximum === "number" ? maximum : Infinity;
  return Math.min(Math.max(1, low), high);
}

function exampleText({ format, minLength, maxLength }: JsonSchema): string {
  const fixed = typeof format === "string" ? TEXTS[format] : undefined;
  if (fixed !== undefined) return fixed;
  const least = typeof minLength === "number" ? minLength : 0;
  const most = typeof maxLength === "number" ? maxLength : Infinity;
  return "text".padEnd(least, ".").slice(0, most);
}

function mapped(
  value: unknown,
  change: (member: unknown) => unknown,
): JsonObject {
  return Object.fromEntries(
    Object.entries(objectOf(value)).map((
      [key, member],
    ) => [key, Array.isArray(member) ? member : change(member)]),
  );
}

const TEXTS: Readonly<Record<string, string>> = {
  date: "2030-01-15",
  "date-time": "2030-01-15T09:30:00.000Z",
  "time-local": "09:30:00",
  email: "someone@example.com",
  uri: "https://example.com/",
  "uri-reference": "https://example.com/things/1",
  uuid: "01890a5d-ac96-774b-bcce-b302099a8057",
  password: "a long pass phrase",
};
const STATUSES: Readonly<Record<string, number>> = {
  BadRequest: 400,
  Unauthorized: 401,
  Forbidden: 403,
  NotFound: 404,
  RequestTimeout: 408,
  Conflict: 409,
  PreconditionFailed: 412,
  ContentTooLarge: 413,
  UnsupportedMediaType: 415,
  UnprocessableContent: 422,
  TooManyRequests: 429,
  BadGateway: 502,
};
