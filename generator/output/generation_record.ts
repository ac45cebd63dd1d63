/**
 * The record of a generation that is kept with the evidence: figures, and how the request was understood.
 *
 * @module
 */
import type { GenerationFigures } from "../generate.ts";
import type { Healing } from "../heal_blueprint.ts";
import type { PreparedSystem } from "../prepare.ts";
import { TOOL_VERSION } from "../version.ts";

/** Where the record stands in an output; outside the manifest, because it has times in it. */
export const GENERATION_RECORD_PATH = "evidence/generation.json";

/** What else a generation may have to tell. */
export interface GenerationRecordOptions {
  /** What was mended in the blueprint before. @default nothing */
  readonly healings?: readonly Healing[];
  /** What a language model was asked and took, as data. @default none was asked */
  readonly authoring?: unknown;
}

/** Renders the record. */
export function generationRecord(
  prepared: PreparedSystem,
  figures: GenerationFigures,
  options: GenerationRecordOptions = {},
): { readonly path: string; readonly text: string } {
  const { understanding, diagnostics } = prepared;
  const { healings, authoring } = options;
  const record = {
    schema: "autocoder/generation/v1",
    tool: { name: "autocoder", version: TOOL_VERSION },
    request: understanding ? prepared.source.text : undefined,
    plannedBy: understanding?.plannedBy,
    sentences: understanding?.sentences,
    assumptions: understanding?.assumptions,
    healings,
    diagnostics,
    authoring,
    figures,
  };
  return {
    path: GENERATION_RECORD_PATH,
    text: JSON.stringify(record, null, 2) + "\n",
  };
}
