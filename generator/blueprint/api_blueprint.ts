/**
 * The part of a blueprint that says how the API looks, where the conventions do not fit.
 *
 * @module
 */
import type { Literal, Operation } from "./blueprint.ts";

/** The methods that an operation can be called by. */
export const API_METHODS = ["POST", "PUT", "PATCH"] as const;

/** A mark that every user can set on an entity, for themselves. */
export interface MarkBlueprint {
  /** The name under which clients see whether they have set it. */
  readonly field?: string;
  /** The name under which clients see how many have set it. */
  readonly count?: string;
  /** The relation of the mark to the user who sets it. @default "user" */
  readonly by?: string;
  /** The relation of the mark to what is marked. @default the entity's name */
  readonly of?: string;
}

/** How the API looks. */
export interface ApiBlueprint {
  /** What every path begins with. @default "" */
  readonly basePath?: string;
  /** Whether bodies and answers stand under their name. @default "none" */
  readonly envelope?: "none" | "named";
  /** How errors are told: RFC 9457, a list of messages, or lists by what they are about. @default "problem" */
  readonly errors?: "problem" | "messages" | "fields";
  /** The word before a token. @default "Bearer" */
  readonly authorization?: "Bearer" | "Token";
  /** Where clients find the API, for links. @default links are paths */
  readonly publicUrl?: string;
  /** How the names are spelled that clients see. @default "camelCase" */
  readonly naming?: "camelCase" | "snake_case";
  /** What becomes of unknown fields in bodies. @default "refuse" */
  readonly unknownFields?: "refuse" | "ignore";
  /** How lists are read in parts. */
  readonly paging?: {
    /** On from a cursor, or by offset with the number of all. @default "cursor" */
    readonly style?: "cursor" | "offset";
    /** How many a page has when the request does not say. @default 50 */
    readonly limit?: number;
    /** How many a page can have. @default 200 */
    readonly most?: number;
    /** What becomes of a request for more. @default "refuse" */
    readonly above?: "refuse" | "cut";
  };
  /** Which pages of other origins may call the API from a browser. */
  readonly cors?: {
    /** Origins, or `*`. */ readonly origins: readonly string[];
  };
  /** One's own account. */
  readonly account?: AccountBlueprint;
  /** What clients see, by singular name; without it every entity, by the conventions. */
  readonly resources?: Readonly<Record<string, ResourceBlueprint>>;
}

/** One's own account in the API. */
export interface AccountBlueprint {
  /** What it stands under. @default the users' entity */
  readonly name?: string;
  /** Where users register. @default "/users" */
  readonly register?: string;
  /** Where users sign in. @default "/users/login" */
  readonly login?: string;
  /** Where users see and change themselves. @default "/user" */
  readonly self?: string;
  /** The method of a change. @default "PATCH" */
  readonly method?: "PUT" | "PATCH";
  /** What clients see of it; `token` is the access token. */
  readonly shows?: readonly ShownBlueprint[];
  /** Whether a change may set the password, without the one before. @default false */
  readonly setsPassword?: boolean;
}

/** Something that clients see: a field by its own name, or by another. */
export type ShownBlueprint = string | Readonly<Record<string, string>>;

/** What clients see of an entity. */
export interface ResourceBlueprint {
  /** The entity. @default the resource's name */
  readonly entity?: string;
  /** The distinct values of a list field, instead of an entity: `article.tagList`. */
  readonly values?: string;
  /** Where it is, under the base path or its parent. @default its plural */
  readonly path?: string;
  /** The resource it is part of. */
  readonly under?: string;
  /** The unique field by which one is found. @default "id" */
  readonly key?: string;
  /** What clients see. @default all fields */
  readonly shows?: readonly ShownBlueprint[];
  /** What of that lists leave out, by the names that clients see. @default nothing */
  readonly listsOmit?: readonly string[];
  /** Whether a list is a page where the request does not say how large. @default true */
  readonly paged?: boolean;
  /** Its standard operations. @default the entity's */
  readonly operations?: readonly Operation[];
  /** The methods of operations, where another than the usual one is wanted. */
  readonly methods?: Readonly<Record<string, typeof API_METHODS[number]>>;
  /** The statuses of successes, where another than the usual one is wanted. */
  readonly statuses?: Readonly<Record<string, number>>;
  /** The parameters of lists: a field, or `relation.field`, or `mark.field`. @default all fields that are seen */
  readonly filters?: Readonly<Record<string, string>>;
  /** Lists with a path of their own, by its last segment. */
  readonly lists?: Readonly<Record<string, ListBlueprint>>;
}

/** What a list with a path of its own is restricted to. */
export interface ListBlueprint {
  /** What whoever asks has marked: `favorite`, or through a relation: `author.follow`. */
  readonly marked?: string;
  /** What belongs to whoever asks, by this relation. */
  readonly own?: string;
  /** Fields and the values they have. */
  readonly where?: Readonly<Record<string, Literal>>;
  /** One sentence for the docs. */
  readonly description?: string;
}
