/**
 * The messages between the API endpoint and a controller.
 *
 * @module
 */
import type { FieldFilter, FilterValue, ListQuery } from "./list_query.ts";
import type { Precondition } from "./precondition.ts";
import type { Problem } from "./problem.ts";

/** A JSON object as it came from a client, its shape already checked. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** What a client wants done with entities of one kind, and what it may; without a grant everything, as inside the system. */
export type EntityRequest = EntityWish & {
  readonly grant?: Grant;
  readonly once?: Once;
};

/** A request that is carried out once, however often it comes. */
export interface Once {
  /** Who sends it; empty for whoever is nobody. */
  readonly sender: string;
  /** What they call it. */
  readonly key: string;
  /** What it asks for: another request has another. */
  readonly fingerprint: string;
  /** When it came, in milliseconds since 1970. */
  readonly at: number;
  /** Until when its answer is kept. */
  readonly until: number;
}

/** What a client wants done with entities of one kind. */
export type EntityWish =
  | ({ readonly operation: "list"; readonly query: ListQuery } & MaybeFresh)
  | ({ readonly operation: "groups" } & GroupsQuery)
  | ({ readonly operation: "get"; readonly id: string } & MaybeFresh)
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
    /** Sets a field that is a file; null for none. */
    readonly operation: "attach";
    readonly id: string;
    readonly field: string;
    readonly file: object | null;
    readonly precondition?: Precondition;
  }
  | {
    readonly operation: "action";
    readonly id: string;
    readonly action: string;
    readonly precondition?: Precondition;
  }
  /** All of these or none; answered with a page of what they became, in order. */
  | { readonly operation: "bulk"; readonly wishes: readonly BulkWish[] };

/** What can be wanted of several entities at once. */
export type BulkWish = Extract<
  EntityWish,
  { readonly operation: "create" | "patch" | "delete" }
>;

/** A read on which a write or a right depends. */
export interface MaybeFresh {
  /** Whether it must not be answered from memory, where that is done. @default false */
  readonly fresh?: boolean;
}

/** What somebody may do, as far as it depends on the entity; the controller holds every request to it. */
export interface Grant {
  /** Who asks, where somebody has to be signed in to ask. */
  readonly by?: {
    readonly id: string;
    readonly role?: string;
    readonly tenant?: string;
  };
  /** Only entities with this id in this field. */
  readonly own?: {
    readonly field: string;
    readonly id: string;
    /** Whether others' may be read: then a refusal is a 403, else a 404 that tells nothing. */
    readonly readable: boolean;
  };
  /** Only entities that are in a state, or that have this id in this field: to whoever asks there are no others. */
  readonly seen?: SeenPart;
  /** Only entities with the tenant of this id in this field: to whoever asks there are no others. */
  readonly within?: { readonly field: string; readonly id: string };
  /** Only entities with this id in this field, where a path says what they are part of: there are no others. */
  readonly part?: { readonly field: string; readonly id: string };
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

/** The entities that somebody sees. */
export interface SeenPart {
  /** Those with one of these values in each of these fields. */
  readonly when: Readonly<
    Record<string, readonly (string | number | boolean | null)[]>
  >;
  /** And those with this id in this field. */
  readonly own?: { readonly field: string; readonly id: string };
}

/** One page of a list. */
export interface Page<T> {
  /** The entities, in order. */
  readonly items: readonly T[];
  /** Where the next page starts; null on the last page. */
  readonly nextCursor: string | null;
  /** How many entities match, on whatever page; only if the query asks. */
  readonly total?: number;
}

/** The entities that have one value in a field. */
export interface Group {
  /** The value; emails without their capitals. */
  readonly value: FilterValue;
  /** How many entities have it; for a `list`, how often it is an element. */
  readonly count: number;
  /** The sums of their numbers, by field; null counts as nothing. */
  readonly sums: Readonly<Record<string, number>>;
  /** The values of all keys, if the query groups by a list of keys; `value` is the first of them. */
  readonly values?: readonly FilterValue[];
  /** What measured fields come to, if the query measures any. */
  readonly measures?: Readonly<Record<string, Measures>>;
}

/** What the values of a field come to; null counts as nothing. */
export interface Measures {
  /** How many there are. */
  readonly known: number;
  /** The sum of numbers in digits: of whole numbers and decimals it is exact, with the places of the field. */
  readonly sum?: string;
  /** The least; null if there is none. */
  readonly min: FilterValue;
  /** The greatest; null if there is none. */
  readonly max: FilterValue;
}

/** What entities are like, by the values of a field. */
export interface Groups {
  /** In the order of their values, null first. */
  readonly groups: readonly Group[];
}

/** What to count, and what to add up. */
export interface GroupsQuery {
  /**
   * The field whose values make the groups; each element of a `list` counts on its own. Or a list of keys, none of them
   * a `list`: entities are in one group that have the same in all; without any key all are.
   */
  readonly by: string | readonly GroupKey[];
  /** All must hold of the entities that count. */
  readonly filters: readonly FieldFilter[];
  /** Fields with numbers to add up. @default [] */
  readonly sum?: readonly string[];
  /** Fields with numbers or times to measure. @default [] */
  readonly measure?: readonly string[];
  /** How many groups to read at most, the first in their order. @default all */
  readonly limit?: number;
}

/** What entities of a group have in common. */
export interface GroupKey {
  /** A field. */
  readonly field: string;
  /** So much of a date or a time (UTC) in it, such as `2030-01` for a month. @default all of it */
  readonly part?: DatePart;
}

/** How much of a date counts. */
export type DatePart = "year" | "month" | "day";

/**
 * What became of an {@link EntityRequest}: the entity, a page, groups, or null after a deletion; or the problem in its place.
 * `version` counts the changes of the entity, also of one that is not as the request's precondition wants it.
 */
export type EntityReply<T> =
  | {
    readonly ok: true;
    readonly value: T | Page<T> | Groups | null;
    readonly version?: number;
  }
  | {
    readonly ok: false;
    readonly problem: Problem;
    readonly version?: number;
  };
