/**
 * What the templates of an API of its own shape need.
 *
 * @module
 */
import { seenName } from "../model/api_naming.ts";
import type {
  ApiModel,
  FilterModel,
  ResourceModel,
  ShownModel,
  ValuesModel,
} from "../model/api_model.ts";
import { resourceNamed } from "../model/api_context.ts";
import type { EntityModel, SystemModel } from "../model/system_model.ts";
import {
  comment,
  joined,
  type Name,
  name,
  type Safe,
  safe,
  tsLiteral,
  tsObject,
} from "../../templates/safe_text.ts";
import type {
  AccountView,
  ApiShapeView,
  ImportView,
  ResourceView,
} from "../../templates/views.ts";
import { accountTenants, tenantResource } from "./account_tenant_view.ts";
import { findEntity } from "./component_views.ts";
import { specConstant } from "./entity_view.ts";
import { withArticle } from "../blueprint/with_article.ts";

type Ts = Safe<"ts">;

/** Describes the file of one resource. */
export function resourceView(
  resource: ResourceModel,
  api: ApiModel,
  system: SystemModel,
): ResourceView {
  const entity = findEntity(system, resource.entity);
  const { parent, filters } = resource;
  const part = parent && resourceNamed(api, parent.resource);
  return {
    one: comment(withArticle(resource.name.words)),
    constant: resourceConstant(resource),
    summary: comment(
      resource.name.snake === resource.entity
        ? `What clients see of ${withArticle(entity.name.words)}, and where.`
        : `What clients see of ${withArticle(entity.name.words)} as ${
          withArticle(resource.name.words)
        }, and where.`,
    ),
    ...importsOf(
      [
        entity,
        ...modelsOf(resource, system),
      ],
      [...shownResources(resource.shows, api), ...(part ? [part] : [])]
        .filter((other) => other !== resource),
    ),
    spec: tsObject({
      name: tsLiteral(seenName(api, resource.name)),
      plural: tsLiteral(seenName(api, resource.plural)),
      path: tsLiteral(resource.path),
      param: tsLiteral(resource.param),
      entity: specConstant(entity),
      key: tsLiteral(resource.key),
      shows: showsObject(resource.shows, api, resource),
      listsOmit: resource.listsOmit && tsLiteral(resource.listsOmit),
      paged: resource.paged === false ? tsLiteral(false) : undefined,
      parent: parent && part ? parentObject(resource, part, api) : undefined,
      filters: filters && tsObject(
        Object.fromEntries(
          filters.map((filter) => [filter.name, filterObject(filter, system)]),
        ),
      ),
    }),
  };
}

/** Describes how the API looks as a whole. */
export function apiShapeView(api: ApiModel): ApiShapeView {
  const { envelope, naming, paging, unknownFields, scheme } = api;
  return {
    shape: tsObject({
      envelope: tsLiteral(envelope),
      naming: naming === "camelCase" ? undefined : tsLiteral(naming),
      paging: tsLiteral(paging),
      unknownFields: tsLiteral(unknownFields),
      scheme: tsLiteral(scheme),
    }),
  };
}

/** Describes how users see their own account; undefined where they do by the conventions. */
export function accountView(
  api: ApiModel,
  system: SystemModel,
): AccountView | undefined {
  const { account } = api;
  const length = system.users?.passwordLength;
  if (!account) return undefined;
  const tenant = tenantResource(api, system);
  const token = account.shows.find(({ kind }) => kind === "token");
  const { register, login, self } = account;
  return {
    ...importsOf([], [
      ...shownResources(account.shows, api),
      ...(tenant ? [tenant] : []),
    ]),
    shape: tsObject({
      name: tsLiteral(account.name),
      paths: tsLiteral({
        ...(register === undefined ? {} : { register }),
        login,
        self,
      }),
      changeMethod: account.method === "PUT" ? tsLiteral("PUT") : undefined,
      shows: showsObject(account.shows, api),
      token: token && tsLiteral(token.name),
      setsPassword: account.setsPassword ? tsLiteral(true) : undefined,
      minPasswordLength: length === undefined ? undefined : tsLiteral(length),
      tenants: accountTenants(api, system),
    }),
  };
}

/** Names the constant of a resource. */
export function resourceConstant({ name: { constant } }: ResourceModel): Name {
  return name(`${constant}_RESOURCE`);
}

/** Renders the options of a route of values. */
export function valuesObject(
  { path, plural, entity, field }: ValuesModel,
  api: ApiModel,
  guarded: boolean,
): Ts {
  const source = name(entity);
  return tsObject({
    path: tsLiteral(path),
    plural: tsLiteral(seenName(api, plural)),
    field: tsLiteral(field),
    shape: name("API_SHAPE"),
    ask: safe`sources.${source}`,
    guard: guarded ? safe`guards.${source}` : undefined,
  });
}

function parentObject(
  resource: ResourceModel,
  part: ResourceModel,
  api: ApiModel,
): Ts {
  const field = tsLiteral(resource.parent?.field);
  return leadsTo(part, resource, api)
    ? safe`{ get resource() { return ${
      resourceConstant(part)
    }; }, field: ${field} }`
    : tsObject({ resource: resourceConstant(part), field });
}

/** Whether the file of one resource needs that of another, so that neither may read the other's constant at once. */
function leadsTo(
  from: ResourceModel,
  to: ResourceModel,
  api: ApiModel,
  seen: ReadonlySet<ResourceModel> = new Set(),
): boolean {
  if (from === to) return true;
  if (seen.has(from)) return false;
  const part = from.parent && resourceNamed(api, from.parent.resource);
  const needed = [...shownResources(from.shows, api), ...(part ? [part] : [])];
  const passed = new Set([...seen, from]);
  return needed.some((next) => leadsTo(next, to, api, passed));
}

function showsObject(
  shows: readonly ShownModel[],
  api: ApiModel,
  resource?: ResourceModel,
): Ts {
  return tsObject(
    Object.fromEntries(shows.flatMap((shown) => {
      const value = shownValue(shown, api, resource);
      return value === undefined ? [] : [[shown.name, value]];
    })),
  );
}

function shownValue(
  shown: ShownModel,
  api: ApiModel,
  within?: ResourceModel,
): Ts | undefined {
  switch (shown.kind) {
    case "field":
      return tsLiteral(shown.field);
    case "token":
      return undefined;
    case "file":
      return fileObject(shown, api, within);
    case "link":
      return within && tsLiteral({
        kind: "link",
        to: api.publicUrl + within.path,
        by: within.key,
      });
    case "one":
    case "many": {
      const resource = resourceNamed(api, shown.resource);
      const kind = tsLiteral(shown.kind);
      const of = tsLiteral(shown.entity);
      const by = shown.kind === "one"
        ? safe<"ts">`field: ${tsLiteral(shown.field)}, of: ${of}`
        : safe<"ts">`of: ${of}, by: ${tsLiteral(shown.by)}`;
      if (!resource) return safe`{ kind: ${kind}, ${by} }`;
      const shows = safe<"ts">`${resourceConstant(resource)}.shows`;
      return within && leadsTo(resource, within, api)
        ? safe`{ kind: ${kind}, ${by}, get shows() { return ${shows}; } }`
        : safe`{ kind: ${kind}, ${by}, shows: ${shows} }`;
    }
    case "count":
    case "sum":
      return tsLiteral({
        kind: shown.kind,
        of: shown.entity,
        by: shown.by,
        ...(shown.kind === "sum" ? { field: shown.field } : {}),
      });
    case "linked": {
      const { link, own, other, entity } = shown.link;
      const resource = shown.resource === undefined
        ? undefined
        : resourceNamed(api, shown.resource);
      return tsObject({
        kind: tsLiteral("linked"),
        of: tsLiteral(link),
        by: tsLiteral(own),
        target: tsLiteral(other),
        to: tsLiteral(entity),
        shows: resource && safe`${resourceConstant(resource)}.shows`,
      });
    }
    case "marked": {
      const { link, target, user } = shown.mark;
      return tsLiteral({ kind: "marked", of: link, by: target, user });
    }
  }
}

/** Renders a file, and the resource behind whose path it is read. */
function fileObject(
  { field, path, resource: name }: Extract<ShownModel, { kind: "file" }>,
  api: ApiModel,
  within: ResourceModel | undefined,
): Ts | undefined {
  const resource = resourceNamed(api, name);
  if (!resource) return undefined;
  const constant = resourceConstant(resource);
  const at = safe<"ts">`kind: "file", field: ${tsLiteral(field)}, path: ${
    tsLiteral(path)
  }${
    api.publicUrl === ""
      ? safe<"ts">``
      : safe<"ts">`, origin: ${tsLiteral(api.publicUrl)}`
  }`;
  return within && leadsTo(resource, within, api)
    ? safe`{ ${at}, get resource() { return ${constant}; } }`
    : safe`{ ${at}, resource: ${constant} }`;
}

function filterObject(filter: FilterModel, system: SystemModel): Ts {
  switch (filter.kind) {
    case "field":
      return tsLiteral({ kind: "field", field: filter.field });
    case "related":
      return tsObject({
        kind: tsLiteral("related"),
        field: tsLiteral(filter.field),
        of: specConstant(findEntity(system, filter.entity)),
        by: tsLiteral(filter.by),
      });
    case "linked": {
      const { link, own, other, entity } = filter.link;
      return tsObject({
        kind: tsLiteral("marked"),
        link: specConstant(findEntity(system, link)),
        target: tsLiteral(own),
        user: tsLiteral(other),
        of: specConstant(findEntity(system, entity)),
        by: tsLiteral(filter.by),
      });
    }
    case "marked": {
      const { link, target, user } = filter.mark;
      return tsObject({
        kind: tsLiteral("marked"),
        link: specConstant(findEntity(system, link)),
        target: tsLiteral(target),
        user: tsLiteral(user),
        of: specConstant(findEntity(system, filter.entity)),
        by: tsLiteral(filter.by),
      });
    }
  }
}

function modelsOf(
  { filters = [] }: ResourceModel,
  system: SystemModel,
): readonly EntityModel[] {
  return filters.flatMap((filter) => {
    if (filter.kind === "field") return [];
    if (filter.kind === "linked") {
      const { link, entity } = filter.link;
      return [findEntity(system, link), findEntity(system, entity)];
    }
    const of = findEntity(system, filter.entity);
    return filter.kind === "marked"
      ? [findEntity(system, filter.mark.link), of]
      : [of];
  });
}

function shownResources(
  shows: readonly ShownModel[],
  api: ApiModel,
): readonly ResourceModel[] {
  return shows.flatMap((shown) => {
    const name = shown.kind === "one" || shown.kind === "many" ||
        shown.kind === "linked" || shown.kind === "file"
      ? shown.resource
      : undefined;
    const resource = name === undefined ? undefined : resourceNamed(api, name);
    return resource ? [resource] : [];
  });
}

function importsOf(
  entities: readonly EntityModel[],
  resources: readonly ResourceModel[],
): { models: ImportView[]; resources: ImportView[] } {
  const models = new Map(entities.map((entity) => [
    entity.name.snake,
    { constant: specConstant(entity), file: name(entity.name.snake) },
  ]));
  const files = new Map(resources.map((resource) => [
    resource.name.snake,
    {
      constant: resourceConstant(resource),
      file: name(resource.name.snake),
    },
  ]));
  return {
    models: inOrder([...models.values()]),
    resources: inOrder([...files.values()]),
  };
}

function inOrder(imports: ImportView[]): ImportView[] {
  return imports.sort((a, b) => a.file < b.file ? -1 : 1);
}

/** Joins the names of an import. */
export function importNames(names: readonly Ts[]): Ts {
  return joined([...new Set(names)].toSorted(byName), safe`, `);
}

function byName(a: string, b: string): number {
  const plain = (text: string) => text.replace(/^type /, "");
  return plain(a) < plain(b) ? -1 : 1;
}
