/**
 * Reads the records of what a language model has written, from beside a blueprint.
 *
 * @module
 */
import { join } from "node:path";
import type { Diagnostic } from "../diagnostic.ts";
import { codeFault } from "../output/check_code.ts";
import { loadFormatter, type TextFormatter } from "../output/format_text.ts";
import {
  answerPath,
  type AnswerRecord,
  ANSWERS_FOLDER,
  readAnswer,
} from "./answer_record.ts";
import { slugOf } from "./behavior_unit.ts";

/** What was found. */
export interface ReadAnswers {
  /** The records, by their units. */
  readonly records: readonly AnswerRecord[];
  /** What is wrong with others; each is an error, as leaving one out in silence would mean asking again. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads the records in the `.autocoder/answers` of folders, each once; none where there is no such folder. */
export async function readAnswers(
  folders: readonly string[],
): Promise<ReadAnswers> {
  const all = await Promise.all([...new Set(folders)].map(readFolder));
  const records = new Map(
    all.flatMap(({ records }) => records)
      .map((record) => [`${record.unit} ${record.key}`, record]),
  );
  return {
    records: [...records.values()],
    diagnostics: all.flatMap(({ diagnostics }) => diagnostics),
  };
}

async function readFolder(folder: string): Promise<ReadAnswers> {
  const records: AnswerRecord[] = [];
  const diagnostics: Diagnostic[] = [];
  const names = await namesIn(join(folder, ANSWERS_FOLDER));
  const formatter = names.length === 0 ? undefined : await loadFormatter();
  for (const name of names) {
    const path = `${ANSWERS_FOLDER}/${name}`;
    const record = await readRecord(join(folder, path));
    const fault = record === undefined
      ? "found no record of an answer"
      : formatter && faultIn(record, path, formatter);
    if (record && fault === undefined) records.push(record);
    else {
      diagnostics.push(unusable(path, fault));
    }
  }
  return { records, diagnostics };
}

/** Tells that the record of a unit is not to be used. */
export function refusedAnswer(unit: string, why: string): Diagnostic {
  return unusable(answerPath(unit), why);
}

function unusable(path: string, why = ""): Diagnostic {
  return {
    code: "AC700",
    severity: "error",
    message: `Cannot use "${path}": ${why}`,
    hint: "restore the file, or remove it to have it written anew",
  };
}

async function namesIn(folder: string): Promise<readonly string[]> {
  const names: string[] = [];
  try {
    for await (const { name, isFile } of Deno.readDir(folder)) {
      if (isFile && name.endsWith(".json")) names.push(name);
    }
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
  }
  return names.toSorted();
}

async function readRecord(path: string): Promise<AnswerRecord | undefined> {
  const { size } = await Deno.stat(path);
  return size > MAX_BYTES
    ? undefined
    : readAnswer(await Deno.readTextFile(path));
}

/** What was changed by hand may be anything; it goes into the output only where it stands for its own unit and parses. */
function faultIn(
  { unit, body, files }: AnswerRecord,
  path: string,
  formatter: TextFormatter,
): string | undefined {
  if (answerPath(unit) !== path) {
    return `found the unit "${unit}", wanted that of its name`;
  }
  const broken = body === undefined ? undefined : codeFault(body, formatter);
  if (broken) return `found a body that is no TypeScript: ${broken.message}`;
  for (const [file, text] of Object.entries(files)) {
    if (file !== fileOf({ unit, body }) || !isInside(file)) {
      return `found the file "${file}", wanted one of its unit`;
    }
    if (!file.endsWith(".ts")) continue;
    try {
      formatter.format(file, text);
    } catch {
      return `found "${file}" to be no TypeScript`;
    }
  }
}

/** A behaviour has its tests; any other unit is the one file that it is named after, which is no such test. */
function fileOf(
  { unit, body }: Pick<AnswerRecord, "unit" | "body">,
): string | undefined {
  if (body !== undefined) return `${TESTS}${slugOf(unit)}_test.ts`;
  return unit.startsWith(TESTS) ? undefined : unit;
}

/** Paths of the plan have these characters alone; no other leads to where it says on every system. */
function isInside(path: string): boolean {
  return path.split("/").every((part) =>
    /^[\w.-]+$/.test(part) && !/^\.+$/.test(part)
  );
}

const TESTS = "tests/authored/";
const MAX_BYTES = 512 * 1024;
