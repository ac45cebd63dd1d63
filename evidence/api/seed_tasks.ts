/**
 * The tasks that are stored before the load begins: the same for every server.
 *
 * @module
 */
import { DatabaseSync } from "node:sqlite";

/** How many tasks are stored before. */
export const SEEDS = 1000;

/** Creates the tasks through the API. */
export async function seedTasks(url: string): Promise<void> {
  for (let number = 1; number <= SEEDS; number++) {
    const response = await fetch(`${url}/tasks`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({
        title: `Task ${number}`,
        description: `What there is to say about task ${number}`,
        completed: number % 3 === 0,
      }),
    });
    await response.body?.cancel();
    if (response.status !== 201) {
      throw new Error(
        `Cannot seed: found status ${response.status}, wanted 201`,
      );
    }
  }
}

/** Copies the database of a stopped server to others, and writes the ids to a file, one a line. */
export async function copySeeds(
  database: string,
  others: readonly string[],
  ids: string,
): Promise<void> {
  for (const other of others) await Deno.copyFile(database, other);
  using connection = new DatabaseSync(database, { readOnly: true });
  const rows = connection.prepare("SELECT id FROM tasks").all();
  await Deno.writeTextFile(ids, rows.map(({ id }) => `${id}\n`).join(""));
}
