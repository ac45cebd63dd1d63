/**
 * Several writes in PostgreSQL, all of them or none.
 *
 * @module
 */
import { carriedOut, itemsOf } from "./batch_parts.ts";
import type { Entity, EntitySpec } from "./entity_spec.ts";
import type { PostgresSession } from "./postgres_connection.ts";
import type { PostgresDatabase, PostgresPlace } from "./postgres_database.ts";
import {
  type BatchCommand,
  BatchRefused,
  type BatchResult,
  type StoreResult,
  type Table,
} from "./store_command.ts";

/** Carries out several writes of a table in one transaction, in which `open` opens it again. */
export async function batchInPostgres<T extends Entity>(
  { spec, database, open }: {
    readonly spec: EntitySpec;
    readonly database: PostgresDatabase;
    readonly open: (place: PostgresPlace) => Table<T, Promise<StoreResult<T>>>;
  },
  { commands, once }: BatchCommand<T>,
): Promise<BatchResult<T>> {
  try {
    return await database.transaction<BatchResult<T>>(async (session) => {
      const table = open(placeWithin(database, session));
      const results: StoreResult<T>[] = [];
      for (const [index, command] of commands.entries()) {
        results.push(carriedOut(await table.execute(command), index));
      }
      const reply = { spec, items: itemsOf(results) };
      const isKept = once === undefined ||
        await database.replies?.keep(session, once, reply) !== false;
      if (!isKept) throw new BatchRefused<T>({ kind: "repeated" });
      return { kind: "batch", results };
    });
  } catch (error) {
    if (error instanceof BatchRefused) return error.result;
    throw error;
  }
}

/** A transaction within is a part of the whole that can be taken back by itself. */
function placeWithin(
  { references, trash, witness, replies }: PostgresDatabase,
  session: PostgresSession,
): PostgresPlace {
  return {
    references,
    trash,
    witness,
    replies,
    isWithin: true,
    query: (sql, values) => session.query(sql, values),
    exec: (sql) => session.exec(sql),
    transaction: async (work) => {
      await session.exec("SAVEPOINT part");
      try {
        const result = await work(session);
        await session.exec("RELEASE SAVEPOINT part");
        return result;
      } catch (error) {
        await session.exec(
          "ROLLBACK TO SAVEPOINT part; RELEASE SAVEPOINT part",
        );
        throw error;
      }
    },
  };
}
