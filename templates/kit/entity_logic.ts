/**
 * Logic of an entity's own, beyond what rules and actions say: guards of actions, what else these change, and hooks around its writes.
 *
 * @module
 */
import type { BodySchema } from "./body_schema.ts";
import type { Entity } from "./entity_spec.ts";
import type { FieldError } from "./problem.ts";

/** Who asks for what is done. */
export interface LogicViewer {
  /** The id of the user. */
  readonly id: string;
  /** The user's role, in a system with roles. */
  readonly role?: string;
  /** The id of the tenant that the user belongs to, in a system with tenants. */
  readonly tenant?: string;
}

/** What logic is told beside the entity. */
export interface LogicContext {
  /** What is done: `create`, `replace`, `patch`, `delete`, or the name of an action in kebab-case. */
  readonly operation: string;
  /** When: RFC 3339, UTC, milliseconds. */
  readonly now: string;
  /** Who asks; undefined where nobody has to be signed in for it, and inside the system. */
  readonly viewer?: LogicViewer;
}

/** What logic is told beside an entity that changes. */
export interface ChangeContext<T> extends LogicContext {
  /** What it was. */
  readonly before: Readonly<T>;
}

/** Nothing if it may be done; else a sentence, which becomes the detail of a 409. */
export type GuardAnswer = string | void;

/**
 * Nothing if all is well; fields to change, which are held to the same rules as those of a body; a sentence, which
 * becomes the detail of a 409; or what is wrong with which field, which becomes a 422.
 */
export type BeforeAnswer<C> = string | readonly FieldError[] | C | void;

/** An answer, now or later. */
export type Eventually<A> = A | Promise<A>;

/** What is asked around the writes of one kind of entity; a write may ask one of them again when others changed the entity meanwhile. */
export interface EntityLogic<T extends Entity> {
  /** Say whether actions may be done, by their names in kebab-case; asked as well when a body would do the same. @default {} */
  readonly guards?: Readonly<
    Record<
      string,
      (entity: T, context: LogicContext) => Eventually<GuardAnswer>
    >
  >;
  /**
   * Say what else actions change, or why they are refused, by their names in kebab-case; given the entity as the action
   * makes it. Not asked when a body would do the same. @default {}
   */
  readonly actions?: Readonly<
    Record<
      string,
      (
        entity: T,
        context: ChangeContext<T>,
      ) => Eventually<BeforeAnswer<Partial<T>>>
    >
  >;
  /** Is asked before one is created. */
  readonly beforeCreate?: (
    entity: T,
    context: LogicContext,
  ) => Eventually<BeforeAnswer<Partial<T>>>;
  /** Is asked before one is replaced, patched or acted upon. */
  readonly beforeUpdate?: (
    entity: T,
    context: ChangeContext<T>,
  ) => Eventually<BeforeAnswer<Partial<T>>>;
  /** Is asked before one is deleted. */
  readonly beforeDelete?: (
    entity: T,
    context: LogicContext,
  ) => Eventually<GuardAnswer>;
  /** Is told once one is stored; whoever created it does not wait for this. */
  readonly afterCreate?: (
    entity: T,
    context: LogicContext,
  ) => Eventually<void>;
  /** Is told once a change is stored. */
  readonly afterUpdate?: (
    entity: T,
    context: ChangeContext<T>,
  ) => Eventually<void>;
  /** Is told once one is deleted. */
  readonly afterDelete?: (
    entity: T,
    context: LogicContext,
  ) => Eventually<void>;
  /** The fields that hooks and the logic of actions may change. @default [] */
  readonly settable?: readonly string[];
  /** What these fields may be. @default whatever the store can keep */
  readonly schema?: BodySchema;
}
