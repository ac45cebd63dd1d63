/**
 * How the API looks → the model: every name looked up, every default filled in.
 *
 * @module
 */
import type {
  AccountBlueprint,
  ResourceBlueprint,
} from "../blueprint/api_blueprint.ts";
import type { Blueprint } from "../blueprint/blueprint.ts";
import type { DiagnosticList } from "../blueprint/diagnostic_list.ts";
import { nearName } from "../blueprint/near_name.ts";
import { quoted } from "../blueprint/quoted.ts";
import type { AccountModel, ResourceModel, ValuesModel } from "./api_model.ts";
import { type ApiContext, entityNamed } from "./api_context.ts";
import { withNaming } from "./api_naming.ts";
import {
  checkPaths,
  checkShownAccess,
  checkShownCircles,
} from "./check_api.ts";
import { refuseHidden } from "./hidden_fields.ts";
import { expandResource, nestedParam } from "./expand_resource.ts";
import { expandShown, shownByDefault } from "./expand_shown.ts";
import { withResourceFiles } from "./resource_files.ts";
import { nameForms, pluralOf } from "./names.ts";
import { checkAggregatesShown } from "./resource_aggregates.ts";
import { checkResourceBulk } from "./resource_bulk.ts";
import { checkResourceLive } from "./resource_live.ts";
import type { SystemModel } from "./system_model.ts";

/** Adds how the API looks to a model whose entities and users are expanded; without `api` it stays as it is. */
export function withApi(
  system: SystemModel,
  blueprint: Blueprint,
  diagnostics: DiagnosticList,
): SystemModel {
  const { api = {} } = blueprint;
  const needed = system.entities.some(({ marks, links }) => marks ?? links);
  if (blueprint.api === undefined && !needed) return system;
  const resources = api.resources ?? defaultResources(system);
  const context = { system, api, resources, diagnostics };
  const basePath = api.basePath ?? "";
  const models = Object.entries(resources)
    .filter(([, { values }]) => values === undefined)
    .map(([name, resource]) => expandResource(name, resource, context))
    .filter((model) => model !== undefined);
  const model = withResourceFiles(
    {
      basePath,
      envelope: api.envelope === "named",
      errors: api.errors ?? "problem",
      scheme: api.authorization ?? "Bearer",
      publicUrl: api.publicUrl ?? "",
      naming: api.naming ?? "camelCase",
      unknownFields: api.unknownFields ?? "refuse",
      paging: {
        style: api.paging?.style ?? "cursor",
        limit: api.paging?.limit ?? 50,
        most: Math.max(api.paging?.most ?? 200, api.paging?.limit ?? 50),
        ...(api.paging?.above === "cut" ? { above: "cut" } : {}),
      },
      origins: api.cors?.origins ?? [],
      ...(api.account ? accountOf(api.account, context) : {}),
      resources: models.map((model) => withLinks(model, models, system)),
      values: valuesOf(context),
    },
    system,
    diagnostics,
  );
  checkPaths(model, diagnostics);
  checkShownCircles(model, diagnostics);
  checkShownAccess(model, system, diagnostics);
  checkAggregatesShown(model, system, diagnostics);
  checkResourceBulk(model, system, diagnostics);
  checkResourceLive(model, system, diagnostics);
  return { ...system, api: withNaming(model) };
}

/** Adds the many-to-many relations to what clients see by itself. */
function withLinks(
  resource: ResourceModel,
  resources: readonly ResourceModel[],
  system: SystemModel,
): ResourceModel {
  const links = entityNamed(system, resource.entity)?.links ?? [];
  const taken = `${resource.path}/{${resource.param}}`;
  return {
    ...resource,
    links: links.flatMap((link) => {
      const other = resources.find(({ entity, parent }) =>
        entity === link.entity && !parent
      );
      if (!other) return [];
      const isTaken = taken.includes(`{${other.param}}`);
      const param = isTaken
        ? nestedParam(other.name, other.param)
        : other.param;
      return [{ link, resource: other.name.snake, param }];
    }),
  };
}

/** Every entity that clients can do something with, by the conventions. */
function defaultResources(
  { entities }: SystemModel,
): Readonly<Record<string, ResourceBlueprint>> {
  const seen = entities.filter(({ operations, actions }) =>
    operations.length + actions.length > 0
  );
  return Object.fromEntries(seen.map(({ name }) => [name.snake, {}]));
}

function accountOf(
  account: AccountBlueprint,
  { system, api, diagnostics, resources }: ApiContext,
): { readonly account?: AccountModel } {
  const { users } = system;
  const user = system.entities.find(({ name }) => name.snake === users?.entity);
  if (!users || !user) {
    diagnostics.error(
      "AC561",
      "api.account",
      "Cannot have accounts: found no users",
      { at: "key", hint: 'add "users: {}" at the top' },
    );
    return {};
  }
  const base = api.basePath ?? "";
  const context = { system, api, diagnostics, resources };
  return {
    account: {
      name: account.name ?? user.name.camel,
      ...(users.open || users.tenant !== undefined
        ? { register: base + (account.register ?? "/users") }
        : {}),
      login: base + (account.login ?? "/users/login"),
      self: base + (account.self ?? "/user"),
      method: account.method ?? "PATCH",
      setsPassword: account.setsPassword ?? false,
      shows: account.shows
        ? expandShown(account.shows, user, "api.account.shows", context, {
          token: true,
        })
        : [...shownByDefault(user), { name: "token", kind: "token" }],
    },
  };
}

function valuesOf(
  { resources, api, system, diagnostics }: ApiContext,
): readonly ValuesModel[] {
  return Object.entries(resources).flatMap(([name, { values, path }]) => {
    if (values === undefined) return [];
    const [entityName = "", fieldName = ""] = values.split(".");
    const entity = system.entities.find(({ name }) =>
      name.snake === entityName
    );
    const at = `api.resources.${name}.values`;
    const use = "as a list of values";
    if (entity && refuseHidden(entity, fieldName, at, { use, diagnostics })) {
      return [];
    }
    const lists = (entity?.fields ?? []).filter(({ type, writeOnly }) =>
      VALUES.has(type) && !writeOnly
    )
      .map(({ name }) => name);
    if (!entity || !lists.includes(fieldName)) {
      const near = nearName(fieldName, lists) ?? lists[0];
      diagnostics.error(
        "AC562",
        `api.resources.${name}.values`,
        `Cannot list the values of ${
          quoted(values)
        }: found no such list, enum or string`,
        near ? { hint: `write "${entityName}.${near}"` } : {},
      );
      return [];
    }
    const plural = nameForms(pluralOf(name));
    return [{
      name: nameForms(name),
      plural,
      path: (api.basePath ?? "") + (path ?? `/${plural.kebab}`),
      entity: entity.name.snake,
      field: fieldName,
    }];
  });
}

const VALUES: ReadonlySet<string> = new Set(["list", "enum", "string"]);
