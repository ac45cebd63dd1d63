/**
 * Remembers what verifications by this user on this machine have written, by its hash, in the user's folder for caches.
 *
 * A report, and the journal of a deep run, stand in the system's folder, where whoever wrote the system can write them too.
 * What is not remembered here is not taken for a verification: it is made again.
 *
 * @module
 */
import { join } from "node:path";
import { sha256 } from "../../generator/output/manifest.ts";

/** Where it is remembered. */
export interface WrittenMemory {
  /** The environment that names the user's folders. @default that of the process */
  readonly env?: (name: string) => string | undefined;
}

/** Remembers a text. Where the user has no folder that can be written to, it is not remembered. */
export async function rememberWritten(
  text: string,
  memory: WrittenMemory = {},
): Promise<void> {
  const folder = memoryFolder(memory);
  if (folder === undefined) return;
  try {
    await Deno.mkdir(folder, { recursive: true, mode: 0o700 });
    await Deno.writeTextFile(join(folder, await sha256(text)), "");
    await forgetOldest(folder);
  } catch (error) {
    // A verification is as good without it; the next one is made in full.
    if (!isRefused(error)) throw error;
  }
}

/** Tells whether this text was written here. */
export async function isWrittenHere(
  text: string,
  memory: WrittenMemory = {},
): Promise<boolean> {
  const folder = memoryFolder(memory);
  if (folder === undefined) return false;
  const found = await Deno.lstat(join(folder, await sha256(text)))
    .catch(() => undefined);
  return found?.isFile ?? false;
}

function memoryFolder(
  { env = (name) => Deno.env.get(name) }: WrittenMemory,
): string | undefined {
  const home = env("HOME");
  const cache = env("XDG_CACHE_HOME") || env("LOCALAPPDATA") ||
    (home ? join(home, ".cache") : undefined);
  return cache ? join(cache, "autocoder", "written") : undefined;
}

/** Keeps the folder small: what was not written for long is made again soon enough. */
async function forgetOldest(folder: string): Promise<void> {
  const entries = await Array.fromAsync(Deno.readDir(folder));
  if (entries.length <= MOST_TEXTS) return;
  const aged = await Promise.all(entries.map(async ({ name }) => {
    const path = join(folder, name);
    const info = await Deno.lstat(path).catch(() => undefined);
    return { path, at: info?.mtime?.getTime() ?? 0 };
  }));
  aged.sort((one, other) => one.at - other.at);
  for (const { path } of aged.slice(0, entries.length - MOST_TEXTS)) {
    await Deno.remove(path).catch(() => {}); // another process forgets as well
  }
}

function isRefused(error: unknown): boolean {
  return error instanceof Deno.errors.PermissionDenied ||
    error instanceof Deno.errors.NotCapable ||
    error instanceof Deno.errors.NotADirectory ||
    error instanceof Deno.errors.NotFound ||
    error instanceof Deno.errors.AlreadyExists ||
    error instanceof Error && "code" in error &&
      ["EROFS", "ENOSPC", "EDQUOT"].includes(String(error.code));
}

const MOST_TEXTS = 1_000;
