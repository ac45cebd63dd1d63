/**
 * The files of a system as they are on disk, each with its hash.
 *
 * @module
 */
import { createHash } from "node:crypto";
import { join } from "node:path";
import { NOT_PART_OF_A_SYSTEM } from "../copy_system.ts";

/** A system's files: everything but data, evidence, settings and version control. */
export interface SystemTree {
  /** SHA-256 of each file, in hexadecimal digits, by its path with `/` between; sorted by path. */
  readonly files: ReadonlyMap<string, string>;
  /** SHA-256 of the list, as {@link treeText} writes it. */
  readonly sha256: string;
}

/** Reads and hashes the files of a system. Links are left out, as they are when it is verified. */
export async function readSystemTree(dir: string): Promise<SystemTree> {
  const paths = await pathsIn(dir, "");
  const hashed = await Promise.all(
    paths.toSorted().map(async (path) =>
      [path, hash(await Deno.readFile(join(dir, path)))] as const
    ),
  );
  const files = new Map(hashed);
  return { files, sha256: hash(treeText(files)) };
}

/** Writes hashes as `sha256sum --check` reads them. */
export function treeText(files: ReadonlyMap<string, string>): string {
  return [...files].map(([path, sha256]) => `${sha256}  ${path}\n`).join("");
}

/** Reads what {@link treeText} wrote; what is no such line is left out. */
export function parseTree(text: string): ReadonlyMap<string, string> {
  const lines = text.matchAll(/^([0-9a-f]{64}) {2}(.+)$/gm);
  return new Map(
    [...lines].map(([, sha256 = "", path = ""]) => [path, sha256]),
  );
}

async function pathsIn(dir: string, below: string): Promise<string[]> {
  const paths: string[] = [];
  for await (const { name, isFile, isDirectory } of Deno.readDir(dir)) {
    if (NOT_PART_OF_A_SYSTEM.has(below + name)) continue;
    if (isFile) paths.push(below + name);
    if (isDirectory) {
      paths.push(...await pathsIn(join(dir, name), `${below}${name}/`));
    }
  }
  return paths;
}

function hash(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}
