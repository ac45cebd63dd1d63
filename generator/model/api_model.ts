/**
 * How the API looks, every decision made: the part of the model that systems have where the conventions do not fit.
 *
 * @module
 */
import type { Literal, Operation } from "../blueprint/blueprint.ts";
import type { BulkModel } from "./expand_bulk.ts";
import type { AggregateModel, NameForms } from "./system_model.ts";

/** A mark that every user can set on an entity, for themselves. */
export interface MarkModel {
  /** Its name in its spellings; `favorite`. */
  readonly name: NameForms;
  /** The entity it is kept in (snake_case name). */
  readonly link: string;
  /** The field of that which holds the id of what is marked. */
  readonly target: string;
  /** The field of that which holds the id of who marks. */
  readonly user: string;
  /** The name under which clients see whether they have set it. */
  readonly field?: string;
  /** The name under which clients see how many have. */
  readonly count?: string;
}

/** A many-to-many relation. */
export interface LinkModel {
  /** Its name in its spellings; `tags`. */
  readonly name: NameForms;
  /** The entity at the other end (snake_case name). */
  readonly entity: string;
  /** The entity it is kept in (snake_case name). */
  readonly link: string;
  /** The field of that which holds the id of this end. */
  readonly own: string;
  /** The field of that which holds the id of the other. */
  readonly other: string;
}

/** Something that clients see of an entity. */
export type ShownModel =
  & {
    /** The name that clients see. */
    readonly name: string;
  }
  & (
    | { readonly kind: "field"; readonly field: string }
    | {
      readonly kind: "file";
      readonly field: string;
      /** The resource behind whose path it is read. */
      readonly resource: string;
      /** The last segment of that path. */
      readonly path: string;
    }
    | {
      readonly kind: "one";
      /** The field that refers to it, such as `authorId`. */
      readonly field: string;
      /** Whether there may be none. */
      readonly nullable: boolean;
      readonly entity: string;
      readonly resource: string;
    }
    | {
      readonly kind: "many";
      readonly entity: string;
      readonly by: string;
      readonly resource: string;
    }
    | { readonly kind: "count"; readonly entity: string; readonly by: string }
    | {
      readonly kind: "sum";
      readonly entity: string;
      readonly by: string;
      readonly field: string;
    }
    | { readonly kind: "marked"; readonly mark: MarkModel }
    | {
      readonly kind: "linked";
      readonly link: LinkModel;
      /** As which resource they are shown; their ids otherwise. */
      readonly resource?: string;
    }
    | { readonly kind: "link" }
    | { readonly kind: "token" }
  );

/** A parameter of a list. */
export type FilterModel =
  & { readonly name: string }
  & (
    | { readonly kind: "field"; readonly field: string }
    | {
      readonly kind: "related";
      readonly field: string;
      readonly entity: string;
      readonly by: string;
    }
    | {
      readonly kind: "marked";
      readonly mark: MarkModel;
      readonly entity: string;
      readonly by: string;
    }
    | {
      readonly kind: "linked";
      readonly link: LinkModel;
      readonly by: string;
    }
  );

/** What a list of its own path is restricted to. */
export type RestrictionModel =
  | { readonly kind: "field"; readonly field: string; readonly value: Literal }
  | { readonly kind: "own"; readonly field: string }
  | {
    readonly kind: "marked";
    readonly field: string;
    readonly mark: MarkModel;
  };

/** A list with a path of its own. */
export interface ListModel {
  /** Its name in its spellings; the path ends with the kebab-case one. */
  readonly name: NameForms;
  /** What it is restricted to. */
  readonly restrictions: readonly RestrictionModel[];
  /** One sentence. */
  readonly description: string;
}

/** How an operation is called and answered. */
export interface OperationModel {
  /** The operation. */
  readonly operation: Operation;
  /** The method. */
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** The status of a success. */
  readonly status: number;
}

/** What clients see of an entity, and where. */
export interface ResourceModel {
  /** Its name in its spellings; `article`. */
  readonly name: NameForms;
  /** The plural in its spellings. */
  readonly plural: NameForms;
  /** The entity (snake_case name). */
  readonly entity: string;
  /** The path of the collection, with base path and parents. */
  readonly path: string;
  /** What that path has beyond them. */
  readonly segment: string;
  /** The place of its key in paths. */
  readonly param: string;
  /** The field that the key is. */
  readonly key: string;
  /** What it is part of, and the field that holds the id of that. */
  readonly parent?: { readonly resource: string; readonly field: string };
  /** What clients see. */
  readonly shows: readonly ShownModel[];
  /** What of that lists leave out, by the names that clients see; undefined where they leave out nothing. */
  readonly listsOmit?: readonly string[];
  /** Set to false where a list has all there is unless the request says how much. */
  readonly paged?: false;
  /** Its standard operations. */
  readonly operations: readonly OperationModel[];
  /** The parameters of lists; without them the fields that clients see. */
  readonly filters?: readonly FilterModel[];
  /** Lists with a path of their own. */
  readonly lists: readonly ListModel[];
  /** What its list comes to, as far as clients see what that is of. */
  readonly aggregates: readonly AggregateModel[];
  /** What can be done with several at once. */
  readonly bulk?: BulkModel;
  /** Whether clients can listen to its changes. */
  readonly live?: true;
  /** Its entity's many-to-many relations to what clients see, and as what they see it. */
  readonly links: readonly {
    readonly link: LinkModel;
    readonly resource: string;
    /** The place of the other end's key in paths. */
    readonly param: string;
  }[];
}

/** The values that a list field has, each once. */
export interface ValuesModel {
  /** The name in its spellings; `tag`. */
  readonly name: NameForms;
  /** The plural in its spellings. */
  readonly plural: NameForms;
  /** Where they are. */
  readonly path: string;
  /** The entity (snake_case name). */
  readonly entity: string;
  /** The field. */
  readonly field: string;
}

/** One's own account. */
export interface AccountModel {
  /** What it stands under. */
  readonly name: string;
  /** Where users register; undefined where only some may create users, who belong to no tenants. */
  readonly register?: string;
  /** Where users sign in. */
  readonly login: string;
  /** Where users see and change themselves. */
  readonly self: string;
  /** The method of a change. */
  readonly method: "PUT" | "PATCH";
  /** What clients see. */
  readonly shows: readonly ShownModel[];
  /** Whether a change may set the password. */
  readonly setsPassword: boolean;
}

/** How the API looks. */
export interface ApiModel {
  /** What every path begins with; empty for nothing. */
  readonly basePath: string;
  /** Whether bodies and answers stand under their name. */
  readonly envelope: boolean;
  /** How errors are told. */
  readonly errors: "problem" | "messages" | "fields";
  /** The word before a token. */
  readonly scheme: "Bearer" | "Token";
  /** What links begin with; empty where they are paths. */
  readonly publicUrl: string;
  /** How the names are spelled that clients see; those in this model are so already. */
  readonly naming: "camelCase" | "snake_case";
  /** What becomes of unknown fields. */
  readonly unknownFields: "refuse" | "ignore";
  /** How lists are read in parts. */
  readonly paging: {
    readonly style: "cursor" | "offset";
    readonly limit: number;
    readonly most: number;
    /** Whether a request for more gets as many as there can be; a 422 otherwise. */
    readonly above?: "cut";
  };
  /** The origins whose pages may call it; empty for none. */
  readonly origins: readonly string[];
  /** One's own account; without it the routes under `/auth`. */
  readonly account?: AccountModel;
  /** What clients see. */
  readonly resources: readonly ResourceModel[];
  /** What values fields have. */
  readonly values: readonly ValuesModel[];
}
