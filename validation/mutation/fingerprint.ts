/**
 * Tells whether the code and the tests of a system are what they were.
 *
 * @module
 */
import { join } from "node:path";
import { sha256 } from "../../generator/output/manifest.ts";
import type { DeepContext } from "../deep_part.ts";
import { readIfThere } from "../read_subject.ts";
import { readTestFiles } from "./test_file.ts";

/** Digests all that decides what becomes of a mutant: what was generated, as it is now, and every test. */
export async function fingerprintOf(
  { subject, manifest }: Pick<DeepContext, "subject" | "manifest">,
): Promise<string> {
  const tests = await readTestFiles(subject.dir);
  const paths = new Set([
    ...manifest.files.map(({ path }) => path),
    ...tests.map(({ path }) => path),
  ]);
  const digests: string[] = [];
  for (const path of [...paths].toSorted()) {
    const text = await readIfThere(join(subject.dir, path));
    digests.push(`${path} ${text === undefined ? "" : await sha256(text)}`);
  }
  return (await sha256(digests.join("\n"))).slice(0, 16);
}
