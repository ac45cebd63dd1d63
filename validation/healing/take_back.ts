/**
 * Takes back a healing: in the process that made it, or after that was killed.
 *
 * @module
 */
import { join, resolve } from "node:path";
import { sha256 } from "../../generator/output/manifest.ts";
import { readIfThere } from "../read_subject.ts";
import { ignoreMissing, removeDurably, writeDurably } from "./durable_file.ts";
import { lockHealing } from "./healing_lock.ts";
import {
  HEALING_FOLDER,
  type JournalEntry,
  readJournal,
  removeEmptyFolder,
  removeJournal,
  temporaryFile,
} from "./healing_journal.ts";

/** What became of the files of a healing that was taken back. */
export interface TakenBack {
  /** The files and folders that are as they were before. */
  readonly restored: readonly string[];
  /** The files that somebody has changed since, which stay; what they were before is in `.autocoder/healing/before/`. */
  readonly left: readonly string[];
}

/**
 * Takes back a healing that was killed halfway; undefined when there is none. One that is at work in another process is
 * waited for.
 *
 * @throws {ValidationPipelineError} when its journal cannot be read.
 */
export async function takeBackHealing(
  dir: string,
  options: { readonly signal?: AbortSignal } = {},
): Promise<TakenBack | undefined> {
  const folder = resolve(dir);
  const isThere = await Deno.stat(join(folder, HEALING_FOLDER))
    .catch(ignoreMissing);
  if (!isThere) return undefined;
  using _lock = await lockHealing(folder, options);
  const entries = await readJournal(folder);
  if (entries) return await restore(folder, entries);
  // Killed before it had begun, or when it had ended: only what lies beside the journal is left.
  await removeJournal(folder);
}

/** Puts everything back as the journal says, and ends it. It may be done again after it was itself killed. */
export async function restore(
  dir: string,
  entries: readonly JournalEntry[],
): Promise<TakenBack> {
  const restored: string[] = [];
  const left: string[] = [];
  for (const entry of [...entries].reverse()) {
    const { path } = entry;
    if (path.endsWith("/")) {
      await removeEmptyFolder(join(dir, path.slice(0, -1)));
      continue;
    }
    const outcome = await restoreFile(dir, entry);
    if (outcome === "restored") restored.unshift(path);
    if (outcome === "left") left.unshift(path);
  }
  await removeJournal(dir);
  return { restored, left };
}

async function restoreFile(
  dir: string,
  { path, before, written }: JournalEntry,
): Promise<"restored" | "left" | "same"> {
  const target = join(dir, path);
  const now = await readIfThere(target);
  if (now === (before ?? undefined)) return "same";
  const isOurs = !await leadsOut(dir, path) &&
    (now === undefined || written.includes(await sha256(now)));
  if (!isOurs) {
    if (before !== null) await keepAside(dir, path, before);
    return "left";
  }
  if (before === null) await removeDurably(target);
  else await writeDurably(target, before, temporaryFile(dir));
  return "restored";
}

/** Whether something on the way to a file is a link: what it leads to may be none of the system's. */
export async function leadsOut(dir: string, path: string): Promise<boolean> {
  const parts = path.replace(/\/$/, "").split("/");
  for (const index of parts.keys()) {
    const info = await Deno.lstat(join(dir, ...parts.slice(0, index + 1)))
      .catch(ignoreMissing);
    if (info?.isSymlink) return true;
  }
  return false;
}

async function keepAside(
  dir: string,
  path: string,
  text: string,
): Promise<void> {
  await writeDurably(
    join(dir, HEALING_FOLDER, "before", path),
    text,
    temporaryFile(dir),
  );
}
