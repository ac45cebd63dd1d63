/**
 * What templates need to know about an entity, ready made.
 *
 * @module
 */
import { keyRules, reservedKeys } from "./reserved_segments.ts";
import { typeNameOf as safeTypeName, variableNameOf } from "../model/names.ts";
import { computedConstant, isComputed } from "./computed_view.ts";
import { withArticle } from "../blueprint/with_article.ts";
import type {
  EntityModel,
  FieldModel,
  SystemModel,
} from "../model/system_model.ts";
import {
  comment,
  joined,
  type Name,
  name,
  type Safe,
  safe,
  tsArray,
  tsLiteral,
  tsObject,
} from "../../templates/safe_text.ts";
import {
  aggregatesConstant,
  aggregatesLiteral,
  hasAggregates,
} from "./aggregate_view.ts";
import { adjustExpression } from "./adjustment_view.ts";
import { comparesDurations, durationRules } from "./duration_rules.ts";
import { objectsConstant, objectsOf } from "./object_names.ts";
import { orderRules, overlapRules } from "./overlap_view.ts";
import { searchedFields, searchesWords } from "./search_view.ts";
import type { EntityView, FieldView, RuleView } from "../../templates/views.ts";

/** Builds the view of one entity. */
export function entityView(
  entity: EntityModel,
  system: SystemModel,
): EntityView {
  const typeName = typeNameOf(entity);
  return {
    file: name(entity.name.snake),
    typeName,
    constant: specConstant(entity),
    checkName: name(`check${typeName}`),
    parameter: name(parameterName(entity)),
    label: comment(entity.name.words),
    one: comment(withArticle(entity.name.words)),
    labelPlural: comment(entity.plural.words),
    pluralCamel: name(entity.plural.camel),
    description: comment(sentence(entity.description)),
    nameLiteral: tsLiteral(entity.name.snake),
    labelLiteral: tsLiteral(entity.name.words),
    pathLiteral: tsLiteral(entity.path),
    tableLiteral: tsLiteral(entity.table),
    fields: entity.fields.map((field) => fieldView(field, system)),
    ...(entity.key === undefined ? {} : { key: tsLiteral(entity.key) }),
    ...(entity.unique.length === 0
      ? {}
      : { unique: tsLiteral(entity.unique.map(namesOf)) }),
    ...(objectsOf(entity).length === 0
      ? {}
      : { objects: objectsConstant(entity) }),
    softDelete: entity.softDelete,
    ...(entity.noOverlap.length === 0
      ? {}
      : { noOverlap: overlapRules(entity) }),
    ...(entity.order === undefined ? {} : {
      order: tsLiteral(
        entity.order.map(({ field, descending }) => ({ field, descending })),
      ),
    }),
    search: tsArray(
      isOwn(entity, system)
        ? []
        : searchedFields(entity).map((field) => tsLiteral(field.name)),
    ),
    words: searchesWords(entity),
    ...(hasAggregates(entity)
      ? {
        aggregates: {
          constant: aggregatesConstant(entity),
          value: aggregatesLiteral(entity) ?? tsArray([]),
        },
      }
      : {}),
    rules: [
      ...entity.fields.flatMap((field) =>
        rulesOf(field, parameterName(entity))
      ),
      ...entity.fields.flatMap((field) =>
        durationRules(field, parameterName(entity))
      ),
      ...orderRules(entity, parameterName(entity)),
      ...keyRules(entity, parameterName(entity), system),
    ],
    comparesDurations: comparesDurations(entity),
    defaults: tsObject(
      Object.fromEntries(
        entity.fields.filter((field) =>
          field.default !== undefined || field.nullable
        )
          .map((field) => [field.name, tsLiteral(field.default ?? null)]),
      ),
    ),
    slugs: slugSources(entity, system),
    ...(entity.fields.some(isComputed)
      ? { computed: computedConstant(entity) }
      : {}),
    ...(entity.actions.length === 0 ? {} : {
      actions: tsObject(
        Object.fromEntries(entity.actions.map((action) => [
          action.name.kebab,
          tsObject({
            set: tsLiteral(action.set),
            when: Object.keys(action.when).length === 0
              ? undefined
              : tsLiteral(action.when),
            needs: action.needs.length === 0
              ? undefined
              : tsLiteral(action.needs),
            adjust: adjustExpression(action, system),
          }),
        ])),
      ),
    }),
    operations: tsArray(entity.operations.map(tsLiteral)),
  };
}

/** Lists the names of fields. */
export function namesOf(fields: readonly FieldModel[]): readonly string[] {
  return fields.map(({ name }) => name);
}

/** Names the entity's TypeScript type; a name that would hide one in use gets a suffix. */
export function typeNameOf(entity: EntityModel): Name {
  return name(safeTypeName(entity.name));
}

/** Names the constant that describes the entity; the suffix keeps it apart from types in capitals, such as `API`. */
export function specConstant(entity: EntityModel): Name {
  return name(`${entity.name.constant}_SPEC`);
}

/** Tells whether `q` searches the field. */
export function isSearchable(field: FieldModel): boolean {
  return !field.writeOnly &&
    ["string", "text", "email", "url"].includes(field.type);
}

/** Tells whether lists can be filtered by the field. */
export function isFilterable(field: FieldModel): boolean {
  return !["file", "json"].includes(field.type) && !field.members;
}

/** Tells whether the system keeps the entity for itself: hashes of passwords are never searched. */
export function isOwn({ name }: EntityModel, { users }: SystemModel): boolean {
  return users !== undefined &&
    [users.credential, users.refreshToken].some((own) =>
      own.name.snake === name.snake
    );
}

/** Tells whether lists can be sorted by the field: its values have an order, and are short enough for a cursor. */
export function isSortable(field: FieldModel): boolean {
  return !field.writeOnly &&
    !["json", "list", "text", "url"].includes(kindOf(field));
}

/** The kind of the field for the kit, where a `string` is short enough for a cursor and any longer one a `text`. */
function kindOf(field: FieldModel): FieldModel["type"] {
  if (field.type === "object" || field.type === "file") return "json";
  if (field.type === "slug") return "string";
  if (field.type === "serial") return "integer";
  const isLong = (field.maxLength ?? 0) > MAX_CURSOR_TEXT;
  return field.type === "string" && isLong ? "text" : field.type;
}

/** Spells an order as the parameter `sort` does. */
export function sortText(order: NonNullable<EntityModel["order"]>): string {
  return order
    .map(({ field, descending }) => `${descending ? "-" : ""}${field}`)
    .join(",");
}

/** Ends a text with a full stop. */
export function sentence(text: string): string {
  const trimmed = text.trim();
  return /[.!?]$/.test(trimmed) ? trimmed : `${trimmed}.`;
}

/** Lists the slugs and what each is made of; undefined where there is none. */
export function slugSources(
  entity: EntityModel,
  system: SystemModel,
): Safe<"ts"> | undefined {
  const slugs = entity.fields.filter(({ type }) => type === "slug");
  const reserved = new Map(
    reservedKeys(entity, system).map(({ field, segments }) =>
      [field.name, segments] as const
    ),
  );
  return slugs.length === 0 ? undefined : tsArray(
    slugs.map(({ name, from, maxLength, follows }) =>
      tsLiteral({
        field: name,
        from,
        maxLength,
        ...(follows ? { follows } : {}),
        ...(reserved.has(name) ? { reserved: reserved.get(name) } : {}),
      })
    ),
  );
}

function fieldView(field: FieldModel, system: SystemModel): FieldView {
  return {
    name: name(field.name),
    description: comment(sentence(field.description)),
    type: field.nullable ? safe`${valueType(field)} | null` : valueType(field),
    spec: tsObject({
      kind: tsLiteral(kindOf(field)),
      items: field.items &&
        tsLiteral(field.items === "object" ? "json" : field.items),
      column: tsLiteral(field.column),
      nullable: tsLiteral(field.nullable),
      values: field.values && tsLiteral(field.values),
      scale: elementField(field).type === "decimal"
        ? tsLiteral(field.scale ?? 2)
        : undefined,
      readOnly: field.readOnly ? tsLiteral(true) : undefined,
      writeOnly: field.writeOnly ? tsLiteral(true) : undefined,
      unique: field.unique ? tsLiteral(true) : undefined,
      immutable: field.immutable ? tsLiteral(true) : undefined,
      serial: field.type === "serial" ? tsLiteral(true) : undefined,
      references: field.relation && tsLiteral({
        entity: field.relation.entity,
        table: system.entities.find((entity) =>
          entity.name.snake === field.relation?.entity
        )?.table,
        onDelete: field.relation.onDelete,
        ...(field.relation.acyclic ? { acyclic: true } : {}),
      }),
    }),
  };
}

/** Describes an element of a list as a field; any other field as it is. */
export function elementField(field: FieldModel): FieldModel {
  return field.items === undefined ? field : { ...field, type: field.items };
}

/** Names the TypeScript type of the values of a field, without null. */
export function valueType(field: FieldModel): Safe<"ts"> {
  if (field.type === "list") {
    const items = valueType(elementField(field));
    return field.items === "enum"
      ? safe`readonly (${items})[]`
      : safe`readonly ${items}[]`;
  }
  switch (field.type) {
    case "serial":
    case "integer":
    case "decimal":
    case "number":
      return safe`number`;
    case "boolean":
      return safe`boolean`;
    case "json":
      return safe`unknown`;
    case "file":
      return safe`StoredFile`;
    case "object":
      return name(field.objectName ?? "");
    case "enum":
      return joined((field.values ?? []).map(tsLiteral), safe` | `);
    default:
      return safe`string`;
  }
}

/** Lists the rules of one field. */
export function rulesOf(field: FieldModel, parameter: string): RuleView[] {
  if (field.type === "list") return [];
  const value = name(`${parameter}.${field.name}`);
  const notNull: Safe<"ts"> = field.nullable
    ? safe`${value} !== null && `
    : safe``;
  const rules: RuleView[] = [];
  const add = (broken: Safe<"ts">, message: string) =>
    rules.push({
      broken,
      path: tsLiteral(field.name),
      message: tsLiteral(message),
    });
  if (field.required && (field.type === "string" || field.type === "text")) {
    add(safe`${value}.trim() === ""`, "must not be blank");
  }
  if (field.min !== undefined && field.max !== undefined) {
    add(
      safe`${notNull}(${value} < ${field.min} || ${value} > ${field.max})`,
      `must be between ${field.min} and ${field.max}`,
    );
  } else if (field.min !== undefined) {
    add(
      safe`${notNull}${value} < ${field.min}`,
      `must be at least ${field.min}`,
    );
  } else if (field.max !== undefined) {
    add(
      safe`${notNull}${value} > ${field.max}`,
      `must be at most ${field.max}`,
    );
  }
  return rules;
}

/** Names a test's variable that holds one entity: `aTask`, `anOrder`, like no other name in the templates. */
export function testVariable(entity: EntityModel): Name {
  const [article = "a"] = withArticle(entity.name.words).split(" ");
  return name(`${article}${entity.name.pascal}`);
}

/** Names a variable that holds one entity. */
export function parameterName(entity: EntityModel): string {
  return variableNameOf(entity.name);
}

/** Most characters of a text that a cursor holds; four of them fit into any URL. */
const MAX_CURSOR_TEXT = 255;
