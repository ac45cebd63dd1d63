/**
 * Puts what a language model has written, and what is kept of it, into the model of a system.
 *
 * @module
 */
import type { SystemModel } from "../model/system_model.ts";
import { answerPath, type AnswerRecord, answerText } from "./answer_record.ts";
import {
  type BehaviorUnit,
  behaviorUnits,
  NOT_WRITTEN,
} from "./behavior_unit.ts";
import { withBodies } from "./behaviors.ts";
import { fileKey, renderedTexts } from "./file_unit.ts";

/** A system and what is still to be written for it. */
export interface FilledSystem {
  /** The system, with every body that there is. */
  readonly model: SystemModel;
  /** The behaviours for which no record holds, in the system's order. */
  readonly open: readonly BehaviorUnit[];
  /** The files of records that were written for something else than what is rendered now. */
  readonly stale: readonly string[];
}

/** Puts the records in that hold: those of a unit that is there, for what it depends on now. Others are left out. */
export async function fillAnswers(
  model: SystemModel,
  records: readonly AnswerRecord[],
): Promise<FilledSystem> {
  const units = await behaviorUnits(model);
  const kept = new Map<string, AnswerRecord>();
  for (const { id, key } of units) {
    const record = records.find((one) => one.unit === id && one.key === key);
    if (record?.body !== undefined) kept.set(id, record);
  }
  const open = units.filter(({ id }) => !kept.has(id));
  const filled = withRecords(model, [...kept.values()]);
  const files = records.filter(({ body }) => body === undefined);
  const held = await heldFiles(filled, open, files);
  return {
    model: withRecords(filled, held),
    open,
    stale: files.filter(({ unit }) => !held.some((one) => one.unit === unit))
      .map(({ unit }) => unit),
  };
}

/** A file holds as long as the same is rendered. */
async function heldFiles(
  system: SystemModel,
  open: readonly BehaviorUnit[],
  records: readonly AnswerRecord[],
): Promise<readonly AnswerRecord[]> {
  if (records.length === 0) return [];
  const rendered = await renderedTexts(withStubs(system, open), "");
  const keys = await Promise.all(
    records.map(({ unit }) => fileKey(unit, rendered.get(unit) ?? "")),
  );
  return records.filter(({ key }, index) => key === keys[index]);
}

/** Gives behaviours that are open statements that throw, so that the rest can be rendered. */
export function withStubs(
  system: SystemModel,
  open: readonly Pick<BehaviorUnit, "id">[],
): SystemModel {
  return withBodies(
    system,
    new Map(open.map(({ id }) => [id, NOT_WRITTEN])),
  );
}

/** Puts records in, whatever they depend on. */
export function withRecords(
  model: SystemModel,
  records: readonly AnswerRecord[],
): SystemModel {
  if (records.length === 0) return model;
  const bodies = new Map(
    records.flatMap(({ unit, body }) =>
      body === undefined ? [] : [[unit, body] as const]
    ),
  );
  const others = (model.answers ?? []).filter((other) =>
    !records.some(({ unit }) => unit === other.unit)
  );
  return {
    ...withBodies(model, bodies),
    answers: [...others, ...records].toSorted((a, b) =>
      a.unit < b.unit ? -1 : 1
    ),
  };
}

/** Lists the files of records: they themselves, and what they hold. */
export function recordFiles(
  records: readonly AnswerRecord[],
): readonly { readonly path: string; readonly text: string }[] {
  return records.flatMap((record) => [
    { path: answerPath(record.unit), text: answerText(record) },
    ...Object.entries(record.files).map(([path, text]) => ({ path, text })),
  ]);
}
