/**
 * Logic of the user's own, as the system model has it.
 *
 * @module
 */
import type { HookName, Literal } from "../blueprint/blueprint.ts";

/** A file of the user's own. */
export interface LogicFile {
  /** Its path in the output, such as `logic/publishing.ts`. */
  readonly path: string;
  /** Its text. */
  readonly text: string;
}

/** What logic does in one case. */
export interface LogicExample {
  /** Some fields; the others have sample values. */
  readonly given: Readonly<Record<string, Literal>>;
  /** When; it holds at any time where this is absent. */
  readonly now?: string;
  /** Whether it refuses. */
  readonly refuses?: boolean;
  /** What it works out. */
  readonly gives?: Literal;
}

/** Logic of the user's own. */
export interface LogicModel {
  /** What it does in some cases; each becomes a test. */
  readonly examples?: readonly LogicExample[];
  /** The statements of a function in TypeScript. */
  readonly run?: string;
  /** Instead: the file that exports the function, such as `logic/publishing.ts`. */
  readonly file?: string;
  /** What it does, in plain words; `run` is then what a language model wrote, once it has. */
  readonly behavior?: string;
  /** Where it stands in the blueprint, such as `entities.article.actions.publish.guard`. */
  readonly path: string;
}

/** Logic that runs before or after the writes of an entity. */
export interface HookModel extends LogicModel {
  /** When it runs. */
  readonly hook: HookName;
}
