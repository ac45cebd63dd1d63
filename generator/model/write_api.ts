/**
 * How an API looks, said as a blueprint says it, with everything written out.
 *
 * @module
 */
import type {
  AccountBlueprint,
  ApiBlueprint,
  ListBlueprint,
  MarkBlueprint,
  ResourceBlueprint,
  ShownBlueprint,
} from "../blueprint/api_blueprint.ts";
import type {
  AccountModel,
  ApiModel,
  FilterModel,
  ListModel,
  ResourceModel,
  ShownModel,
} from "./api_model.ts";
import { entityNamed } from "./api_context.ts";
import { saidName } from "./api_naming.ts";
import type { EntityModel, SystemModel } from "./system_model.ts";

/** Says how the API of a model looks; nothing where it does by the conventions. */
export function apiOf(
  model: SystemModel,
): { readonly api?: ApiBlueprint } {
  const { api } = model;
  if (!api) return {};
  return {
    api: {
      ...(api.basePath === "" ? {} : { basePath: api.basePath }),
      envelope: api.envelope ? "named" : "none",
      errors: api.errors,
      authorization: api.scheme,
      ...(api.publicUrl === "" ? {} : { publicUrl: api.publicUrl }),
      naming: api.naming,
      unknownFields: api.unknownFields,
      paging: api.paging,
      ...(api.origins.length === 0 ? {} : { cors: { origins: api.origins } }),
      ...(api.account ? { account: accountOf(api.account, api, model) } : {}),
      resources: Object.fromEntries([
        ...api.resources.map((resource) =>
          [resource.name.snake, resourceOf(resource, api, model)] as const
        ),
        ...api.values.map(({ name, entity, field, path }) =>
          [name.snake, {
            values: `${entity}.${field}`,
            path: path.slice(api.basePath.length),
          }] as const
        ),
      ]),
    },
  };
}

/** Says the marks of an entity. */
export function marksOf(
  { marks }: EntityModel,
): { readonly marks?: Readonly<Record<string, MarkBlueprint>> } {
  if (!marks) return {};
  return {
    marks: Object.fromEntries(marks.map(({ name, field, count, ...ends }) => [
      name.camel,
      {
        ...(field === undefined ? {} : { field }),
        ...(count === undefined ? {} : { count }),
        by: relationName(ends.user),
        of: relationName(ends.target),
      },
    ])),
  };
}

function accountOf(
  { register, login, self, shows, ...account }: AccountModel,
  api: ApiModel,
  model: SystemModel,
): AccountBlueprint {
  const { basePath } = api;
  const short = (path: string) => path.slice(basePath.length);
  const user = entityNamed(model, model.users?.entity ?? "");
  return {
    ...account,
    name: saidName(api, account.name),
    ...(register === undefined ? {} : { register: short(register) }),
    login: short(login),
    self: short(self),
    shows: shows.map((shown) => shownOf(shown, user, api)),
  };
}

function resourceOf(
  resource: ResourceModel,
  api: ApiModel,
  model: SystemModel,
): ResourceBlueprint {
  const { parent, operations, filters, lists } = resource;
  const entity = entityNamed(model, resource.entity);
  return {
    entity: resource.entity,
    path: resource.segment,
    ...(parent ? { under: parent.resource } : {}),
    key: resource.key,
    shows: resource.shows.map((shown) => shownOf(shown, entity, api)),
    ...(resource.paged === false ? { paged: false } : {}),
    ...(resource.listsOmit
      ? { listsOmit: resource.listsOmit.map((name) => saidName(api, name)) }
      : {}),
    operations: operations.map(({ operation }) => operation),
    methods: Object.fromEntries(
      operations.flatMap(({ operation, method }) =>
        method === "GET" || method === "DELETE" ? [] : [[operation, method]]
      ),
    ),
    statuses: Object.fromEntries(
      operations.flatMap(({ operation, method, status }) =>
        method === "GET" || method === "DELETE" ? [] : [[operation, status]]
      ),
    ),
    ...(filters
      ? {
        filters: Object.fromEntries(
          filters.map((filter) => {
            const [name, what] = filterOf(filter);
            return [saidName(api, name), what];
          }),
        ),
      }
      : {}),
    lists: Object.fromEntries(lists.map((list) => [
      list.name.camel,
      listOf(list),
    ])),
  };
}

function shownOf(
  shown: ShownModel,
  entity: EntityModel | undefined,
  api: ApiModel,
): ShownBlueprint {
  const what = whatIsShown(shown, entity);
  const said = saidName(api, shown.name);
  return what === said ? what : { [said]: what };
}

function whatIsShown(
  shown: ShownModel,
  entity: EntityModel | undefined,
): string {
  switch (shown.kind) {
    case "field":
    case "file":
      return shown.field;
    case "one":
    case "many":
      return shown.resource;
    case "count": {
      const mark = entity?.marks?.find(({ link }) => link === shown.entity);
      return mark?.count ?? `count(${shown.entity})`;
    }
    case "sum":
      return `sum(${shown.entity}.${shown.field})`;
    case "linked":
      return shown.resource ?? shown.link.name.camel;
    case "marked":
      return shown.mark.field ?? "";
    case "link":
      return "link";
    case "token":
      return "token";
  }
}

function filterOf(filter: FilterModel): readonly [string, string] {
  switch (filter.kind) {
    case "field":
      return [filter.name, filter.field];
    case "related":
      return [filter.name, `${relationName(filter.field)}.${filter.by}`];
    case "linked":
      return [filter.name, `${filter.link.name.camel}.${filter.by}`];
    case "marked":
      return [filter.name, `${filter.mark.name.camel}.${filter.by}`];
  }
}

function listOf({ restrictions, description }: ListModel): ListBlueprint {
  const where = restrictions.flatMap((one) =>
    one.kind === "field" ? [[one.field, one.value] as const] : []
  );
  const own = restrictions.find(({ kind }) => kind === "own");
  const marked = restrictions.find((one) => one.kind === "marked");
  const through = marked && marked.field !== "id"
    ? `${relationName(marked.field)}.`
    : "";
  return {
    ...(marked ? { marked: through + marked.mark.name.camel } : {}),
    ...(own ? { own: relationName(own.field) } : {}),
    ...(where.length === 0 ? {} : { where: Object.fromEntries(where) }),
    description,
  };
}

/** The field of a relation is its name and `Id`. */
function relationName(field: string): string {
  return field.replace(/Id$/, "");
}
