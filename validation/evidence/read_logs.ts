/**
 * Reads the raw outputs of a verification.
 *
 * @module
 */
import { join } from "node:path";

/** Reads what stands below `raw/` of an evidence folder, by file name; nothing where there is none. */
export async function readLogs(
  evidenceDir: string,
): Promise<Map<string, string>> {
  const folder = join(evidenceDir, "raw");
  const logs = new Map<string, string>();
  const entries = await Array.fromAsync(Deno.readDir(folder))
    .catch(noneWithoutFolder);
  for (const { name, isFile } of entries) {
    if (isFile) logs.set(name, await Deno.readTextFile(join(folder, name)));
  }
  return logs;
}

function noneWithoutFolder(error: unknown): Deno.DirEntry[] {
  if (error instanceof Deno.errors.NotFound) return [];
  throw error;
}
