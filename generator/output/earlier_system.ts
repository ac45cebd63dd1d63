/**
 * Looks whether a folder holds a system just as it was generated, so that it can be generated anew without loss.
 *
 * @module
 */
import { join } from "node:path";
import { type Manifest, MANIFEST_PATH, sha256 } from "./manifest.ts";
import { TargetNotEmpty } from "./write_system.ts";

/** A system that was generated before, in which nothing has changed since. */
export interface EarlierSystem {
  /** Its folder. */
  readonly dir: string;
  /** Its name, as its manifest has it. */
  readonly system: string;
  /** The text of its manifest. */
  readonly manifest: string;
}

/**
 * Finds the system of a folder; undefined where there is none. Evidence, and what a model has answered, may stand in it beside
 * what was generated.
 *
 * @throws {TargetNotEmpty} when something in it was changed, added or removed since.
 */
export async function earlierSystem(
  dir: string,
): Promise<EarlierSystem | undefined> {
  const text = await textOf(join(dir, MANIFEST_PATH));
  const manifest = text === undefined ? undefined : manifestIn(text);
  if (text === undefined || manifest === undefined) return undefined;
  const wanted = new Map(manifest.files.map((one) => [one.path, one.sha256]));
  for (const path of await pathsIn(dir, "")) {
    if (path === MANIFEST_PATH) continue;
    const hash = wanted.get(path);
    if (hash === undefined) {
      throw changed(dir, `"${path}", which was not generated`);
    }
    const now = await textOf(join(dir, path));
    if (now === undefined || await sha256(now) !== hash) {
      throw changed(dir, `"${path}" changed since it was generated`);
    }
    wanted.delete(path);
  }
  const [missing] = wanted.keys();
  if (missing !== undefined) {
    throw changed(dir, `no "${missing}", which was generated`);
  }
  return { dir, system: manifest.system, manifest: text };
}

function changed(dir: string, found: string): TargetNotEmpty {
  return new TargetNotEmpty(
    `Cannot generate anew in "${dir}": found ${found}, wanted the system as it was generated, or an empty or missing folder`,
  );
}

/** The files and links, and folders that are not looked into. */
async function pathsIn(dir: string, below: string): Promise<string[]> {
  const paths: string[] = [];
  for await (const { name, isDirectory } of Deno.readDir(join(dir, below))) {
    const path = below + name;
    if (BESIDE.has(path)) continue;
    if (isDirectory && !WHOLE.has(path)) {
      paths.push(...await pathsIn(dir, `${path}/`));
    } else paths.push(path);
  }
  return paths.toSorted();
}

/** The text of a file; undefined where there is no such file, or a link. */
async function textOf(path: string): Promise<string | undefined> {
  try {
    const { isFile } = await Deno.lstat(path);
    return isFile ? await Deno.readTextFile(path) : undefined;
  } catch (error) {
    if (
      error instanceof Deno.errors.NotFound ||
      error instanceof Deno.errors.NotADirectory
    ) return undefined;
    throw error;
  }
}

function manifestIn(
  text: string,
): Pick<Manifest, "system" | "files"> | undefined {
  try {
    const { system, files } = Object(JSON.parse(text));
    const isList = Array.isArray(files) &&
      files.every((one) =>
        typeof one?.path === "string" && typeof one?.sha256 === "string"
      );
    return typeof system === "string" && isList ? { system, files } : undefined;
  } catch {
    return undefined;
  }
}

/** What is written beside a system, by its tools. */
const BESIDE: ReadonlySet<string> = new Set(["evidence", ".autocoder/model"]);

/** Folders of somebody else's, however many files they have. */
const WHOLE: ReadonlySet<string> = new Set(["data", "node_modules", ".git"]);
