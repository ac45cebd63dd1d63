/**
 * What others must be for a command to be carried out, in PostgreSQL.
 *
 * @module
 */
import type { EntitySpec } from "./entity_spec.ts";
import { quotePostgresName } from "./postgres_condition.ts";
import type { PostgresSession } from "./postgres_connection.ts";
import { fromPostgres } from "./postgres_row.ts";
import { unmetRequirement } from "./requirement.ts";
import type { Adjustment, Requirement, StoreResult } from "./store_command.ts";

/**
 * Refuses a command while an entity that it names is not as it must be. What it names cannot change until the
 * transaction is done; what the command adjusts is locked with it, in one order, so that nobody waits for somebody who
 * waits for them.
 */
export async function requireInPostgres(
  { requires = [], adjust = [] }: {
    readonly requires?: readonly Requirement[];
    readonly adjust?: readonly Adjustment[];
  },
  session: PostgresSession,
): Promise<StoreResult<never> | undefined> {
  if (requires.length === 0) return undefined;
  const adjusted = new Set(adjust.map(placeOf));
  const places = new Map(
    [...requires, ...adjust].map((one) => [placeOf(one), one] as const),
  );
  for (const place of [...places.keys()].toSorted()) {
    const { spec, id } = places.get(place)!;
    const lock = adjusted.has(place) ? "UPDATE" : "SHARE";
    const [row] = await session.query(
      `SELECT * FROM ${quotePostgresName(spec.table)} ` +
        `WHERE "id" = $1 FOR ${lock}`,
      [id],
    );
    if (row === undefined) continue;
    for (const requirement of requires) {
      if (placeOf(requirement) !== place) continue;
      const refused = unmetRequirement(requirement, (name) => {
        const field = spec.fields[name]!;
        return fromPostgres(field, row[field.column]);
      });
      if (refused !== undefined) return refused;
    }
  }
  return undefined;
}

function placeOf(
  { spec, id }: { readonly spec: EntitySpec; readonly id: string },
): string {
  return `${spec.table} ${id}`;
}
