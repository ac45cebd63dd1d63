/**
 * Compares two generated systems on disk.
 *
 * @module
 */
import { join } from "node:path";
import {
  type Manifest,
  MANIFEST_PATH,
} from "../../generator/output/manifest.ts";

/** Compares the manifests and, byte for byte and by permissions, all files that the first one names. */
export async function compareSystems(
  left: string,
  right: string,
): Promise<{ readonly files: number; readonly differences: string[] }> {
  const manifest: Manifest = JSON.parse(
    await Deno.readTextFile(join(left, MANIFEST_PATH)),
  );
  const paths = [MANIFEST_PATH, ...manifest.files.map(({ path }) => path)];
  const differences: string[] = [];
  for (const path of paths) {
    const same = await areSame(join(left, path), join(right, path));
    if (!same) differences.push(path);
  }
  return { files: paths.length, differences };
}

async function areSame(left: string, right: string): Promise<boolean> {
  try {
    const [a, b] = await Promise.all([
      Deno.readFile(left),
      Deno.readFile(right),
    ]);
    const [x, y] = await Promise.all([Deno.stat(left), Deno.stat(right)]);
    return x.mode === y.mode && a.length === b.length &&
      a.every((byte, i) => byte === b[i]);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return false;
    throw error;
  }
}
