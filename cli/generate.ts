/**
 * `autocoder generate`: plan, generate, write, verify and, if wanted, start a system.
 *
 * @module
 */
import { type GeneratedFiles, generateFiles } from "../generator/generate.ts";
import { generationRecord } from "../generator/output/generation_record.ts";
import type { KeptReplies } from "../authoring/records/kept_replies.ts";
import type { RepairModel } from "../validation/healing/model_healer.ts";
import type {
  HealingRecord,
  VerificationReport,
} from "../validation/report.ts";
import type { Console } from "./console.ts";
import { CommandFailure, EXIT, type ExitCode } from "./exit_code.ts";
import { author, type AuthorOptions } from "./author.ts";
import { addToBank, type BankOptions } from "./author_bank.ts";
import { authoringRecord, authoringSummary } from "./author_summary.ts";
import { type ChosenModel, chosenModel } from "./chosen_model.ts";
import {
  earlierRun,
  interruptedText,
  keptFiles,
  mayReplace,
} from "./earlier_run.ts";
import { keepingPlan } from "./keep_plan.ts";
import { refuseTarget, writeOutput } from "./output_folder.ts";
import { type Input, prepareInput } from "./read_input.ts";
import { refuseUnusedModel } from "./refuse_unused_model.ts";
import type { PlannerName } from "./planner_name.ts";
import { planningEvents } from "./planning_note.ts";
import { requestPlanner } from "./request_planner.ts";
import { blueprintHealing, heal } from "./heal.ts";
import { generationReport, type ReportParts } from "./generation_report.ts";
import { startPort } from "./start_port.ts";
import { startHint } from "./start_hint.ts";
import { takeBack } from "./take_back.ts";
import { tellPreparation } from "./tell_preparation.ts";
import { generationSummary, verificationSummary } from "./summary.ts";
import { openVerifyModels } from "./verify_models.ts";

/** Options of the command. */
export interface GenerateCommandOptions
  extends Input, Pick<AuthorOptions, "author" | "authorUnits">, BankOptions {
  /** Who plans; the flags of the model stand beside it. @default "embedded" */
  readonly planner?: PlannerName;
  /** Where to put it. @default a folder named after the system */
  readonly out?: string;
  /** Leaves the system running. */
  readonly start?: boolean;
  /** Verifies the output. */
  readonly verify: boolean;
  /** Takes checks that could not run for no failure. */
  readonly allowNotRun?: boolean;
  /** Whether plain slips in a blueprint are mended: when somebody has said yes, or not at all. @default true, they are */
  readonly heal?: boolean | "ask";
  /** Whether a language model repairs what the other healers do not. @default false */
  readonly healByModel?: boolean;
  /** Where the harness comes from. */
  readonly harness: "vendored" | "jsr";
  /** The Deno that verifies and starts it. */
  readonly deno?: string;
  /** Prints one JSON object at the end. */
  readonly json?: boolean;
  /** A language model in place of the one that flags choose. */
  readonly chosen?: ChosenModel;
}

/** Runs the command. */
export async function generateCommand(
  options: GenerateCommandOptions,
  console: Console,
  signal: AbortSignal,
): Promise<ExitCode> {
  if (options.out === "") {
    throw new CommandFailure(
      'Cannot generate: found --out "", wanted the name of a folder',
      EXIT.couldNotRun,
    );
  }
  refuseUnusedModel(options, {
    verb: "generate",
    isUsed: options.planner === "model" || options.author === "model" ||
      options.healByModel === true,
    wanted: "--author model, --planner model or --heal=model",
  });
  const { chosen = chosenModel(options) } = options;
  const before = await earlierRun(options, console, signal);
  const earlier = before?.dir;
  let planned: KeptReplies | undefined;
  const plan = requestPlanner({
    ...options,
    model: chosen,
    earlier,
    onPlanned: (replies) => planned = replies,
    onProgress: options.json ? planningEvents(console) : undefined,
    signal,
  }, console);
  const given = await prepareInput({ ...options, earlier }, plan);
  signal.throwIfAborted();
  if (!options.json) await tellPreparation(given, console);
  const healed = await heal(given, { ...options, earlier }, console);
  const blueprint = healed?.prepared ?? given;
  if (!blueprint.model) {
    if (options.json) printJson({ ok: false, prepared: blueprint }, console);
    return EXIT.findings;
  }
  const { model } = blueprint;
  const out = options.out ?? model.name.kebab;
  await takeBack(out, { ...options, signal }, console);
  if (!before || !mayReplace(before, model, options)) await refuseTarget(out);
  const { heal: mends = true } = options;
  // Better told now than after the verification.
  const port = options.start
    ? startPort(model.port, { ...options, heal: mends }, console)
    : model.port;
  const { repairs } = await openVerifyModels(
    { ...options, dir: out },
    chosen,
    console,
  );
  const authored = await keepingPlan(
    blueprint,
    { out, earlier: before, harness: options.harness, planned },
    () =>
      author(
        blueprint,
        { ...options, model: chosen, earlier },
        console,
        signal,
      ),
    console,
  );
  const kept = keptFiles({
    plan: planned,
    units: authored?.replies,
  });
  // What was paid for is written, also by who is interrupted.
  const isKept = kept.length > 0 || (authored?.records.length ?? 0) > 0;
  if (!isKept) signal.throwIfAborted();
  const ending = isKept ? undefined : signal;
  const prepared = authored?.prepared ?? blueprint;
  const generated = await generateFiles(
    prepared.model ?? model,
    prepared.blueprintText,
    { ...(ending ? { signal: ending } : {}), harness: options.harness },
  );
  refuseSyntaxErrors(generated);
  const record = generationRecord(prepared, generated.figures, {
    ...(healed ? { healings: healed.healings } : {}),
    ...(authored ? { authoring: authoringRecord(authored) } : {}),
  });
  const { path, isSame } = await writeOutput(out, {
    files: generated.files,
    beside: [record, ...kept],
  }, { earlier: before, signal: ending });
  if (!options.json) {
    if (authored) console.err(authoringSummary(authored));
    console.err(generationSummary(out, generated.figures));
  }
  const isWhole = authored === undefined || authored.failed.length === 0;
  const isCut = isKept && signal.aborted;
  const report = options.verify && isWhole && !isCut
    ? await verify(path, options, console, {
      signal,
      reuse: isSame,
      repairs,
      healings: healed ? [blueprintHealing(given, healed)] : [],
    })
    : undefined;
  const code = isCut
    ? EXIT.interrupted
    : isWhole
    ? exitCodeOf(report, options)
    : EXIT.findings;
  if (authored && report?.status === "verified") {
    for (const line of await addToBank(authored, options)) {
      console.err(`${line}\n`);
    }
  }
  const parts = {
    ok: code === EXIT.done,
    prepared,
    healed,
    authored,
    generated,
    path,
  };
  if (options.json) printJson({ ...parts, report }, console);
  else if (isCut) console.err(interruptedText(out));
  else {
    const sum = report ? verificationSummary(`${out}/evidence`, report) : "";
    const hint = isWhole ? await startHint(out, model, report) : "";
    console.out(`${sum}${hint}`);
  }
  if (code !== EXIT.done || !options.start) return code;
  const { startCommand } = await import("./start.ts");
  const own = port === model.port ? {} : { port: String(port) };
  const { deno } = options;
  const start = { dir: path, ...own, ...(deno === undefined ? {} : { deno }) };
  return await startCommand(start, console, signal);
}

/** The exit code that a verification leads to. */
export function exitCodeOf(
  report: VerificationReport | undefined,
  options: { readonly allowNotRun?: boolean },
): ExitCode {
  switch (report?.status) {
    case "failed":
      return EXIT.findings;
    case "interrupted":
      return EXIT.interrupted;
    case "not_run":
      return options.allowNotRun ? EXIT.done : EXIT.couldNotRun;
    default:
      return EXIT.done;
  }
}

async function verify(
  path: string,
  options: GenerateCommandOptions,
  console: Console,
  { signal, reuse, repairs, healings }: {
    readonly signal: AbortSignal;
    readonly reuse: boolean;
    readonly repairs: RepairModel | undefined;
    readonly healings: readonly HealingRecord[];
  },
): Promise<VerificationReport> {
  const { verifyWithProgress } = await import("./verify.ts");
  const { heal = true } = options;
  return await verifyWithProgress(
    path,
    { ...options, reuse, heal, healings, repairs },
    console,
    signal,
  );
}

function refuseSyntaxErrors({ figures }: GeneratedFiles): void {
  const [first] = figures.syntaxErrors;
  if (!first) return;
  throw new CommandFailure(
    `Cannot write the system: found ${figures.syntaxErrors.length} files with syntax errors, which is a defect of this tool; the first: ${first.message}`,
    EXIT.findings,
  );
}

function printJson(parts: ReportParts, console: Console): void {
  console.out(JSON.stringify(generationReport(parts), null, 2) + "\n");
}
