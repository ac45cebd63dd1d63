/**
 * Finds the Deno that a verification runs the system with.
 *
 * @module
 */
import { basename, delimiter, join, resolve } from "node:path";
import { tmpdir } from "node:os";
import { startChild } from "./child_process.ts";

/** The oldest Deno that generated systems run on. */
export const OLDEST_DENO = "2.4.0";

/** A Deno that can be used. */
export interface FoundDeno {
  /** Its executable. */
  readonly path: string;
  /** Its version, such as `2.9.6`. */
  readonly version: string;
}

/** Where to look; each has a default, so that tests can replace it. */
export interface FindDenoOptions {
  /** An executable the user named; when given, nothing else is tried. */
  readonly deno?: string;
  /** The environment. @default the process's own */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** The executable that runs this code. @default Deno.execPath() */
  readonly execPath?: string;
}

/**
 * Finds a Deno of at least {@link OLDEST_DENO}: the one named by the user, else `$DENO`, else `deno` on the PATH, else the
 * executable that runs this code, when that is Deno (as with `npx deno`).
 *
 * A Deno that was named (by the user or by `$DENO`) and cannot be used is not replaced by another.
 */
export async function findDeno(
  options: FindDenoOptions = {},
): Promise<FoundDeno | undefined> {
  const env = options.env ?? Deno.env.toObject();
  const named = options.deno ?? env.DENO;
  if (named) return await asDeno(named, env);
  const candidates = (env.PATH ?? "").split(delimiter).filter((folder) =>
    folder !== ""
  ).map((folder) => join(folder, "deno"));
  const own = options.execPath ?? Deno.execPath();
  // A compiled program is not Deno, whatever it can run.
  if (/^deno(\.exe)?$/.test(basename(own))) candidates.push(own);
  for (const candidate of candidates) {
    if (!await isFile(candidate)) continue;
    const found = await asDeno(candidate, env);
    if (found) return found;
  }
  return undefined;
}

/** Tells whether version `a` is at least version `b`; pre-release marks are left out. */
export function isAtLeast(a: string, b: string): boolean {
  const [left, right] = [parts(a), parts(b)];
  for (let index = 0; index < 3; index++) {
    const difference = (left[index] ?? 0) - (right[index] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return true;
}

async function asDeno(
  path: string,
  env: Readonly<Record<string, string | undefined>>,
): Promise<FoundDeno | undefined> {
  const program = path.includes("/") ? resolve(path) : path;
  const text = await outputOf(program, { ...definite(env), NO_COLOR: "1" });
  const [, version, real] = /^(\d+\.\d+\.\d+)\S* (.+)\n/.exec(text) ?? [];
  return version && real && isAtLeast(version, OLDEST_DENO)
    ? { path: real, version }
    : undefined;
}

async function outputOf(
  program: string,
  env: Record<string, string>,
): Promise<string> {
  try {
    const signal = AbortSignal.timeout(10_000);
    // A `deno` on the PATH may be a script that starts the real one and does not pass signals on (npm's is).
    const code = "console.log(`${Deno.version.deno} ${Deno.execPath()}`)";
    const options = { cwd: tmpdir(), env, signal };
    await using child = startChild(program, ["eval", code], options);
    return (await child.exited).code === 0 ? child.output.stdout : "";
  } catch {
    // What cannot be started is no Deno.
    return "";
  }
}

function definite(
  env: Readonly<Record<string, string | undefined>>,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).filter((entry): entry is [string, string] =>
      entry[1] !== undefined
    ),
  );
}

async function isFile(path: string): Promise<boolean> {
  try {
    return (await Deno.stat(path)).isFile;
  } catch {
    return false;
  }
}

function parts(version: string): number[] {
  return version.split("-")[0]?.split(".").map(Number) ?? [];
}
