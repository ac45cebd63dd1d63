/**
 * Has a language model write the behaviours of a blueprint that nobody has written yet, and shows how that goes.
 *
 * @module
 */
import type { AnswerRecord } from "../generator/authored/answer_record.ts";
import type { BehaviorUnit } from "../generator/authored/behavior_unit.ts";
import type { FileUnit } from "../generator/authored/file_unit.ts";
import type { PreparedSystem } from "../generator/prepare.ts";
import type { AuthorEvent } from "../authoring/units/author_event.ts";
import type { AuthoredUnit } from "../authoring/units/authored_unit.ts";
import type { FailedUnit } from "../authoring/units/write_units.ts";
import type { GenerationSummary } from "../authoring/generation_summary.ts";
import { counted } from "../validation/counted.ts";
import { findDeno } from "../validation/find_deno.ts";
import { type BankOptions, openBank } from "./author_bank.ts";
import type { KeptReplies } from "../authoring/records/kept_replies.ts";
import { AuthorView } from "./author_view.ts";
import type { ChosenModel } from "./chosen_model.ts";
import type { Console } from "./console.ts";
import { CommandFailure, EXIT } from "./exit_code.ts";
import { recordedModel } from "./recorded_model.ts";

/** How behaviours come about. */
export interface AuthorOptions extends BankOptions {
  /** Who writes what nobody has written. @default nobody, which is an error where something is open */
  readonly author?: "model";
  /** Files of the plan that the model writes, too, as patterns with a comma between them. @default none */
  readonly authorUnits?: string;
  /** The model that was chosen. */
  readonly model: ChosenModel;
  /** The folder of a system that was generated before: what is kept there need not be asked. @default there is none */
  readonly earlier?: string | undefined;
  /** The Deno that checks what it writes. */
  readonly deno?: string;
  /** Whether progress is told as JSON lines. */
  readonly json?: boolean;
}

/** What became of the behaviours. */
export interface AuthoredSystem {
  /** The system; what could not be written throws when it is used. */
  readonly prepared: PreparedSystem;
  /** What was asked for. */
  readonly units: readonly AuthoredUnit[];
  /** What was written. */
  readonly records: readonly AnswerRecord[];
  /** What could not be written. */
  readonly failed: readonly FailedUnit[];
  /** What the model was asked, and took. */
  readonly summary: GenerationSummary;
  /** The prices that its cost is reckoned by; undefined where they are unknown. */
  readonly price: string | undefined;
  /** What the model answered, where it was cut off: whoever goes on need not ask it again. */
  readonly replies: KeptReplies | undefined;
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
  if (!system) return undefined;
  if (options.author !== "model") {
    if (options.authorUnits !== undefined) {
      throw new CommandFailure(
        "Cannot have units written: found --author-units, wanted --author model with it",
        EXIT.couldNotRun,
      );
    }
    if (open.length === 0) return undefined;
    throw nobodyWrites(open.map(({ id }) => id));
  }
  const files = await openFiles(prepared, options);
  const units = [...open, ...files];
  if (units.length === 0) return undefined;
  const deno = await findDeno({ deno: options.deno });
  if (!deno) {
    throw new CommandFailure(
      "Cannot have anything written: found no Deno that could check it, wanted one of at least 2.4 on the PATH or by --deno",
      EXIT.couldNotRun,
    );
  }
  const bank = await openBank(options);
  const opened = await options.model.open();
  const model = await recordedModel(
    options.model,
    options.earlier,
    "units",
  );
  const [{ writeUnits }, { withRecords, withStubs }, summing, { patternsFor }] =
    await Promise
      .all([
        import("../authoring/units/write_units.ts"),
        import("../generator/authored/fill_answers.ts"),
        import("../authoring/generation_summary.ts"),
        import("../authoring/patterns/patterns_for.ts"),
      ]);
  using view = new AuthorView(console);
  const { records, failed, spending, isCutOff } = await writeUnits({
    ...opened,
    model,
    system,
    units,
    blueprint,
    deno: deno.path,
    patternsFor: (unit) => patternsFor(bank, unit),
    onProgress: options.json
      ? (event) => tellAsJson(event, console)
      : view.show,
    signal,
  });
  const filled = withRecords(system, records);
  return {
    prepared: {
      ...prepared,
      model: withStubs(filled, unwritten(open, records)),
      open: unwritten(open, records),
    },
    units,
    records,
    failed,
    summary: summing.generationSummary(spending, { model: model.name }),
    price: opened.price,
    replies: isCutOff ? model.known : undefined,
  };
}

function unwritten(
  open: readonly BehaviorUnit[],
  records: readonly AnswerRecord[],
): readonly BehaviorUnit[] {
  return open.filter(({ id }) => !records.some(({ unit }) => unit === id));
}

/** The files that are asked for and of which nothing is kept. */
async function openFiles(
  { model, open = [], blueprintText }: PreparedSystem,
  { authorUnits = "" }: AuthorOptions,
): Promise<readonly FileUnit[]> {
  const patterns = authorUnits.split(",").map((one) => one.trim())
    .filter((one) => one !== "");
  if (!model || patterns.length === 0) return [];
  const { fileUnits, NotAuthored } = await import(
    "../generator/authored/file_unit.ts"
  );
  const { withStubs } = await import("../generator/authored/fill_answers.ts");
  try {
    const units = await fileUnits(
      withStubs(model, open),
      blueprintText,
      patterns,
    );
    const kept = new Set((model.answers ?? []).map(({ unit }) => unit));
    return units.filter(({ id }) => !kept.has(id));
  } catch (error) {
    if (!(error instanceof NotAuthored)) throw error;
    throw new CommandFailure(error.message, EXIT.couldNotRun, { cause: error });
  }
}

function nobodyWrites(ids: readonly string[]): CommandFailure {
  const shown = ids.slice(0, 5).map((id) => `"${id}"`).join(", ");
  const rest = ids.length > 5 ? ` and ${ids.length - 5} more` : "";
  return new CommandFailure(
    `Cannot generate: found ${
      counted(ids.length, "behaviour")
    } that nobody has written (${shown}${rest}), wanted --author model, their answers in .autocoder/answers beside the blueprint, or "run" in their place`,
    EXIT.couldNotRun,
  );
}

/** Pieces of answers are left out: a program that reads this has no use for how many characters there are. */
function tellAsJson(event: AuthorEvent, console: Console): void {
  if (event.event !== "text") console.err(`${JSON.stringify(event)}\n`);
}
