/**
 * The language as a JSON Schema (draft 2020-12), for editors and other programs; what `autocoder schema` prints.
 *
 * @module
 */
import { MAX_NAME_LENGTH, NAME_PATTERNS } from "./check_name.ts";
import { BLUEPRINT_SHAPE } from "./language.ts";
import type { NameRule, ObjectShape, Shape } from "./shape.ts";

/** A JSON Schema, as plain data. */
export type JsonSchema = { readonly [key: string]: unknown };

/** Builds the schema of the blueprint language from the same table that the reader checks by. */
export function blueprintJsonSchema(): JsonSchema {
  const defs: Record<string, JsonSchema> = {};
  const root = objectSchema(BLUEPRINT_SHAPE, defs);
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: "autocoder blueprint",
    description:
      "Describes a system: what it keeps (entities) and, where wanted, how it is wired (components).",
    ...root,
    $defs: Object.fromEntries(
      Object.entries(defs).toSorted(([a], [b]) => (a < b ? -1 : 1)),
    ),
  };
}

function schemaOf(shape: Shape, defs: Record<string, JsonSchema>): JsonSchema {
  switch (shape.kind) {
    case "boolean":
      return { type: "boolean" };
    case "number":
      return {
        type: shape.whole ? "integer" : "number",
        ...(shape.min === undefined ? {} : { minimum: shape.min }),
        ...(shape.max === undefined ? {} : { maximum: shape.max }),
      };
    case "bound":
      return { type: ["number", "string"], pattern: "^P" };
    case "choice":
      return { enum: shape.values };
    case "literal":
      return { type: ["string", "number", "boolean", "null"] };
    case "name":
      return nameSchema(shape.rule);
    case "text":
      return {
        type: "string",
        maxLength: shape.maxLength,
        ...(shape.form ? { pattern: shape.form.pattern } : {}),
      };
    case "list":
      return listSchema(schemaOf(shape.item, defs), shape);
    case "record":
      return {
        type: "object",
        propertyNames: nameSchema(shape.names),
        additionalProperties: schemaOf(shape.value, defs),
        maxProperties: shape.maxItems,
      };
    case "named": {
      const text = { type: "string", maxLength: shape.maxLength };
      return {
        anyOf: [text, {
          type: "object",
          propertyNames: nameSchema(shape.names),
          additionalProperties: text,
          minProperties: 1,
          maxProperties: 1,
        }],
      };
    }
    case "either":
      return {
        anyOf: [schemaOf(shape.text, defs), reference(shape.object, defs)],
      };
    case "object": {
      const schema = reference(shape, defs);
      return shape.orFlag ? { anyOf: [{ type: "boolean" }, schema] } : schema;
    }
  }
}

function listSchema(
  items: JsonSchema,
  shape: { readonly maxItems: number; readonly orSingle?: boolean },
): JsonSchema {
  const list = { type: "array", items, maxItems: shape.maxItems };
  return shape.orSingle ? { anyOf: [items, list] } : list;
}

function nameSchema(rule: NameRule): JsonSchema {
  return {
    type: "string",
    pattern: NAME_PATTERNS[rule.style].source,
    maxLength: MAX_NAME_LENGTH,
  };
}

/** Puts an object's schema under `$defs`, once, and refers to it. */
function reference(
  shape: ObjectShape,
  defs: Record<string, JsonSchema>,
): JsonSchema {
  const name = shape.of.replace(/^(an?|the) /, "").replaceAll(" ", "_");
  if (!Object.hasOwn(defs, name)) {
    defs[name] = {}; // keeps its place while the shapes inside are built
    defs[name] = objectSchema(shape, defs);
  }
  return { $ref: `#/$defs/${name}` };
}

function objectSchema(
  shape: ObjectShape,
  defs: Record<string, JsonSchema>,
): JsonSchema {
  const properties: Record<string, JsonSchema> = {};
  for (const [key, spec] of Object.entries(shape.keys)) {
    const schema = schemaOf(spec.shape, defs);
    properties[key] = {
      description: spec.doc,
      ...schema,
      ...(spec.default === undefined ? {} : { default: spec.default }),
    };
    const snake = key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
    if (snake !== key) {
      properties[snake] = { description: `The same as ${key}.`, ...schema };
    }
  }
  const required = Object.entries(shape.keys)
    .filter(([, spec]) => spec.required);
  return {
    type: "object",
    properties,
    additionalProperties: false,
    ...(required.length > 0 ? requiredKeys(required.map(([key]) => key)) : {}),
  };
}

/** A key with a second spelling is there when either is. */
function requiredKeys(keys: readonly string[]): JsonSchema {
  const plain = keys.filter((key) => !/[A-Z]/.test(key));
  const spelled = keys.filter((key) => /[A-Z]/.test(key));
  return {
    ...(plain.length > 0 ? { required: plain } : {}),
    ...(spelled.length > 0
      ? {
        allOf: spelled.map((key) => ({
          anyOf: [
            { required: [key] },
            {
              required: [
                key.replace(
                  /[A-Z]/g,
                  (letter) => `_${letter.toLowerCase()}`,
                ),
              ],
            },
          ],
        })),
      }
      : {}),
  };
}
