/**
 * Puts what a language model has written, and what is kept of it, into the model of a system.
 *
 * @module
 */
import type { SystemModel } from "../model/system_model.ts";
import type { OutputFile } from "../output/render_plan.ts";
import { answerPath, type AnswerRecord, answerText } from "./answer_record.ts";
import {
  type BehaviorUnit,
  behaviorUnits,
  NOT_WRITTEN,
} from "./behavior_unit.ts";
import { withBodies } from "./behaviors.ts";
import { fileKey, fileRefusal, renderedFiles } from "./file_unit.ts";
import { type AnswerFault, scanBehavior } from "./scan_behavior.ts";
import { scanFile } from "./scan_file.ts";

/** A system and what is still to be written for it. */
export interface FilledSystem {
  /** The system, with every body that there is. */
  readonly model: SystemModel;
  /** The behaviours for which no record holds, in the system's order. */
  readonly open: readonly BehaviorUnit[];
  /** The files of records that were written for something else than what is rendered now. */
  readonly stale: readonly string[];
  /** Records that would hold and are not to be used: nothing of them is in the system. */
  readonly refused: readonly RefusedAnswer[];
}

/** A record that is not to be used. */
export interface RefusedAnswer {
  /** What it was written for. */
  readonly unit: string;
  /** What was found in it. */
  readonly why: string;
}

/**
 * Puts the records in that hold: those of a unit that is there, for what it depends on now. Others are left out. What goes in was
 * scanned, as a record may have been changed since its answer was.
 */
export async function fillAnswers(
  model: SystemModel,
  records: readonly AnswerRecord[],
): Promise<FilledSystem> {
  const units = await behaviorUnits(model);
  const kept = new Map<string, AnswerRecord>();
  const outside: RefusedAnswer[] = [];
  for (const unit of units) {
    const { id, key } = unit;
    const record = records.find((one) => one.unit === id && one.key === key);
    if (record?.body === undefined) continue;
    const [fault] = await scanBehavior(unit, record);
    if (fault) outside.push({ unit: id, why: shown(fault) });
    else kept.set(id, record);
  }
  const open = units.filter(({ id }) => !kept.has(id));
  const filled = withRecords(model, [...kept.values()]);
  const files = await sortedFiles(
    filled,
    open,
    records.filter(({ body }) => body === undefined),
  );
  const { held } = files;
  const stale = files.stale.filter((unit) =>
    !held.some((one) => one.unit === unit)
  );
  const refused = [...outside, ...files.refused];
  return { model: withRecords(filled, held), open, stale, refused };
}

interface SortedFiles extends Pick<FilledSystem, "stale" | "refused"> {
  readonly held: readonly AnswerRecord[];
}

/** A file holds as long as the same is rendered, where the plan has one that is for a model to write. */
async function sortedFiles(
  system: SystemModel,
  open: readonly BehaviorUnit[],
  records: readonly AnswerRecord[],
): Promise<SortedFiles> {
  const held: AnswerRecord[] = [];
  const stale: string[] = [];
  const refused: RefusedAnswer[] = [];
  const rendered = records.length === 0
    ? new Map<string, OutputFile>()
    : await renderedFiles(withStubs(system, open));
  for (const record of records) {
    const { unit, key, files } = record;
    const planned = rendered.get(unit);
    if (!planned || key !== await fileKey(unit, planned.text)) {
      stale.push(unit);
      continue;
    }
    const why = await faultOf(planned, files[unit]);
    if (why === undefined) held.push(record);
    else refused.push({ unit, why });
  }
  return { held, stale, refused };
}

/** Says why this text is not used in place of a file; undefined when it is. */
async function faultOf(
  planned: OutputFile,
  text: string | undefined,
): Promise<string | undefined> {
  const why = fileRefusal(planned);
  if (why !== undefined) return why;
  if (text === undefined) return "found no text of it";
  const [fault] = await scanFile(planned.path, text, planned.text);
  return fault && shown(fault);
}

function shown({ place, cause }: AnswerFault): string {
  return `${cause} (${place})`;
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
