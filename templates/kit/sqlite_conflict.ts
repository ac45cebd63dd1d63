/**
 * What a statement ran into, when SQLite refused it for a constraint.
 *
 * SQLite names one of several unique columns, and none for a foreign key. So the rows are looked at again,
 * in the order in which the memory store checks them: both engines give the same answer.
 *
 * @module
 */
import { type DeletePlan, planDeletion, type RowKey } from "./delete_plan.ts";
import {
  acyclicFields,
  type Entity,
  type EntitySpec,
  uniqueSets,
  valueOf,
} from "./entity_spec.ts";
import type { SqliteDatabase } from "./sqlite_database.ts";
import { quoteName } from "./sqlite_condition.ts";
import { toSqlite } from "./sqlite_row.ts";

/** Says which kind of constraint an error is about; undefined if it is about none of these. */
export function constraintOf(
  error: unknown,
): "unique" | "foreign key" | undefined {
  if (!(error instanceof Error) || !("errcode" in error)) return undefined;
  return CONSTRAINTS.get(Number(error.errcode));
}

/** Names the field or fields in which another row has the same values. `isNew` says that the entity is not stored yet. */
export function findDuplicateFields(
  database: SqliteDatabase,
  spec: EntitySpec,
  attempt: { entity: Entity; isNew: boolean },
): readonly string[] | undefined {
  const { entity, isNew } = attempt;
  if (isNew && rowExists(database, spec.table, entity.id)) return ["id"];
  return uniqueSets(spec).find((names) => {
    const fields = names.map((name) => [name, spec.fields[name]!] as const);
    const conditions = fields.map(([, { column }]) =>
      `${quoteName(column)} = ? AND `
    );
    const values = fields.map(([name, field]) =>
      toSqlite(field, valueOf(entity, name))
    );
    return database.prepare(
      `SELECT 1 FROM ${quoteName(spec.table)} ` +
        `WHERE ${conditions.join("")}"id" <> ?`,
    ).get(...values, entity.id) !== undefined;
  });
}

/** Names the first field that refers to a row that does not exist. */
export function findDanglingField(
  database: SqliteDatabase,
  spec: EntitySpec,
  entity: Entity,
): string | undefined {
  for (const [name, { references }] of Object.entries(spec.fields)) {
    const id = valueOf(entity, name);
    if (references === undefined || typeof id !== "string") continue;
    const toItself = id === entity.id && references.table === spec.table;
    if (!toItself && !rowExists(database, references.table, id)) return name;
  }
  return undefined;
}

/** Names the first field by which the entity, once stored, would lead to itself. */
export function findCycleField(
  database: SqliteDatabase,
  spec: EntitySpec,
  entity: Entity,
): string | undefined {
  const table = quoteName(spec.table);
  for (const [name, { column }] of acyclicFields(spec)) {
    const next = quoteName(column);
    const found = database.prepare(
      `WITH RECURSIVE ancestors(id) AS (` +
        `SELECT ? UNION SELECT ${next} FROM ${table} JOIN ancestors USING (id) ` +
        `WHERE ${next} IS NOT NULL` +
        `) SELECT 1 FROM ancestors WHERE id = ?`,
    ).get(toSqlite(spec.fields[name]!, valueOf(entity, name)), entity.id);
    if (found !== undefined) return name;
  }
  return undefined;
}

/** Plans the deletion of a row by the references that the database has now. */
export function planSqliteDeletion(
  database: SqliteDatabase,
  row: RowKey,
): DeletePlan {
  return planDeletion(
    database.references,
    row,
    (reference, target) => {
      const { table, fields } = reference.spec;
      const rows = database.prepare(
        `SELECT "id" FROM ${quoteName(table)} ` +
          `WHERE ${
            quoteName(fields[reference.field]!.column)
          } = ? ORDER BY "id"`,
      ).all(target);
      return rows.map((row) => String(row.id));
    },
  );
}

/** Names the entity whose rows stand against a deletion. */
export function findReferrer(database: SqliteDatabase, row: RowKey): string {
  const plan = planSqliteDeletion(database, row);
  // A table that no store declared can have a foreign key too.
  return plan.kind === "refused" ? plan.by : "row of another table";
}

/** Says whether a row exists. */
export function rowExists(
  database: SqliteDatabase,
  table: string,
  id: string,
): boolean {
  const sql = `SELECT 1 FROM ${quoteName(table)} WHERE "id" = ?`;
  return database.prepare(sql).get(id) !== undefined;
}

/** Extended result codes: https://www.sqlite.org/rescode.html */
const CONSTRAINTS: ReadonlyMap<number, "unique" | "foreign key"> = new Map([
  [1555, "unique"], // SQLITE_CONSTRAINT_PRIMARYKEY
  [2067, "unique"], // SQLITE_CONSTRAINT_UNIQUE
  [787, "foreign key"], // SQLITE_CONSTRAINT_FOREIGNKEY
  [1811, "foreign key"], // SQLITE_CONSTRAINT_TRIGGER, for ON DELETE RESTRICT
]);
