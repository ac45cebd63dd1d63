/**
 * Endpoints of the system's own, as the system model has them.
 *
 * @module
 */
import type {
  EndpointExampleBlueprint,
  EndpointMethod,
} from "../blueprint/endpoint_blueprint.ts";
import type { LogicModel } from "./logic_model.ts";
import type { FieldModel, NameForms } from "./system_model.ts";

/** An endpoint with everything decided. */
export interface EndpointModel {
  /** Its name in its spellings. */
  readonly name: NameForms;
  /** Its method. */
  readonly method: EndpointMethod;
  /** Its whole path. */
  readonly path: string;
  /** What that path has beyond the API's base path. */
  readonly segment: string;
  /** Who may call it; nobody when empty, everybody in a system without users. */
  readonly access: readonly string[];
  /** The parameters of its path, in order. */
  readonly params: readonly FieldModel[];
  /** What its query may say. */
  readonly query: readonly FieldModel[];
  /** What its body may say. */
  readonly body?: readonly FieldModel[];
  /** What it answers. */
  readonly answer?: readonly FieldModel[];
  /** The status of its answers. */
  readonly status: number;
  /** One sentence. */
  readonly description: string;
  /** The origins that it may fetch from. @default none */
  readonly fetches?: readonly string[];
  /** What it does. */
  readonly logic: LogicModel;
  /** What it does in some cases. */
  readonly examples: readonly EndpointExampleBlueprint[];
}
