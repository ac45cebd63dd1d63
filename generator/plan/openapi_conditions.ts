/**
 * What the OpenAPI document says about conditional requests: `ETag`, `If-Match` and `If-None-Match`.
 *
 * @module
 */

/** A JSON object. */
type JsonObject = { [key: string]: unknown };

/** The headers that make a request about one entity conditional. */
export const CONDITIONS: readonly JsonObject[] = [
  { $ref: "#/components/parameters/IfMatch" },
  { $ref: "#/components/parameters/IfNoneMatch" },
];

/** The header that names the version of the entity in an answer. */
export const ENTITY_TAG: JsonObject = {
  ETag: { $ref: "#/components/headers/ETag" },
};

/** What {@link CONDITIONS} refers to. */
export const CONDITION_PARAMETERS: JsonObject = {
  IfMatch: {
    name: "If-Match",
    in: "header",
    description:
      "Entity tags, or *: carried out only if the entity has one of them (412 else), so that nobody's change is overwritten unseen.",
    schema: { type: "string" },
    example: '"3"',
  },
  IfNoneMatch: {
    name: "If-None-Match",
    in: "header",
    description:
      "Entity tags, or *: carried out only if the entity has none of them; a GET is answered with 304 else, a change with 412.",
    schema: { type: "string" },
    example: '"3"',
  },
};

/** What {@link ENTITY_TAG} refers to. */
export const CONDITION_HEADERS: JsonObject = {
  ETag: {
    description: "The entity's tag; another after every change.",
    schema: { type: "string" },
    example: '"3"',
  },
};
