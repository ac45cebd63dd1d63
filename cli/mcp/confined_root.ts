/**
 * A folder that a coding agent may work in, and nothing outside of it.
 *
 * @module
 */
import { isAbsolute, join, relative, sep } from "node:path";
import { CommandFailure, EXIT } from "../exit_code.ts";

/** Turns the paths that an agent gives into real ones, and refuses those that lead elsewhere. */
export class ConfinedRoot {
  /** The folder, without links. */
  readonly dir: string;

  private constructor(dir: string) {
    this.dir = dir;
  }

  /**
   * Opens a folder.
   *
   * @throws {CommandFailure} when there is no such folder.
   */
  static async open(dir: string): Promise<ConfinedRoot> {
    const real = await Deno.realPath(dir).catch(() => undefined);
    if (real === undefined || !(await Deno.stat(real)).isDirectory) {
      throw new CommandFailure(
        `Cannot serve "${dir}": found ${
          real === undefined ? "nothing there" : "a file"
        }, wanted a folder`,
        EXIT.couldNotRun,
      );
    }
    return new ConfinedRoot(real);
  }

  /**
   * Gives the absolute path of what an agent named, relative to the root; it need not be there yet.
   *
   * @throws {CommandFailure} when it is no relative path, or it or a link on the way leads out of the root.
   */
  async resolve(path: string): Promise<string> {
    const fault = faultOf(path);
    if (fault !== undefined) throw refused(path, fault);
    let real = this.dir;
    const parts = path.split("/").filter((part) => part !== "" && part !== ".");
    for (const [index, part] of parts.entries()) {
      const next = join(real, part);
      const info = await lstat(next);
      // What is not there has nothing in it that could lead out.
      if (info === undefined) return join(real, ...parts.slice(index));
      const target = info.isSymlink ? await realPath(next) : next;
      if (target === undefined || !this.holds(target)) {
        throw refused(path, `a link out of the root ("${part}")`);
      }
      real = target;
    }
    return real;
  }

  /** Says a path as an agent knows it. */
  relative(path: string): string {
    return relative(this.dir, path).split(sep).join("/") || ".";
  }

  /**
   * Lets a folder pass in which no link leads out of the root, whatever reads or writes there.
   *
   * @throws {CommandFailure} at the first link that does.
   */
  async refuseLinksIn(folder: string): Promise<void> {
    for await (const { name, isDirectory, isSymlink } of entriesOf(folder)) {
      const path = join(folder, name);
      if (isSymlink) {
        const target = await realPath(path);
        if (target === undefined || !this.holds(target)) {
          throw refused(this.relative(path), "a link out of the root");
        }
      } else if (isDirectory && !LEFT_ALONE.has(name)) {
        await this.refuseLinksIn(path);
      }
    }
  }

  /** Says whether an absolute path without links is inside. */
  holds(path: string): boolean {
    const way = relative(this.dir, path);
    return !isAbsolute(way) && way.split(sep)[0] !== "..";
  }
}

function faultOf(path: string): string | undefined {
  if (path.trim() === "") return "nothing";
  // deno-lint-ignore no-control-regex
  if (/[\u0000-\u001f\u007f]/.test(path)) return "a control character";
  if (path.includes("\\")) return "a backslash";
  if (isAbsolute(path) || /^[A-Za-z]:/.test(path)) return "an absolute path";
  if (path.startsWith("~")) return "a home folder";
  if (path.split("/").includes("..")) return '".."';
  return undefined;
}

function refused(path: string, found: string): CommandFailure {
  return new CommandFailure(
    `Cannot use the path ${
      JSON.stringify(path)
    }: found ${found}, wanted a path inside the root, relative to it`,
    EXIT.couldNotRun,
  );
}

async function lstat(path: string): Promise<Deno.FileInfo | undefined> {
  try {
    return await Deno.lstat(path);
  } catch (error) {
    if (isAbsent(error)) return undefined;
    throw error;
  }
}

/** Follows a link; undefined when it leads nowhere, or in a circle. */
async function realPath(path: string): Promise<string | undefined> {
  return await Deno.realPath(path).catch(() => undefined);
}

async function* entriesOf(folder: string): AsyncGenerator<Deno.DirEntry> {
  try {
    yield* Deno.readDir(folder);
  } catch (error) {
    if (!isAbsent(error)) throw error;
  }
}

function isAbsent(error: unknown): boolean {
  return error instanceof Deno.errors.NotFound ||
    error instanceof Deno.errors.NotADirectory;
}

/** Folders that no tool reads or writes. */
const LEFT_ALONE: ReadonlySet<string> = new Set([
  "data",
  "node_modules",
  ".git",
]);
