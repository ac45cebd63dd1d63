/**
 * Takes apart what a model answered for a unit: a function's statements and its tests, or a file; or what is wrong with them.
 *
 * @module
 */
import type { BehaviorUnit } from "../../generator/authored/behavior_unit.ts";
import type { FileUnit } from "../../generator/authored/file_unit.ts";
import {
  type AnswerFault,
  bodyRules,
  scanAnswer,
  scanBehavior,
  testRules,
} from "../../generator/authored/scan_behavior.ts";
import { scanFile } from "../../generator/authored/scan_file.ts";
import { loadFormatter } from "../../generator/output/format_text.ts";
import { bodyOf } from "../confine/body_of.ts";
import { parseAnswer } from "../confine/parse_answer.ts";
import type { ModelReply } from "../language_model.ts";
import {
  answerFiles,
  type AuthoredUnit,
  functionFile,
  typeOf,
} from "./authored_unit.ts";
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
  unit: AuthoredUnit,
): Promise<ReadAttempt> {
  if (finish === "refused") {
    return refused("answer", ["The model refused to answer."]);
  }
  const wanted = answerFiles(unit);
  const { code, faults } = parseAnswer(text, {
    wanted,
    types: { [wanted[0] ?? ""]: typeOf(unit) },
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
  return unit.kind === "file"
    ? await readFile(unit, textOf(unit.file))
    : await readFunction(
      unit,
      textOf(functionFile(unit)),
      textOf(unit.testFile),
    );
}

async function readFunction(
  unit: BehaviorUnit,
  own: string,
  test: string,
): Promise<ReadAttempt> {
  const path = functionFile(unit);
  const taken = await bodyOf(own, unit);
  if ("fault" in taken) {
    const isSyntax = taken.fault.startsWith("Cannot read");
    const fault = `${path}:${taken.line}: ${taken.fault}`;
    return refused("answer", [fault], isSyntax ? 1 : 0);
  }
  const inAnswer = [
    ...await scanAnswer(path, own, bodyRules(unit)),
    ...await scanAnswer(unit.testFile, test, testRules(unit)),
  ];
  const formatted = await formattedFile(unit.testFile, test);
  // What runs is what was made of the answer; its lines are not those that the model wrote.
  const found = inAnswer.length > 0 ? inAnswer : await scanBehavior(unit, {
    body: taken.body,
    files: formatted === undefined ? {} : { [unit.testFile]: formatted },
  });
  if (found.length > 0) return refused("confinement", found.map(shown));
  if (formatted === undefined) {
    return refused("answer", [`${unit.testFile}: found no TypeScript`], 1);
  }
  return {
    attempt: {
      body: taken.body,
      code: own,
      files: { [unit.testFile]: formatted },
    },
    faults: [],
    syntaxErrors: 0,
  };
}

/** A file may do what the rendered one does, and nothing else. */
async function readFile(unit: FileUnit, text: string): Promise<ReadAttempt> {
  const { file, reference } = unit;
  const formatted = await formattedFile(file, text);
  if (formatted === undefined) {
    return refused("answer", [`${file}: found no ${languageOf(file)}`], 1);
  }
  const found = await scanFile(file, formatted, reference);
  if (found.length > 0) return refused("confinement", found.map(shown));
  return {
    attempt: { code: text, files: { [file]: formatted } },
    faults: [],
    syntaxErrors: 0,
  };
}

function shown({ place, cause }: AnswerFault): string {
  return `${place}: ${cause}`;
}

function languageOf(file: string): string {
  return file.endsWith(".ts") ? "TypeScript" : "text of its kind";
}

async function formattedFile(
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
