/**
 * Writes a file so that whatever happens, its old text or its new one is there: whole.
 *
 * @module
 */
import { dirname } from "node:path";

/**
 * Writes a text into a temporary file of the same file system, and moves it where it belongs; on disk when this resolves.
 * The mode of a file that is there is kept.
 *
 * @param temporary Where it is written first; may be there.
 */
export async function writeDurably(
  path: string,
  text: string,
  temporary: string,
): Promise<void> {
  const mode = await Deno.stat(path).then(({ mode }) => mode, ignoreMissing);
  await Deno.writeTextFile(temporary, text);
  // Not the option of writeTextFile: the process's umask would apply.
  if (mode) await Deno.chmod(temporary, mode & 0o7777);
  await sync(temporary);
  await Deno.mkdir(dirname(path), { recursive: true });
  await Deno.rename(temporary, path);
  await syncFolder(dirname(path));
}

/** Removes a file or an empty folder if it is there; on disk when this resolves. */
export async function removeDurably(path: string): Promise<void> {
  await Deno.remove(path).catch(ignoreMissing);
  await syncFolder(dirname(path)).catch(ignoreMissing);
}

/** Lets pass that there is no such file, also where what should be its folder is a file. */
export function ignoreMissing(error: unknown): undefined {
  const isMissing = error instanceof Deno.errors.NotFound ||
    error instanceof Deno.errors.NotADirectory;
  if (!isMissing) throw error;
}

/** What stands in a folder is on disk only when the folder is, too; Windows opens none. */
async function syncFolder(path: string): Promise<void> {
  if (Deno.build.os !== "windows") await sync(path);
}

async function sync(path: string): Promise<void> {
  using file = await Deno.open(path);
  await file.sync();
}
