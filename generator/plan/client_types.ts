/**
 * The TypeScript types of what a client sends and gets, made of JSON Schemas.
 *
 * @module
 */
import { TAKEN_TYPE_NAMES } from "../blueprint/reserved_names.ts";
import { wordsOf } from "../model/names.ts";
import {
  comment,
  joined,
  type Name,
  name,
  type Safe,
  safe,
  tsLiteral,
} from "../../templates/safe_text.ts";
import type {
  ClientMemberView,
  ClientTypeView,
} from "../../templates/client_views.ts";
import {
  type ClientParameter,
  objectOf,
  referredName,
} from "./client_operations.ts";
import { sentence } from "./entity_view.ts";
import type { JsonSchema } from "./json_schemas.ts";

type Ts = Safe<"ts">;

/** Describes the type of a schema; its members are those of the object that it describes. */
export function clientType(
  typeName: Name,
  schema: JsonSchema,
  fallback: string,
): ClientTypeView {
  const required = new Set(
    Array.isArray(schema.required) ? schema.required : [],
  );
  return {
    name: typeName,
    description: described(schema, fallback),
    ...(schema.properties === undefined
      ? { alias: typeExpression(schema) }
      : {}),
    members: Object.entries(objectOf(schema.properties)).map((
      [key, value],
    ) => member(key, objectOf(value), required.has(key))),
  };
}

/** Describes the type of a query. */
export function queryType(
  typeName: Name,
  parameters: readonly ClientParameter[],
  description: string,
): ClientTypeView {
  return {
    name: typeName,
    description: comment(description),
    members: parameters.map(({ name, schema, description, required }) => {
      const own = member(name, { ...schema, description }, required);
      return description.endsWith(EMPTY_IS_NULL)
        ? { ...own, type: safe`${own.type} | null` }
        : own;
    }),
  };
}

/** Names the type of a schema of the document; a name that would hide one in use gets a suffix. */
export function schemaTypeName(schema: string): Name {
  return name(TAKEN_TYPE_NAMES.has(schema) ? `${schema}Entity` : schema);
}

/** Renders the type of what a schema describes. */
export function typeExpression(schema: JsonSchema): Ts {
  const reference = referredName(schema);
  if (reference !== undefined) return schemaTypeName(reference);
  if (Array.isArray(schema.enum)) return union(schema.enum.map(tsLiteral));
  if (schema.const !== undefined) return tsLiteral(schema.const);
  if (Array.isArray(schema.anyOf)) {
    return union(schema.anyOf.map((one) => typeExpression(objectOf(one))));
  }
  const kinds: readonly unknown[] = Array.isArray(schema.type)
    ? schema.type
    : [schema.type];
  return union(kinds.map((kind) => kindExpression(kind, schema)));
}

/** Lists the schemas that a schema refers to, itself not looked into. */
export function referencesOf(schema: unknown): string[] {
  if (typeof schema !== "object" || schema === null) return [];
  const own = referredName({ ...schema });
  return [
    ...(own === undefined ? [] : [own]),
    ...Object.values(schema).flatMap(referencesOf),
  ];
}

function member(
  key: string,
  schema: JsonSchema,
  required: boolean,
): ClientMemberView {
  return {
    name: IDENTIFIER.test(key) ? name(key) : tsLiteral(key),
    optional: !required,
    type: typeExpression(schema),
    description: described(schema, `The ${wordsOf(key).join(" ")}.`),
  };
}

function kindExpression(kind: unknown, schema: JsonSchema): Ts {
  switch (kind) {
    case "string":
      return safe`string`;
    case "integer":
    case "number":
      return safe`number`;
    case "boolean":
      return safe`boolean`;
    case "null":
      return safe`null`;
    case "array": {
      const items = typeExpression(objectOf(schema.items));
      // The formatter would not leave a long union in brackets as it has formatted it.
      if (/ \| /.test(items) && items.length > MAX_UNION) {
        return safe`ReadonlyArray<${items}>`;
      }
      return / \| /.test(items) && !items.startsWith("{")
        ? safe`readonly (${items})[]`
        : safe`readonly ${items}[]`;
    }
    default:
      return kind === "object" && schema.properties !== undefined
        ? objectExpression(schema)
        : safe`unknown`;
  }
}

function objectExpression({ properties, required }: JsonSchema): Ts {
  const wanted = new Set(Array.isArray(required) ? required : []);
  const members = Object.entries(objectOf(properties)).map(([key, value]) => {
    const one = member(key, objectOf(value), wanted.has(key));
    const mark: Ts = one.optional ? safe`?` : safe``;
    return safe<"ts">`readonly ${one.name}${mark}: ${one.type}`;
  });
  return safe`{ ${joined(members, safe`; `)} }`;
}

function union(types: readonly Ts[]): Ts {
  return joined([...new Set(types)], safe` | `);
}

function described(schema: JsonSchema, fallback: string): Ts {
  const { description } = schema;
  return typeof description === "string" && description !== ""
    ? comment(sentence(description))
    : comment(fallback);
}

const MAX_UNION = 40;

/** How the description of a filter ends that finds null. */
export const EMPTY_IS_NULL = "Empty stands for null.";
const IDENTIFIER = /^[A-Za-z_][A-Za-z0-9_]*$/;
