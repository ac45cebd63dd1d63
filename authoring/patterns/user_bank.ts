/**
 * A user's own bank: a folder of patterns, read with the same checks, and added to when the user asks.
 *
 * @module
 */
import { join } from "node:path";
import type { Pattern } from "./pattern.ts";
import { PatternError, readPattern } from "./read_pattern.ts";
import { patternText } from "./write_pattern.ts";

/**
 * Reads every pattern of a folder.
 *
 * @throws {PatternError} when there is no such folder, or a file of it holds no pattern.
 */
export async function readUserBank(
  folder: string,
): Promise<readonly Pattern[]> {
  const files: string[] = [];
  try {
    for await (const { name, isFile } of Deno.readDir(folder)) {
      if (isFile && name.endsWith(".yaml")) files.push(name);
    }
  } catch (cause) {
    throw new PatternError(
      `Cannot read the bank "${folder}": found no folder that can be read there`,
      { cause },
    );
  }
  if (files.length > MOST_FILES) {
    throw new PatternError(
      `Cannot read the bank "${folder}": found ${files.length} patterns, wanted at most ${MOST_FILES}`,
    );
  }
  return await Promise.all(
    files.toSorted().map(async (file) =>
      readPattern(await Deno.readTextFile(join(folder, file)), file)
    ),
  );
}

/** The bank has another pattern of that name; the message says what to do. */
export class PatternExists extends Error {
  /** The name of the error. */
  override readonly name = "PatternExists";
}

/** What became of a pattern that was to be kept. */
export type Kept = "added" | "there already" | "replaced";

/**
 * Adds a pattern to a user's bank; the folder is made where there is none.
 *
 * @param options.replace takes the place of another pattern of that name. @default false
 * @throws {PatternExists} when the bank has another pattern of that name.
 * @throws {PatternError} when the pattern could not be read again.
 */
export async function keepPattern(
  folder: string,
  pattern: Pattern,
  options: { readonly replace?: boolean } = {},
): Promise<Kept> {
  const file = `${pattern.name}.yaml`;
  const path = join(folder, file);
  const text = patternText(pattern);
  await readPattern(text, file); // what could not be read would break the bank
  await Deno.mkdir(folder, { recursive: true });
  try {
    await Deno.writeTextFile(path, text, { createNew: true });
    return "added";
  } catch (error) {
    if (!(error instanceof Deno.errors.AlreadyExists)) throw error;
  }
  if (await Deno.readTextFile(path) === text) return "there already";
  if (!options.replace) {
    throw new PatternExists(
      `Cannot add the pattern "${pattern.name}" to the bank "${folder}": found another one of that name; ` +
        "remove it, or ask for it to be replaced",
    );
  }
  await Deno.writeTextFile(path, text);
  return "replaced";
}

const MOST_FILES = 1000;
