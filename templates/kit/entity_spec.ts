/**
 * The description of an entity that the code around it reads: its fields, path and table.
 *
 * @module
 */

import type { SortKey } from "./list_query.ts";

/** What every stored entity has besides its own fields. */
export interface Entity {
  /** UUIDv7, set by the server. */
  readonly id: string;
  /** RFC 3339, UTC, milliseconds; set by the server. */
  readonly createdAt: string;
  /** RFC 3339, UTC, milliseconds; set by the server at every change. */
  readonly updatedAt: string;
}

/** The kinds of value a field can hold. */
export type FieldKind =
  | "string"
  | "text"
  | "integer"
  | "decimal"
  | "number"
  | "boolean"
  | "date"
  | "datetime"
  | "time"
  | "duration"
  | "email"
  | "url"
  | "uuid"
  | "enum"
  | "json"
  | "list";

/** The kinds of value that a `list` can hold. A list of `json` is not filtered. */
export type ItemKind = Exclude<FieldKind, "text" | "list">;

/** What happens to an entity when the one it refers to is deleted. */
export type DeleteRule = "restrict" | "cascade" | "clear";

/** One field of an entity. */
export interface FieldSpec {
  /** What it holds. An `email` compares without case: its column is `COLLATE NOCASE`. */
  readonly kind: FieldKind;
  /** Its column in the table. */
  readonly column: string;
  /** Whether it may be null. */
  readonly nullable: boolean;
  /** What each element of a `list` is; `values` and `scale` are about them, too. @default "string" */
  readonly items?: ItemKind;
  /** The allowed values of an `enum`. */
  readonly values?: readonly string[];
  /** The decimal places of a `decimal`; stored as an integer scaled by 10 to this power. */
  readonly scale?: number;
  /** Whether no two entities may share a value (null excepted). @default false */
  readonly unique?: boolean;
  /** Whether it can be set at creation only. @default false */
  readonly immutable?: boolean;
  /** Whether the server sets it: clients may only send it back as it is. @default false */
  readonly readOnly?: boolean;
  /** Whether the store numbers it, from 1; see serial_fields.ts. @default false */
  readonly serial?: boolean;
  /** Whether clients set it and never see it. @default false */
  readonly writeOnly?: boolean;
  /** The entity its value is the id of. */
  readonly references?: {
    readonly entity: string;
    readonly table: string;
    readonly onDelete: DeleteRule;
    /** Whether no entity may lead to itself by this field, where it refers to its own kind. @default false */
    readonly acyclic?: boolean;
  };
}

/** Entities of which no two may take the same part of an order, such as time: each from one value up to, not including, another. */
export interface NoOverlapSpec {
  /** The field in which an entity's part begins. */
  readonly from: string;
  /** The field in which it ends, of the same kind; its value is no longer part of it. */
  readonly until: string;
  /** It holds between entities with the same values in these fields. @default all entities */
  readonly within?: readonly string[];
  /** It holds between entities with one of these values in each of these fields. @default all entities */
  readonly when?: Readonly<
    Record<string, readonly (string | number | boolean | null)[]>
  >;
}

/** An entity: its name, path, table and fields (without id, createdAt and updatedAt). */
export interface EntitySpec {
  /** snake_case, such as `order_item`. */
  readonly name: string;
  /** For people, such as `order item`. */
  readonly label: string;
  /** The path of the collection, such as `/order-items`. */
  readonly path: string;
  /** The table, such as `order_items`. */
  readonly table: string;
  /** Its own fields, in order. */
  readonly fields: Readonly<Record<string, FieldSpec>>;
  /** The fields that no two entities may share all values of, unless one of them is null. @default [] */
  readonly unique?: readonly (readonly string[])[];
  /** What no two entities may take both; one with a null in these fields, but for those of `when`, takes nothing. @default [] */
  readonly noOverlap?: readonly NoOverlapSpec[];
  /** A unique field that stands for the id in paths, too. @default none */
  readonly key?: string;
  /** Whether those that are deleted can be restored. @default false */
  readonly softDelete?: boolean;
  /** What lists are sorted by when a request does not say. @default by id */
  readonly order?: readonly SortKey[];
  /** The fields that `q` searches. */
  readonly search: readonly string[];
  /** Makes the words of a text, of which `q` finds the beginnings; see search_words.ts. @default `q` finds any part of a text */
  readonly words?: (text: string) => readonly string[];
}

/** The fields that the server sets in every entity. */
export const SERVER_FIELDS: Readonly<Record<string, FieldSpec>> = {
  id: { kind: "uuid", column: "id", nullable: false },
  createdAt: { kind: "datetime", column: "created_at", nullable: false },
  updatedAt: { kind: "datetime", column: "updated_at", nullable: false },
};

/** The fields that are unique, each alone or several together, in the order in which they are checked. */
export function uniqueSets(spec: EntitySpec): readonly (readonly string[])[] {
  const alone = Object.keys(spec.fields)
    .filter((name) => spec.fields[name]?.unique).map((name) => [name]);
  return [...alone, ...spec.unique ?? []];
}

/** The fields by which no entity may lead to itself. */
export function acyclicFields(
  spec: EntitySpec,
): readonly (readonly [string, FieldSpec])[] {
  return Object.entries(spec.fields)
    .filter(([, { references }]) => references?.acyclic);
}

/** Finds a field by its name, the server's fields included. */
export function fieldOf(spec: EntitySpec, name: string): FieldSpec | undefined {
  if (Object.hasOwn(spec.fields, name)) return spec.fields[name];
  return Object.hasOwn(SERVER_FIELDS, name) ? SERVER_FIELDS[name] : undefined;
}

/** Describes an element of a list field as a field of its own, which is never null. */
export function itemOf(field: FieldSpec): FieldSpec {
  const { items = "string", column, values, scale } = field;
  return { kind: items, column, nullable: false, values, scale };
}

/** Lists the words of an entity that `q` searches, whichever field has them. */
export function wordsOf(spec: EntitySpec, entity: Entity): readonly string[] {
  const texts = spec.search.map((field) => valueOf(entity, field) ?? "");
  return spec.words?.(texts.join("\n")) ?? [];
}

/** Reads a field of an entity whose type is not known here. */
export function valueOf(entity: Entity, field: string): unknown {
  // An interface has no index signature, although its values can be read like this.
  return (entity as unknown as Readonly<Record<string, unknown>>)[field];
}
