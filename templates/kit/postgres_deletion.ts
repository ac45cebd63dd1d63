/**
 * Deletions in PostgreSQL, and what they lead to in other tables.
 *
 * @module
 */
import {
  type DeletePlan,
  planDeletion,
  type Reference,
  type ReferenceGraph,
  type RowKey,
} from "./delete_plan.ts";
import type { PostgresSession } from "./postgres_connection.ts";
import { quotePostgresName } from "./postgres_condition.ts";

/** Says whether a deletion from a table needs a plan: foreign keys alone do not count as changes what they clear. */
export function needsPlan(graph: ReferenceGraph, table: string): boolean {
  return graph.into(table).length > 0;
}

/**
 * Plans the deletion of a row in a transaction. The row and all that refer to it, directly or through others,
 * are locked until its end: nothing can refer to them that the plan does not know.
 */
export async function planPostgresDeletion(
  session: PostgresSession,
  graph: ReferenceGraph,
  root: RowKey,
): Promise<DeletePlan | undefined> {
  const own = await session.query(
    `SELECT 1 FROM ${quotePostgresName(root.table)} ` +
      `WHERE "id" = $1 FOR UPDATE`,
    [root.id],
  );
  if (own.count === 0) return undefined;
  const known = new Map<Reference, Map<string, string[]>>();
  const seen = new Set<string>();
  let level = new Map([[root.table, [root.id]]]);
  while (level.size > 0) {
    for (const [table, ids] of level) {
      for (const id of ids) seen.add(`${table} ${id}`);
    }
    const next = new Map<string, string[]>();
    for (const [table, ids] of level) {
      for (const reference of graph.into(table)) {
        const found = await lockReferring(session, reference, ids);
        const byTarget = known.get(reference) ?? new Map<string, string[]>();
        known.set(reference, byTarget);
        for (const { id, target } of found) {
          byTarget.set(target, [...byTarget.get(target) ?? [], id]);
          if (reference.onDelete !== "cascade") continue;
          const into = reference.spec.table;
          if (seen.has(`${into} ${id}`)) continue;
          next.set(into, [...next.get(into) ?? [], id]);
        }
      }
    }
    level = next;
  }
  return planDeletion(
    graph,
    root,
    (reference, id) => known.get(reference)?.get(id) ?? [],
  );
}

/** Marks the rows that stay and whose references a deletion clears as changed; the foreign keys do the rest. */
export async function touchCleared(
  session: PostgresSession,
  plan: DeletePlan,
  now: string,
): Promise<void> {
  if (plan.kind === "refused") return;
  for (const { table, id } of plan.cleared) {
    await session.query(
      `UPDATE ${quotePostgresName(table)} ` +
        `SET "updated_at" = $1, "version" = "version" + 1 WHERE "id" = $2`,
      [now, id],
    );
  }
}

async function lockReferring(
  session: PostgresSession,
  { spec, field }: Reference,
  targets: readonly string[],
): Promise<{ readonly id: string; readonly target: string }[]> {
  const column = quotePostgresName(spec.fields[field]!.column);
  const rows = await session.query(
    `SELECT "id", ${column} AS "target" FROM ${
      quotePostgresName(spec.table)
    } ` +
      `WHERE ${column} = ANY ($1) ORDER BY "id" FOR UPDATE`,
    [arrayText(targets)],
  );
  return rows.map(({ id, target }) => ({
    id: String(id),
    target: String(target),
  }));
}

/** Ids have no letters that an array's text would have to quote. */
function arrayText(ids: readonly string[]): string {
  return `{${ids.join(",")}}`;
}
