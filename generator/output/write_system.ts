/**
 * Writes a system to disk: whole or not at all.
 *
 * @module
 */
import { dirname, isAbsolute, join, normalize, resolve } from "node:path";
import type { OutputFile } from "./render_plan.ts";

/** The target folder cannot be used: it has files in it, or is no folder. */
export class TargetNotEmpty extends Error {
  /** The name of the error. */
  override readonly name = "TargetNotEmpty";
}

/** Options of {@link writeSystem}. */
export interface WriteOptions {
  /** Stops writing; what was written is removed. */
  readonly signal?: AbortSignal;
}

/**
 * Writes the files into a temporary folder beside the target and moves it there.
 *
 * Interrupted, or failing on the way, it removes the temporary folder and leaves the target as it was.
 *
 * @throws {TargetNotEmpty} when the target has files in it.
 * @throws {RangeError} when a file would be written outside of the target.
 * @throws {Deno.errors} whatever the file system says: no space, read-only, no permission.
 */
export async function writeSystem(
  target: string,
  files: readonly Pick<OutputFile, "path" | "text">[],
  options: WriteOptions = {},
): Promise<string> {
  const goal = resolve(target);
  for (const { path } of files) checkInside(path, goal);
  await checkTarget(goal);
  await Deno.mkdir(dirname(goal), { recursive: true });
  const temporary = await Deno.makeTempDir({
    dir: dirname(goal),
    // Not the folder's name, which may have what Deno refuses here.
    prefix: ".autocoder-",
  });
  try {
    await writeFiles(temporary, files, options.signal);
    options.signal?.throwIfAborted();
    await removeEmpty(goal);
    await Deno.rename(temporary, goal);
  } catch (error) {
    await Deno.remove(temporary, { recursive: true }).catch(() => {});
    throw error;
  }
  return goal;
}

/**
 * Makes sure a system can be written there.
 *
 * @throws {TargetNotEmpty} when the target has files in it or is no folder.
 */
export async function checkTarget(target: string): Promise<void> {
  let info: Deno.FileInfo;
  try {
    info = await Deno.lstat(target);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return;
    throw error;
  }
  if (!info.isDirectory) {
    throw new TargetNotEmpty(
      `Cannot write to "${target}": found a file, wanted an empty or missing folder`,
    );
  }
  for await (const entry of Deno.readDir(target)) {
    throw new TargetNotEmpty(
      `Cannot write to "${target}": found "${entry.name}" in it, wanted an empty or missing folder`,
    );
  }
}

/** Paths come from plans, which name no such; whoever puts something else into one writes nothing outside. */
function checkInside(path: string, target: string): void {
  const parts = normalize(path).split(/[\\/]/);
  if (path !== "" && !isAbsolute(path) && !parts.includes("..")) return;
  throw new RangeError(
    `Cannot write "${path}" to "${target}": found a path that leads out of it, wanted one within it`,
  );
}

async function writeFiles(
  folder: string,
  files: readonly Pick<OutputFile, "path" | "text">[],
  signal?: AbortSignal,
): Promise<void> {
  await Deno.chmod(folder, 0o755).catch(ignoreUnsupported);
  const folders = new Set(
    files.map((file) => dirname(join(folder, file.path))),
  );
  for (const path of [...folders].sort()) await makeFolder(path, folder);
  for (const file of files) {
    signal?.throwIfAborted();
    const path = join(folder, file.path);
    await Deno.writeTextFile(path, file.text, { createNew: true });
    // Not the option of writeTextFile: the process's umask would still apply.
    await Deno.chmod(path, 0o644).catch(ignoreUnsupported);
  }
}

async function makeFolder(path: string, root: string): Promise<void> {
  if (path.length <= root.length) return;
  await makeFolder(dirname(path), root);
  try {
    await Deno.mkdir(path);
  } catch (error) {
    if (!(error instanceof Deno.errors.AlreadyExists)) throw error;
    return;
  }
  await Deno.chmod(path, 0o755).catch(ignoreUnsupported);
}

async function removeEmpty(folder: string): Promise<void> {
  try {
    await Deno.remove(folder);
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
  }
}

function ignoreUnsupported(error: unknown): void {
  if (!(error instanceof Deno.errors.NotSupported)) throw error;
}
