/**
 * Healing by a model, as an interface: what it is told, what it may answer, and what becomes of that.
 *
 * @module
 */
import { placeIn } from "../origin/text_place.ts";
import type { Finding } from "../report.ts";
import { isUsersCode } from "./code_region.ts";
import { changesMoreThanCode } from "./guard_access.ts";
import type { Edit, Healer, SickSystem } from "./healer.ts";
import { codesOf } from "./regenerate_unit.ts";

/** What a model is told: all of it is data, and none of it an instruction. */
export interface RepairRequest {
  /** The findings of the tier that failed, with their places and what they lead back to. */
  readonly findings: readonly Finding[];
  /** The blueprint as it is written. */
  readonly blueprint: string;
  /** The files that the findings name, the user's and the generated ones; `mayChange` tells which it may answer with. */
  readonly files: readonly {
    readonly path: string;
    readonly text: string;
    readonly mayChange: boolean;
  }[];
}

/** What a model answers: whole new texts of files that it may change. */
export interface RepairAnswer {
  /** What it did, in a sentence. */
  readonly reason: string;
  /** The files. */
  readonly edits: readonly Edit[];
}

/** Something that repairs code; a language model, or in tests its double. */
export interface RepairModel {
  /** Its name, as the report tells it. */
  readonly name: string;
  /** Repairs what was found; no edits where it does not know how. */
  repair(request: RepairRequest, signal: AbortSignal): Promise<RepairAnswer>;
}

/**
 * Makes a healer of a model. It may write the code of logic in the blueprint and in files of the user's own that a
 * finding leads to, and nothing else: an answer that goes beyond that is refused whole.
 */
export function modelHealer(model: RepairModel): Healer {
  return {
    name: model.name,
    tiers: [2, 3, 4],
    isLast: true,
    propose: async (findings, system, signal) => {
      const request = await requestOf(findings, system);
      if (!request.files.some(({ mayChange }) => mayChange)) return [];
      const { reason, edits } = await model.repair(request, signal);
      const isAllowed = edits.length > 0 &&
        edits.every((edit) => mayBeMade(edit, request));
      return isAllowed ? [{ codes: codesOf(findings), reason, edits }] : [];
    },
  };
}

async function requestOf(
  findings: readonly Finding[],
  system: SickSystem,
): Promise<RepairRequest> {
  const paths = new Set<string>([BLUEPRINT]);
  for (const { place, origin } of findings) {
    for (const one of [place, origin?.generated ?? ""]) {
      const path = placeIn(one).generated?.path;
      if (path !== undefined) paths.add(path);
    }
  }
  // What no test of the generator's knows is the logic: any of it may be the cause.
  for (const { path, ownership } of system.entries.values()) {
    if (ownership === "yours") paths.add(path);
  }
  const files: RepairRequest["files"][number][] = [];
  for (const path of paths) {
    const text = await system.read(path);
    if (text === undefined) continue;
    const mayChange = path === BLUEPRINT ||
      system.entries.get(path)?.ownership === "yours" &&
        await isUsersCode(path, system);
    files.push({ path, text, mayChange });
  }
  return { findings, blueprint: system.blueprintText, files };
}

function mayBeMade(
  { path, text }: Edit,
  { files, blueprint }: RepairRequest,
): boolean {
  const file = files.find((one) => one.path === path);
  return file !== undefined && file.mayChange &&
    (path !== BLUEPRINT || !changesMoreThanCode(blueprint, text));
}

const BLUEPRINT = "blueprint.yaml";
