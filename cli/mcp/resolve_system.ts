/**
 * Finds the system that an agent names.
 *
 * @module
 */
import { refuseOtherFolder } from "../refuse_other_folder.ts";
import type { ConfinedRoot } from "./confined_root.ts";

/**
 * Gives the folder of a generated system, in which nothing leads out of the root.
 *
 * @throws {CommandFailure} when it is no system's, or a link in it leads out.
 */
export async function resolveSystem(
  system: string,
  root: ConfinedRoot,
): Promise<string> {
  const dir = await root.resolve(system);
  await refuseOtherFolder(dir, "verify");
  await root.refuseLinksIn(dir);
  return dir;
}
