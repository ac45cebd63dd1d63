/**
 * The servers that are compared: the generated system, the hand-written one, and the lean one.
 *
 * @module
 */
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { generateFiles } from "../../generator/generate.ts";
import { writeSystem } from "../../generator/output/write_system.ts";
import { prepareBlueprint } from "../../generator/prepare.ts";
import { type RunningServer, startServer } from "./start_server.ts";

/** The servers, in the order of the tables. */
export const SERVERS = ["generated", "hand-written", "lean"] as const;

/** One of the servers. */
export type ServerName = typeof SERVERS[number];

/** The generated system, written to a folder. */
export async function generateTasks(
  folder: string,
  engine: "sqlite" | "postgres" = "sqlite",
): Promise<void> {
  const file = await Deno.readTextFile(new URL("tasks.yaml", import.meta.url));
  const text = file.replace("engine: sqlite", `engine: ${engine}`);
  const { model, blueprintText, diagnostics } = await prepareBlueprint(
    text,
    "tasks.yaml",
  );
  if (!model) {
    throw new Error(
      `Cannot generate "tasks.yaml": ${JSON.stringify(diagnostics)}`,
    );
  }
  await writeSystem(folder, (await generateFiles(model, blueprintText)).files);
}

/** Starts one of the servers on the database `<name>.db` in the generated system's data folder. */
export async function start(
  name: ServerName,
  system: string,
): Promise<RunningServer> {
  const databasePath = databaseOf(name);
  return await startServer(
    name === "generated"
      ? { args: ["task", "--quiet", "start"], cwd: system, databasePath }
      : {
        args: ["run", "-A", HAND_MADE[name]],
        cwd: fileURLToPath(new URL("../..", import.meta.url)),
        databasePath: join(system, databasePath),
      },
  );
}

/** The path of a server's database, from the generated system's folder. */
export function databaseOf(name: ServerName): string {
  return join("data", `${name}.db`);
}

const HAND_MADE: Readonly<Record<Exclude<ServerName, "generated">, string>> = {
  "hand-written": "evidence/api/hand_written.ts",
  lean: "evidence/api/lean.ts",
};
