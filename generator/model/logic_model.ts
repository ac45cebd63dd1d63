/**
 * Logic of the user's own, as the system model has it.
 *
 * @module
 */
import type { HookName } from "../blueprint/blueprint.ts";

/** A file of the user's own. */
export interface LogicFile {
  /** Its path in the output, such as `logic/publishing.ts`. */
  readonly path: string;
  /** Its text. */
  readonly text: string;
}

/** Logic of the user's own. */
export interface LogicModel {
  /** The statements of a function in TypeScript. */
  readonly run?: string;
  /** Instead: the file that exports the function, such as `logic/publishing.ts`. */
  readonly file?: string;
  /** Where it stands in the blueprint, such as `entities.article.actions.publish.guard`. */
  readonly path: string;
}

/** Logic that runs before or after the writes of an entity. */
export interface HookModel extends LogicModel {
  /** When it runs. */
  readonly hook: HookName;
}
