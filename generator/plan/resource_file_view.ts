/**
 * The files of entities in an API of its own shape: what the endpoint, the documents and the tests say of them.
 *
 * @module
 */
import type {
  ApiModel,
  ResourceModel,
  ShownModel,
} from "../model/api_model.ts";
import { changes } from "../model/resource_files.ts";
import type { EntityModel, SystemModel } from "../model/system_model.ts";
import { withArticle } from "../blueprint/with_article.ts";
import {
  comment,
  type Name,
  name,
  type Safe,
  safe,
  tsLiteral,
  tsObject,
} from "../../templates/safe_text.ts";
import type {
  ResourceFilesTestView,
  ShapedGatewayView,
} from "../../templates/views.ts";
import { findEntity } from "./component_views.ts";
import { fileOperations, filesConstant, filesOf, ruleOf } from "./file_view.ts";
import { FILE_SCHEMA } from "./file_schema.ts";
import { answersOf } from "./answers.ts";
import { enveloped, json, securityIn } from "./openapi_answers.ts";
import type { JsonObject } from "./openapi_responses.ts";
import { subjectConstant } from "./resource_subject_view.ts";

type Ts = Safe<"ts">;
type ShownFile = Extract<ShownModel, { kind: "file" }>;

/** Lists the files that a resource shows and that are behind its own path. */
export function filesAt(
  { name, shows }: ResourceModel,
): readonly ShownFile[] {
  return shows.flatMap((shown) =>
    shown.kind === "file" && shown.resource === name.snake ? [shown] : []
  );
}

/** Renders what mounting the files of a resource needs; undefined where it has none. */
export function resourceFilesExpression(
  resource: ResourceModel,
  entity: EntityModel,
): Ts | undefined {
  return filesAt(resource).length === 0 ? undefined : tsObject({
    files: safe<"ts">`this.config.files`,
    fields: filesConstant(entity),
    changes: tsLiteral(changes(resource)),
  });
}

/** Describes how the endpoint keeps files; undefined in a system without. */
export function shapedFiles(
  entities: readonly { readonly entity: EntityModel; readonly method: Name }[],
  system: SystemModel,
): ShapedGatewayView["files"] {
  const having = entities.filter(({ entity }) => filesOf(entity).length > 0);
  if (having.length === 0) return undefined;
  return {
    shared: system.engine === "postgres",
    removes: having.some(({ entity }) => !entity.softDelete),
    entities: having.map(({ entity, method }) => ({
      nameLiteral: tsLiteral(entity.name.snake),
      sender: method,
      softDelete: entity.softDelete,
    })),
  };
}

/** Describes their routes in the OpenAPI document. */
export function resourceFileOperations(
  resource: ResourceModel,
  api: ApiModel,
  system: SystemModel,
): readonly {
  readonly path: string;
  readonly method: "get" | "put" | "delete";
  readonly operation: JsonObject;
}[] {
  const entity = findEntity(system, resource.entity);
  return filesAt(resource).flatMap(({ name, field: own, path }) => {
    const field = filesOf(entity).find((one) => one.name === own);
    if (!field) return [];
    const pascal = own.charAt(0).toUpperCase() + own.slice(1);
    const { put, get, delete: remove } = fileOperations(field, {
      of: `the ${own} of ${withArticle(resource.name.words)}`,
      id: resource.name.pascal + pascal,
      tag: resource.plural.words,
      answers: (operation) => [
        ...answersOf(operation, entity, system),
        ...(system.users ? ["401"] : []),
      ],
      security: (operation) => securityIn(operation, entity),
      told: json(enveloped(api, name, FILE_SCHEMA)),
    });
    const at = `${resource.path}/{${resource.param}}/${path}`;
    return [
      { path: at, method: "get", operation: get } as const,
      ...(changes(resource)
        ? [
          { path: at, method: "put", operation: put } as const,
          { path: at, method: "delete", operation: remove } as const,
        ]
        : []),
    ];
  });
}

/** Describes the test of a resource's files; undefined where none can be sent. */
export function resourceFilesTestView(
  resource: ResourceModel,
  system: SystemModel,
): ResourceFilesTestView | undefined {
  const files = filesAt(resource);
  const entity = findEntity(system, resource.entity);
  if (files.length === 0 || !changes(resource)) return undefined;
  return {
    one: comment(withArticle(resource.name.words)),
    constant: subjectConstant(resource),
    file: name(resource.name.snake),
    softDelete: entity.softDelete,
    files: files.flatMap((shown) => {
      const field = filesOf(entity).find((one) => one.name === shown.field);
      return field
        ? [{
          name: tsLiteral(shown.name),
          rule: tsLiteral(ruleOf(field)),
        }]
        : [];
    }),
  };
}

/** Tells whether a resource shows nothing but what is all its own: its entity's changes are all that change it. */
export function isAllItsOwn({ shows, parent }: ResourceModel): boolean {
  return shows.every(({ kind }) =>
    kind === "field" || kind === "file" && parent === undefined
  );
}
