/**
 * What the boot tests of a system need.
 *
 * @module
 */
import { camelCase } from "../blueprint/spelling.ts";
import type { ApiModel } from "../model/api_model.ts";
import type { EntityModel, SystemModel } from "../model/system_model.ts";
import {
  joined,
  type Name,
  name,
  safe,
  tsLiteral,
} from "../../templates/safe_text.ts";
import type { BootTestView } from "../../templates/views.ts";
import { makerRole, permitted } from "./access_view.ts";
import { findEntity } from "./component_views.ts";
import { entityCall, hasRoute, type Route, ROUTES } from "./entity_call.ts";
import { testVariable } from "./entity_view.ts";
import { gatewayOf } from "./main_view.ts";
import {
  bodyCall,
  bodyName,
  controllerHandler,
  controllerOf,
  makeName,
} from "./sample_views.ts";
import { hidesFields } from "./shown_view.ts";

/** Describes the boot tests. */
export function bootTestView(system: SystemModel): BootTestView {
  const probe = system.api ? shapedProbe(system.api, system) : probeOf(system);
  return {
    gateway: name(camelCase(gatewayOf(system).name)),
    states: tsLiteral(system.components.map(() => "running")),
    system: tsLiteral(system.name.snake),
    channels: system.connections.map(({ from, to, type, bufferSize }) =>
      tsLiteral({
        channel: `${from.component}.${from.port} -> ${to.component}.${to.port}`,
        type,
        capacity: bufferSize,
      })
    ),
    ...(probe && { probe }),
  };
}

/** Chooses the entity whose route says most, of several the first. */
function probeOf(system: SystemModel): BootTestView["probe"] {
  // A token is checked by the users' own components, which must not be the ones that fail.
  const probed = system.entities.filter(({ name }) =>
    name.snake !== system.users?.entity &&
    name.snake !== system.users?.tenant?.entity
  ).map(permitted);
  for (const route of ROUTES) {
    const entity = probed.find((entity) => hasRoute(entity, route));
    if (entity) return probeBy(route, entity, system);
  }
  return undefined;
}

function probeBy(
  route: Route,
  entity: EntityModel,
  system: SystemModel,
): BootTestView["probe"] {
  const variable = testVariable(entity);
  const takesBody = route === "create" || route === "replace";
  return {
    imports: joined(
      takesBody ? [makeName(entity), bodyName(entity)] : [makeName(entity)],
      safe`, `,
    ),
    controller: controllerOf(entity, system),
    handler: controllerHandler(entity, system),
    store: storeOf(entity, system),
    entity: variable,
    makeName: makeName(entity),
    hides: hidesFields(entity),
    ...(takesBody ? { body: bodyCall(entity, name("test.system")) } : {}),
    readsEntity: route === "get",
    awaits: system.engine === "postgres" ? safe`await ` : safe``,
    request: entityCall(entity, route, {
      client: name("test.client"),
      body: name("body"),
      id: safe`${variable}.id`,
    }),
    status: STATUSES[route],
  };
}

/** Chooses the first resource of which one can be read, and that is part of nothing. */
function shapedProbe(
  api: ApiModel,
  system: SystemModel,
): BootTestView["probe"] {
  const resource = api.resources.find(({ parent, entity, operations }) =>
    !parent && entity !== system.users?.entity &&
    entity !== system.users?.tenant?.entity &&
    operations.some(({ operation }) => operation === "get") &&
    readersOf(findEntity(system, entity)).length > 0
  );
  if (!resource) return undefined;
  const entity = findEntity(system, resource.entity);
  const variable = testVariable(entity);
  const path = name(resource.path.slice(1));
  const get = safe<"ts">`get(\`/${path}/\${${variable}.${
    name(resource.key)
  }}\`)`;
  const role =
    readersOf(entity).some((word) =>
        ["everyone", "users", "owner"].includes(word)
      )
      ? makerRole(entity)
      : readersOf(entity)[0];
  const who = role === undefined
    ? safe<"ts">`actor(test.system)`
    : safe<"ts">`actor(test.system, ${tsLiteral(role)})`;
  return {
    imports: joined(
      [...(system.users ? [name("actor")] : []), makeName(entity)],
      safe`, `,
    ),
    controller: controllerOf(entity, system),
    handler: controllerHandler(entity, system),
    store: storeOf(entity, system),
    entity: variable,
    makeName: makeName(entity),
    hides: false,
    readsEntity: true,
    awaits: system.engine === "postgres" ? safe`await ` : safe``,
    request: system.users
      ? safe`${who}.then(({ id }) => test.as(id).${get})`
      : safe`test.client.${get}`,
    status: 200,
    ...(api.errors === "problem" ? {} : { errors: tsLiteral(api.errors) }),
  };
}

function readersOf({ access }: EntityModel): readonly string[] {
  return access ? access.rules["get"] ?? [] : ["everyone"];
}

function storeOf(entity: EntityModel, system: SystemModel): Name {
  const component = system.components.find((component) =>
    component.type === "Store" && component.entity === entity.name.snake
  );
  return name(camelCase(component?.name ?? `${entity.name.snake}_store`));
}

const STATUSES: Readonly<Record<Route, number>> = {
  get: 200,
  list: 200,
  create: 201,
  replace: 404,
  patch: 404,
  delete: 404,
  action: 404,
};
