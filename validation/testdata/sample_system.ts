/**
 * Writes the sample system to a temporary folder, whole or broken on purpose.
 *
 * @module
 */
import { writeSystem } from "../../generator/output/write_system.ts";
import {
  MANIFEST_PATH,
  manifestText,
} from "../../generator/output/manifest.ts";
import { SAMPLE_FILES } from "./sample_files.ts";

/** Changes of files: a new text, or a function of the old one; `null` leaves the file out. */
export type SampleChanges = Readonly<
  Record<string, string | null | ((text: string) => string)>
>;

/** A sample system on disk; disposing of it removes it. */
export interface SampleSystem extends AsyncDisposable {
  /** Its folder. */
  readonly dir: string;
}

/** Writes the sample; the changes become part of the manifest, `afterwards` they do not. */
export async function sampleSystem(
  changes: SampleChanges = {},
  afterwards: SampleChanges = {},
): Promise<SampleSystem> {
  const texts = applied(SAMPLE_FILES, changes);
  const files = Object.entries(texts).map(([path, text]) => ({
    path,
    text,
    type: "project" as const,
    phase: "scaffold" as const,
    ownership: path.startsWith("kit/")
      ? "verbatim" as const
      : "generated" as const,
  }));
  const manifest = await manifestText(files, {
    system: "sample_notes",
    version: "0.0.0",
  });
  const parent = await Deno.makeTempDir({ prefix: "autocoder-sample-" });
  const dir = await writeSystem(`${parent}/notes`, [
    ...files,
    { path: MANIFEST_PATH, text: manifest },
  ]);
  const present = applied(texts, afterwards);
  for (const path of Object.keys(afterwards)) {
    const text = present[path];
    if (text === undefined) await Deno.remove(`${dir}/${path}`);
    else await Deno.writeTextFile(`${dir}/${path}`, text);
  }
  return {
    dir,
    [Symbol.asyncDispose]: () => Deno.remove(parent, { recursive: true }),
  };
}

function applied(
  files: Readonly<Record<string, string>>,
  changes: SampleChanges,
): Record<string, string> {
  const texts = { ...files };
  for (const [path, change] of Object.entries(changes)) {
    if (change === null) delete texts[path];
    else if (typeof change === "string") texts[path] = change;
    else {
      const before = texts[path] ?? "";
      const after = change(before);
      if (after === before) {
        throw new RangeError(
          `Cannot change "${path}": found nothing to change`,
        );
      }
      texts[path] = after;
    }
  }
  return texts;
}
