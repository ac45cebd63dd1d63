/**
 * Numbers of other entities in PostgreSQL, changed together with an entity.
 *
 * @module
 */
import { boundsOf, refusedAdjustment } from "./adjustment.ts";
import { type Entity, SERVER_FIELDS } from "./entity_spec.ts";
import type { PostgresSession } from "./postgres_connection.ts";
import { quotePostgresName } from "./postgres_condition.ts";
import { toPostgres } from "./postgres_row.ts";
import type { Adjustment, StoreResult, WriteCommand } from "./store_command.ts";

/** Adjusts what an update says, or refuses it. Whoever adjusts the same number waits until the transaction is done. */
export async function adjustInPostgres(
  write: WriteCommand<Entity>,
  session: PostgresSession,
): Promise<StoreResult<never> | undefined> {
  const adjustments = write.kind === "update" ? write.adjust ?? [] : [];
  // In one order, so that nobody waits for somebody who waits for them.
  for (const adjustment of adjustments.toSorted(byRow)) {
    const refused = await adjust(session, adjustment, write.entity.updatedAt);
    if (refused !== undefined) return refused;
  }
  return undefined;
}

/** The row is locked before it is looked at: what stands against the change is still so when it is told. */
async function adjust(
  session: PostgresSession,
  adjustment: Adjustment,
  now: string,
): Promise<StoreResult<never> | undefined> {
  const { spec, id, by } = adjustment;
  const field = spec.fields[adjustment.field]!;
  const table = quotePostgresName(spec.table);
  const column = quotePostgresName(field.column);
  const { least, most } = boundsOf(adjustment);
  const [row] = await session.query(
    `SELECT ${column} AS "present" FROM ${table} WHERE "id" = $1 FOR UPDATE`,
    [id],
  );
  const { count } = await session.query(
    `UPDATE ${table} SET ${column} = ${column} + $1, ` +
      `"updated_at" = $2, "version" = "version" + 1 ` +
      `WHERE "id" = $3 AND ${column} + $1 BETWEEN $4 AND $5`,
    [
      toPostgres(field, by),
      toPostgres(SERVER_FIELDS.updatedAt!, now),
      id,
      toPostgres(field, least),
      toPostgres(field, most),
    ],
  );
  if (count === 1) return undefined;
  const present = row?.present;
  return refusedAdjustment(
    adjustment,
    present === undefined || present === null ? present : Number(present),
  );
}

function byRow(a: Adjustment, b: Adjustment): number {
  const [first, second] = [a, b].map(({ spec, id }) => `${spec.table} ${id}`);
  return first! < second! ? -1 : first === second ? 0 : 1;
}
