/**
 * The messages between a controller and a store.
 *
 * @module
 */
import type { Groups, GroupsQuery, Page } from "./entity_request.ts";
import type { ListQuery } from "./list_query.ts";

/** What a store is asked to do. Each command is atomic. */
export type StoreCommand<T> =
  | { readonly kind: "insert"; readonly entity: T }
  | { readonly kind: "get"; readonly id: string }
  | { readonly kind: "list"; readonly query: ListQuery }
  | ({ readonly kind: "groups" } & GroupsQuery)
  /** Replaces the entity, but for its createdAt, if it still has this version. */
  | { readonly kind: "update"; readonly entity: T; readonly version: number }
  /**
   * Deletes the entity, if it still has this version where one is given.
   * What referred to it and stays is changed: `now` becomes its updatedAt.
   */
  | {
    readonly kind: "delete";
    readonly id: string;
    readonly now: string;
    readonly version?: number;
  };

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
  /** This field refers to an entity that does not exist. */
  | { readonly kind: "dangling"; readonly field: string }
  /** By this field, the entity would lead to itself. */
  | { readonly kind: "cycle"; readonly field: string }
  /** Entities of this name still refer to it. */
  | { readonly kind: "referenced"; readonly by: string };

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
