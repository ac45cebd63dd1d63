/**
 * What the template of an endpoint with an API of its own shape needs.
 *
 * @module
 */
import type { Operation } from "../blueprint/blueprint.ts";
import type { ApiModel, MarkModel, ResourceModel } from "../model/api_model.ts";
import { resourceNamed } from "../model/api_context.ts";
import { usersEntity } from "../model/expand_users.ts";
import type {
  ComponentModel,
  EntityModel,
  SystemModel,
} from "../model/system_model.ts";
import {
  comment,
  name,
  type Safe,
  safe,
  tsArray,
  tsLiteral,
  tsObject,
} from "../../templates/safe_text.ts";
import type { ShapedGatewayView } from "../../templates/views.ts";
import {
  referencesView,
  rulesExpression,
  userReferences,
} from "./access_view.ts";
import { aggregatesConstant } from "./aggregate_view.ts";
import { findEntity, portMethods, portView } from "./component_views.ts";
import { gatewayEndpoints } from "./endpoint_view.ts";
import { sentence, specConstant, typeNameOf } from "./entity_view.ts";
import { filesConstant, filesOf } from "./file_view.ts";
import { onceExpression } from "./idempotency_view.ts";
import { linkedEntities, listsObject } from "./resource_list_view.ts";
import {
  importNames,
  resourceConstant,
  valuesObject,
} from "./resource_views.ts";
import { resourceAggregates } from "./resource_aggregate_view.ts";
import { resourceBulkExpression } from "./resource_bulk_view.ts";
import { resourceFilesExpression, shapedFiles } from "./resource_file_view.ts";
import { restores } from "./restore_view.ts";
import { senderName } from "./sample_views.ts";
import { isSighted } from "./sight_view.ts";
import { hidesFields } from "./shown_view.ts";
import { mayHaveWorkers } from "./worker_views.ts";

type Ts = Safe<"ts">;

/** Describes the endpoint of an API of its own shape. */
export function shapedGatewayView(
  component: ComponentModel,
  api: ApiModel,
  system: SystemModel,
): ShapedGatewayView {
  const senders = portMethods(component, "out", senderName).flatMap(
    (sender) => {
      const port = component.ports.find(({ name }) => name === sender.port);
      return port?.entity === undefined
        ? []
        : [{ ...sender, entity: findEntity(system, port.entity) }];
    },
  );
  const entities = senders.map(({ entity }) => entity);
  const once = onceExpression(system);
  const files = shapedFiles(senders, system);
  return {
    className: name(component.className),
    description: comment(sentence(component.description)),
    ports: component.ports.map(portView),
    models: modelImports(entities, api, system),
    schemas: schemaImports(api, system),
    sources: senders.map(({ entity, method }) => ({
      name: name(entity.name.snake),
      sender: method,
      ...(filesOf(entity).length > 0 && !entity.softDelete
        ? {
          files: filesConstant(entity),
          constant: specConstant(entity),
        }
        : {}),
    })),
    guards: guardedEntities(api, system, entities).map((entity) => ({
      name: name(entity.name.snake),
      access: rulesExpression(entity),
    })),
    ...gatewayEndpoints(system),
    ...authOf(api, system),
    messages: api.errors === "messages",
    fields: api.errors === "fields",
    origins: api.origins.length > 0,
    restores: api.resources.some((resource) =>
      restores(resource, findEntity(system, resource.entity))
    ),
    marks: api.resources.some((resource) =>
      marksOf(resource, system).length > 0
    ),
    links: api.resources.some(({ links }) => links.length > 0),
    ...(files ? { files } : {}),
    resources: api.resources.map((resource) =>
      mountView(resource, api, system)
    ),
    ...liveOf(api),
    values: api.values.map((values) =>
      valuesObject(values, api, system.users !== undefined)
    ),
    rateLimit: system.rateLimit !== undefined,
    workers: mayHaveWorkers(system),
    fetch: fetchOf(api, system.rateLimit ? safe`limited` : safe`api.fetch`),
    ...(once ? { once } : {}),
    senders: senders.map(({ entity, ...sender }) => ({
      ...sender,
      typeName: typeNameOf(entity),
    })),
  };
}

function liveOf(
  { resources, origins }: ApiModel,
): Pick<ShapedGatewayView, "live"> {
  if (!resources.some(({ live }) => live)) return {};
  return {
    live: origins.length > 0 ? { origins: tsLiteral(origins) } : {},
  };
}

/** Errors are told anew before headers for other origins are added. */
function fetchOf({ errors, origins }: ApiModel, fetch: Ts): Ts {
  const tell: Ts = errors === "fields"
    ? safe`fieldsResponse`
    : safe`messageResponse`;
  const told: Ts = errors === "problem"
    ? fetch
    : safe`async (request: Request) => ${tell}(await ${fetch}(request))`;
  return origins.length > 0
    ? safe`withOrigins(${told}, ${tsLiteral(origins)})`
    : told;
}

function mountView(
  resource: ResourceModel,
  api: ApiModel,
  system: SystemModel,
): ShapedGatewayView["resources"][number] {
  const entity = findEntity(system, resource.entity);
  const references = system.users ? referencesView(entity, system) : undefined;
  const lists = listsObject(resource, system);
  const aggregates = resourceAggregates(resource, system);
  const bulk = resourceBulkExpression(resource);
  const files = resourceFilesExpression(resource, entity);
  return {
    constant: resourceConstant(resource),
    file: name(resource.name.snake),
    operations: tsArray(
      resource.operations.map(({ operation, ...given }) =>
        tsObject({
          operation: tsLiteral(operation),
          method: given.method === USUAL[operation].method
            ? undefined
            : tsLiteral(given.method),
          status: given.status === USUAL[operation].status
            ? undefined
            : tsLiteral(given.status),
          schema: schemaOf(operation, entity),
        })
      ),
    ),
    ...(entity.actions.length === 0 ? {} : {
      actions: tsArray(entity.actions.map(({ name }) => tsLiteral(name.kebab))),
    }),
    ...(lists ? { lists } : {}),
    ...(aggregates ? { aggregates } : {}),
    ...(bulk ? { bulk } : {}),
    ...(references ? { references } : {}),
    ...(files ? { files } : {}),
    restores: restores(resource, entity),
    live: resource.live === true,
    marks: marksOf(resource, system).map((mark) => markObject(mark, system)),
    links: resource.links.map((link) => linkObject(link, api, system)),
  };
}

function linkObject(
  { link, resource: name, param }: ResourceModel["links"][number],
  api: ApiModel,
  system: SystemModel,
): Ts {
  const resource = resourceNamed(api, name);
  return tsObject({
    path: tsLiteral(link.name.kebab),
    link: specConstant(findEntity(system, link.link)),
    own: tsLiteral(link.own),
    other: tsLiteral(link.other),
    resource: resource && resourceConstant(resource),
    param: tsLiteral(param),
  });
}

function markObject(mark: MarkModel, system: SystemModel): Ts {
  return tsObject({
    name: tsLiteral(mark.name.camel),
    path: mark.name.kebab === mark.name.camel
      ? undefined
      : tsLiteral(mark.name.kebab),
    link: specConstant(findEntity(system, mark.link)),
    target: tsLiteral(mark.target),
    user: tsLiteral(mark.user),
  });
}

function marksOf(
  resource: ResourceModel,
  system: SystemModel,
): readonly MarkModel[] {
  return findEntity(system, resource.entity).marks ?? [];
}

function schemaOf(operation: string, entity: EntityModel): Ts | undefined {
  switch (operation) {
    case "create":
    case "replace":
      return name(`${entity.name.constant}_BODY`);
    case "patch":
      return name(`${entity.name.constant}_PATCH`);
    default:
      return undefined;
  }
}

function schemaImports(
  { resources }: ApiModel,
  system: SystemModel,
): ShapedGatewayView["schemas"] {
  const byFile = new Map<string, Ts[]>();
  for (const { entity: entityName, operations } of resources) {
    const entity = findEntity(system, entityName);
    const names = operations.flatMap(({ operation }) =>
      schemaOf(operation, entity) ?? []
    );
    if (names.length === 0) continue;
    const known = byFile.get(entity.name.snake) ?? [];
    byFile.set(entity.name.snake, [...known, ...names]);
  }
  return [...byFile].map(([file, names]) => ({
    file: name(file),
    imports: importNames(names),
  }));
}

function modelImports(
  entities: readonly EntityModel[],
  api: ApiModel,
  system: SystemModel,
): ShapedGatewayView["models"] {
  const described = new Set([
    ...api.resources.flatMap((resource) => [
      ...linkedEntities(resource, system),
      ...marksOf(resource, system).map(({ link }) => findEntity(system, link)),
      ...resource.links.map(({ link }) => findEntity(system, link.link)),
    ]),
    ...entities.filter((entity) =>
      entity.name.snake === system.users?.entity &&
      (api.account !== undefined || hidesFields(entity))
    ),
  ]);
  const told = new Set(
    api.resources.filter(({ aggregates }) => aggregates.length > 0)
      .map(({ entity }) => entity),
  );
  return entities.map((entity) => ({
    file: name(entity.name.snake),
    imports: importNames([
      safe`type ${typeNameOf(entity)}`,
      ...(described.has(entity) ||
          filesOf(entity).length > 0 && !entity.softDelete
        ? [specConstant(entity)]
        : []),
      ...(filesOf(entity).length > 0 ? [filesConstant(entity)] : []),
      ...(told.has(entity.name.snake) ? [aggregatesConstant(entity)] : []),
    ]),
  }));
}

/** Each entity that clients see, that values are taken of, or that is not there for everybody. */
function guardedEntities(
  { resources, values, account }: ApiModel,
  system: SystemModel,
  reached: readonly EntityModel[],
): readonly EntityModel[] {
  if (!system.users) return [];
  const seen = new Set([
    ...(account ? [system.users.entity] : []),
    ...resources.map(({ entity }) => entity),
    ...values.map(({ entity }) => entity),
    ...reached.filter(isSighted).map(({ name }) => name.snake),
  ]);
  return [...seen].map((entity) => findEntity(system, entity));
}

function authOf(
  { account, basePath, resources }: ApiModel,
  system: SystemModel,
): { readonly auth?: ShapedGatewayView["auth"] } {
  const user = usersEntity(system);
  if (!system.users || !user) return {};
  const references = userReferences(system);
  const path = resources.find(({ entity }) => entity === user.name.snake)?.path;
  return {
    auth: {
      account: account !== undefined,
      users: specConstant(user),
      usersPath: tsLiteral(path ?? user.path),
      basePath: tsLiteral(basePath),
      signIn: tsLiteral(system.users.signIn),
      guard: name(user.name.snake),
      open: system.users.open,
      sighted: account !== undefined && system.entities.some(isSighted),
      // An account of its own shape says field by field what it shows.
      hides: account === undefined && hidesFields(user),
      access: rulesExpression(user),
      tenants: system.users.tenant !== undefined,
      ...(references ? { references } : {}),
    },
  };
}

const USUAL: Readonly<
  Record<Operation, { readonly method: string; readonly status: number }>
> = {
  list: { method: "GET", status: 200 },
  get: { method: "GET", status: 200 },
  create: { method: "POST", status: 201 },
  replace: { method: "PUT", status: 200 },
  patch: { method: "PATCH", status: 200 },
  delete: { method: "DELETE", status: 204 },
};
