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
  const pascal = field.name.charAt(0).toUpperCase() + field.name.slice(1);
  return fileOperations(field, {
    of: `the ${field.name} of ${withArticle(entity.name.words)}`,
    id: entity.name.pascal + pascal,
    tag: entity.plural.words,
    answers: (operation) => answersOf(operation, entity, system),
    security: (operation) => securityOf(operation, entity),
    told: { "application/json": { schema: FILE_SCHEMA } },
  }) as JsonObject;
}

/** What the operations on a file say beside what every file's say. */
export interface FileOperationsOptions {
  /** What they are about, in words. */
  readonly of: string;
  /** What the names of the operations end with. */
  readonly id: string;
  readonly tag: string;
  /** The statuses that the entity's own operation can be answered with. */
  readonly answers: (operation: "get" | "patch") => readonly string[];
  /** Who may. */
  readonly security: (operation: "get" | "patch") => JsonObject;
  /** What is answered when one was sent. */
  readonly told: JsonObject;
}

/** Describes the operations on a file. */
export function fileOperations(
  field: FieldModel,
  { of, id, tag, answers, security, told }: FileOperationsOptions,
): Readonly<Record<"get" | "put" | "delete", JsonObject>> {
  const errors = (operation: "get" | "patch", more: readonly string[]) =>
    errorResponses(
      [...new Set([...answers(operation), ...more])]
        .filter((status) => status !== "422").toSorted(),
    );
  const content = Object.fromEntries(
    (field.accept ?? ["application/octet-stream"]).map((type) => [
      type,
      { schema: { type: "string", format: "binary" } },
    ]),
  );
  const shared = { tags: [tag], "x-file": true };
  return {
    get: {
      operationId: `get${id}`,
      ...shared,
      summary: `Read ${of}`,
      responses: {
        200: { description: "The file.", content },
        206: { description: "The part that Range asks for.", content },
        304: { description: "It is as If-None-Match knows it." },
        ...errors("get", []),
      },
      ...security("get"),
    },
    put: {
      operationId: `put${id}`,
      ...shared,
      summary: `Send ${of}`,
      description:
        `At most ${field.maxSize} bytes. Its name is taken from Content-Disposition.`,
      requestBody: { required: true, content },
      responses: {
        200: {
          description: "What is known of the file now.",
          content: told,
        },
        ...errors("patch", ["408", "413", "415"]),
      },
      ...security("patch"),
    },
    delete: {
      operationId: `delete${id}`,
      ...shared,
      summary: `Delete ${of}`,
      responses: {
        204: { description: "It is deleted." },
        ...errors("patch", []),
      },
      ...security("patch"),
    },
  };
}
