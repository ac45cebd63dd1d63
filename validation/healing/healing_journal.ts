/**
 * What a healing has changed and how it was before, on disk before anything is changed: whoever comes after a healing that
 * was killed can take it back.
 *
 * @module
 */
import { join } from "node:path";
import { ValidationPipelineError } from "../errors.ts";
import { readIfThere } from "../read_subject.ts";
import { ignoreMissing, removeDurably, writeDurably } from "./durable_file.ts";
import { isInside } from "./sick_system.ts";

/** A file or folder that a healing changes. */
export interface JournalEntry {
  /** Its path in the system; one that ends with a slash is a folder. */
  readonly path: string;
  /** Its text before; null when it was not there. */
  readonly before: string | null;
  /** SHA-256 of each text that the healing gives it: any other is somebody else's. */
  readonly written: readonly string[];
}

/**
 * Reads the journal of a healing that has not ended; undefined when there is none.
 *
 * @throws {ValidationPipelineError} when it is no journal: then nobody knows what was there before.
 */
export async function readJournal(
  dir: string,
): Promise<readonly JournalEntry[] | undefined> {
  const text = await readIfThere(join(dir, JOURNAL_PATH));
  if (text === undefined) return undefined;
  const entries = entriesIn(text);
  if (entries) return entries;
  throw new ValidationPipelineError(
    `Cannot take back a healing that was interrupted: found no journal in "${JOURNAL_PATH}", wanted one as autocoder writes it; restore the system from version control, or remove that file to keep the system as it is`,
  );
}

/** Writes the journal; it is on disk when this resolves. */
export async function writeJournal(
  dir: string,
  entries: readonly JournalEntry[],
): Promise<void> {
  await Deno.mkdir(join(dir, HEALING_FOLDER), { recursive: true });
  await writeDurably(
    join(dir, JOURNAL_PATH),
    JSON.stringify({ schema: SCHEMA, entries }, null, 2) + "\n",
    temporaryFile(dir),
  );
}

/** Removes the journal: from then on the system is as it shall be. */
export async function removeJournal(dir: string): Promise<void> {
  await removeDurably(join(dir, JOURNAL_PATH));
  await Deno.remove(temporaryFile(dir)).catch(ignoreMissing);
  await removeEmptyFolder(join(dir, HEALING_FOLDER));
}

/** Removes a folder; one that something is in stays. */
export async function removeEmptyFolder(path: string): Promise<void> {
  try {
    await removeDurably(path);
  } catch (error) {
    const isFull = (error as { code?: unknown }).code === "ENOTEMPTY";
    if (!isFull) throw error;
  }
}

/** Where texts are written before they are moved where they belong. */
export function temporaryFile(dir: string): string {
  return join(dir, HEALING_FOLDER, "new");
}

function entriesIn(text: string): readonly JournalEntry[] | undefined {
  try {
    const value = JSON.parse(text) as { schema?: unknown; entries?: unknown };
    return value?.schema === SCHEMA && Array.isArray(value.entries) &&
        value.entries.every(isEntry)
      ? value.entries
      : undefined;
  } catch {
    return undefined;
  }
}

/** The journal is a file of the system, which may come from anywhere: none of its paths may lead out. */
function isEntry(value: unknown): value is JournalEntry {
  if (typeof value !== "object" || value === null) return false;
  const { path, before, written } = value as Partial<JournalEntry>;
  return typeof path === "string" && isInside(path) &&
    (before === null || typeof before === "string") &&
    Array.isArray(written) && written.every((one) => typeof one === "string");
}

/** Where a healing keeps what it needs; none of the system's. */
export const HEALING_FOLDER = ".autocoder/healing";

/** The journal; there only while a system is healed. */
export const JOURNAL_PATH: string = `${HEALING_FOLDER}/journal.json`;

const SCHEMA = "autocoder/healing-journal/v1";
