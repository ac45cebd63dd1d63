/**
 * Resources: how clients see an entity, where the conventions do not fit.
 *
 * @module
 */
import type { EntityReply, EntityRequest } from "./entity_request.ts";
import type { EntitySpec } from "./entity_spec.ts";
import type { FilterValue } from "./list_query.ts";

/** Asks the controller of an entity. */
export type Ask = (request: EntityRequest) => Promise<EntityReply<unknown>>;

/** The controllers, by the name of their entity. */
export type Sources = Readonly<Record<string, Ask>>;

/** How the API looks as a whole. */
export interface ApiShape {
  /** Whether what is sent and answered stands under its name: `{ "article": { … } }`, `{ "articles": [ … ] }`. */
  readonly envelope: boolean;
  /** How lists are read in parts: on from a cursor, or by `limit` and `offset` with the number of all beside the page. */
  readonly paging: {
    readonly style: "cursor" | "offset";
    /** How many a page has when the request does not say. */
    readonly limit: number;
    /** How many a page can have. */
    readonly most: number;
    /** What becomes of a request for more: a 422, or a page of as many as it can have. @default "refuse" */
    readonly above?: "refuse" | "cut";
  };
  /** How the names are spelled around bodies and pages. @default "camelCase" */
  readonly naming?: "camelCase" | "snake_case";
  /** Whether fields that a body may not have are refused (422), or passed over. */
  readonly unknownFields: "refuse" | "ignore";
  /** The word before the token in the `Authorization` header. */
  readonly scheme: "Bearer" | "Token";
}

/** What clients see of an entity, by the names that they see. */
export type Shows = Readonly<Record<string, Shown>>;

/** One thing that clients see of an entity. */
export type Shown =
  /** A field of its own. */
  | string
  /** The entity that a field refers to, or null. */
  | {
    readonly kind: "one";
    readonly field: string;
    readonly of: string;
    readonly shows: Shows;
  }
  /** The entities that refer to it by a field, oldest first. */
  | {
    readonly kind: "many";
    readonly of: string;
    readonly by: string;
    readonly shows: Shows;
  }
  /** Where it is: the path of its kind and, behind it, the value of a field. */
  | { readonly kind: "link"; readonly to: string; readonly by: string }
  /** What is known of a file in a field, and where it is read: behind the path of the entity in a resource; null without one. */
  | {
    readonly kind: "file";
    readonly field: string;
    readonly resource: ResourceSpec;
    /** The last segment of its path. */
    readonly path: string;
    /** What its URL begins with. @default nothing */
    readonly origin?: string;
  }
  /** How many entities refer to it by a field. */
  | { readonly kind: "count"; readonly of: string; readonly by: string }
  /** The sum of a field of those. */
  | {
    readonly kind: "sum";
    readonly of: string;
    readonly by: string;
    readonly field: string;
  }
  /** Whether whoever asks has marked it; false for who is not signed in. */
  | {
    readonly kind: "marked";
    readonly of: string;
    readonly by: string;
    readonly user: string;
  }
  /** The entities of another kind that links lead to, oldest first; without `shows` their ids. */
  | {
    readonly kind: "linked";
    readonly of: string;
    readonly by: string;
    readonly target: string;
    readonly to: string;
    readonly shows?: Shows;
  };

/** What a parameter of a list stands for. */
export type ResourceFilter =
  /** The value of a field. */
  | { readonly kind: "field"; readonly field: string }
  /** The entity that a field refers to, by one of its own unique fields. */
  | {
    readonly kind: "related";
    readonly field: string;
    readonly of: EntitySpec;
    readonly by: string;
  }
  /** A user who has marked it, or another entity that it is linked to, by one of that one's unique fields. */
  | {
    readonly kind: "marked";
    readonly link: EntitySpec;
    readonly target: string;
    readonly user: string;
    readonly of: EntitySpec;
    readonly by: string;
  };

/** What a list of its own path is restricted to; all must hold. */
export type ListRestriction =
  /** A field has this value. */
  | {
    readonly kind: "field";
    readonly field: string;
    readonly value: FilterValue;
  }
  /** A field holds the id of whoever asks. */
  | { readonly kind: "own"; readonly field: string }
  /** A field refers to what whoever asks has marked. */
  | {
    readonly kind: "marked";
    readonly field: string;
    readonly link: EntitySpec;
    readonly target: string;
    readonly user: string;
  };

/** A resource: the paths, names and parts by which clients see an entity. */
export interface ResourceSpec {
  /** What one stands under in an envelope, such as `article`. */
  readonly name: string;
  /** What a list stands under in an envelope, such as `articles`. */
  readonly plural: string;
  /** The path of the collection, with the base path; a nested one has its parent's key in it: `/articles/{slug}/comments`. */
  readonly path: string;
  /** The place of the key in paths, such as `slug`. */
  readonly param: string;
  /** The entity. */
  readonly entity: EntitySpec;
  /** The entity's field that the key is: `id`, or one that is unique. */
  readonly key: string;
  /** What clients see. */
  readonly shows: Shows;
  /** What of that lists leave out. @default nothing */
  readonly listsOmit?: readonly string[];
  /** Whether a list is a page where the request does not say how large; else it has all there is. @default true */
  readonly paged?: boolean;
  /** What it is part of, and the field that holds the id of that. */
  readonly parent?: { readonly resource: ResourceSpec; readonly field: string };
  /** The parameters of lists that are not fields clients see. @default those fields */
  readonly filters?: Readonly<Record<string, ResourceFilter>>;
}
