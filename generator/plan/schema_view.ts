/**
 * What clients may send about an entity, as a schema of the kit's building blocks.
 *
 * @module
 */
import { FIELD_TYPE_RULES } from "../blueprint/field_types.ts";
import { objectConstant, objectsOf } from "./object_names.ts";
import { elementField } from "./entity_view.ts";
import { hasChangingLogic } from "./logic_view.ts";
import { withArticle } from "../blueprint/with_article.ts";
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
  const patch = has("patch") || hasChangingLogic(entity);
  if (!body && !patch) return undefined;
  const blocks = entity.fields.map((field) => ({
    field,
    block: field.members
      ? { names: [], call: objectConstant(field) }
      : memberBlock(field),
  }));
  const objects = objectsOf(entity);
  return {
    label: comment(entity.name.words),
    one: comment(withArticle(entity.name.words)),
    constant: name(entity.name.constant),
    imports: joined(
      [...new Set(blocks.flatMap(({ block }) => block.names))].toSorted().map((
        text,
      ) => name(text)),
      safe`, `,
    ),
    fields: blocks.map(({ field, block }) => ({
      name: name(field.name),
      schema: safe<"ts">`${block.call}${
        field.nullable ? safe`.nullable()` : safe``
      }${field.required ? safe`` : safe`.optional()`}`,
    })),
    ...(objects.length === 0 ? {} : {
      objects: {
        file: name(entity.name.snake),
        names: joined(
          objects.map((field): string => objectConstant(field)).toSorted()
            .map((text) => name(text)),
          safe`, `,
        ),
        merged: objects.filter(({ type }) => type === "object").map((
          field,
        ) => ({
          name: name(field.name),
          schema: safe<"ts">`mergeable()${
            field.nullable ? safe`.nullable()` : safe``
          }`,
        })),
      },
    }),
    body,
    patch,
    bodyOf: joined([
      ...(has("create") ? [name("POST")] : []),
      ...(has("replace") ? [name("PUT")] : []),
    ], safe` and `),
  };
}

/** A call of a building block, and the names of all that are in it. */
export interface Block {
  /** The names. */
  readonly names: readonly string[];
  /** The call. */
  readonly call: Ts;
}

/**
 * Renders the schema of a field, which says all of its rules: what is wrong with a body is told at once. Those of an
 * entity's fields are rules of the controller as well, which not only bodies are held to.
 */
export function memberBlock(field: FieldModel): Block {
  if (field.type === "list") return fieldBlock(field);
  const isText = field.type === "string" || field.type === "text";
  if (isText && field.required) {
    return {
      names: ["text"],
      call: safe`text(${textBounds(field, { notBlank: tsLiteral(true) })})`,
    };
  }
  // What has `items` has its range in its schema.
  const items = field.type as NonNullable<FieldModel["items"]>;
  const { name: block, argument } = scalarBlock({ ...field, items });
  return { names: [block], call: safe<"ts">`${name(block)}(${argument})` };
}

function fieldBlock(field: FieldModel): Block {
  const { name: block, argument } = scalarBlock(elementField(field));
  const call = safe<"ts">`${name(block)}(${argument})`;
  if (field.type !== "list") return { names: [block], call };
  const most = tsLiteral(field.maxItems);
  const whole = field.sorted ? "sortedList" : "list";
  return {
    names: [block, whole],
    call: safe<"ts">`${name(whole)}(${call}, ${most})`,
  };
}

function scalarBlock(field: FieldModel): { name: string; argument: Ts } {
  switch (field.type) {
    case "string":
    case "text":
      return { name: "text", argument: textBounds(field) };
    case "email":
    case "url":
      return { name: field.type, argument: boundsOfForm(field) };
    case "enum":
      return {
        name: "oneOf",
        argument: tsArray((field.values ?? []).map(tsLiteral)),
      };
    case "decimal":
      return {
        name: "decimal",
        argument: joined(
          [tsLiteral(field.scale ?? 2), elementBounds(field)]
            .filter((argument) => argument !== ""),
          safe`, `,
        ),
      };
    case "duration":
      return { name: "duration", argument: durationBounds(field) };
    case "file":
      return { name: "json", argument: safe`` };
    case "slug":
      return { name: "text", argument: safe`` };
    case "datetime":
      return { name: "dateTime", argument: safe`` };
    case "serial":
      return { name: "integer", argument: safe`` };
    case "integer":
    case "number":
      return { name: field.type, argument: elementBounds(field) };
    default:
      return { name: field.type, argument: safe`` };
  }
}

function durationBounds({ items, shortest, longest }: FieldModel): Ts {
  return items === undefined || shortest === undefined && longest === undefined
    ? safe``
    : tsObject({
      min: shortest === undefined ? undefined : tsLiteral(shortest),
      max: longest === undefined ? undefined : tsLiteral(longest),
    });
}

function elementBounds({ items, min, max }: FieldModel): Ts {
  if (items === undefined || min === undefined && max === undefined) {
    return safe``;
  }
  return tsObject({
    min: min === undefined ? undefined : tsLiteral(min),
    max: max === undefined ? undefined : tsLiteral(max),
  });
}

/** A text with a form of its own says only what differs from its type's rule, which the kit knows. */
function boundsOfForm(field: FieldModel): Ts {
  const { maxLength, minLength, pattern } = field;
  const isUsual = maxLength === FIELD_TYPE_RULES[field.type].maxLength;
  if (isUsual && minLength === undefined && pattern === undefined) {
    return safe``;
  }
  return textBounds(isUsual ? { ...field, maxLength: undefined } : field);
}

function textBounds(
  field: FieldModel,
  more: Readonly<Record<string, Ts>> = {},
): Ts {
  return tsObject({
    min: field.minLength === undefined ? undefined : tsLiteral(field.minLength),
    max: field.maxLength === undefined ? undefined : tsLiteral(field.maxLength),
    pattern: field.pattern === undefined
      ? undefined
      : safe`new RegExp(${tsLiteral(`^(?:${field.pattern})$`)}, "u")`,
    ...more,
  });
}
