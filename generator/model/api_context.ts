/**
 * What the parts of an API are looked up among.
 *
 * @module
 */
import type {
  ApiBlueprint,
  ResourceBlueprint,
} from "../blueprint/api_blueprint.ts";
import type { DiagnosticList } from "../blueprint/diagnostic_list.ts";
import type { ApiModel, ResourceModel } from "./api_model.ts";
import type { EntityModel, SystemModel } from "./system_model.ts";

/** What a resource is looked up among. */
export interface ApiContext {
  /** The model, as far as it is expanded. */
  readonly system: SystemModel;
  /** What the blueprint says of the API. */
  readonly api: ApiBlueprint;
  /** What the blueprint says of each resource, or would. */
  readonly resources: Readonly<Record<string, ResourceBlueprint>>;
  /** Takes the findings. */
  readonly diagnostics: DiagnosticList;
}

/** Finds the model of an entity by its name. */
export function entityNamed(
  { entities }: SystemModel,
  name: string,
): EntityModel | undefined {
  return entities.find((entity) => entity.name.snake === name);
}

/** Finds the model of a resource by its name. */
export function resourceNamed(
  { resources }: ApiModel,
  name: string,
): ResourceModel | undefined {
  return resources.find((resource) => resource.name.snake === name);
}
