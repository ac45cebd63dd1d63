/**
 * Plans what a language model has written: the records of its answers, tests of behaviours, and files in place of rendered ones.
 *
 * @module
 */
import {
  answerPath,
  type AnswerRecord,
  answerText,
} from "../authored/answer_record.ts";
import type { SystemModel } from "../model/system_model.ts";
import { madeFor, textUnit, type Unit, unit } from "./file_plan.ts";

/** Adds the records and what they hold; a file that is planned anyway has the text that was written for it. */
export function withAuthored(
  units: readonly Unit[],
  { answers = [] }: SystemModel,
): readonly Unit[] {
  if (answers.length === 0) return units;
  const written = new Map(
    answers.flatMap((record) =>
      Object.entries(record.files).map(([path, text]) =>
        [path, { record, text }] as const
      )
    ),
  );
  const planned = new Set(units.map(({ path }) => path));
  return [
    ...units.map((one): Unit => {
      const own = written.get(one.path);
      return own === undefined ? one : {
        ...one,
        source: { kind: "text", text: own.text, madeBy: own.record.model },
      };
    }),
    ...answers.flatMap((record) =>
      madeFor(record.unit, unitsOf(record, planned))
    ),
  ];
}

function unitsOf(record: AnswerRecord, planned: ReadonlySet<string>): Unit[] {
  const { unit: about, files } = record;
  return [
    textUnit(
      unit(answerPath(about), "project", "component"),
      answerText(record),
      record.model,
    ),
    ...Object.entries(files).filter(([path]) => !planned.has(path))
      .map(([path, text]) =>
        textUnit(unit(path, "test", "component"), text, record.model)
      ),
  ];
}
