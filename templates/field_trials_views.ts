/**
 * What the template of the tests of an entity's schemas and rules is given.
 *
 * @module
 */
import type { Name, Safe } from "./safe_text.ts";

type Ts = Safe<"ts">;

/** The tests of an entity's schemas and rules alone. */
export interface FieldTrialsView {
  /** The name that its files begin with. */
  readonly file: Name;
  readonly labelPlural: Ts;
  /** With its article: `a task`, `an order`. */
  readonly one: Ts;
  /** Its schemas, where clients send bodies. */
  readonly schemas?: {
    readonly constant: Name;
    readonly body: boolean;
    readonly patch: boolean;
  };
  /** The function that knows its rules, where a field has one. */
  readonly check?: Name;
  /** What the tests call. */
  readonly imports: Ts;
  /** What is tried of each field. */
  readonly trials: readonly Ts[];
}
