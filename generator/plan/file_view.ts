/**
 * The files of entities: what the endpoint, the documents and the tests say of them.
 *
 * @module
 */
import type {
  EntityModel,
  FieldModel,
  SystemModel,
} from "../model/system_model.ts";
import { withArticle } from "../blueprint/with_article.ts";
import { type Name, name, tsLiteral } from "../../templates/safe_text.ts";
import type { ModelView } from "../../templates/views.ts";
import { FILE_SCHEMA } from "./file_schema.ts";
import { errorResponses, type JsonObject } from "./openapi_responses.ts";
import { answersOf } from "./answers.ts";
import { securityOf } from "./openapi_auth.ts";

/** Lists the fields that are files. */
export function filesOf({ fields }: EntityModel): readonly FieldModel[] {
  return fields.filter(({ type }) => type === "file");
}

/** Tells whether a system keeps files. */
export function keepsFiles(
  { entities }: Pick<SystemModel, "entities">,
): boolean {
  return entities.some((entity) => filesOf(entity).length > 0);
}

/** Names the constant that says what the files of an entity may be. */
export function filesConstant(entity: EntityModel): Name {
  return name(`${entity.name.constant}_FILES`);
}

/** Renders what the files of an entity may be, for its model. */
export function filesPart(entity: EntityModel): Pick<ModelView, "files"> {
  const files = filesOf(entity);
  if (files.length === 0) return {};
  const rules = files.map((field) => [field.name, ruleOf(field)] as const);
  return {
    files: {
      constant: filesConstant(entity),
      rules: tsLiteral(Object.fromEntries(rules)),
    },
  };
}

/** Says what a file may be. */
export function ruleOf({ maxSize, accept }: FieldModel): object {
  return { maxBytes: maxSize, ...(accept ? { accept } : {}) };
}

/** Describes the paths of an entity's files. */
export function filePaths(
  entity: EntityModel,
  system: SystemModel,
): JsonObject {
  return Object.fromEntries(
    filesOf(entity).map((field) => [
      `${entity.path}/{id}/${field.name}`,
      filePath(entity, field, system),
    ]),
  );
}

function filePath(
  entity: EntityModel,
  field: FieldModel,
  system: SystemModel,
): JsonObject {
  const of = `the ${field.name} of ${withArticle(entity.name.words)}`;
  const pascal = field.name.charAt(0).toUpperCase() + field.name.slice(1);
  const errors = (operation: "get" | "patch", more: readonly string[]) =>
    errorResponses(
      [...new Set([...answersOf(operation, entity, system), ...more])]
        .filter((status) => status !== "422").toSorted(),
    );
  const content = Object.fromEntries(
    (field.accept ?? ["application/octet-stream"]).map((type) => [
      type,
      { schema: { type: "string", format: "binary" } },
    ]),
  );
  const shared = { tags: [entity.plural.words], "x-file": true };
  return {
    get: {
      operationId: `get${entity.name.pascal}${pascal}`,
      ...shared,
      summary: `Read ${of}`,
      responses: {
        200: { description: "The file.", content },
        206: { description: "The part that Range asks for.", content },
        304: { description: "It is as If-None-Match knows it." },
        ...errors("get", []),
      },
      ...securityOf("get", entity),
    },
    put: {
      operationId: `put${entity.name.pascal}${pascal}`,
      ...shared,
      summary: `Send ${of}`,
      description:
        `At most ${field.maxSize} bytes. Its name is taken from Content-Disposition.`,
      requestBody: { required: true, content },
      responses: {
        200: {
          description: "What is known of the file now.",
          content: { "application/json": { schema: FILE_SCHEMA } },
        },
        ...errors("patch", ["408", "413", "415"]),
      },
      ...securityOf("patch", entity),
    },
    delete: {
      operationId: `delete${entity.name.pascal}${pascal}`,
      ...shared,
      summary: `Delete ${of}`,
      responses: {
        204: { description: "It is deleted." },
        ...errors("patch", []),
      },
      ...securityOf("patch", entity),
    },
  };
}
