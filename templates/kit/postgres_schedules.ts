/**
 * The ledger of schedules in PostgreSQL: one row for each.
 *
 * @module
 */
import type { PostgresDatabase } from "./postgres_database.ts";
import type { ScheduleClaim, ScheduleLedger } from "./schedule_ledger.ts";

/** The ledger of a PostgreSQL database, for all processes that share it. */
export class PostgresSchedules implements ScheduleLedger {
  readonly #database: PostgresDatabase;

  /** Opens the database's ledger. */
  constructor(database: PostgresDatabase) {
    this.#database = database;
  }

  /** Notes a schedule that is new. */
  async begin(name: string, slot: number): Promise<void> {
    await this.#database.query(BEGIN, [name, slot]);
  }

  /** Takes a run. */
  async claim(claim: ScheduleClaim): Promise<boolean> {
    const { name, slot, holder, now, until } = claim;
    const { count } = await this.#database.query(CLAIM, [
      holder,
      until,
      name,
      slot,
      now,
    ]);
    return count === 1;
  }

  /** Keeps a run longer. */
  async renew(name: string, holder: string, until: number): Promise<boolean> {
    const { count } = await this.#database.query(RENEW, [until, name, holder]);
    return count === 1;
  }

  /** Says that a run was done. */
  async finish(name: string, holder: string, slot: number): Promise<void> {
    await this.#database.query(FINISH, [slot, name, holder]);
  }
}

const BEGIN = `INSERT INTO "_schedules" ("name", "done") VALUES ($1, $2)
  ON CONFLICT ("name") DO NOTHING`;
const CLAIM = `UPDATE "_schedules" SET "holder" = $1, "until" = $2
  WHERE "name" = $3 AND "done" < $4 AND "until" <= $5`;
const RENEW =
  'UPDATE "_schedules" SET "until" = $1 WHERE "name" = $2 AND "holder" = $3';
const FINISH = `UPDATE "_schedules" SET "done" = $1, "holder" = '', "until" = 0
  WHERE "name" = $2 AND "holder" = $3`;
