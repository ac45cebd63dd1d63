/**
 * Generates a system, breaks it where that is wanted, and fuzzes it.
 *
 * @module
 */
import { generateFiles } from "../../generator/generate.ts";
import { MANIFEST_PATH } from "../../generator/output/manifest.ts";
import { writeSystem } from "../../generator/output/write_system.ts";
import { prepareBlueprint } from "../../generator/prepare.ts";
import { DeepJournal } from "../deep_journal.ts";
import { DEEP_LIMITS, type DeepContext } from "../deep_part.ts";
import { findDeno } from "../find_deno.ts";
import { type FuzzReport, fuzzReport } from "../fuzz/fuzz_report.ts";
import { readSubject } from "../read_subject.ts";
import { openTestDatabase } from "../test_database.ts";
import { Workbench } from "../workbench.ts";

/** How a system is fuzzed. */
export interface FuzzSystemOptions {
  /** The system: the text of its blueprint. */
  readonly blueprint: string;
  /** Where the blueprint stands, for what it refers to. */
  readonly folder?: string;
  /** What to break: by path, what a piece of its text becomes. */
  readonly edits?: Readonly<
    Record<string, readonly (readonly [from: string, to: string])[]>
  >;
  readonly requests: number;
  /** @default 1 */
  readonly seed?: number;
  readonly journal?: DeepJournal;
  readonly signal?: AbortSignal;
  readonly tell?: (check: string, text: string) => void;
  /** @default the report's own */
  readonly limitMs?: number;
}

/** Fuzzes it; gives the report and the raw output. */
export async function fuzzSystem(
  options: FuzzSystemOptions,
): Promise<{ readonly report: FuzzReport; readonly log: string }> {
  const { blueprint, folder, edits = {}, requests, seed = 1 } = options;
  const { model, blueprintText, diagnostics } = await prepareBlueprint(
    blueprint,
    "blueprint.yaml",
    folder === undefined ? {} : { folder },
  );
  if (!model) throw new RangeError(JSON.stringify(diagnostics));
  const { files } = await generateFiles(model, blueprintText);
  const parent = await Deno.makeTempDir({ prefix: "autocoder-fuzz-" });
  try {
    const dir = await writeSystem(`${parent}/system`, files);
    for (const [path, changes] of Object.entries(edits)) {
      let text = await Deno.readTextFile(`${dir}/${path}`);
      for (const [from, to] of changes) {
        if (!text.includes(from)) {
          throw new RangeError(`Cannot break "${path}": found no "${from}"`);
        }
        text = text.replace(from, () => to);
      }
      await Deno.writeTextFile(`${dir}/${path}`, text);
    }
    const subject = await readSubject(dir);
    const deno = await findDeno({ deno: Deno.execPath() });
    if (!subject.model || !subject.manifest || !deno) {
      throw new RangeError(`Cannot fuzz "${dir}": ${MANIFEST_PATH}`);
    }
    const signal = options.signal ?? new AbortController().signal;
    await using database = await openTestDatabase(subject.model);
    await using bench = new Workbench({
      dir,
      deno: deno.path,
      signal,
      env: database.env,
    });
    const context: DeepContext = {
      subject,
      deno,
      bench,
      signal,
      allowEdits: true,
      trace: () => {},
      model: subject.model,
      manifest: subject.manifest,
      seed,
      limits: { ...DEEP_LIMITS, fuzzRequests: requests },
      journal: options.journal ?? DeepJournal.inMemory(),
      tell: options.tell ?? (() => {}),
    };
    const report = await fuzzReport(
      context,
      "fuzz.log",
      options.limitMs === undefined ? {} : { limitMs: options.limitMs },
    );
    return { report, log: bench.logs.get("fuzz.log") ?? "" };
  } finally {
    await Deno.remove(parent, { recursive: true });
  }
}
