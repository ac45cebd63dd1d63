/**
 * The messages between a controller and a store.
 *
 * @module
 */
import type { Groups, GroupsQuery, Once, Page } from "./entity_request.ts";
import type { Entity, EntitySpec } from "./entity_spec.ts";
import type { ListQuery } from "./list_query.ts";

/** What a store is asked to do. Each command is atomic. */
export type StoreCommand<T> =
  | {
    readonly kind: "insert";
    readonly entity: T;
    readonly requires?: readonly Requirement[];
    /** The request that it is carried out for; its answer is kept with the entity, or neither is. */
    readonly once?: Once;
    /** The version that the entity is to have, where it was restored. @default 1 */
    readonly version?: number;
  }
  /** Finds an entity; or, where they can be restored, one that is deleted. */
  | ({
    readonly kind: "get";
    readonly id: string;
    readonly deleted?: boolean;
  } & MaybeCached)
  | ({ readonly kind: "list"; readonly query: ListQuery } & MaybeCached)
  | ({ readonly kind: "groups" } & GroupsQuery)
  /**
   * Replaces the entity, but for its createdAt, if it still has this version; what is to be adjusted with it is, or
   * nothing happens at all.
   */
  | {
    readonly kind: "update";
    readonly entity: T;
    readonly version: number;
    readonly adjust?: readonly Adjustment[];
    /** The action that changes it. @default none does */
    readonly action?: string;
    readonly requires?: readonly Requirement[];
    readonly once?: Once;
  }
  /**
   * Deletes the entity, if it still has this version where one is given.
   * What referred to it and stays is changed: `now` becomes its updatedAt.
   */
  | {
    readonly kind: "delete";
    readonly id: string;
    readonly now: string;
    readonly version?: number;
    readonly requires?: readonly Requirement[];
  }
  /** Stores an entity again that was deleted, with its id and the next version; `now` becomes its updatedAt. */
  | {
    readonly kind: "restore";
    readonly id: string;
    readonly now: string;
    readonly requires?: readonly Requirement[];
    readonly once?: Once;
  };

/** Several writes of one kind of entity that are carried out in order, all of them or none; see batches of each engine. */
export interface BatchCommand<T> {
  /** Tells it from a single command. */
  readonly kind: "batch";
  /** The writes. */
  readonly commands: readonly BatchPart<T>[];
  /** The request that they are carried out for. */
  readonly once?: Once;
}

/** One write of several. */
export type BatchPart<T> = Extract<
  StoreCommand<T>,
  { readonly kind: "insert" | "update" | "delete" }
>;

/** What a store answers to several writes. */
export type BatchResult<T> =
  | { readonly kind: "batch"; readonly results: readonly StoreResult<T>[] }
  /** Something stands against the write with this index, and none was carried out. */
  | {
    readonly kind: "refused";
    readonly index: number;
    readonly result: StoreResult<T>;
  }
  | { readonly kind: "repeated" };

/** Ends several writes of which one is refused. */
export class BatchRefused<T> extends Error {
  /** What stands against it, and against which. */
  readonly result: Exclude<BatchResult<T>, { readonly kind: "batch" }>;

  /** Makes it of what the store answered. */
  constructor(result: Exclude<BatchResult<T>, { readonly kind: "batch" }>) {
    super(`Cannot carry out several writes: found "${result.kind}"`);
    this.result = result;
  }
}

/** A read that may be answered from memory; see cached_table.ts. */
export interface MaybeCached {
  /** Whether it may be. @default false */
  readonly cached?: boolean;
}

/** What must be so of another entity while a command is carried out, or nothing happens; one that is missing stands against nothing. */
export interface Requirement {
  /** The other entity's kind. */
  readonly spec: EntitySpec;
  /** Which one. */
  readonly id: string;
  /** One of these values in each of these fields. */
  readonly state: RequiredState;
}

/** The values that are wanted, by field. */
export type RequiredState = Readonly<
  Record<string, readonly (string | number | boolean | null)[]>
>;

/** An entity that is deleted and can be restored. */
export interface KeptEntity {
  /** As it was. */
  readonly entity: Entity;
  /** Its version then. */
  readonly version: number;
}

/** A change of a number of another entity, which goes with the update of this one: its version and updatedAt move. */
export interface Adjustment {
  /** The other entity's kind. */
  readonly spec: EntitySpec;
  /** Which one. */
  readonly id: string;
  /** Its field: an integer, decimal or number. */
  readonly field: string;
  /** What is added. */
  readonly by: number;
  /** The least it may become. @default as the kind of field has it */
  readonly min?: number;
  /** The most it may become. @default as the kind of field has it */
  readonly max?: number;
}

/** A command that stores an entity as it is given. */
export type WriteCommand<T> = Extract<
  StoreCommand<T>,
  { readonly kind: "insert" | "update" }
>;

/** What a store has written for a request that is carried out once, as its answer shows it. */
export type WrittenReply =
  & {
    /** The kind of entity. */
    readonly spec: EntitySpec;
  }
  & (
    | { readonly entity: Entity; readonly version: number }
    /** Several, in order. */
    | { readonly items: readonly Entity[] }
  );

/** What a store answers. Anything unexpected is thrown, not answered. */
export type StoreResult<T> =
  /** Inserted, found or updated; `version` counts the changes, from 1. */
  | { readonly kind: "entity"; readonly entity: T; readonly version: number }
  | { readonly kind: "page"; readonly page: Page<T> }
  | ({ readonly kind: "groups" } & Groups)
  | { readonly kind: "deleted" }
  /** There is no entity with this id. */
  | { readonly kind: "missing" }
  /** The entity has changed since it was read. */
  | { readonly kind: "stale" }
  /** Another entity has the same value in this field; or in all these fields, of which `field` is the first. */
  | {
    readonly kind: "duplicate";
    readonly field: string;
    readonly fields?: readonly string[];
  }
  /** Another entity takes part of what this one would take, by the spec's `noOverlap` at this index. */
  | { readonly kind: "overlap"; readonly rule: number }
  /** A number of another entity cannot be adjusted: it or its value is missing, or it would leave its bounds. */
  | {
    readonly kind: "unadjusted";
    readonly label: string;
    readonly field: string;
    readonly reason: "missing" | "empty" | "low" | "high";
    readonly bound?: number;
  }
  /** Another entity is not as it must be: this field has none of these values. */
  | {
    readonly kind: "unready";
    readonly label: string;
    readonly field: string;
    readonly values: RequiredState[string];
  }
  /** This field refers to an entity that does not exist. */
  | { readonly kind: "dangling"; readonly field: string }
  /** By this field, the entity would lead to itself. */
  | { readonly kind: "cycle"; readonly field: string }
  /** Entities of this name still refer to it. */
  | { readonly kind: "referenced"; readonly by: string }
  /** The request that it was to be carried out for has been carried out. */
  | { readonly kind: "repeated" };

/**
 * Keeps the entities of one kind. All engines behave alike; see table_conformance.ts.
 *
 * `Answer` is how it answers: at once, as memory and SQLite do, or by a promise, as whatever is reached over a network.
 */
export interface Table<
  T,
  Answer extends StoreResult<T> | Promise<StoreResult<T>> = StoreResult<T>,
> {
  /** Carries out one command. */
  execute(command: StoreCommand<T>): Answer;
}

/** Answers that another entity has the same value in a field, or in all of several. */
export function duplicateOf(fields: readonly string[]): StoreResult<never> {
  const [field = "id"] = fields;
  return fields.length > 1
    ? { kind: "duplicate", field, fields }
    : { kind: "duplicate", field };
}

/** The version that an entity has after a write. */
export function versionAfter(write: WriteCommand<unknown>): number {
  return write.kind === "insert" ? write.version ?? 1 : write.version + 1;
}
