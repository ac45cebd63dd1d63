/**
 * Logic of the user's own, as the system model has it.
 *
 * @module
 */
import type { HookName } from "../blueprint/blueprint.ts";

/** Logic of the user's own. */
export interface LogicModel {
  /** The statements of a function in TypeScript. */
  readonly run: string;
  /** Where it stands in the blueprint, such as `entities.article.actions.publish.guard.run`. */
  readonly path: string;
}

/** Logic that runs before or after the writes of an entity. */
export interface HookModel extends LogicModel {
  /** When it runs. */
  readonly hook: HookName;
}
