/**
 * The form in which a language model answers a request: the blueprint's own JSON Schema, and what became of each sentence.
 *
 * @module
 */
import {
  blueprintJsonSchema,
  type JsonSchema,
} from "../../generator/blueprint/json_schema.ts";

/**
 * Builds the JSON Schema of an answer.
 *
 * The blueprint's part is the language as `autocoder schema` prints it, in one spelling, without what a plan may not
 * hold: code, files, wiring, and requirements, which are made of the sentences.
 */
export function planningSchema(): JsonSchema {
  const { $defs, properties, ...rest } = blueprintJsonSchema();
  const defs = Object.fromEntries(
    entriesOf($defs).map(([name, schema]) => [name, inOneSpelling(schema)]),
  );
  const blueprint = inOneSpelling({
    type: rest["type"],
    properties: without(properties, NOT_PLANNED),
    additionalProperties: false,
    required: ["system"],
  });
  const used = reached(blueprint, defs);
  return {
    type: "object",
    properties: { blueprint, sentences: SENTENCES },
    required: ["blueprint", "sentences"],
    additionalProperties: false,
    $defs: Object.fromEntries(
      Object.entries(defs).filter(([name]) => used.has(name)),
    ),
  };
}

/** Takes out the second spellings of keys, and the keys behind which code stands. */
function inOneSpelling(node: unknown): JsonSchema {
  const schema = { ...objectOf(node) };
  for (const [key, value] of Object.entries(schema)) {
    if (key === "properties") schema[key] = propertiesOf(value);
    else if (Array.isArray(value)) schema[key] = value.map(innerOf);
    else schema[key] = innerOf(value);
  }
  return schema;
}

function innerOf(value: unknown): unknown {
  return isObject(value) ? inOneSpelling(value) : value;
}

function propertiesOf(value: unknown): JsonSchema {
  const properties = without(value, isCode(value) ? CODE_KEYS : []);
  return Object.fromEntries(
    entriesOf(properties)
      .filter(([key]) => !/_/.test(key))
      .map(([key, schema]) => [key, inOneSpelling(schema)]),
  );
}

/** Logic has both: no other part of the language has a key `run`. */
function isCode(properties: unknown): boolean {
  return isObject(properties) && CODE_KEYS.every((key) => key in properties);
}

/** Lists the definitions that a schema leads to. */
function reached(
  schema: JsonSchema,
  defs: Readonly<Record<string, JsonSchema>>,
): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (node: unknown) => {
    const text = JSON.stringify(node);
    for (const [, name = ""] of text.matchAll(/"#\/\$defs\/(\w+)"/g)) {
      if (found.has(name)) continue;
      found.add(name);
      visit(defs[name]);
    }
  };
  visit(schema);
  return found;
}

function without(value: unknown, keys: readonly string[]): JsonSchema {
  return Object.fromEntries(
    entriesOf(value).filter(([key]) => !keys.includes(key)),
  );
}

function entriesOf(value: unknown): readonly (readonly [string, unknown])[] {
  return Object.entries(objectOf(value));
}

function objectOf(value: unknown): Readonly<Record<string, unknown>> {
  return isObject(value) ? value : {};
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

const NOT_PLANNED: readonly string[] = ["schema", "components", "requirements"];

const CODE_KEYS: readonly string[] = ["run", "file"];

const SENTENCES: JsonSchema = {
  type: "array",
  description: "What became of each sentence of the request, in order.",
  items: {
    type: "object",
    properties: {
      sentence: { type: "integer", description: "The sentence's number." },
      paths: {
        type: "array",
        items: { type: "string" },
        description:
          "Where in the blueprint it stands; empty when nothing became of it.",
      },
      missing: {
        type: "array",
        items: { type: "string" },
        description:
          "The parts of the sentence, word for word, that the blueprint does not say.",
      },
      note: {
        type: "string",
        description: "Why, where something is missing; one sentence.",
      },
    },
    required: ["sentence", "paths"],
    additionalProperties: false,
  },
};
