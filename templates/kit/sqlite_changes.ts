/**
 * The changes of a SQLite database, as its triggers note them: those that deletions bring with them, too.
 *
 * @module
 */
import type { EntitySpec } from "./entity_spec.ts";
import {
  type ChangeKind,
  type ChangeListener,
  type ChangeSource,
  type LiveChange,
  traits,
} from "./live_change.ts";
import { quoteName } from "./sqlite_condition.ts";
import type { SqliteDatabase } from "./sqlite_database.ts";
import { fromSqlite } from "./sqlite_row.ts";

/**
 * Tells of the changes that this process makes. They are noted in a table of the connection's own, in the transaction of
 * the change: what is taken back is never told.
 */
export class SqliteChanges implements ChangeSource {
  readonly #database: SqliteDatabase;

  /** Watches nothing yet. */
  constructor(database: SqliteDatabase) {
    this.#database = database;
  }

  /** Tells of changes from now on. */
  watch(
    specs: readonly EntitySpec[],
    listener: ChangeListener,
  ): AsyncDisposable {
    const database = this.#database;
    database.exec(NOTES + specs.map(triggersOf).join(""));
    const byTable = new Map(specs.map((spec) => [spec.table, spec]));
    const newest = database.prepare(TAKE);
    let isDue = false;
    const tell = () => {
      isDue = false;
      if (database.stirred !== stir) return;
      const rows = newest.all()
        .sort((a, b) => Number(a.sequence) - Number(b.sequence));
      for (const row of rows) {
        const spec = byTable.get(String(row.table));
        if (spec) listener.change(changeOf(spec, row));
      }
    };
    const stir = () => {
      if (isDue) return;
      isDue = true;
      queueMicrotask(tell); // statements and transactions end in the turn in which they begin
    };
    database.stirred = stir;
    return {
      [Symbol.asyncDispose]: () => {
        database.stirred = undefined;
        return Promise.resolve();
      },
    };
  }
}

function changeOf(
  spec: EntitySpec,
  row: Readonly<Record<string, unknown>>,
): LiveChange {
  const change = {
    entity: spec.name,
    id: String(row.id),
    kind: String(row.kind) as ChangeKind, // as the triggers write it
  };
  if (row.before === null) return change;
  const kept = JSON.parse(String(row.before));
  const before = Object.fromEntries(
    traits(spec).map(([name, field]) => [
      name,
      fromSqlite(field, kept[field.column]),
    ]),
  );
  return { ...change, before };
}

/** Triggers of this connection alone: nothing of them is in the database. */
function triggersOf(spec: EntitySpec): string {
  const members = traits(spec).map(([, { column }]) =>
    `${quoteText(column)}, OLD.${quoteName(column)}`
  );
  const before = `json_object(${members.join(", ")})`;
  return [
    triggerOf(spec, "created", "NEW", "NULL"),
    triggerOf(spec, "updated", "NEW", before),
    triggerOf(spec, "deleted", "OLD", before),
  ].join("");
}

function triggerOf(
  { table }: EntitySpec,
  kind: ChangeKind,
  row: "NEW" | "OLD",
  before: string,
): string {
  const name = quoteName(`_tell_${kind}_${table}`);
  return `
    DROP TRIGGER IF EXISTS temp.${name};
    CREATE TEMP TRIGGER ${name} AFTER ${VERBS[kind]} ON main.${
    quoteName(table)
  } BEGIN
      INSERT INTO "_changes" ("table", "id", "kind", "before")
      VALUES (${quoteText(table)}, ${row}."id", '${kind}', ${before});
    END;`;
}

function quoteText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

const VERBS = { created: "INSERT", updated: "UPDATE", deleted: "DELETE" };

const NOTES = `
  PRAGMA temp_store = MEMORY;
  CREATE TEMP TABLE IF NOT EXISTS "_changes" (
    "sequence" INTEGER PRIMARY KEY,
    "table" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "before" TEXT
  );
  DELETE FROM temp."_changes";`;

const TAKE = `DELETE FROM temp."_changes"
  RETURNING "sequence", "table", "id", "kind", "before"`;
