/**
 * Entities in PostgreSQL that may not overlap.
 *
 * An EXCLUDE constraint could say it too, but not over equal values of another column: that takes the extension
 * btree_gist, which not every database has or may have; and PostgreSQL has no ranges of times of day. So whoever
 * writes where others could overlap waits until the one before is done, and then looks.
 *
 * @module
 */
import type { Entity, EntitySpec, NoOverlapSpec } from "./entity_spec.ts";
import { equalityKey } from "./field_value.ts";
import { type TakenSlot, takenSlot } from "./overlap_rule.ts";
import type { PostgresSession, PostgresValue } from "./postgres_connection.ts";
import {
  comparedColumn,
  comparedValue,
  quotePostgresName,
} from "./postgres_condition.ts";
import { toPostgres } from "./postgres_row.ts";
import type { PostgresRule } from "./postgres_table.ts";

/** Refuses writes after which two entities would overlap, by the spec's `noOverlap`; one writer at a time for each set of shared values. */
export function noOverlapInPostgres(spec: EntitySpec): PostgresRule {
  return async ({ entity }, session) => {
    for (const [index, rule] of (spec.noOverlap ?? []).entries()) {
      if (await isTaken(session, spec, rule, { entity, index })) {
        return { kind: "overlap", rule: index };
      }
    }
    return undefined;
  };
}

async function isTaken(
  session: PostgresSession,
  spec: EntitySpec,
  rule: NoOverlapSpec,
  { entity, index }: { readonly entity: Entity; readonly index: number },
): Promise<boolean> {
  const slot = takenSlot(spec, rule, entity);
  if (slot === undefined) return false;
  await session.query(
    "SELECT pg_advisory_xact_lock(hashtextextended(current_schema() || $1::text, 0))",
    [placeOf(spec, index, slot)],
  );
  // A statement sees what was there when it began: the one before is done.
  const { sql, values } = composeSearch(spec, slot, entity.id);
  return (await session.query(sql, values)).count > 0;
}

/** Two of one name wait for each other without need, if their hashes are equal; nothing is missed. */
function placeOf(
  spec: EntitySpec,
  index: number,
  { within }: TakenSlot,
): string {
  const shared = within.map(({ field, value }) =>
    equalityKey(field.kind, value)
  );
  return JSON.stringify([spec.table, index, ...shared]);
}

function composeSearch(
  spec: EntitySpec,
  { from, until, within, when }: TakenSlot,
  id: string,
): { readonly sql: string; readonly values: readonly PostgresValue[] } {
  const values: PostgresValue[] = [];
  const place = (value: PostgresValue) => `$${values.push(value)}`;
  const conditions = [
    ...within.map(({ field, value }) =>
      `${comparedColumn(field)} = ${
        comparedValue(field, place(toPostgres(field, value)))
      }`
    ),
    `${quotePostgresName(from.field.column)} < ${
      place(toPostgres(from.field, until.value))
    }`,
    `${quotePostgresName(until.field.column)} > ${
      place(toPostgres(until.field, from.value))
    }`,
    `"id" <> ${place(id)}`,
    ...when.map(({ field, values }) =>
      `${quotePostgresName(field.column)} IN (${
        values.map((value) => place(toPostgres(field, value))).join(", ")
      })`
    ),
  ];
  const table = quotePostgresName(spec.table);
  const where = conditions.join(" AND ");
  return { sql: `SELECT 1 FROM ${table} WHERE ${where} LIMIT 1`, values };
}
