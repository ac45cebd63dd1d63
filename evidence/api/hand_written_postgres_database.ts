/**
 * The hand-written baseline on PostgreSQL: its connections and its table.
 *
 * @module
 */
import postgres from "postgres";

/** Connects, with ten connections, and makes the table if it is missing. */
export async function openDatabase(url: string): Promise<postgres.Sql> {
  const sql = postgres(url, {
    max: 10,
    fetch_types: false,
    types: {
      text: {
        to: 1184,
        from: [1184],
        serialize: (text: string) => text,
        parse: (text: string) => text,
      },
    },
    connection: { TimeZone: "UTC" },
    onnotice: () => {},
  });
  await sql.unsafe(`
    CREATE TABLE IF NOT EXISTS "tasks" (
      "id" uuid PRIMARY KEY,
      "created_at" timestamptz(3) NOT NULL,
      "updated_at" timestamptz(3) NOT NULL,
      "version" bigint NOT NULL DEFAULT 1,
      "title" text COLLATE "C" NOT NULL,
      "description" text COLLATE "C",
      "completed" boolean NOT NULL
    )`);
  return sql as unknown as postgres.Sql;
}
