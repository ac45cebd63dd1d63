/**
 * One entity of the blueprint → its model: every default filled in, every derived name formed.
 *
 * @module
 */
import { orderKey } from "../blueprint/check_order.ts";
import { expandBulk } from "./expand_bulk.ts";
import {
  type ActionBlueprint,
  type EntityBlueprint,
  type FieldBlueprint,
  type Literal,
  OPERATIONS,
  type RelationBlueprint,
} from "../blueprint/blueprint.ts";
import { bytesOf, DEFAULT_SIZE } from "../blueprint/check_files.ts";
import { boundOf } from "../blueprint/check_durations.ts";
import { asList } from "../blueprint/check_actions.ts";
import { linkedBy, sidesOf } from "../blueprint/complete_links.ts";
import { endsOf, linkName } from "../blueprint/complete_marks.ts";
import { CACHE_DEFAULTS } from "../blueprint/language_cache.ts";
import {
  elementOf,
  FIELD_TYPE_RULES,
  longestOf,
} from "../blueprint/field_types.ts";
import type { LinkModel, MarkModel } from "./api_model.ts";
import {
  describeAction,
  describeEntity,
  describeField,
  describeRelation,
} from "./describe.ts";
import { membersOf, SERVER_TIMES, varied } from "./member_lists.ts";
import { expandAggregates } from "./expand_aggregates.ts";
import { nameForms, singularOf, wordsOf } from "./names.ts";
import { expandAdjustments } from "./expand_adjustments.ts";
import { expandOverlaps, slotted } from "./expand_overlaps.ts";
import { expandStateRules, withState } from "./expand_state_rules.ts";
import { withComputation } from "./expand_computed.ts";
import { expandActing, expandHooks, withLogic } from "./expand_logic.ts";
import { spellLiteral } from "./spell_literal.ts";
import type {
  ActionModel,
  EntityModel,
  FieldModel,
  NameForms,
  OrderModel,
  RelationModel,
} from "./system_model.ts";

/** Expands a checked entity; `plural` is decided by the caller, who knows which are taken and what `fieldsOf` others are. */
export function expandEntity(
  snake: string,
  plural: string,
  entity: EntityBlueprint,
  fieldsOf: (entity: string) => EntityBlueprint["fields"] = () => ({}),
): EntityModel {
  const name = nameForms(snake);
  const relations = Object.entries(entity.relations ?? {})
    .map(([key, relation]) => expandRelation(key, relation, snake));
  const fields = Object.entries(entity.fields)
    .map(([key, field]) =>
      withLogic(
        withComputation(expandField(key, field, name), entity),
        snake,
        field,
      )
    );
  const keys = relations.map((relation) => {
    const key = keyField(relation, name);
    if (relation.name === entity.tenant) {
      return { ...assignedKey(key), ofTenant: true as const };
    }
    return relation.name === entity.owner ? assignedKey(key) : key;
  });
  const wanted = entity.operations ?? OPERATIONS;
  const stateRules = expandStateRules(entity, fieldsOf);
  const own = varied(
    slotted(
      [...fields, ...keys.map((key) => withState(key, stateRules))],
      entity.noOverlap ?? [],
    ),
    entity.unique ?? [],
  );
  return {
    name,
    plural: nameForms(plural),
    path: `/${nameForms(plural).kebab}`,
    table: plural,
    fields: own,
    relations,
    ...given("key", entity.key),
    unique: membersOf(own, entity.unique ?? []),
    softDelete: entity.softDelete ?? false,
    ...(entity.live ? { live: true as const } : {}),
    ...(entity.cache ? { cache: { ...CACHE_DEFAULTS, ...entity.cache } } : {}),
    ...given("stateRules", stateRules),
    noOverlap: expandOverlaps(own, entity.noOverlap ?? []),
    ...given(
      "search",
      entity.search === undefined ? undefined : [entity.search].flat(),
    ),
    ...given(
      "aggregates",
      expandAggregates(entity, relations, nameForms(plural)),
    ),
    indexes: membersOf([...own, ...SERVER_TIMES], entity.indexes ?? []),
    ...given("order", expandOrder(entity.order, relations)),
    operations: OPERATIONS.filter((operation) => wanted.includes(operation)),
    ...given("bulk", expandBulk(entity, wanted)),
    actions: Object.entries(entity.actions ?? {})
      .map(([key, action]) => expandAction(key, action, name, entity)),
    ...given("hooks", expandHooks(snake, entity.hooks)),
    ...(entity.links ? { links: linksOf(snake, entity, entity.links) } : {}),
    ...(entity.marks ? { marks: marksOf(snake, entity.marks) } : {}),
    description: sentence(entity.description) ?? describeEntity(name.words),
  };
}

function linksOf(
  entity: string,
  written: EntityBlueprint,
  links: NonNullable<EntityBlueprint["links"]>,
): readonly LinkModel[] {
  return Object.entries(links).map(([name, target]) => {
    const { own, other } = sidesOf(entity, name, target);
    return {
      name: nameForms(name),
      entity: target,
      link: linkedBy(entity, name, written),
      own: `${own}Id`,
      other: `${other}Id`,
    };
  });
}

function marksOf(
  entity: string,
  marks: NonNullable<EntityBlueprint["marks"]>,
): readonly MarkModel[] {
  return Object.entries(marks).map(([mark, settings]) => {
    const { user, target } = endsOf(entity, settings);
    return {
      name: nameForms(mark),
      link: linkName(entity, mark),
      target: `${target}Id`,
      user: `${user}Id`,
      ...given("field", settings.field),
      ...given("count", settings.count),
    };
  });
}

/** Makes a text of several lines one line; undefined when nothing is left. */
export function sentence(text: string | undefined): string | undefined {
  const line = text?.replace(/\s+/g, " ").trim();
  return line === "" ? undefined : line;
}

/** Names the column of a field: snake_case; a name that every table has already gets a suffix. */
export function columnOf(field: string): string {
  const column = wordsOf(field).join("_");
  return TAKEN_COLUMNS.has(column) ? `${column}_value` : column;
}

/** Expands a checked field. */
export function expandField(
  name: string,
  field: FieldBlueprint,
  entity: NameForms,
): FieldModel {
  const hasDefault = (field.default ?? null) !== null;
  const required = (field.required ?? false) && !hasDefault;
  const made = FIELD_TYPE_RULES[field.type].made;
  return {
    name,
    column: columnOf(name),
    type: field.type,
    required,
    nullable: !required && !hasDefault && !made && field.type !== "list",
    unique: field.unique ?? made ?? false,
    immutable: field.immutable ?? false,
    ...(hasDefault ? { default: spellLiteral(field.default, field.type) } : {}),
    ...(made || field.readOnly || field.type === "file"
      ? { readOnly: true }
      : {}),
    ...(field.writeOnly ? { writeOnly: true } : {}),
    ...given("from", field.from),
    ...(field.follows ? { follows: true } : {}),
    ...rangeOf(field),
    ...given("minLength", field.minLength),
    ...given("maxLength", longestOf(field)),
    ...given("pattern", field.pattern),
    ...given("values", field.values),
    ...given(
      "scale",
      elementOf(field).type === "decimal" ? field.scale ?? 2 : undefined,
    ),
    ...expandObject(field, name, entity),
    ...(field.type === "file"
      ? { maxSize: bytesOf(field.maxBytes ?? DEFAULT_SIZE) }
      : {}),
    ...given("accept", field.accept),
    ...(field.type === "list"
      ? {
        items: field.items ?? "string",
        maxItems: field.maxItems ?? 100,
        ...(field.sorted ? { sorted: true } : {}),
      }
      : {}),
    description: sentence(field.description) ??
      describeField(name, field.type, entity.words),
  };
}

/** Names the type of an object, unlike the bodies and pages of its API. */
function objectTypeName({ pascal }: NameForms): string {
  const isTaken = /(Create|Replace|Patch|Page)$/.test(pascal);
  return isTaken ? `${pascal}Object` : pascal;
}

/** The type of an object has the names of all that it is in. */
function expandObject(
  field: FieldBlueprint,
  name: string,
  entity: NameForms,
): Pick<FieldModel, "members" | "objectName"> {
  if (elementOf(field).type !== "object") return {};
  const words = wordsOf(name).join("_");
  const one = field.type === "list" ? singularOf(words) : words;
  const own = nameForms(`${entity.snake}_${one}`);
  const objectName = objectTypeName(own);
  return {
    objectName,
    members: Object.entries(field.fields ?? {}).map(([key, member]) =>
      expandField(key, member, own)
    ),
  };
}

function rangeOf(
  field: FieldBlueprint,
): Pick<FieldModel, "min" | "max" | "shortest" | "longest"> {
  const { min, max } = field;
  return elementOf(field).type === "duration"
    ? {
      ...given("shortest", spellLiteral(min, "duration")?.toString()),
      ...given("longest", spellLiteral(max, "duration")?.toString()),
    }
    : {
      ...given("min", boundOf(field, min)),
      ...given("max", boundOf(field, max)),
    };
}

function given<K extends string, V>(
  key: K,
  value: V | undefined,
): { readonly [P in K]?: V } {
  return (value === undefined ? {} : { [key]: value }) as {
    readonly [P in K]?: V;
  };
}

function expandRelation(
  name: string,
  relation: RelationBlueprint,
  entity: string,
): RelationModel {
  return {
    name,
    entity: relation.belongsTo,
    field: `${name}Id`,
    required: relation.required ?? true,
    unique: relation.unique ?? false,
    acyclic: relation.belongsTo === entity && relation.cycles !== "allowed",
    onDelete: relation.onDelete ?? "restrict",
  };
}

function keyField(relation: RelationModel, entity: NameForms): FieldModel {
  return {
    name: relation.field,
    column: columnOf(relation.field),
    type: "uuid",
    required: relation.required,
    nullable: !relation.required,
    unique: relation.unique,
    immutable: false,
    relation,
    description: describeRelation(
      relation.name,
      wordsOf(relation.entity).join(" "),
      entity.words,
    ),
  };
}

function expandOrder(
  order: EntityBlueprint["order"],
  relations: readonly RelationModel[],
): readonly OrderModel[] | undefined {
  if (order === undefined) return undefined;
  return [order].flat().map((text) => {
    const { member, descending } = orderKey(text);
    const relation = relations.find(({ name }) => name === member);
    return { member, field: relation?.field ?? member, descending };
  });
}

/** Whoever creates it is its owner, and stays it. */
function assignedKey(field: FieldModel): FieldModel {
  return { ...field, required: false, immutable: true, assigned: true };
}

function expandAction(
  name: string,
  action: ActionBlueprint,
  entity: NameForms,
  { fields, relations = {} }: EntityBlueprint,
): ActionModel {
  const spell = (field: string, value: Literal): Literal =>
    spellLiteral(value, fields[field]?.type);
  return {
    name: nameForms(name),
    set: Object.fromEntries(
      Object.entries(action.set)
        .map(([field, value]) => [field, spell(field, value)]),
    ),
    when: Object.fromEntries(
      Object.entries(action.when ?? {}).map(([field, values]) => [
        field,
        asList(values).map((value) => spell(field, value)),
      ]),
    ),
    needs: [action.needs ?? []].flat(),
    adjust: expandAdjustments(action, relations),
    ...expandActing(entity.snake, name, action),
    description: sentence(action.description) ??
      describeAction(name, action.set, entity.words),
  };
}

const TAKEN_COLUMNS: ReadonlySet<string> = new Set([
  "id",
  "created_at",
  "updated_at",
  "version",
]);
