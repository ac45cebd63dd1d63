/**
 * The ledger of schedules in SQLite: one row for each.
 *
 * @module
 */
import type { SqliteDatabase } from "./sqlite_database.ts";
import type { ScheduleClaim, ScheduleLedger } from "./schedule_ledger.ts";

/** The ledger of a SQLite database, for all that open its file. */
export class SqliteSchedules implements ScheduleLedger {
  readonly #database: SqliteDatabase;

  /** Opens the database's ledger. */
  constructor(database: SqliteDatabase) {
    this.#database = database;
  }

  /** Notes a schedule that is new. */
  begin(name: string, slot: number): Promise<void> {
    this.#run(BEGIN, [name, slot]);
    return Promise.resolve();
  }

  /** Takes a run. */
  claim(claim: ScheduleClaim): Promise<boolean> {
    const { name, slot, holder, now, until } = claim;
    return Promise.resolve(this.#run(CLAIM, [holder, until, name, slot, now]));
  }

  /** Keeps a run longer. */
  renew(name: string, holder: string, until: number): Promise<boolean> {
    return Promise.resolve(this.#run(RENEW, [until, name, holder]));
  }

  /** Says that a run was done. */
  finish(name: string, holder: string, slot: number): Promise<void> {
    this.#run(FINISH, [slot, name, holder]);
    return Promise.resolve();
  }

  #run(sql: string, values: (string | number)[]): boolean {
    const { changes } = this.#database.prepare(sql).run(...values);
    return Number(changes) === 1;
  }
}

const BEGIN = `INSERT INTO "_schedules" ("name", "done") VALUES (?, ?)
  ON CONFLICT ("name") DO NOTHING`;
const CLAIM = `UPDATE "_schedules" SET "holder" = ?, "until" = ?
  WHERE "name" = ? AND "done" < ? AND "until" <= ?`;
const RENEW =
  'UPDATE "_schedules" SET "until" = ? WHERE "name" = ? AND "holder" = ?';
const FINISH = `UPDATE "_schedules" SET "done" = ?, "holder" = '', "until" = 0
  WHERE "name" = ? AND "holder" = ?`;
