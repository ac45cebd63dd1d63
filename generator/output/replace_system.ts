/**
 * Puts a system in the place of the one that was generated before: whole or not at all.
 *
 * @module
 */
import { dirname, join, resolve } from "node:path";
import { type EarlierSystem, earlierSystem } from "./earlier_system.ts";
import { MANIFEST_PATH } from "./manifest.ts";
import type { OutputFile } from "./render_plan.ts";
import { TargetNotEmpty, writeSystem } from "./write_system.ts";

/** What became of the folder. */
export interface ReplacedSystem {
  /** Its path. */
  readonly path: string;
  /** Whether the system is the same, byte for byte, so that its evidence still holds. */
  readonly isSame: boolean;
}

/**
 * Writes a system beside the earlier one and moves it into its place. Where it is the same, only what stands beside a system is
 * written: its evidence stays.
 *
 * @param files The system with its manifest
 * @param beside What is not a part of it, such as the record of its generation
 * @throws {TargetNotEmpty} when somebody has changed the earlier one meanwhile.
 */
export async function replaceSystem(
  { dir, manifest }: EarlierSystem,
  files: readonly Pick<OutputFile, "path" | "text">[],
  beside: readonly { readonly path: string; readonly text: string }[],
): Promise<ReplacedSystem> {
  const goal = resolve(dir);
  const now = await earlierSystem(dir);
  if (now?.manifest !== manifest) {
    throw new TargetNotEmpty(
      `Cannot generate anew in "${dir}": found that it has changed meanwhile, wanted it as it was`,
    );
  }
  const isSame = files.some(({ path, text }) =>
    path === MANIFEST_PATH && text === manifest
  );
  if (isSame) {
    for (const { path, text } of beside) {
      const target = join(goal, path);
      await Deno.mkdir(dirname(target), { recursive: true });
      await Deno.writeTextFile(target, text);
    }
    return { path: goal, isSame };
  }
  const next = await freeName(goal, "next");
  const before = await freeName(goal, "before");
  await writeSystem(next, [...files, ...beside]);
  await Deno.rename(goal, before);
  try {
    await Deno.rename(next, goal);
  } catch (error) {
    await Deno.rename(before, goal);
    await Deno.remove(next, { recursive: true });
    throw error;
  }
  await Deno.remove(before, { recursive: true });
  return { path: goal, isSame };
}

/** A name beside the folder that nothing has; it stays on the same file system. */
async function freeName(goal: string, what: string): Promise<string> {
  const path = await Deno.makeTempDir({
    dir: dirname(goal),
    prefix: `.autocoder-${what}-`,
  });
  await Deno.remove(path);
  return path;
}
