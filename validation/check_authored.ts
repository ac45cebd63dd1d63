/**
 * Looks at what a language model has written: it keeps to its bounds, and its tests pass.
 *
 * @module
 */
import {
  type AnswerRecord,
  ANSWERS_FOLDER,
} from "../generator/authored/answer_record.ts";
import {
  type BehaviorUnit,
  behaviorUnits,
} from "../generator/authored/behavior_unit.ts";
import { withStubs } from "../generator/authored/fill_answers.ts";
import { fileRefusal, renderedFiles } from "../generator/authored/file_unit.ts";
import type { ReadAnswers } from "../generator/authored/read_answers.ts";
import {
  type AnswerFault,
  scanBehavior,
} from "../generator/authored/scan_behavior.ts";
import { scanFile } from "../generator/authored/scan_file.ts";
import type { SystemModel } from "../generator/model/system_model.ts";
import type { OutputFile } from "../generator/output/render_plan.ts";
import { behaviorsOf } from "../generator/authored/behaviors.ts";
import type { CheckPlan, FindingDraft, TierContext } from "./tier.ts";
import { judgeTests, runTests } from "./test_run.ts";

/**
 * Lists the checks of a system that a model has a part in; none for another one. The first is a gate: nothing of the system runs
 * before it has passed.
 */
export function authoredChecks(context: TierContext): CheckPlan[] {
  const { model, answers } = context.subject;
  const units = model ? behaviorsOf(model).length : 0;
  const kept = answers && answers.records.length + answers.diagnostics.length;
  if (!model || (units === 0 && !kept)) return [];
  const bounds: CheckPlan = {
    id: "logic.authored",
    title: "what a language model wrote keeps to its bounds",
    isGate: true,
    run: async () => ({
      findings: await allFindings(model, answers),
      note: noteOf(units, answers?.records ?? []),
    }),
  };
  if (units === 0) return [bounds];
  return [bounds, {
    id: "logic.authored_tests",
    title: "the tests that a language model wrote pass",
    run: async () =>
      judgeTests(
        await runTests(context, "authored", ["tests/authored"]),
        { failed: "V214", none: "V215", place: "tests/authored" },
      ),
  }];
}

async function allFindings(
  model: SystemModel,
  { records, diagnostics }: ReadAnswers = { records: [], diagnostics: [] },
): Promise<FindingDraft[]> {
  const units = await behaviorUnits(model);
  const files = records.filter(({ body }) => body === undefined);
  const open = behaviorsOf(model)
    .filter(({ logic }) => logic.run === undefined)
    .map(({ logic }) => ({ id: logic.path }));
  return [
    ...diagnostics.map(({ message }) =>
      outOfBounds(ANSWERS_FOLDER, { cause: message })
    ),
    ...await findingsOf(units, records),
    ...files.length === 0 ? [] : await fileFindings(
      await renderedFiles(withStubs(model, open)),
      files,
    ),
  ];
}

function noteOf(units: number, records: readonly AnswerRecord[]): string {
  const files = records.filter(({ body }) => body === undefined).length;
  return files === 0
    ? `${units} behaviours`
    : `${units} behaviours, ${files} files`;
}

/** Scans the body and the tests of every behaviour, as before they were run for the first time. */
export async function findingsOf(
  units: readonly BehaviorUnit[],
  records: readonly AnswerRecord[],
): Promise<FindingDraft[]> {
  const findings: FindingDraft[] = [];
  for (const unit of units) {
    const record = records.find(({ unit: id, key }) =>
      id === unit.id && key === unit.key
    );
    if (record?.body === undefined) {
      findings.push(unwritten(unit));
      continue;
    }
    const faults = await scanBehavior(unit, record);
    findings.push(
      ...faults.map((fault) =>
        outOfBounds(`blueprint.yaml (${unit.id})`, fault)
      ),
    );
  }
  return findings;
}

/** Scans every file that is kept as one of a model's: beside what is rendered now, in place of which it stands. */
export async function fileFindings(
  rendered: ReadonlyMap<string, OutputFile>,
  records: readonly AnswerRecord[],
): Promise<FindingDraft[]> {
  const findings: FindingDraft[] = [];
  for (const { unit, body, files } of records) {
    if (body !== undefined) continue;
    const planned = rendered.get(unit);
    const why = planned ? fileRefusal(planned) : "found none in the plan";
    if (why !== undefined) {
      findings.push(outOfBounds(unit, { cause: why }));
      continue;
    }
    const faults = await scanFile(unit, files[unit] ?? "", planned?.text ?? "");
    findings.push(...faults.map((fault) => outOfBounds(fault.place, fault)));
  }
  return findings;
}

function outOfBounds(
  place: string,
  { cause }: Pick<AnswerFault, "cause">,
): FindingDraft {
  return {
    code: "V212",
    place,
    cause,
    nextStep:
      "remove its record from .autocoder/answers and have it written anew",
  };
}

function unwritten({ id }: BehaviorUnit): FindingDraft {
  return {
    code: "V213",
    place: `blueprint.yaml (${id})`,
    cause: "found nothing written for this behaviour as it stands now",
    nextStep: "generate with --author model, or write `run` in its place",
  };
}
