/**
 * Generates a system, breaks it where that is wanted, and fuzzes it.
 *
 * @module
 */
import { generateFiles } from "../../generator/generate.ts";
import { writeSystem } from "../../generator/output/write_system.ts";
import { prepareBlueprint } from "../../generator/prepare.ts";
import type { DeepJournal } from "../deep_journal.ts";
import { DEEP_LIMITS } from "../deep_part.ts";
import { type FuzzReport, fuzzReport } from "../fuzz/fuzz_report.ts";
import { openTestDatabase } from "../test_database.ts";
import { type Edit, editFiles, inContext } from "./deep_rig.ts";

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
    await editFiles(
      dir,
      Object.entries(edits).flatMap(([path, changes]) =>
        changes.map(([from, to]): Edit => [path, from, to])
      ),
    );
    const signal = options.signal ?? new AbortController().signal;
    await using database = await openTestDatabase(model);
    const given = {
      signal,
      seed,
      env: database.env,
      limits: { ...DEEP_LIMITS, fuzzRequests: requests },
      ...(options.journal ? { journal: options.journal } : {}),
      ...(options.tell ? { tell: options.tell } : {}),
    };
    return await inContext(dir, given, async (context) => ({
      report: await fuzzReport(
        context,
        "fuzz.log",
        options.limitMs === undefined ? {} : { limitMs: options.limitMs },
      ),
      log: context.bench.logs.get("fuzz.log") ?? "",
    }));
  } finally {
    await Deno.remove(parent, { recursive: true });
  }
}
