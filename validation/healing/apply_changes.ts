/**
 * Works out what proposals change on disk, writes it, and can take all of it back.
 *
 * @module
 */
import { dirname, join } from "node:path";
import { MANIFEST_PATH } from "../../generator/output/manifest.ts";
import { sha256 } from "../../generator/output/manifest.ts";
import type { TextChange } from "../../generator/unified_diff.ts";
import { readIfThere } from "../read_subject.ts";
import { copySystem } from "../copy_system.ts";
import { accessChange } from "./guard_access.ts";
import type { Proposal, SickSystem } from "./healer.ts";
import { writeDurably } from "./durable_file.ts";
import {
  type JournalEntry,
  removeJournal,
  temporaryFile,
  writeJournal,
} from "./healing_journal.ts";
import { isInside, isVendored, regenerated } from "./sick_system.ts";
import { leadsOut, restore } from "./take_back.ts";

/** Why a proposal is not carried out. */
export class HealingRefused extends Error {
  /** Tells it from other errors. */
  override readonly name = "HealingRefused";
}

/**
 * Lists what a proposal changes: its own edits and, where they are of the blueprint or of the user's logic, every file
 * that these are generated to.
 *
 * @throws {HealingRefused} when it would change who may do what, overwrite an edit, or make no valid system.
 */
export async function changesOf(
  { edits }: Proposal,
  system: SickSystem,
  dir: string,
): Promise<TextChange[]> {
  const after = new Map<string, string>();
  for (const { path, text } of edits) {
    if (!isInside(path)) throw new HealingRefused(`found the path "${path}"`);
    after.set(path, text);
  }
  const isSource = (path: string) =>
    path === BLUEPRINT || system.entries.get(path)?.ownership === "yours";
  if ([...after.keys()].some(isSource)) {
    for (const [path, text] of await generatedFrom(after, system, dir)) {
      if (!after.has(path)) after.set(path, text);
    }
  }
  const changes: TextChange[] = [];
  for (const [path, text] of after) {
    const before = path.endsWith("/") ? undefined : await system.read(path);
    if (before === text) continue;
    if (await leadsOut(dir, path)) {
      throw new HealingRefused(`found a link on the way to "${path}"`);
    }
    changes.push({ path, before, after: text });
  }
  return changes;
}

/** The files that the changed sources are generated to, but for those that somebody has edited. */
async function generatedFrom(
  edits: ReadonlyMap<string, string>,
  system: SickSystem,
  dir: string,
): Promise<Map<string, string>> {
  const blueprint = edits.get(BLUEPRINT) ?? system.blueprintText;
  const rule = accessChange(system.blueprintText, blueprint);
  if (rule !== undefined) {
    throw new HealingRefused(`${rule}: who may do what is never guessed`);
  }
  const folder = await Deno.makeTempDir({ prefix: "autocoder-heal-" });
  try {
    const copy = join(folder, "system");
    await copySystem(dir, copy);
    for (const [path, text] of edits) await writeFile(join(copy, path), text);
    const files = await regenerated(
      blueprint,
      copy,
      isVendored(system.entries),
    ).catch((error: unknown) => {
      throw new HealingRefused(
        error instanceof Error ? error.message : String(error),
      );
    });
    const kept = new Map<string, string>();
    for (const [path, text] of files) {
      if (await system.read(path) === text) continue;
      if (!await system.isEdited(path) || path === MANIFEST_PATH) {
        kept.set(path, text);
      } else if (system.entries.get(path)?.sha256 !== await sha256(text)) {
        throw new HealingRefused(`found "${path}" edited by hand`);
      }
    }
    return kept;
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

/** What was written to a system, so that it can be taken back as a whole, also by whoever comes after this process. */
export class Changes {
  readonly #dir: string;
  /** How each file was before anything was written; a folder before what is in it. */
  readonly #entries = new Map<string, JournalEntry>();

  /** Takes the system's folder; nothing is written yet. */
  constructor(dir: string) {
    this.#dir = dir;
  }

  /** Writes changes; what was there is in the journal, on disk, before the first of them is made. */
  async write(changes: readonly TextChange[]): Promise<void> {
    for (const change of changes) await this.#remember(change);
    await writeJournal(this.#dir, [...this.#entries.values()]);
    for (const { path, after } of changes) {
      const target = join(this.#dir, path);
      if (path.endsWith("/")) await Deno.mkdir(target, { recursive: true });
      else if (after !== undefined) {
        await writeDurably(target, after, temporaryFile(this.#dir));
      }
    }
  }

  /** Puts everything back as it was; what somebody else has changed since stays. */
  async takeBack(): Promise<void> {
    if (this.#entries.size === 0) return;
    await restore(this.#dir, [...this.#entries.values()]);
    this.#entries.clear();
  }

  /** Keeps everything as it is now: it can no longer be taken back. */
  async keep(): Promise<void> {
    if (this.#entries.size === 0) return;
    this.#entries.clear();
    await removeJournal(this.#dir);
  }

  async #remember({ path, after }: TextChange): Promise<void> {
    const target = join(this.#dir, path);
    const folder = path.endsWith("/") ? target : dirname(target);
    for (const missing of await missingFolders(folder, this.#dir)) {
      if (this.#entries.has(missing)) continue;
      this.#entries.set(missing, { path: missing, before: null, written: [] });
    }
    if (path.endsWith("/")) return;
    const known = this.#entries.get(path);
    this.#entries.set(path, {
      path,
      before: known ? known.before : await readIfThere(target) ?? null,
      written: [
        ...known?.written ?? [],
        ...(after === undefined ? [] : [await sha256(after)]),
      ],
    });
  }
}

/** The folders on the way to one that are not there, the outermost first, with a slash at the end. */
async function missingFolders(target: string, dir: string): Promise<string[]> {
  const missing: string[] = [];
  for (
    let folder = target.replace(/\/$/, "");
    folder.length > dir.length;
    folder = dirname(folder)
  ) {
    const isThere = await Deno.stat(folder).then(() => true, () => false);
    if (!isThere) missing.unshift(`${folder.slice(dir.length + 1)}/`);
  }
  return missing;
}

async function writeFile(path: string, text: string): Promise<void> {
  if (path.endsWith("/")) {
    await Deno.mkdir(path, { recursive: true });
    return;
  }
  await Deno.mkdir(dirname(path), { recursive: true });
  await Deno.writeTextFile(path, text);
}

const BLUEPRINT = "blueprint.yaml";
