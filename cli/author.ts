/**
 * Has a language model write the behaviours of a blueprint that nobody has written yet, and shows how that goes.
 *
 * @module
 */
import type { AnswerRecord } from "../generator/authored/answer_record.ts";
import { NOT_WRITTEN } from "../generator/authored/behavior_unit.ts";
import type { PreparedSystem } from "../generator/prepare.ts";
import type { AuthorEvent } from "../authoring/bodies/author_event.ts";
import type { FailedUnit } from "../authoring/bodies/write_bodies.ts";
import type { GenerationSummary } from "../authoring/generation_summary.ts";
import { findDeno } from "../validation/find_deno.ts";
import { authorLine } from "./author_line.ts";
import type { Console } from "./console.ts";
import { CommandFailure, EXIT } from "./exit_code.ts";
import {
  modelFailure,
  type ModelFlags,
  openLanguageModel,
} from "./language_model.ts";

/** How behaviours come about. */
export interface AuthorOptions {
  /** Who writes what nobody has written. @default nobody, which is an error where something is open */
  readonly author?: "model";
  /** Which model. */
  readonly modelFlags?: ModelFlags;
  /** The Deno that checks what it writes. */
  readonly deno?: string;
  /** Whether progress is told as JSON lines. */
  readonly json?: boolean;
}

/** What became of the behaviours. */
export interface AuthoredSystem {
  /** The system; what could not be written throws when it is used. */
  readonly prepared: PreparedSystem;
  /** What could not be written. */
  readonly failed: readonly FailedUnit[];
  /** What the model was asked, and took. */
  readonly summary: GenerationSummary;
  /** The prices that its cost is reckoned by; undefined where they are unknown. */
  readonly price: string | undefined;
}

/**
 * Has open behaviours written; nothing where none is open.
 *
 * @throws {CommandFailure} when something is open and nobody is to write it, or no model answers.
 */
export async function author(
  prepared: PreparedSystem,
  options: AuthorOptions,
  console: Console,
  signal: AbortSignal,
): Promise<AuthoredSystem | undefined> {
  const { model: system, open = [], blueprintText: blueprint } = prepared;
  if (!system || open.length === 0) return undefined;
  if (options.author !== "model") throw nobodyWrites(open.map(({ id }) => id));
  const deno = await findDeno({ deno: options.deno });
  if (!deno) {
    throw new CommandFailure(
      "Cannot have anything written: found no Deno that could check it, wanted one of at least 2.4 on the PATH or by --deno",
      EXIT.couldNotRun,
    );
  }
  const opened = await openLanguageModel(options.modelFlags ?? {});
  const [{ writeBodies }, { withRecords }, { withBodies }, summing] =
    await Promise.all([
      import("../authoring/bodies/write_bodies.ts"),
      import("../generator/authored/fill_answers.ts"),
      import("../generator/authored/behaviors.ts"),
      import("../authoring/generation_summary.ts"),
    ]);
  const tell = (event: AuthorEvent) => show(event, options, console);
  try {
    const { records, failed, spending } = await writeBodies({
      ...opened,
      system,
      units: open,
      blueprint,
      deno: deno.path,
      onProgress: tell,
      signal,
    });
    const { model } = opened;
    const filled = withRecords(system, records);
    return {
      prepared: {
        ...prepared,
        model: withBodies(filled, unwritten(open.map(({ id }) => id), records)),
        open: failed.map(({ unit }) => unit),
      },
      failed,
      summary: summing.generationSummary(spending, { model: model.name }),
      price: opened.price,
    };
  } catch (error) {
    throw modelFailure(error);
  }
}

function unwritten(
  ids: readonly string[],
  records: readonly AnswerRecord[],
): ReadonlyMap<string, string> {
  const written = new Set(records.map(({ unit }) => unit));
  return new Map(
    ids.filter((id) => !written.has(id)).map((id) => [id, NOT_WRITTEN]),
  );
}

function nobodyWrites(ids: readonly string[]): CommandFailure {
  const shown = ids.slice(0, 5).map((id) => `"${id}"`).join(", ");
  const rest = ids.length > 5 ? ` and ${ids.length - 5} more` : "";
  return new CommandFailure(
    `Cannot generate: found ${ids.length} ${
      ids.length === 1 ? "behaviour" : "behaviours"
    } that nobody has written (${shown}${rest}), wanted --author model, their answers in .autocoder/answers beside the blueprint, or "run" in their place`,
    EXIT.couldNotRun,
  );
}

function show(
  event: AuthorEvent,
  { json }: AuthorOptions,
  console: Console,
): void {
  if (json) {
    if (event.event !== "text") console.err(`${JSON.stringify(event)}\n`);
    return;
  }
  const line = authorLine(event);
  if (line !== undefined) console.err(`${line}\n`);
}
