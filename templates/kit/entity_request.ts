/**
 * The messages between the API endpoint and a controller.
 *
 * @module
 */
import type { ListQuery } from "./list_query.ts";
import type { Precondition } from "./precondition.ts";
import type { Problem } from "./problem.ts";

/** A JSON object as it came from a client, its shape already checked. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** What a client wants done with entities of one kind, and what it may; without a grant everything, as inside the system. */
export type EntityRequest = EntityWish & { readonly grant?: Grant };

/** What a client wants done with entities of one kind. */
export type EntityWish =
  | { readonly operation: "list"; readonly query: ListQuery }
  | { readonly operation: "get"; readonly id: string }
  | { readonly operation: "create"; readonly body: JsonObject }
  | {
    readonly operation: "replace";
    readonly id: string;
    readonly body: JsonObject;
    readonly precondition?: Precondition;
  }
  | {
    readonly operation: "patch";
    readonly id: string;
    readonly body: JsonObject;
    readonly precondition?: Precondition;
  }
  | {
    readonly operation: "delete";
    readonly id: string;
    readonly precondition?: Precondition;
  }
  | {
    readonly operation: "action";
    readonly id: string;
    readonly action: string;
    readonly precondition?: Precondition;
  };

/** What somebody may do, as far as it depends on the entity; the controller holds every request to it. */
export interface Grant {
  /** Only entities with this id in this field. */
  readonly own?: {
    readonly field: string;
    readonly id: string;
    /** Whether others' may be read: then a refusal is a 403, else a 404 that tells nothing. */
    readonly readable: boolean;
  };
  /** What a new entity has in this field, whatever its body says. */
  readonly assigned?: { readonly field: string; readonly id: string | null };
  /** Actions that may not be done, so that no body may do the same; where `unless` is set, only by others than the owner. */
  readonly withheld?: readonly {
    readonly action: string;
    readonly unless?: { readonly field: string; readonly id: string };
  }[];
  /** A field that keeps its value: of every entity, or only of the one with this id. */
  readonly kept?: { readonly field: string; readonly ofId?: string };
}

/** One page of a list. */
export interface Page<T> {
  /** The entities, in order. */
  readonly items: readonly T[];
  /** Where the next page starts; null on the last page. */
  readonly nextCursor: string | null;
}

/**
 * What became of an {@link EntityRequest}: the entity, a page, or null after a deletion; or the problem in its place.
 * `version` counts the changes of the entity, also of one that is not as the request's precondition wants it.
 */
export type EntityReply<T> =
  | {
    readonly ok: true;
    readonly value: T | Page<T> | null;
    readonly version?: number;
  }
  | {
    readonly ok: false;
    readonly problem: Problem;
    readonly version?: number;
  };
