/**
 * Calls of an entity's routes, as generated tests make them.
 *
 * @module
 */
import type { Operation } from "../blueprint/blueprint.ts";
import type { EntityModel } from "../model/system_model.ts";
import { name, type Safe, safe } from "../../templates/safe_text.ts";
import { pathOf } from "./contract_paths.ts";

type Ts = Safe<"ts">;

/** A route: that of an operation, or of an entity's first action. */
export type Route = Operation | "action";

/** What a call is made of. */
export interface EntityCallOptions {
  /** The client. */
  readonly client: Ts;
  /** The body of a creation or a replacement. */
  readonly body: Ts;
  /** The id of the entity that is asked for. @default that of none */
  readonly id?: Ts;
}

/** All routes, those that say most about a system first. */
export const ROUTES: readonly Route[] = [
  "get",
  "list",
  "delete",
  "action",
  "patch",
  "create",
  "replace",
];

/** Tells whether an entity has a route. */
export function hasRoute(entity: EntityModel, route: Route): boolean {
  return route === "action"
    ? entity.actions.length > 0
    : entity.operations.includes(route);
}

/** Renders a call that changes nothing that is stored, but for a creation. */
export function entityCall(
  entity: EntityModel,
  route: Route,
  { client, body, id }: EntityCallOptions,
): Ts {
  const path = pathOf(entity);
  const nowhere = safe<"ts">`${path}/\${crypto.randomUUID()}`;
  switch (route) {
    case "get":
      return id === undefined
        ? safe<"ts">`${client}.get(\`${nowhere}\`)`
        : safe<"ts">`${client}.get(\`${path}/\${${id}}\`)`;
    case "list":
      return safe<"ts">`${client}.get("${path}")`;
    case "create":
      return safe<"ts">`${client}.post("${path}", ${body})`;
    case "replace":
      return safe<"ts">`${client}.put(\`${nowhere}\`, ${body})`;
    case "patch":
      return safe<"ts">`${client}.patch(\`${nowhere}\`, {})`;
    case "delete":
      return safe<"ts">`${client}.delete(\`${nowhere}\`)`;
    case "action": {
      const action = name(entity.actions[0]?.name.kebab ?? "");
      return safe<"ts">`${client}.post(\`${nowhere}/${action}\`)`;
    }
  }
}
