/**
 * The golden systems: what inputs of different shapes become, to the byte.
 *
 * Each folder of tests/golden/ has a `request.txt` or a `blueprint.yaml`, and under `expected/` the
 * tree it becomes. Copies of harness/ and kit/ are left out there; the manifest has their hashes.
 * `deno task golden` writes the trees anew.
 *
 * @module
 */
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { generateFiles } from "../generator/generate.ts";
import type { OutputFile } from "../generator/output/render_plan.ts";
import {
  prepareBlueprint,
  type PreparedSystem,
  prepareRequest,
} from "../generator/prepare.ts";
import { readTree } from "../templates/bundle.ts";

/** One golden system. */
export interface GoldenCase {
  /** The folder's name. */
  readonly name: string;
  /** The folder. */
  readonly folder: URL;
}

/** Lists the golden systems by name. */
export async function goldenCases(): Promise<GoldenCase[]> {
  const cases: GoldenCase[] = [];
  for await (const entry of Deno.readDir(GOLDEN)) {
    if (entry.isDirectory) {
      cases.push({
        name: entry.name,
        folder: new URL(`${entry.name}/`, GOLDEN),
      });
    }
  }
  return cases.sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Generates a golden system from its input. */
export async function generateCase(
  { name, folder }: GoldenCase,
): Promise<readonly OutputFile[]> {
  const prepared = await prepareCase(folder);
  if (!prepared.model) {
    throw new Error(
      `Cannot generate "${name}": ${
        JSON.stringify(prepared.diagnostics, null, 2)
      }`,
    );
  }
  return (await generateFiles(prepared.model, prepared.blueprintText)).files;
}

/** Reads the expected tree of a golden system as `path → text`. */
export async function expectedTree(
  { folder }: GoldenCase,
): Promise<Map<string, string>> {
  return new Map(await readTree(new URL("expected/", folder), () => true));
}

/** Keeps the files that stand in the expected tree. */
export function keptFiles(files: readonly OutputFile[]): OutputFile[] {
  return files.filter((file) => file.ownership !== "verbatim");
}

async function prepareCase(folder: URL): Promise<PreparedSystem> {
  const request = await Deno.readTextFile(new URL("request.txt", folder)).catch(
    () => undefined,
  );
  if (request !== undefined) return await prepareRequest(request);
  return await prepareBlueprint(
    await Deno.readTextFile(new URL("blueprint.yaml", folder)),
    "blueprint.yaml",
    { folder: fileURLToPath(folder) },
  );
}

async function rewrite(testCase: GoldenCase): Promise<void> {
  const expected = new URL("expected/", testCase.folder);
  await Deno.remove(expected, { recursive: true }).catch(() => {});
  for (const file of keptFiles(await generateCase(testCase))) {
    const path = fileURLToPath(new URL(file.path, expected));
    await Deno.mkdir(dirname(path), { recursive: true });
    await Deno.writeTextFile(path, file.text);
  }
}

const GOLDEN = new URL("golden/", import.meta.url);

if (import.meta.main) {
  for (const testCase of await goldenCases()) await rewrite(testCase);
}
