/**
 * The parts of an OpenAPI document that the docs page shows.
 *
 * @module
 */

/** An OpenAPI 3.1 document. */
export interface OpenApiDocument {
  /** What the API is. */
  readonly info?: {
    readonly title?: string;
    readonly version?: string;
    readonly description?: string;
  };
  /** The groups of operations. */
  readonly tags?: readonly {
    readonly name: string;
    readonly description?: string;
  }[];
  /** Operations by path and method. */
  readonly paths?: Readonly<Record<string, PathItem>>;
  /** What the operations refer to, by kind and name. */
  readonly components?: Components;
}

/** The operations on one path, by method; `parameters` are common to them. */
export interface PathItem {
  /** Parameters of every operation. */
  readonly parameters?: readonly (Parameter | Reference)[];
  /** Reads, without effect. */
  readonly get?: Operation;
  /** Creates or acts. */
  readonly post?: Operation;
  /** Replaces. */
  readonly put?: Operation;
  /** Changes in part. */
  readonly patch?: Operation;
  /** Deletes. */
  readonly delete?: Operation;
}

/** One method on one path. */
export interface Operation {
  /** The groups it belongs to; the first counts. */
  readonly tags?: readonly string[];
  /** What it does, in a line. */
  readonly summary?: string;
  /** What it does, at length. */
  readonly description?: string;
  /** The tokens that it needs; missing where it needs none. */
  readonly security?: readonly unknown[];
  /** What the path and the query hold. */
  readonly parameters?: readonly (Parameter | Reference)[];
  /** What the body holds. */
  readonly requestBody?: Content | Reference;
  /** The answers, by status. */
  readonly responses?: Readonly<Record<string, Content | Reference>>;
}

/** Points to a component, such as `#/components/schemas/Task`. */
export interface Reference {
  /** Where to. */
  readonly $ref: string;
}

/** A value in the path, the query or a header. */
export interface Parameter {
  /** Its name. */
  readonly name: string;
  /** Where it stands. */
  readonly in?: string;
  /** Whether it must be given. */
  readonly required?: boolean;
  /** What it is for. */
  readonly description?: string;
  /** Its values. */
  readonly schema?: Schema;
}

/** A body. */
export interface Content {
  /** What it is. */
  readonly description?: string;
  /** Its forms, by media type. */
  readonly content?: Readonly<Record<string, { readonly schema?: Schema }>>;
}

/** The parts of JSON Schema that are shown. */
export interface Schema {
  /** Points to a named schema instead. */
  readonly $ref?: string;
  /** The type or types of value. */
  readonly type?: string | readonly string[];
  /** The form of a string, such as `date-time`. */
  readonly format?: string;
  /** What it is. */
  readonly description?: string;
  /** The fields of an object. */
  readonly properties?: Readonly<Record<string, Schema>>;
  /** The fields that must be given. */
  readonly required?: readonly string[];
  /** What an array holds. */
  readonly items?: Schema;
  /** The values allowed. */
  readonly enum?: readonly unknown[];
  /** Alternatives. */
  readonly anyOf?: readonly Schema[];
  /** Alternatives of which one holds. */
  readonly oneOf?: readonly Schema[];
  /** Parts that all hold. */
  readonly allOf?: readonly Schema[];
  /** The value when none is given. */
  readonly default?: unknown;
  /** Smallest number. */
  readonly minimum?: number;
  /** Largest number. */
  readonly maximum?: number;
  /** Fewest characters. */
  readonly minLength?: number;
  /** Most characters. */
  readonly maxLength?: number;
  /** What a string must match. */
  readonly pattern?: string;
  /** Set by the server. */
  readonly readOnly?: boolean;
}

/** Named parts, by kind. */
export interface Components {
  /** Schemas by name. */
  readonly schemas?: Readonly<Record<string, Schema>>;
  /** Parameters by name. */
  readonly parameters?: Readonly<Record<string, Parameter>>;
  /** Responses by name. */
  readonly responses?: Readonly<Record<string, Content>>;
  /** Request bodies by name. */
  readonly requestBodies?: Readonly<Record<string, Content>>;
}

/** Follows a reference; what is not one, or leads nowhere, is given back as it is. */
export function resolveReference<T extends object>(
  document: OpenApiDocument,
  value: T | Reference,
): T {
  if (!("$ref" in value) || typeof value.$ref !== "string") return value as T;
  const [, , kind = "", name = ""] = value.$ref.split("/");
  const parts = Object.entries(document.components ?? {})
    .find(([key]) => key === kind)?.[1];
  const found = Object.entries(parts ?? {}).find(([key]) => key === name)?.[1];
  return (found ?? value) as T; // a document says of which kind its references are
}
