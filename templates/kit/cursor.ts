/**
 * Cursors: where the next page of a list starts, as a text that clients hand back unread.
 *
 * A cursor is bound to its entity, order, filters and search text: for another list it is no cursor.
 *
 * @module
 */
import { Buffer } from "node:buffer";
import {
  type Entity,
  type EntitySpec,
  fieldOf,
  valueOf,
} from "./entity_spec.ts";
import { isFieldValue } from "./field_value.ts";
import type { FilterValue, ListQuery } from "./list_query.ts";
import { badRequest, failed, ok, type Outcome } from "./problem.ts";

/** The place in a list after which a page starts. */
export type CursorPosition = NonNullable<ListQuery["after"]>;

/** Writes the cursor of the page that follows the entity `last`. */
export function encodeCursor(
  spec: EntitySpec,
  query: ListQuery,
  last: Entity,
): string {
  // Only fields with comparable values can be sorted by.
  const values = query.sort.map(({ field }) =>
    valueOf(last, field) as FilterValue
  );
  return toBase64Url([
    checksum(spec, query, values, last.id),
    last.id,
    ...values,
  ]);
}

/** Reads a cursor that {@link encodeCursor} wrote for the same list; anything else is a 400. Never throws. */
export function decodeCursor(
  spec: EntitySpec,
  query: ListQuery,
  cursor: string,
): Outcome<CursorPosition> {
  const content = fromBase64Url(cursor);
  if (!Array.isArray(content)) return NOT_OURS;
  const [sum, id, ...values]: unknown[] = content;
  if (typeof id !== "string" || !fitsOrder(spec, query, values)) {
    return NOT_OURS;
  }
  return sum === checksum(spec, query, values, id)
    ? ok({ values, id })
    : NOT_OURS;
}

function fitsOrder(
  spec: EntitySpec,
  query: ListQuery,
  values: readonly unknown[],
): values is readonly FilterValue[] {
  return values.length === query.sort.length &&
    query.sort.every((key, i) => {
      const field = fieldOf(spec, key.field);
      return field !== undefined && isFieldValue(field, values[i]);
    });
}

/** Guards against mistakes, not against intent: whoever forges a cursor sees what a filter would show. FNV-1a. */
function checksum(
  spec: EntitySpec,
  query: ListQuery,
  values: readonly FilterValue[],
  id: string,
): number {
  const text = JSON.stringify(
    [spec.name, query.sort, query.filters, query.search, values, id],
  );
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  }
  return hash >>> 0;
}

function toBase64Url(content: unknown): string {
  return Buffer.from(JSON.stringify(content)).toString("base64url");
}

function fromBase64Url(text: string): unknown {
  try {
    const bytes = Buffer.from(text, "base64url");
    // Decoding is lenient with stray characters and bits; a cursor has exactly one spelling.
    if (bytes.toString("base64url") !== text) return undefined;
    return JSON.parse(bytes.toString());
  } catch {
    return undefined;
  }
}

const NOT_OURS = failed(
  badRequest(
    "The cursor does not belong to this list: start again without it.",
  ),
);
