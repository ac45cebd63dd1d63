/**
 * The thing: its type, and how it is named, stored and searched.
 *
 * @module
 */
import type { Entity, EntitySpec } from "../kit/entity_spec.ts";

/** A thing of the system. */
export interface Thing extends Entity {
  /** The thing's label. */
  readonly label: string;
  /** The thing's note. */
  readonly note: string | null;
  /** The thing's mail. */
  readonly mail: string;
  /** The thing's work. */
  readonly work: string | null;
  /** The thing's long. */
  readonly long: string | null;
  /** The thing's site. */
  readonly site: string;
  /** The thing's repository. */
  readonly repository: string | null;
  /** The thing's born. */
  readonly born: string | null;
  /** The thing's at. */
  readonly at: string;
  /** The thing's tea. */
  readonly tea: string;
  /** The thing's key. */
  readonly key: string | null;
  /** The thing's home. */
  readonly home: string;
  /** The thing's kind. */
  readonly kind: "a" | "b" | "c" | "d" | "e" | "f" | "g" | "h" | null;
  /** The thing's count. */
  readonly count: number | null;
  /** The thing's weight. */
  readonly weight: number | null;
  /** The thing's price. */
  readonly price: number | null;
  /** Whether the thing is open. */
  readonly open: boolean;
  /** The thing's extra. */
  readonly extra: unknown;
  /** The thing's takes. */
  readonly takes: string | null;
  /** The thing's rest. */
  readonly rest: string;
  /** The thing's break. */
  readonly break: string;
  /** The thing's laps. */
  readonly laps: readonly string[];
}

/** Names the thing's fields, path and table for the code that handles any entity. */
export const THING_SPEC: EntitySpec = {
  name: "thing",
  label: "thing",
  path: "/things",
  table: "things",
  fields: {
    label: { kind: "string", column: "label", nullable: false },
    note: { kind: "text", column: "note", nullable: true, unique: true },
    mail: { kind: "email", column: "mail", nullable: false, unique: true },
    work: { kind: "email", column: "work", nullable: true, unique: true },
    long: { kind: "email", column: "long", nullable: true },
    site: { kind: "url", column: "site", nullable: false },
    repository: {
      kind: "url",
      column: "repository",
      nullable: true,
      unique: true,
    },
    born: { kind: "date", column: "born", nullable: true, unique: true },
    at: { kind: "datetime", column: "at", nullable: false, unique: true },
    tea: { kind: "time", column: "tea", nullable: false, unique: true },
    key: { kind: "uuid", column: "key", nullable: true, unique: true },
    home: { kind: "uuid", column: "home", nullable: false },
    kind: {
      kind: "enum",
      column: "kind",
      nullable: true,
      values: ["a", "b", "c", "d", "e", "f", "g", "h"],
      unique: true,
    },
    count: { kind: "integer", column: "count", nullable: true, unique: true },
    weight: { kind: "number", column: "weight", nullable: true, unique: true },
    price: {
      kind: "decimal",
      column: "price",
      nullable: true,
      scale: 3,
      immutable: true,
    },
    open: { kind: "boolean", column: "open", nullable: false },
    extra: { kind: "json", column: "extra", nullable: false },
    takes: { kind: "duration", column: "takes", nullable: true, unique: true },
    rest: { kind: "duration", column: "rest", nullable: false },
    break: { kind: "duration", column: "break", nullable: false },
    laps: { kind: "list", items: "duration", column: "laps", nullable: false },
  },
  search: ["label", "note", "mail", "work", "long", "site", "repository"],
};
