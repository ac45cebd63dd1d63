/**
 * The JSON Schema of the answer to a second reading.
 *
 * @module
 */
import { RELATIONS } from "./claim.ts";

/** The schema of the answer. Every member is required and no object free, so that strict providers take it. */
export const CLAIMS_SCHEMA: Readonly<Record<string, unknown>> = objectOf({
  claims: listOf(objectOf({
    quote: { type: "string" },
    shows: { type: "string" },
    steps: listOf(objectOf({
      purpose: { type: "string", enum: ["prepare", "check"] },
      as: { type: "string" },
      method: { type: "string" },
      path: { type: "string" },
      params: listOf(
        objectOf({ name: { type: "string" }, value: { type: "string" } }),
      ),
      query: listOf(
        objectOf({ name: { type: "string" }, value: { type: "string" } }),
      ),
      headers: listOf(
        objectOf({ name: { type: "string" }, value: { type: "string" } }),
      ),
      body: { anyOf: [{ type: "string" }, { type: "null" }] },
      status: { type: "integer" },
      expect: listOf(objectOf({
        member: { type: "string" },
        is: { type: "string", enum: [...RELATIONS] },
        value: {
          anyOf: [{ type: "string" }, { type: "number" }, { type: "boolean" }, {
            type: "null",
          }],
        },
      })),
      save: listOf(
        objectOf({ name: { type: "string" }, member: { type: "string" } }),
      ),
    })),
  })),
});

function objectOf(
  properties: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  return {
    type: "object",
    additionalProperties: false,
    required: Object.keys(properties),
    properties,
  };
}

function listOf(items: unknown): Readonly<Record<string, unknown>> {
  return { type: "array", items };
}
