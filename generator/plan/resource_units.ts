/**
 * Plans the files that only systems with an API of its own shape have.
 *
 * @module
 */
import type { ApiModel } from "../model/api_model.ts";
import type { SystemModel } from "../model/system_model.ts";
import {
  madeFor,
  resourcePlace,
  templateUnit,
  type Unit,
  unit,
} from "./file_plan.ts";
import { accountView, apiShapeView, resourceView } from "./resource_views.ts";

/** How the API looks, what clients see of each entity, and of themselves. */
export function resourceUnits(api: ApiModel, system: SystemModel): Unit[] {
  const account = accountView(api, system);
  return [
    templateUnit(
      unit("resources/api_shape.ts", "resource", "component"),
      "resources/api_shape.ts.eta",
      apiShapeView(api),
    ),
    ...api.resources.flatMap((resource) =>
      madeFor(resourcePlace(resource), [templateUnit(
        unit(fileOf(resource.name.snake), "resource", "component", [
          `models/${resource.entity}.ts`,
        ]),
        "resources/resource.ts.eta",
        resourceView(resource, api, system),
      )])
    ),
    ...(account
      ? [templateUnit(
        unit("resources/account.ts", "resource", "component"),
        "resources/account.ts.eta",
        account,
      )]
      : []),
  ];
}

/** The paths of those files. */
export function resourceFiles({ resources, account }: ApiModel): string[] {
  return [
    "resources/api_shape.ts",
    ...resources.map(({ name }) => fileOf(name.snake)),
    ...(account ? ["resources/account.ts"] : []),
  ];
}

function fileOf(name: string): string {
  return `resources/${name}_resource.ts`;
}
