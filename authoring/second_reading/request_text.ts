/**
 * Finds what was asked for: the request as it was written, or else what the blueprint says in words.
 *
 * @module
 */
import { join } from "node:path";
import { behaviorsOf } from "../../generator/authored/behaviors.ts";
import type { SystemModel } from "../../generator/model/system_model.ts";
import { GENERATION_RECORD_PATH } from "../../generator/output/generation_record.ts";
import { readIfThere } from "../../validation/read_subject.ts";
import type { RequirementTrace } from "../../validation/report.ts";

/** What was asked for. */
export interface RequestText {
  /** The words. */
  readonly text: string;
  /** Where they are from. */
  readonly from: "request" | "requirements" | "behaviors";
}

/**
 * Reads it in a system's folder; undefined where nobody said what the system is for.
 *
 * @param model The system, whose behaviours are read where there is nothing else
 */
export async function requestText(
  dir: string,
  requirements: readonly Pick<RequirementTrace, "text">[],
  model?: SystemModel,
): Promise<RequestText | undefined> {
  const kept = requestIn(await readIfThere(join(dir, GENERATION_RECORD_PATH)));
  if (kept !== undefined) return { text: kept, from: "request" };
  if (requirements.length > 0) {
    const lines = requirements.map(({ text }) => text);
    return { text: lines.join("\n"), from: "requirements" };
  }
  const behaviors = model
    ? behaviorsOf(model).map(({ logic }) => logic.behavior)
    : [];
  return behaviors.length > 0
    ? { text: behaviors.join("\n"), from: "behaviors" }
    : undefined;
}

/** A record that cannot be read says nothing; the requirements do. */
function requestIn(record: string | undefined): string | undefined {
  if (record === undefined) return undefined;
  try {
    const { request } = Object(JSON.parse(record));
    return typeof request === "string" && request.trim() !== ""
      ? request
      : undefined;
  } catch {
    return undefined;
  }
}
