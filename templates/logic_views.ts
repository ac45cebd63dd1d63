/**
 * What the templates of logic are given: the user's own code, and what types it.
 *
 * @module
 */
import type { Name, Safe } from "./safe_text.ts";

type Ts = Safe<"ts">;

/** A function whose body is the user's own. */
export interface LogicFunctionView {
  readonly name: Name;
  readonly doc: Ts;
  /** What it does in the words of the blueprint, line by line, where a language model wrote it. */
  readonly about?: readonly Ts[];
  readonly async: boolean;
  readonly parameters: Ts;
  readonly returns: Ts;
  /** The statements, line by line as they were written. */
  readonly body: Ts;
}

/** The logic of one entity. */
export interface EntityLogicView {
  readonly file: Name;
  readonly typeName: Name;
  readonly labelPlural: Ts;
  /** What the code is made of, as a sentence. */
  readonly origin: Ts;
  /** What is imported from kit/entity_logic.ts. */
  readonly kinds?: Ts;
  /** The schema that holds the answers of logic that may change it. */
  readonly schema?: Name;
  /** What logic may change. */
  readonly change?: { readonly typeName: Name; readonly type: Ts };
  /** What comes from files of the user's own. */
  readonly imports: readonly {
    readonly names: Name | Ts;
    readonly file: Name;
  }[];
  readonly functions: readonly LogicFunctionView[];
  /** What is asked around its writes. */
  readonly logic?: { readonly constant: Name; readonly members: Ts };
  /** The fields that are worked out, in order. */
  readonly fields?: { readonly constant: Name; readonly items: readonly Ts[] };
}

/** The logic of a system. */
export interface SystemLogicView {
  readonly entities: readonly {
    readonly file: Name;
    readonly typeName: Name;
    readonly member: Name;
    readonly constant: Name;
    readonly labelPlural: Ts;
  }[];
}

/** What a controller needs of logic. */
export interface ControllerLogicView {
  /** Whether its entity has logic that is asked around writes. */
  readonly asks: boolean;
  /** The type of its settings. */
  readonly config: Name;
  /** The list of fields that are worked out. */
  readonly fields?: Name;
}

/** The tests of an entity's logic. */
export interface LogicTestView {
  readonly className: Name;
  readonly file: Name;
  readonly entity: {
    readonly file: Name;
    readonly typeName: Name;
    readonly constant: Name;
    readonly labelPlural: Ts;
  };
  /** The constant that holds its logic. */
  readonly logic: Name;
  /** Its name in the logic of the system. */
  readonly member: Name;
  readonly refers: boolean;
  readonly tableSpec: Ts;
  readonly storePort: Name;
  readonly requestPort: Name;
  readonly trials: Ts;
}

/** The tests of an entity's examples. */
export interface LogicExamplesView {
  readonly file: Name;
  readonly typeName: Name;
  readonly labelPlural: Ts;
  /** What expects them to hold. */
  readonly expectations: Ts;
  /** What is imported from its logic. */
  readonly constants: Ts;
  readonly spec: Name;
  /** What works fields out, where some examples are about these. */
  readonly computed?: Name;
  /** What they have in common. */
  readonly ground: Ts;
  readonly examples: readonly {
    readonly title: Ts;
    readonly check: Ts;
  }[];
}
