import { assertEquals } from "@std/assert";
import { planningSchema } from "../planning/planning_schema.ts";
import { plainSchema } from "./plain_schema.ts";

Deno.test("plainSchema() leaves out bounds, and what is named like one is no bound", () => {
  const schema = {
    type: "object",
    properties: {
      pattern: { type: "string", pattern: "^a", description: "A." },
      maxLength: {
        anyOf: [{ type: "integer", minimum: 1 }, { $ref: "#/$defs/list" }],
      },
    },
    required: ["pattern"],
    additionalProperties: {
      type: "array",
      maxItems: 3,
      items: { type: "null" },
    },
    propertyNames: { maxLength: 9 },
    default: { description: "stays", maxLength: 2 },
    $defs: {
      list: { type: "array", minItems: 1, items: { enum: ["a", "b"] } },
    },
  };
  const plain = {
    type: "object",
    properties: {
      pattern: { type: "string", description: "A." },
      maxLength: {
        anyOf: [{ type: "integer", minimum: 1 }, { $ref: "#/$defs/list" }],
      },
    },
    required: ["pattern"],
    additionalProperties: { type: "array", items: { type: "null" } },
    default: { description: "stays", maxLength: 2 },
    $defs: { list: { type: "array", items: { enum: ["a", "b"] } } },
  };
  assertEquals(plainSchema(schema, true), plain);
  const { pattern: _, ...rest } = plain.properties;
  assertEquals(plainSchema(schema, false), {
    ...plain,
    properties: { pattern: { type: "string" }, ...rest },
  });
});

Deno.test("plainSchema() keeps every key of the plan's language", () => {
  const keys = (schema: unknown): string[] =>
    typeof schema !== "object" || schema === null
      ? []
      : Object.entries(schema).flatMap(([key, value]) => [
        ...key === "properties" ? Object.keys(Object(value)) : [],
        ...keys(value),
      ]);
  const schema = planningSchema();
  assertEquals(keys(plainSchema(schema, false)), keys(schema));
});
