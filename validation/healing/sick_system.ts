/**
 * Opens a system that failed for healers.
 *
 * @module
 */
import { join } from "node:path";
import { generateFiles } from "../../generator/generate.ts";
import { sha256 } from "../../generator/output/manifest.ts";
import { prepareBlueprint } from "../../generator/prepare.ts";
import { readIfThere, readSubject } from "../read_subject.ts";
import type { SickSystem } from "./healer.ts";

/** Reads what healers need; undefined without a manifest or a valid blueprint, which are matters of tier 1. */
export async function openSickSystem(
  dir: string,
): Promise<SickSystem | undefined> {
  const { manifest, model, blueprintText } = await readSubject(dir);
  if (!manifest || !model || blueprintText === undefined) return undefined;
  const entries = new Map(manifest.files.map((file) => [file.path, file]));
  const read = (path: string) =>
    isInside(path) ? readIfThere(join(dir, path)) : Promise.resolve(undefined);
  let generated: Promise<ReadonlyMap<string, string>> | undefined;
  return {
    model,
    blueprintText,
    entries,
    read,
    generated: () =>
      generated ??= regenerated(blueprintText, dir, isVendored(entries))
        .catch(noneGenerated),
    isEdited: async (path) => {
      const entry = entries.get(path);
      if (entry === undefined) return false;
      const text = await read(path);
      return text === undefined || await sha256(text) !== entry.sha256;
    },
  };
}

/**
 * Generates the files of a blueprint in a folder with its files of logic; by path.
 *
 * @throws {RangeError} when the blueprint is not valid, or makes files that do not parse.
 */
export async function regenerated(
  blueprintText: string,
  folder: string,
  vendored: boolean,
): Promise<ReadonlyMap<string, string>> {
  const { model, diagnostics } = await prepareBlueprint(
    blueprintText,
    "blueprint.yaml",
    { folder },
  );
  if (!model) {
    const first = diagnostics.find(({ severity }) => severity === "error");
    throw new RangeError(
      `Cannot generate the system again: ${first?.code} ${first?.message}`,
    );
  }
  const { files, figures } = await generateFiles(model, blueprintText, {
    harness: vendored ? "vendored" : "jsr",
  });
  const [broken] = figures.syntaxErrors;
  if (broken) {
    throw new RangeError(
      `Cannot generate the system again: ${broken.message}`,
    );
  }
  return new Map(files.map(({ path, text }) => [path, text]));
}

function noneGenerated(error: unknown): ReadonlyMap<string, string> {
  if (error instanceof RangeError) return new Map();
  throw error;
}

/** Whether the harness is part of a system. */
export function isVendored(entries: ReadonlyMap<string, unknown>): boolean {
  return entries.has("harness/mod.ts");
}

/** Whether a path stays in the system. */
export function isInside(path: string): boolean {
  return path !== "" && !path.startsWith("/") && !path.includes("\\") &&
    !path.split("/").includes("..");
}
