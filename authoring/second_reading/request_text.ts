/**
 * Finds what was asked for: the request as it was written, or the requirements of the blueprint.
 *
 * @module
 */
import { join } from "node:path";
import { GENERATION_RECORD_PATH } from "../../generator/output/generation_record.ts";
import { readIfThere } from "../../validation/read_subject.ts";
import type { RequirementTrace } from "../../validation/report.ts";

/** What was asked for. */
export interface RequestText {
  /** The words. */
  readonly text: string;
  /** Where they are from. */
  readonly from: "request" | "requirements";
}

/** Reads it in a system's folder; undefined where nobody said what the system is for. */
export async function requestText(
  dir: string,
  requirements: readonly Pick<RequirementTrace, "text">[],
): Promise<RequestText | undefined> {
  const kept = requestIn(await readIfThere(join(dir, GENERATION_RECORD_PATH)));
  if (kept !== undefined) return { text: kept, from: "request" };
  if (requirements.length === 0) return undefined;
  const lines = requirements.map(({ text }) => text);
  return { text: lines.join("\n"), from: "requirements" };
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
