/**
 * JSON Schemas as servers take them that hold a model to one.
 *
 * @module
 */

/** A JSON Schema. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/**
 * Leaves of a schema what an answer is made of: types, properties, values, and what must be there. How long or how many
 * things are, and which names there are, is left out: engines that make grammars of schemas refuse such bounds or take
 * minutes over them (llama.cpp ends at 2000 repetitions), and whoever asked checks the answer anyway.
 *
 * @param isDescribed Whether its descriptions stay.
 */
export function plainSchema(
  schema: JsonSchema,
  isDescribed: boolean,
): JsonSchema {
  const plain = (node: unknown): unknown => {
    if (Array.isArray(node)) return node.map(plain);
    if (!isObject(node)) return node;
    return Object.fromEntries(
      Object.entries(node).flatMap(([keyword, value]) => {
        if (BOUNDS.has(keyword)) return [];
        if (keyword === "description" && !isDescribed) return [];
        if (VALUES.has(keyword)) return [[keyword, value]];
        return [[keyword, NAMED.has(keyword) ? named(value) : plain(value)]];
      }),
    );
  };
  const named = (schemas: unknown): unknown =>
    isObject(schemas)
      ? Object.fromEntries(
        Object.entries(schemas).map(([name, one]) => [name, plain(one)]),
      )
      : schemas;
  return { ...Object(plain(schema)) };
}

function isObject(value: unknown): value is JsonSchema {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Keywords under which schemas stand by names of somebody's own. */
const NAMED: ReadonlySet<string> = new Set([
  "properties",
  "patternProperties",
  "$defs",
  "definitions",
]);

/** Keywords with values that are no schemas. */
const VALUES: ReadonlySet<string> = new Set([
  "enum",
  "const",
  "default",
  "examples",
  "required",
]);

const BOUNDS: ReadonlySet<string> = new Set([
  "pattern",
  "format",
  "minLength",
  "maxLength",
  "minItems",
  "maxItems",
  "uniqueItems",
  "minProperties",
  "maxProperties",
  "propertyNames",
]);
