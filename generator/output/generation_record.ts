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

/** Renders the record. */
export function generationRecord(
  prepared: PreparedSystem,
  figures: GenerationFigures,
  healings?: readonly Healing[],
): { readonly path: string; readonly text: string } {
  const { understanding, diagnostics } = prepared;
  const record = {
    schema: "autocoder/generation/v1",
    tool: { name: "autocoder", version: TOOL_VERSION },
    request: understanding ? prepared.source.text : undefined,
    sentences: understanding?.sentences,
    assumptions: understanding?.assumptions,
    healings,
    diagnostics,
    figures,
  };
  return {
    path: GENERATION_RECORD_PATH,
    text: JSON.stringify(record, null, 2) + "\n",
  };
}
