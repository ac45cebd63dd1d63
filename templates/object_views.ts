/**
 * What templates know about the objects inside an entity.
 *
 * @module
 */
import type { Name, Safe } from "./safe_text.ts";

type Ts = Safe<"ts">;

/** The type of an object inside an entity. */
export interface InterfaceView {
  readonly name: Name;
  readonly description: Ts;
  readonly members: readonly {
    readonly name: Name;
    readonly description: Ts;
    readonly type: Ts;
  }[];
}

/** The schemas of the objects inside an entity. */
export interface ObjectsView {
  /** With its article: `a task`, `an order`. */
  readonly one: Ts;
  /** The list of all of them. */
  readonly constant: Name;
  /** What is imported from kit/api_schema.ts. */
  readonly imports: Ts;
  readonly objects: readonly {
    readonly field: Name;
    readonly constant: Name;
    readonly description: Ts;
    readonly schema: Ts;
  }[];
}

/** The contract test of the objects inside an entity. */
export interface ObjectsTestView {
  readonly typeName: Name;
  readonly file: Name;
  readonly one: Ts;
  readonly path: Ts;
  readonly makeName: Name;
  readonly objects: readonly {
    readonly name: Name;
    /** One member and another value of it. */
    readonly change: Ts;
  }[];
}
