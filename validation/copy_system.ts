/**
 * Copies a system to where it may be run without touching the user's data.
 *
 * @module
 */
import { join } from "node:path";

/** Copies everything but data, evidence, settings and version control; `target` must not exist. */
export async function copySystem(
  source: string,
  target: string,
): Promise<void> {
  await copyFolder(source, target, NOT_PART_OF_A_SYSTEM);
}

async function copyFolder(
  source: string,
  target: string,
  leftOut: ReadonlySet<string>,
): Promise<void> {
  await Deno.mkdir(target, { recursive: true });
  const entries = await Array.fromAsync(Deno.readDir(source));
  for (const entry of entries) {
    if (leftOut.has(entry.name)) continue;
    const [from, to] = [join(source, entry.name), join(target, entry.name)];
    if (entry.isDirectory) await copyFolder(from, to, NOTHING);
    else if (entry.isFile) await Deno.copyFile(from, to);
  }
}

const NOTHING: ReadonlySet<string> = new Set();

/** What stands in the top folder of a system and is not a part of it. */
export const NOT_PART_OF_A_SYSTEM: ReadonlySet<string> = new Set([
  "data",
  "evidence",
  "node_modules",
  ".env",
  ".git",
]);
