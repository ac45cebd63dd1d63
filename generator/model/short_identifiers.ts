/**
 * Names of tables and columns that PostgreSQL takes whole.
 *
 * @module
 */
import { createHash } from "node:crypto";
import type { EntityModel } from "./system_model.ts";

/** Shortens a name that has more than 63 bytes, of which PostgreSQL would cut off the rest; different names stay different. */
export function shortIdentifier(name: string): string {
  if (name.length <= MAX_IDENTIFIER) return name;
  const hash = createHash("sha256").update(name).digest("hex").slice(0, 8);
  return `${name.slice(0, MAX_IDENTIFIER - hash.length - 1)}_${hash}`;
}

/** Shortens the names of an entity's table and columns. */
export function withShortIdentifiers(entity: EntityModel): EntityModel {
  const short = <F extends { readonly column: string }>(field: F): F => ({
    ...field,
    column: shortIdentifier(field.column),
  });
  return {
    ...entity,
    table: shortIdentifier(entity.table),
    fields: entity.fields.map(short),
    unique: entity.unique.map((list) => list.map(short)),
    indexes: entity.indexes.map((list) => list.map(short)),
  };
}

const MAX_IDENTIFIER = 63;
