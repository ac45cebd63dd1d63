/**
 * Looks at what a language model has written: it keeps to its bounds, and its tests pass.
 *
 * @module
 */
import type { AnswerRecord } from "../generator/authored/answer_record.ts";
import {
  type BehaviorUnit,
  behaviorUnits,
} from "../generator/authored/behavior_unit.ts";
import { readAnswers } from "../generator/authored/read_answers.ts";
import { behaviorsOf } from "../generator/authored/behaviors.ts";
import { scanModule } from "../generator/confine/scan_module.ts";
import type { ScanRules } from "../generator/confine/scan_rules.ts";
import type { CheckPlan, FindingDraft, TierContext } from "./tier.ts";
import { judgeTests, runTests } from "./test_run.ts";

/** Lists the checks of a system that a model has a part in; none for another one. */
export function authoredChecks(context: TierContext): CheckPlan[] {
  const { model, dir } = context.subject;
  if (!model || behaviorsOf(model).length === 0) return [];
  return [
    {
      id: "logic.authored",
      title: "what a language model wrote keeps to its bounds",
      run: async () => {
        const { records } = await readAnswers([dir]);
        const units = await behaviorUnits(model);
        const findings = await findingsOf(units, records);
        return { findings, note: `${units.length} behaviours` };
      },
    },
    {
      id: "logic.authored_tests",
      title: "the tests that a language model wrote pass",
      run: async () =>
        judgeTests(
          await runTests(context, "authored", ["tests/authored"]),
          { failed: "V214", none: "V215", place: "tests/authored" },
        ),
    },
  ];
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
    const whole = `${unit.signature} {\n${record.body}\n}\n`;
    findings.push(
      ...await outOfBounds(unit, whole, bodyRules(unit)),
    );
    for (const text of Object.values(record.files)) {
      findings.push(
        ...await outOfBounds(unit, text, {
          imports: unit.testImports,
          globals: ["Deno.test"],
        }),
      );
    }
  }
  return findings;
}

/** What the function of a behaviour may use beside its parameters: nothing, and of the network its hosts. */
export function bodyRules({ fetches }: BehaviorUnit): ScanRules {
  return { imports: [], pure: true, ...(fetches ? { fetches } : {}) };
}

async function outOfBounds(
  { id }: BehaviorUnit,
  text: string,
  rules: ScanRules,
): Promise<FindingDraft[]> {
  return (await scanModule(text, rules)).map(({ found, why }) => ({
    code: "V212",
    place: `blueprint.yaml (${id})`,
    cause: `found ${found}: ${why}`,
    nextStep:
      "remove its record from .autocoder/answers and have it written anew",
  }));
}

function unwritten({ id }: BehaviorUnit): FindingDraft {
  return {
    code: "V213",
    place: `blueprint.yaml (${id})`,
    cause: "found nothing written for this behaviour as it stands now",
    nextStep: "generate with --author model, or write `run` in its place",
  };
}
