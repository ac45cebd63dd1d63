/**
 * What only some resources have beside the operations on one, in the OpenAPI document: aggregates, live updates, and several
 * at once.
 *
 * @module
 */
import type { ApiModel, ResourceModel } from "../model/api_model.ts";
import type { SystemModel } from "../model/system_model.ts";
import type { JsonSchema } from "./json_schemas.ts";
import {
  resourceAggregateOperations,
  resourceGroupSchemas,
} from "./openapi_resource_aggregates.ts";
import {
  resourceBulkOperations,
  resourceBulkSchemas,
} from "./openapi_resource_bulk.ts";
import type { JsonObject } from "./openapi_responses.ts";
import { resourceLiveOperations } from "./resource_live_view.ts";
import { resourceFileOperations } from "./resource_file_view.ts";

/** One operation, and where it is. */
export interface ServiceOperation {
  /** The path. */
  readonly path: string;
  /** The method, as the document has it. */
  readonly method: "get" | "post" | "put" | "delete";
  /** The operation. */
  readonly operation: JsonObject;
}

/** Describes those of a resource. */
export function services(
  resource: ResourceModel,
  api: ApiModel,
  system: SystemModel,
): readonly ServiceOperation[] {
  const told = resourceAggregateOperations(resource, api, system);
  const several = resourceBulkOperations(resource, api, system);
  const live = resourceLiveOperations(resource, api, system);
  return [
    ...Object.entries({ ...told, ...live }).map(([path, operation]) =>
      ({ path, method: "get", operation }) as const
    ),
    ...Object.entries(several).map(([path, operation]) =>
      ({ path, method: "post", operation }) as const
    ),
    ...resourceFileOperations(resource, api, system),
  ];
}

/** Describes what they are sent and answer. */
export function serviceSchemas(
  resource: ResourceModel,
  api: ApiModel,
  system: SystemModel,
): Record<string, JsonSchema> {
  return {
    ...resourceGroupSchemas(resource, api, system),
    ...resourceBulkSchemas(resource, api, system),
  };
}
