/**
 * Takes apart what a model answered for a unit: the function's statements and its tests, or what is wrong with them.
 *
 * @module
 */
import type { BehaviorUnit } from "../../generator/authored/behavior_unit.ts";
import { loadFormatter } from "../../generator/output/format_text.ts";
import { bodyOf } from "../confine/body_of.ts";
import { parseAnswer } from "../confine/parse_answer.ts";
import { scanModule } from "../confine/scan_module.ts";
import type { ModelReply } from "../language_model.ts";
import { answerFile } from "./unit_prompt.ts";
import type { Attempt, UnitFault } from "./unit_work.ts";

/** An attempt that can be tried, or why there is none. */
export interface ReadAttempt {
  /** What was written; absent where something is wrong. */
  readonly attempt?: Attempt;
  /** What is wrong. */
  readonly faults: readonly UnitFault[];
  /** Mistakes of syntax: fences that stay open, modules that do not parse. */
  readonly syntaxErrors: number;
}

/** Reads an answer; nothing of it is executed. */
export async function readAttempt(
  { text, finish }: ModelReply,
  unit: BehaviorUnit,
): Promise<ReadAttempt> {
  if (finish === "refused") {
    return refused("answer", ["The model refused to answer."]);
  }
  const path = answerFile(unit);
  const { code, faults } = parseAnswer(text, {
    wanted: [path, unit.testFile],
    types: { [path]: "logic" },
  });
  if (faults.length > 0) {
    const open = faults.filter(({ kind }) => kind === "not closed").length;
    const texts = faults.map(({ message }) => message);
    if (finish === "truncated") {
      texts.unshift("The answer was cut off at its limit: write less.");
    }
    return refused("answer", texts, open);
  }
  const textOf = (wanted: string) =>
    code.files.find(({ path }) => path === wanted)?.text ?? "";
  const own = textOf(path);
  const taken = await bodyOf(own, unit);
  if ("fault" in taken) {
    const isSyntax = taken.fault.startsWith("Cannot read");
    const fault = `${path}:${taken.line}: ${taken.fault}`;
    return refused("answer", [fault], isSyntax ? 1 : 0);
  }
  const test = textOf(unit.testFile);
  const found = [
    ...(await scanModule(own, { imports: [], pure: true }))
      .map((one) => ({ path, ...one })),
    ...(await scanModule(test, {
      imports: unit.testImports,
      globals: TEST_GLOBALS,
    })).map((one) => ({ path: unit.testFile, ...one })),
  ];
  if (found.length > 0) {
    return refused(
      "confinement",
      found.map(({ path, line, found, why }) =>
        `${path}:${line}: found ${found}: ${why}`
      ),
    );
  }
  const formatted = await formattedTest(unit.testFile, test);
  if (formatted === undefined) {
    return refused("answer", [`${unit.testFile}: found no TypeScript`], 1);
  }
  return {
    attempt: { body: taken.body, code: own, test: formatted },
    faults: [],
    syntaxErrors: 0,
  };
}

async function formattedTest(
  path: string,
  text: string,
): Promise<string | undefined> {
  try {
    return (await loadFormatter()).format(path, text);
  } catch {
    return undefined;
  }
}

function refused(
  stage: UnitFault["stage"],
  texts: readonly string[],
  syntaxErrors = 0,
): ReadAttempt {
  return {
    faults: texts.map((text): UnitFault => ({ stage, text })),
    syntaxErrors,
  };
}

/** A test declares itself, and nothing else of Deno's. */
const TEST_GLOBALS: readonly string[] = ["Deno.test"];
