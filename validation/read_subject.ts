/**
 * Reads what is known about a system before anything runs.
 *
 * @module
 */
import { join } from "node:path";
import type { AnswerRecord } from "../generator/authored/answer_record.ts";
import { fillAnswers } from "../generator/authored/fill_answers.ts";
import { readAnswers } from "../generator/authored/read_answers.ts";
import { parseBlueprint } from "../generator/blueprint/parse.ts";
import { expand } from "../generator/model/expand.ts";
import type { SystemModel } from "../generator/model/system_model.ts";
import { type Manifest, MANIFEST_PATH } from "../generator/output/manifest.ts";
import { readLogicFiles } from "../generator/output/read_logic_files.ts";
import { ValidationPipelineError } from "./errors.ts";
import type { Subject } from "./tier.ts";

/**
 * Reads manifest and blueprint; what is missing or broken is left out, for the first tier to report.
 *
 * @throws {ValidationPipelineError} when there is no folder.
 */
export async function readSubject(dir: string): Promise<Subject> {
  const info = await Deno.stat(dir).catch((cause) => {
    throw new ValidationPipelineError(
      `Cannot verify "${dir}": found nothing there, wanted a system's folder`,
      { cause },
    );
  });
  if (!info.isDirectory) {
    throw new ValidationPipelineError(
      `Cannot verify "${dir}": found a file, wanted a system's folder`,
    );
  }
  const [manifestText, blueprintText] = await Promise.all([
    readIfThere(join(dir, MANIFEST_PATH)),
    readIfThere(join(dir, "blueprint.yaml")),
  ]);
  const parsed = blueprintText === undefined
    ? undefined
    : parseBlueprint(blueprintText);
  const blueprint = parsed?.blueprint;
  const expanded = blueprint &&
    expand(blueprint, { positions: parsed.positions }).model;
  const { files: logicFiles } = blueprint
    ? await readLogicFiles(blueprint, parsed.positions, dir)
    : { files: [] };
  const answers = expanded && await readAnswers([dir]);
  const model = expanded && answers &&
    await withWritten(
      logicFiles.length === 0 ? expanded : { ...expanded, logicFiles },
      answers.records,
    );
  return {
    dir,
    manifest: manifestText === undefined
      ? undefined
      : parseManifest(manifestText),
    blueprintText,
    blueprint,
    model,
    answers,
  };
}

/** Puts in what a language model has written; what cannot be read is told by the checks of the files that it went into. */
async function withWritten(
  model: SystemModel,
  records: readonly AnswerRecord[],
): Promise<SystemModel> {
  return records.length === 0
    ? model
    : (await fillAnswers(model, records)).model;
}

/** Reads a text; undefined when there is no such file. */
export async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await Deno.readTextFile(path);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return undefined;
    throw error;
  }
}

function parseManifest(text: string): Manifest | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isManifest(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isManifest(value: unknown): value is Manifest {
  if (typeof value !== "object" || value === null) return false;
  const { schema, system, files } = value as Partial<Manifest>;
  return schema === "autocoder/manifest/v1" && typeof system === "string" &&
    Array.isArray(files) &&
    files.every((file) =>
      typeof file?.path === "string" && typeof file?.sha256 === "string"
    );
}
