/**
 * Holds what a model wrote for a behaviour, its statements and its tests, to what these may do.
 *
 * @module
 */
import { scanModule } from "../confine/scan_module.ts";
import type { ScanRules } from "../confine/scan_rules.ts";
import type { AnswerRecord } from "./answer_record.ts";
import type { BehaviorUnit } from "./behavior_unit.ts";

/** Something that an answer may not hold. */
export interface AnswerFault {
  /** The file that it is in, with its line. */
  readonly place: string;
  /** What was found there, and why it may not stand there. */
  readonly cause: string;
}

/** Scans the statements as they stand in the output, and the tests; nothing of it is executed. */
export async function scanBehavior(
  unit: BehaviorUnit,
  { body = "", files }: Pick<AnswerRecord, "body" | "files">,
): Promise<readonly AnswerFault[]> {
  const whole = `${unit.signature} {\n${body}\n}\n`;
  const faults = [...await scanAnswer(unit.file, whole, bodyRules(unit))];
  const rules = testRules(unit);
  for (const [path, text] of Object.entries(files)) {
    faults.push(...await scanAnswer(path, text, rules));
  }
  return faults;
}

/** Scans a module of an answer. */
export async function scanAnswer(
  path: string,
  text: string,
  rules: ScanRules,
): Promise<readonly AnswerFault[]> {
  return (await scanModule(text, rules)).map(({ line, found, why }) => ({
    place: `${path}:${line}`,
    cause: `found ${found}: ${why}`,
  }));
}

/** Gives what the function of a behaviour may use beside its parameters: nothing, and of the network its hosts. */
export function bodyRules({ fetches }: BehaviorUnit): ScanRules {
  return { imports: [], pure: true, ...(fetches ? { fetches } : {}) };
}

/** Gives what its tests may use: a test declares itself, and nothing else of Deno's. */
export function testRules({ testImports }: BehaviorUnit): ScanRules {
  return { imports: testImports, globals: ["Deno.test"] };
}
