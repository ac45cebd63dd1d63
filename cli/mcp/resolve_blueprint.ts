/**
 * Finds the blueprint that an agent names.
 *
 * @module
 */
import { dirname } from "node:path";
import { ANSWERS_FOLDER } from "../../generator/authored/answer_record.ts";
import type { ConfinedRoot } from "./confined_root.ts";

/**
 * Gives the path of a blueprint, beside which nothing that is read leads out of the root.
 *
 * @throws {CommandFailure} when it, or the folder of its answers, is not inside.
 */
export async function resolveBlueprint(
  file: string,
  root: ConfinedRoot,
): Promise<string> {
  const path = await root.resolve(file);
  // Files of logic that are links are refused where they are read.
  await root.resolve(`${root.relative(dirname(path))}/${ANSWERS_FOLDER}`);
  return path;
}
