/**
 * What clients may send about an entity, as a schema of the kit's building blocks.
 *
 * @module
 */
import { withArticle } from "./with_article.ts";
import type { EntityModel, FieldModel } from "../model/system_model.ts";
import {
  comment,
  joined,
  name,
  type Safe,
  safe,
  tsArray,
  tsLiteral,
  tsObject,
} from "../../templates/safe_text.ts";
import type { SchemaView } from "../../templates/views.ts";

type Ts = Safe<"ts">;

/** Describes the schemas of one entity; undefined when clients send no bodies. */
export function schemaView(entity: EntityModel): SchemaView | undefined {
  const has = (operation: typeof entity.operations[number]) =>
    entity.operations.includes(operation);
  const body = has("create") || has("replace");
  if (!body && !has("patch")) return undefined;
  const blocks = entity.fields.map((field) => ({
    field,
    block: blockOf(field),
  }));
  return {
    label: comment(entity.name.words),
    one: comment(withArticle(entity.name.words)),
    constant: name(entity.name.constant),
    imports: joined(
      [...new Set(blocks.map(({ block }) => block.name))].toSorted().map((
        text,
      ) => name(text)),
      safe`, `,
    ),
    fields: blocks.map(({ field, block }) => ({
      name: name(field.name),
      schema: safe<"ts">`${name(block.name)}(${block.argument})${
        field.nullable ? safe`.nullable()` : safe``
      }${field.required ? safe`` : safe`.optional()`}`,
    })),
    body,
    patch: has("patch"),
    bodyOf: joined([
      ...(has("create") ? [name("POST")] : []),
      ...(has("replace") ? [name("PUT")] : []),
    ], safe` and `),
  };
}

function blockOf(field: FieldModel): { name: string; argument: Ts } {
  switch (field.type) {
    case "string":
    case "text":
      return { name: "text", argument: textBounds(field) };
    case "enum":
      return {
        name: "oneOf",
        argument: tsArray((field.values ?? []).map(tsLiteral)),
      };
    case "decimal":
      return { name: "decimal", argument: tsLiteral(field.scale ?? 2) };
    case "datetime":
      return { name: "dateTime", argument: safe`` };
    default:
      return { name: field.type, argument: safe`` };
  }
}

function textBounds(field: FieldModel): Ts {
  return tsObject({
    min: field.minLength === undefined ? undefined : tsLiteral(field.minLength),
    max: field.maxLength === undefined ? undefined : tsLiteral(field.maxLength),
    pattern: field.pattern === undefined
      ? undefined
      : safe`new RegExp(${tsLiteral(`^(?:${field.pattern})$`)}, "u")`,
  });
}
