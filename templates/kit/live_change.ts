/**
 * A change of an entity, as stores tell of it once it is committed.
 *
 * @module
 */
import type { EntitySpec, FieldKind, FieldSpec } from "./entity_spec.ts";

/** What has happened to an entity. */
export type ChangeKind = "created" | "updated" | "deleted";

/** One change. */
export interface LiveChange {
  /** The entity's kind, by the name in its description. */
  readonly entity: string;
  /** Which one. */
  readonly id: string;
  /** What has happened to it. */
  readonly kind: ChangeKind;
  /** What of it decided who saw it, as it was before: the fields that {@link traits} names. Absent for what is new. */
  readonly before?: Readonly<Record<string, unknown>>;
}

/** Hears of changes. */
export interface ChangeListener {
  /** Hears of one, after its commit; those of one entity in the order of their commits. */
  change(change: LiveChange): void;
  /** Hears that some may have been missed. */
  gap(): void;
}

/** Where changes are heard of. */
export interface ChangeSource {
  /** Tells of all changes of some kinds of entity from now on, until it is disposed of. */
  watch(
    specs: readonly EntitySpec[],
    listener: ChangeListener,
  ): AsyncDisposable | Promise<AsyncDisposable>;
}

/** Lists the fields by which it is decided who sees an entity, and whether a filter finds it: those whose values are short. */
export function traits(spec: EntitySpec): readonly (readonly [
  string,
  FieldSpec,
])[] {
  return Object.entries(spec.fields).filter(([, { kind, writeOnly }]) =>
    SHORT.has(kind) && !writeOnly
  );
}

const SHORT: ReadonlySet<FieldKind> = new Set<FieldKind>([
  "boolean",
  "date",
  "email",
  "enum",
  "integer",
  "string",
  "uuid",
]);
