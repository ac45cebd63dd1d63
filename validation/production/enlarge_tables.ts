/**
 * Makes tables look large, or be it: some things, such as a thread for long reads, a system only uses then.
 *
 * @module
 */
import type { DeepContext } from "../deep_part.ts";
import type { Stage } from "./stage.ts";
import { openSight, type StoreSight } from "./store_sight.ts";

/** Fills the tables of a SQLite database with copies of a row of each, where nothing in it is unique. */
export async function enlargeTables(
  context: DeepContext,
  stage: Stage,
): Promise<void> {
  if (context.model.engine !== "sqlite") return;
  await using sight = await openSight(context, stage);
  if (!sight) return;
  for (const { table } of context.model.entities) {
    const [row] = await sight.rows(`SELECT count(*) AS n FROM "${table}"`);
    const n = Number(row?.n);
    if (n === 0 || n > ROWS) continue;
    await copyRows(sight, table).catch(async (error: unknown) => {
      if (!String(error).includes("UNIQUE")) throw error;
      await raiseLastRow(sight, table);
    });
  }
}

async function copyRows(sight: StoreSight, table: string): Promise<void> {
  const columns = await sight.rows(`PRAGMA table_info("${table}")`);
  const names = columns.map(({ name }) => `"${name}"`);
  const values = names.map((name) =>
    name === '"id"' ? "lower(hex(randomblob(16)))" : name
  );
  await sight.exec(
    `INSERT INTO "${table}" (${names.join(", ")})
      WITH RECURSIVE "numbers"("i") AS (
        SELECT 1 UNION ALL SELECT "i" + 1 FROM "numbers" WHERE "i" < ${ROWS}
      )
      SELECT ${
      values.join(", ")
    } FROM (SELECT * FROM "${table}" LIMIT 1), "numbers"`,
  );
}

/** Where rows cannot be copied, the number of the last one tells a system how many there may be. */
async function raiseLastRow(sight: StoreSight, table: string): Promise<void> {
  await sight.exec(
    `UPDATE "${table}" SET rowid = rowid + ${LARGE} WHERE rowid < ${LARGE}
      AND rowid = (SELECT max(rowid) FROM "${table}")`,
  );
}

/** More than a system reads beside everything else. */
const ROWS = 5100;
const LARGE = 1_000_000;
