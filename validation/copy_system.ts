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
  await copyFolder(source, target, "");
}

async function copyFolder(
  source: string,
  target: string,
  below: string,
): Promise<void> {
  await Deno.mkdir(target, { recursive: true });
  const entries = await Array.fromAsync(Deno.readDir(source));
  for (const entry of entries) {
    const path = below + entry.name;
    if (NOT_PART_OF_A_SYSTEM.has(path)) continue;
    const [from, to] = [join(source, entry.name), join(target, entry.name)];
    if (entry.isDirectory) await copyFolder(from, to, `${path}/`);
    else if (entry.isFile) await Deno.copyFile(from, to);
  }
}

/** What stands in the folder of a system and is not a part of it, by its path. */
export const NOT_PART_OF_A_SYSTEM: ReadonlySet<string> = new Set([
  "data",
  "evidence",
  "node_modules",
  ".env",
  ".git",
  ".autocoder/healing",
  ".autocoder/model",
]);
