/**
 * The chosen language model together with what a generated system keeps of its answers.
 *
 * @module
 */
import { join } from "node:path";
import {
  type KeptReplies,
  REPLIES_FILES,
  REPLIES_FOLDER,
} from "../authoring/records/kept_replies.ts";
import type { RecordedModel } from "../authoring/records/recorded_model.ts";
import type { ChosenModel } from "./chosen_model.ts";

/**
 * Makes a model that is asked only what is not kept of it. Where nobody has chosen one, what is kept is taken for the model's
 * that gave it; so a key is needed for nothing but a call.
 *
 * @param folder The system's folder; undefined where there is none
 * @param of What the replies are about
 * @throws {ModelFailure} of kind `not configured` when none is chosen and nothing is kept.
 * @throws {DamagedRecord} when what is kept cannot be used.
 */
export async function recordedModel(
  chosen: ChosenModel,
  folder: string | undefined,
  of: keyof typeof REPLIES_FILES,
): Promise<RecordedModel> {
  const { RecordedModel } = await import(
    "../authoring/records/recorded_model.ts"
  );
  const kept = folder === undefined ? undefined : await keptReplies(folder, of);
  const open = async () => (await chosen.open()).model;
  const own = kept && (await chosen.name() ?? kept.model);
  return new RecordedModel({ name: own ?? (await open()).name, open, kept });
}

/**
 * Reads what a system keeps of a model's answers; undefined where it keeps none.
 *
 * @throws {DamagedRecord} when it cannot be used.
 */
export async function keptReplies(
  folder: string,
  of: keyof typeof REPLIES_FILES,
): Promise<KeptReplies | undefined> {
  const { readReplies } = await import("../authoring/records/kept_replies.ts");
  const path = `${REPLIES_FOLDER}/${REPLIES_FILES[of]}`;
  return await readReplies(join(folder, path), `${folder}/${path}`);
}
