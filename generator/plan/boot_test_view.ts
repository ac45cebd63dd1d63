/**
 * What the boot tests of a system need.
 *
 * @module
 */
import type { Operation } from "../blueprint/blueprint.ts";
import type { EntityModel, SystemModel } from "../model/system_model.ts";
import {
  joined,
  type Name,
  name,
  type Safe,
  safe,
  tsLiteral,
} from "../../templates/safe_text.ts";
import type { BootTestView } from "../../templates/views.ts";
import { pathOf } from "./contract_view.ts";
import { testVariable } from "./entity_view.ts";
import { gatewayOf } from "./main_view.ts";
import {
  bodyCall,
  bodyName,
  camel,
  controllerHandler,
  controllerOf,
  makeName,
} from "./sample_views.ts";

type Ts = Safe<"ts">;

/** Describes the boot tests. */
export function bootTestView(system: SystemModel): BootTestView {
  const probe = probeOf(system);
  return {
    gateway: name(camel(gatewayOf(system).name)),
    states: tsLiteral(system.components.map(() => "running")),
    ...(probe && { probe }),
  };
}

/** Chooses the entity whose route says most, of several the first. */
function probeOf(system: SystemModel): BootTestView["probe"] {
  for (const route of ROUTES) {
    const entity = system.entities.find(({ operations, actions }) =>
      route === "action" ? actions.length > 0 : operations.includes(route)
    );
    if (entity) return probeBy(route, entity, system);
  }
  return undefined;
}

function probeBy(
  route: Operation | "action",
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
    ...(takesBody ? { body: bodyCall(entity, name("test.system")) } : {}),
    readsEntity: route === "get",
    ...requestBy(route, entity, variable),
  };
}

/** Renders a request that leaves the stored entity as it is, and its answer. */
function requestBy(
  route: Operation | "action",
  entity: EntityModel,
  variable: Name,
): { request: Ts; status: number } {
  const path = pathOf(entity);
  const nowhere = safe<"ts">`${path}/\${crypto.randomUUID()}`;
  switch (route) {
    case "get":
      return {
        request: safe`test.client.get(\`${path}/\${${variable}.id}\`)`,
        status: 200,
      };
    case "list":
      return { request: safe`test.client.get("${path}")`, status: 200 };
    case "create":
      return { request: safe`test.client.post("${path}", body)`, status: 201 };
    case "replace":
      return {
        request: safe`test.client.put(\`${nowhere}\`, body)`,
        status: 404,
      };
    case "patch":
      return {
        request: safe`test.client.patch(\`${nowhere}\`, {})`,
        status: 404,
      };
    case "delete":
      return {
        request: safe`test.client.delete(\`${nowhere}\`)`,
        status: 404,
      };
    case "action": {
      const action = name(entity.actions[0]?.name.kebab ?? "");
      return {
        request: safe`test.client.post(\`${nowhere}/${action}\`)`,
        status: 404,
      };
    }
  }
}

function storeOf(entity: EntityModel, system: SystemModel): Name {
  const component = system.components.find((component) =>
    component.type === "Store" && component.entity === entity.name.snake
  );
  return name(camel(component?.name ?? `${entity.name.snake}_store`));
}

const ROUTES: readonly (Operation | "action")[] = [
  "get",
  "list",
  "delete",
  "action",
  "patch",
  "create",
  "replace",
];
