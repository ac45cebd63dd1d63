/**
 * Says of what a tool finds in the files of logic where it stands in the blueprint.
 *
 * @module
 */
import { join } from "node:path";
import { parseBlueprint } from "../generator/blueprint/parse.ts";
import {
  blueprintPlace,
  logicSources,
} from "../generator/output/logic_source.ts";
import { copySystem } from "./copy_system.ts";
import { fileOfPlace } from "./file_of_place.ts";
import type { CheckOutcome, FindingDraft, Subject } from "./tier.ts";

/** Runs the same tool in another folder. */
export type RunTool = (dir: string) => Promise<CheckOutcome>;

/** Where another folder may be made. */
export interface LogicPlacesOptions {
  /** The system. */
  readonly subject: Subject;
  /** A folder that does not exist. */
  readonly folder: () => Promise<string>;
  /** Runs the tool. */
  readonly run: RunTool;
}

/**
 * Adds the blueprint's line and column to findings in files of logic. Formatting has moved the user's lines, so the
 * tool runs once more over the same files as they were before; only then, as it costs a second run.
 */
export async function withBlueprintPlaces(
  outcome: CheckOutcome,
  { subject, folder, run }: LogicPlacesOptions,
): Promise<CheckOutcome> {
  const { model, blueprintText, dir } = subject;
  if (!("findings" in outcome) || !model || blueprintText === undefined) {
    return outcome;
  }
  const sources = new Map(
    logicSources(model).map((source) => [source.path, source]),
  );
  if (
    !outcome.findings.some(({ place }) => sources.has(fileOfPlace(place).file))
  ) {
    return outcome;
  }
  const other = await folder();
  await copySystem(dir, other);
  for (const { path, text } of sources.values()) {
    await Deno.writeTextFile(join(other, path), text);
  }
  const again = await run(other);
  if (!("findings" in again)) return outcome;
  const { positions } = parseBlueprint(blueprintText);
  const findings = outcome.findings.map((finding): FindingDraft => {
    const source = sources.get(fileOfPlace(finding.place).file);
    const same = source &&
      counterpart(finding, outcome.findings, again.findings);
    const at = same &&
      blueprintPlace(source, fileOfPlace(same.place), positions);
    return at === undefined ? finding : {
      ...finding,
      place: `blueprint.yaml:${at.line}:${at.column} (${finding.place})`,
      nextStep: "correct the code in the blueprint, and generate again",
    };
  });
  return { ...outcome, findings };
}

/** Finds the same finding of another run: the one with the same cause in the same file, at the same turn. */
function counterpart(
  finding: FindingDraft,
  all: readonly FindingDraft[],
  others: readonly FindingDraft[],
): FindingDraft | undefined {
  const { file } = fileOfPlace(finding.place);
  const isSame = (one: FindingDraft) =>
    one.cause === finding.cause && fileOfPlace(one.place).file === file;
  return others.filter(isSame)[all.filter(isSame).indexOf(finding)];
}
