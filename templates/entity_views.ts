/**
 * What templates know about an entity: its model, rules, schemas and table.
 *
 * @module
 */
import type { InterfaceView } from "./object_views.ts";
import type { Name, Safe } from "./safe_text.ts";

type Ts = Safe<"ts">;
type Sql = Safe<"sql">;

/** One field of an entity. */
export interface FieldView {
  readonly name: Name;
  readonly description: Ts;
  /** Its TypeScript type. */
  readonly type: Ts;
  /** Its `FieldSpec` literal. */
  readonly spec: Ts;
}

/** One business rule: the condition that breaks it and what to say then. */
export interface RuleView {
  readonly broken: Ts;
  readonly path: Ts;
  readonly message: Ts;
}

/** One entity. */
export interface EntityView {
  /** The name its files start with. */
  readonly file: Name;
  readonly typeName: Name;
  readonly constant: Name;
  readonly checkName: Name;
  readonly parameter: Name;
  readonly label: Ts;
  /** With its article: `a task`, `an order`. */
  readonly one: Ts;
  readonly labelPlural: Ts;
  readonly pluralCamel: Name;
  readonly description: Ts;
  readonly nameLiteral: Ts;
  readonly labelLiteral: Ts;
  readonly pathLiteral: Ts;
  readonly tableLiteral: Ts;
  readonly fields: readonly FieldView[];
  /** The list of the schemas of the objects inside. */
  readonly objects?: Name;
  /** The field that stands for the id. */
  readonly key?: Ts;
  /** What its lists are sorted by when a request does not say. */
  readonly order?: Ts;
  /** The list of its computed fields. */
  readonly computed?: Name;
  /** What its slugs are made of. */
  readonly slugs?: Ts;
  /** The fields that are unique together. */
  readonly unique?: Ts;
  /** Whether those that are deleted can be restored. */
  readonly softDelete: boolean;
  /** What no two may both take. */
  readonly noOverlap?: Ts;
  readonly search: Ts;
  /** Whether that searches words. */
  readonly words: boolean;
  /** What its lists come to. */
  readonly aggregates?: { readonly constant: Name; readonly value: Ts };
  readonly rules: readonly RuleView[];
  /** Whether a rule compares durations. */
  readonly comparesDurations: boolean;
  readonly defaults: Ts;
  /** None where it has no actions. */
  readonly actions?: Ts;
  readonly operations: Ts;
}

/** The model of an entity. */
export interface ModelView extends EntityView {
  /** The types of the objects inside. */
  readonly interfaces: readonly InterfaceView[];
  /** What its files may be. */
  readonly files?: { readonly constant: Name; readonly rules: Ts };
}

/** The computed fields of an entity. */
export interface ComputedView {
  readonly file: Name;
  readonly typeName: Name;
  readonly constant: Name;
  /** With its article: `a task`, `an order`. */
  readonly one: Ts;
  /** What is imported from kit/exact_arithmetic.ts. */
  readonly imports?: Ts;
  readonly fields: readonly {
    readonly name: Ts;
    /** The expression as it was written. */
    readonly about: Ts;
    /** Whose fields it is computed of; empty where it is of none. */
    readonly parameter: Ts;
    /** The expression in TypeScript. */
    readonly value: Ts;
  }[];
}

/** One SQL table. */
export interface TableView {
  readonly name: Sql;
  readonly columns: readonly Sql[];
  readonly indexes: readonly Sql[];
}

/** The schemas of an entity. */
export interface SchemaView {
  readonly label: Ts;
  /** With its article: `a task`, `an order`. */
  readonly one: Ts;
  readonly constant: Name;
  /** What is imported from kit/api_schema.ts. */
  readonly imports: Ts;
  readonly fields: readonly { readonly name: Name; readonly schema: Ts }[];
  /** The objects inside, whose schemas are in a file of their own. */
  readonly objects?: {
    readonly file: Name;
    readonly names: Ts;
    /** What PATCH takes of them. */
    readonly merged: readonly { readonly name: Name; readonly schema: Ts }[];
  };
  /** Whether whole entities are sent, and by which methods. */
  readonly body: boolean;
  readonly bodyOf: Ts;
  readonly patch: boolean;
}
