/**
 * The paths and methods of an entity in tests, and those that it has not.
 *
 * @module
 */
import type { Operation } from "../blueprint/blueprint.ts";
import type { EntityModel } from "../model/system_model.ts";
import {
  type Name,
  name,
  type Safe,
  safe,
  tsLiteral,
} from "../../templates/safe_text.ts";
import type { RefusedView } from "../../templates/views.ts";

type Ts = Safe<"ts">;

/** Renders an entity's path for use in quoted text. */
export function pathOf(entity: EntityModel): Name {
  return name(entity.path);
}

/** Lists the standard operations that an entity does not have. */
export function refusedOperations(entity: EntityModel): RefusedView[] {
  const itemUrl = safe<"ts">`\`${pathOf(entity)}/\${crypto.randomUUID()}\``;
  const collection = {
    url: tsLiteral(entity.path),
    title: pathOf(entity),
    others: ["list", "create"],
  };
  const item = {
    url: itemUrl,
    title: safe<"ts">`${pathOf(entity)}/{id}`,
    others: ["get", "replace", "patch", "delete"],
  };
  const missing =
    (["list", "create", "get", "replace", "patch", "delete"] as const)
      .filter((operation) => !entity.operations.includes(operation));
  return missing.map((operation) => {
    const { url, title, others } =
      operation === "list" || operation === "create" ? collection : item;
    const pathExists = entity.operations.some((present) =>
      others.includes(present)
    );
    return {
      method: name(METHODS[operation]),
      title,
      url,
      status: pathExists ? 405 : 404,
    };
  });
}

/** The HTTP method of each standard operation. */
export const METHODS: Readonly<Record<Operation, string>> = {
  list: "GET",
  create: "POST",
  get: "GET",
  replace: "PUT",
  patch: "PATCH",
  delete: "DELETE",
};
