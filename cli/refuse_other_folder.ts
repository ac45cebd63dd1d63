/**
 * Makes sure a folder holds a generated system.
 *
 * @module
 */
import { join } from "node:path";
import { MANIFEST_PATH } from "../generator/output/manifest.ts";
import { CommandFailure, EXIT } from "./exit_code.ts";

/**
 * Lets only the folder of a generated system pass; nothing is written or run elsewhere.
 *
 * @throws {CommandFailure} when there is no manifest in it.
 */
export async function refuseOtherFolder(
  dir: string,
  verb: "verify" | "start",
): Promise<void> {
  const manifest = await Deno.stat(join(dir, MANIFEST_PATH)).catch(() =>
    undefined
  );
  if (manifest) return;
  throw new CommandFailure(
    `Cannot ${verb} "${dir}": found no ${MANIFEST_PATH} in it, wanted the folder of a generated system`,
    EXIT.couldNotRun,
  );
}
