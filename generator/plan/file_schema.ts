/**
 * The JSON Schema of a file.
 *
 * @module
 */
import type { JsonSchema } from "./json_schemas.ts";

/** Describes a file as entities have it. */
export const FILE_SCHEMA: JsonSchema = {
  type: "object",
  description: "A file, sent by a request of its own.",
  required: ["id", "name", "type", "size", "sha256", "url"],
  properties: {
    id: {
      type: "string",
      format: "uuid",
      description: "Another for every upload.",
    },
    name: { type: "string", description: "The name that its sender gave it." },
    type: {
      type: "string",
      description: "Its media type.",
      examples: ["image/png"],
    },
    size: { type: "integer", minimum: 0, description: "Its bytes." },
    sha256: {
      type: "string",
      pattern: "^[0-9a-f]{64}$",
      examples: ["a".repeat(64)],
    },
    url: { type: "string", examples: ["/products/1/photo"] },
  },
};
