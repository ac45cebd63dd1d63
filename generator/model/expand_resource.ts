/**
 * What clients see of an entity, and where → the model.
 *
 * @module
 */
import type {
  ListBlueprint,
  ResourceBlueprint,
} from "../blueprint/api_blueprint.ts";
import type { Operation } from "../blueprint/blueprint.ts";
import { nearName } from "../blueprint/near_name.ts";
import { quoted } from "../blueprint/quoted.ts";
import type {
  FilterModel,
  ListModel,
  OperationModel,
  ResourceModel,
  RestrictionModel,
} from "./api_model.ts";
import { type ApiContext, entityNamed } from "./api_context.ts";
import { sentence } from "./expand_entity.ts";
import { expandShown, shownByDefault } from "./expand_shown.ts";
import { isHiddenField, refuseHidden } from "./hidden_fields.ts";
import { nameForms, pluralOf } from "./names.ts";
import { aggregatesOf } from "./resource_aggregates.ts";
import { resourceBulkOf } from "./resource_bulk.ts";
import { isLive } from "./resource_live.ts";
import { spellLiteral } from "./spell_literal.ts";
import type { EntityModel, NameForms, RelationModel } from "./system_model.ts";
import { omittedOf } from "./expand_omitted.ts";

/** Expands one resource; undefined when its entity is not found, which is reported. */
export function expandResource(
  name: string,
  resource: ResourceBlueprint,
  context: ApiContext,
): ResourceModel | undefined {
  const path = `api.resources.${name}`;
  const { system, diagnostics } = context;
  const entity = entityNamed(system, resource.entity ?? name);
  if (!entity) {
    const names = system.entities.map(({ name }) => name.snake);
    const near = nearName(resource.entity ?? name, names);
    diagnostics.error(
      "AC564",
      resource.entity === undefined ? path : `${path}.entity`,
      `Cannot show "${name}": found no entity "${resource.entity ?? name}"`,
      {
        at: resource.entity === undefined ? "key" : "value",
        hint: near ? `write "entity: ${near}"` : "add entity: …",
      },
    );
    return undefined;
  }
  const plural = name === entity.name.snake
    ? entity.plural
    : nameForms(pluralOf(name));
  const segment = resource.path ?? `/${plural.kebab}`;
  const parent = parentOf(name, resource, entity, context);
  const shows = resource.shows
    ? expandShown(resource.shows, entity, `${path}.shows`, context)
    : shownByDefault(entity);
  if (parent && shows.some(({ kind }) => kind === "link")) {
    diagnostics.error(
      "AC563",
      `${path}.shows`,
      `Cannot show a link to "${name}": found it under "${resource.under}", whose key stands in its path, too`,
      { at: "key", hint: "leave the link out" },
    );
  }
  const key = keyOf(resource, entity, `${path}.key`, context);
  const shownKey =
    shows.find((shown) => shown.kind === "field" && shown.field === key)
      ?.name ?? key;
  const operations = operationsOf(resource, entity, path, context);
  const bulk = resourceBulkOf({ operations }, entity);
  return {
    name: nameForms(name),
    plural,
    entity: entity.name.snake,
    path: (parent?.path ?? context.api.basePath ?? "") + segment,
    segment,
    key,
    param: parent?.params.includes(shownKey)
      ? nestedParam(nameForms(name), shownKey)
      : shownKey,
    ...(parent ? { parent: parent.model } : {}),
    shows,
    ...omittedOf(resource, shows, `${path}.listsOmit`, context),
    operations,
    aggregates: aggregatesOf({ shows, operations }, entity),
    ...(resource.paged === false ? { paged: false } : {}),
    ...(bulk ? { bulk } : {}),
    ...(isLive({ operations }, entity) ? { live: true } : {}),
    ...(resource.filters
      ? { filters: filtersOf(resource.filters, entity, path, context) }
      : {}),
    lists: Object.entries(resource.lists ?? {}).map(([list, settings]) =>
      listOf(list, settings, entity, `${path}.lists.${list}`, context)
    ),
    links: [],
  };
}

/** Names the place of a key in a path that has another of that name: `commentId`. */
export function nestedParam({ camel }: NameForms, key: string): string {
  return `${camel}${key.charAt(0).toUpperCase()}${key.slice(1)}`;
}

function parentOf(
  name: string,
  { under }: ResourceBlueprint,
  entity: EntityModel,
  context: ApiContext,
):
  | {
    readonly model: NonNullable<ResourceModel["parent"]>;
    readonly path: string;
    readonly params: readonly string[];
  }
  | undefined {
  if (under === undefined) return undefined;
  const { resources, diagnostics } = context;
  const above = Object.hasOwn(resources, under) ? resources[under] : undefined;
  const target = above && (above.entity ?? under);
  const relations = entity.relations.filter((relation) =>
    relation.entity === target
  );
  const [relation] = relations;
  if (
    !above || !relation || relations.length > 1 || leadsToItself(under, context)
  ) {
    const near = nearName(under, Object.keys(resources));
    diagnostics.error(
      "AC565",
      `api.resources.${name}.under`,
      `Cannot put "${name}" under ${quoted(under)}: found ${
        !above
          ? "no such resource"
          : relations.length > 1
          ? "more than one relation to it"
          : relation
          ? "it under itself"
          : "no relation to it"
      }`,
      near && near !== under ? { hint: `write "${near}"` } : {},
    );
    return undefined;
  }
  const model = expandResource(under, above, {
    ...context,
    diagnostics: context.diagnostics,
  });
  if (!model) return undefined;
  const params = [...model.path.matchAll(/\{(\w+)\}/g)].map(([, one = ""]) =>
    one
  );
  return {
    model: { resource: under, field: relation.field },
    path: `${model.path}/{${model.param}}`,
    params: [...params, model.param],
  };
}

function leadsToItself(name: string, { resources }: ApiContext): boolean {
  const seen = new Set<string>();
  for (
    let at: string | undefined = name;
    at !== undefined;
    at = Object.hasOwn(resources, at) ? resources[at]?.under : undefined
  ) {
    if (seen.has(at)) return true;
    seen.add(at);
  }
  return false;
}

/** A key names one entity at most, and is never null. */
function keyOf(
  { key = "id" }: ResourceBlueprint,
  entity: EntityModel,
  path: string,
  { diagnostics }: ApiContext,
): string {
  if (key === "id") return key;
  const keys = entity.fields.filter(({ unique, nullable, relation }) =>
    unique && !nullable && !relation
  ).map(({ name }) => name);
  if (keys.includes(key)) return key;
  const near = nearName(key, keys) ?? keys[0];
  diagnostics.error(
    "AC566",
    path,
    `Cannot find a "${entity.name.snake}" by ${
      quoted(key)
    }: wanted a field that is unique and required`,
    { hint: near ? `write "${near}"` : "add unique: true, required: true" },
  );
  return key;
}

function operationsOf(
  { operations, methods = {}, statuses = {} }: ResourceBlueprint,
  entity: EntityModel,
  path: string,
  { diagnostics }: ApiContext,
): readonly OperationModel[] {
  for (const [key, settings] of Object.entries({ methods, statuses })) {
    for (const name of Object.keys(settings)) {
      if (CHANGES.some((one) => one === name)) continue;
      const near = nearName(name, CHANGES);
      diagnostics.error(
        "AC572",
        `${path}.${key}.${name}`,
        `Cannot give ${quoted(name)} another ${
          key === "methods" ? "method" : "status"
        }: wanted one of ${CHANGES.join(", ")}`,
        { at: "key", ...(near ? { hint: `write "${near}"` } : {}) },
      );
    }
  }
  return entity.operations
    .filter((operation) => operations?.includes(operation) ?? true)
    .map((operation) => ({
      operation,
      method: methods[operation] ?? METHODS[operation],
      status: statuses[operation] ?? STATUSES[operation] ?? 200,
    }));
}

function filtersOf(
  filters: Readonly<Record<string, string>>,
  entity: EntityModel,
  path: string,
  context: ApiContext,
): readonly FilterModel[] {
  return Object.entries(filters).flatMap(([name, place]) => {
    const filter = filterOf(name, place, entity, context);
    if (filter) return [filter];
    const { diagnostics } = context;
    const use = "to filter by";
    const at = `${path}.filters.${name}`;
    if (refuseHidden(entity, place, at, { use, diagnostics })) return [];
    const known = [
      ...entity.fields.map(({ name }) => name),
      ...entity.relations.map(({ name }) => `${name}.…`),
      ...(entity.links ?? []).map(({ name }) => `${name.camel}.…`),
      ...(entity.marks ?? []).map(({ name }) => `${name.camel}.…`),
    ];
    context.diagnostics.error(
      "AC567",
      `${path}.filters.${name}`,
      `Cannot filter "${entity.name.snake}" by ${
        quoted(place)
      }: found no such field, or none that is unique behind the full stop`,
      { hint: `there are ${known.join(", ")}` },
    );
    return [];
  });
}

function filterOf(
  name: string,
  place: string,
  entity: EntityModel,
  { system }: ApiContext,
): FilterModel | undefined {
  const [first = "", by] = place.split(".");
  if (by === undefined) {
    const field = entity.fields.find((field) => field.name === first);
    const isFilterable = field &&
      !["json", "text", "object"].includes(field.type) && !field.members &&
      !isHiddenField(entity, first);
    return isFilterable ? { name, kind: "field", field: first } : undefined;
  }
  const isUnique = (target: EntityModel | undefined) =>
    by === "id" ||
    target?.fields.some((field) => field.name === by && field.unique);
  const relation = entity.relations.find((one) => one.name === first);
  if (relation && isUnique(entityNamed(system, relation.entity))) {
    const { field, entity } = relation;
    return { name, kind: "related", field, entity, by };
  }
  const link = entity.links?.find((one) => one.name.camel === first);
  if (link && isUnique(entityNamed(system, link.entity))) {
    return { name, kind: "linked", link, by };
  }
  const mark = entity.marks?.find((one) => one.name.camel === first);
  const users = system.users?.entity ?? "";
  return mark && isUnique(entityNamed(system, users))
    ? { name, kind: "marked", mark, entity: users, by }
    : undefined;
}

function listOf(
  name: string,
  list: ListBlueprint,
  entity: EntityModel,
  path: string,
  context: ApiContext,
): ListModel {
  const restrictions: RestrictionModel[] = [];
  const missing = (key: string, wanted: string) =>
    context.diagnostics.error(
      "AC568",
      `${path}.${key}`,
      `Cannot restrict the list "${name}": found no ${wanted} of "${entity.name.snake}"`,
    );
  for (const [field, value] of Object.entries(list.where ?? {})) {
    const own = entity.fields.find((one) => one.name === field);
    const at = `${path}.where.${field}`;
    const { diagnostics } = context;
    const use = "to restrict a list";
    if (refuseHidden(entity, field, at, { use, diagnostics })) continue;
    if (!own) missing(`where.${field}`, `field "${field}"`);
    else {
      restrictions.push({
        kind: "field",
        field,
        value: spellLiteral(value, own.type),
      });
    }
  }
  if (list.own !== undefined) {
    const relation = toUsers(list.own, entity, context);
    if (!relation) missing("own", `relation "${list.own}" to users`);
    else restrictions.push({ kind: "own", field: relation.field });
  }
  if (list.marked !== undefined) {
    const marked = markedBy(list.marked, entity, context);
    if (marked) restrictions.push(marked);
    else missing("marked", `mark "${list.marked}"`);
  }
  const { marked, own, where = {} } = list;
  if (marked === undefined && own === undefined && isEmpty(where)) {
    context.diagnostics.error(
      "AC568",
      path,
      `Cannot make the list "${name}": found nothing that restricts it`,
      { at: "key", hint: "add marked, own or where" },
    );
  }
  return {
    name: nameForms(name),
    restrictions,
    description: sentence(list.description) ??
      `The list "${name}" of ${entity.plural.words}`,
  };
}

function isEmpty(value: object): boolean {
  return Object.keys(value).length === 0;
}

function toUsers(
  name: string,
  entity: EntityModel,
  { system }: ApiContext,
): RelationModel | undefined {
  return entity.relations.find((relation) =>
    relation.name === name && relation.entity === system.users?.entity
  );
}

/** `favorite` is a mark of the entity, `author.follow` one of what it belongs to. */
function markedBy(
  place: string,
  entity: EntityModel,
  { system }: ApiContext,
): RestrictionModel | undefined {
  const [first = "", second] = place.split(".");
  const relation = second === undefined
    ? undefined
    : entity.relations.find(({ name }) => name === first);
  const holder = second === undefined
    ? entity
    : relation && entityNamed(system, relation.entity);
  const mark = holder?.marks?.find(({ name }) =>
    name.camel === (second ?? first)
  );
  return mark && { kind: "marked", field: relation?.field ?? "id", mark };
}

/** The operations whose method and status can be another. */
const CHANGES: readonly Operation[] = ["create", "replace", "patch"];
const METHODS: Readonly<Record<Operation, OperationModel["method"]>> = {
  list: "GET",
  get: "GET",
  create: "POST",
  replace: "PUT",
  patch: "PATCH",
  delete: "DELETE",
};
const STATUSES: Partial<Readonly<Record<Operation, number>>> = {
  create: 201,
  delete: 204,
};
