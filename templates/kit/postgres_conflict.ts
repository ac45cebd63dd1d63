/**
 * What a statement ran into, when PostgreSQL refused it for a constraint.
 *
 * PostgreSQL names one of several constraints. So the rows are looked at again, in the order in which
 * the other engines check them: all give the same answer.
 *
 * @module
 */
import {
  acyclicFields,
  type Entity,
  type EntitySpec,
  uniqueSets,
  valueOf,
} from "./entity_spec.ts";
import type { PostgresSession } from "./postgres_connection.ts";
import {
  comparedColumn,
  comparedValue,
  quotePostgresName,
} from "./postgres_condition.ts";
import { toPostgres } from "./postgres_row.ts";

/** Names the field or fields in which another row has the same values. `isNew` says that the entity is not stored yet. */
export async function findPostgresDuplicates(
  session: PostgresSession,
  spec: EntitySpec,
  attempt: { readonly entity: Entity; readonly isNew: boolean },
): Promise<readonly string[] | undefined> {
  const { entity, isNew } = attempt;
  if (isNew && await postgresRowExists(session, spec.table, entity.id)) {
    return ["id"];
  }
  for (const names of uniqueSets(spec)) {
    const fields = names.map((name) => [name, spec.fields[name]!] as const);
    const conditions = fields.map(([, field], i) =>
      `${comparedColumn(field)} = ${comparedValue(field, `$${i + 2}`)}`
    );
    const values = fields.map(([name, field]) =>
      toPostgres(field, valueOf(entity, name))
    );
    if (values.includes(null)) continue; // it is like no other
    const { count } = await session.query(
      `SELECT 1 FROM ${quotePostgresName(spec.table)} ` +
        `WHERE "id" <> $1 AND ${conditions.join(" AND ")}`,
      [entity.id, ...values],
    );
    if (count > 0) return names;
  }
  return undefined;
}

/** Names the first field by which the entity, once stored, would lead to itself. */
export async function findPostgresCycle(
  session: PostgresSession,
  spec: EntitySpec,
  entity: Entity,
): Promise<string | undefined> {
  const table = quotePostgresName(spec.table);
  for (const [name, field] of acyclicFields(spec)) {
    const next = quotePostgresName(field.column);
    const { count } = await session.query(
      `WITH RECURSIVE ancestors(id) AS (` +
        `SELECT $1::uuid UNION SELECT ${next} FROM ${table} JOIN ancestors USING (id) ` +
        `WHERE ${next} IS NOT NULL` +
        `) SELECT 1 FROM ancestors WHERE id = $2`,
      [toPostgres(field, valueOf(entity, name)), entity.id],
    );
    if (count > 0) return name;
  }
  return undefined;
}

/** Names the first field that refers to a row that does not exist. */
export async function findPostgresDangling(
  session: PostgresSession,
  spec: EntitySpec,
  entity: Entity,
): Promise<string | undefined> {
  for (const [name, { references }] of Object.entries(spec.fields)) {
    const id = valueOf(entity, name);
    if (references === undefined || typeof id !== "string") continue;
    const { table } = references;
    const toItself = id === entity.id && table === spec.table;
    if (!toItself && !await postgresRowExists(session, table, id)) return name;
  }
  return undefined;
}

/** Says whether a row exists. */
export async function postgresRowExists(
  session: PostgresSession,
  table: string,
  id: string,
): Promise<boolean> {
  const sql = `SELECT 1 FROM ${quotePostgresName(table)} WHERE "id" = $1`;
  return (await session.query(sql, [id])).count > 0;
}
