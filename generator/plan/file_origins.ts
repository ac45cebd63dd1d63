/**
 * Where the files of a system come from: the template or module that makes each, and what in the blueprint it is for.
 *
 * @module
 */
import type { SystemModel } from "../model/system_model.ts";
import { withFieldExamples } from "./field_examples.ts";
import type { FileType, Unit } from "./file_plan.ts";
import { planFiles, type PlanOptions } from "./plan_files.ts";
import { testSupport } from "./verbatim_units.ts";

/** Where one file comes from. */
export interface FileOrigin {
  /** Its path in the output. */
  readonly path: string;
  /** What it is. */
  readonly type: FileType;
  /** What makes it: a template, a module that is copied, or one of the generator; absent for the user's own files. */
  readonly template?: string;
  /** The path in the blueprint that it is made for; absent where it is the whole. */
  readonly about?: string;
  /** The paths of the files it builds on. */
  readonly dependsOn: readonly string[];
  /** Whether it only serves tests. */
  readonly ofTests: boolean;
}

/** Plans a system again and says where each file comes from, by path; the manifest, which is none's, is left out. */
export async function fileOrigins(
  system: SystemModel,
  blueprintText: string,
  options: PlanOptions = {},
): Promise<ReadonlyMap<string, FileOrigin>> {
  const model = await withFieldExamples(system);
  const support = new Set(testSupport(model, options));
  const { units } = planFiles(model, blueprintText, options);
  return new Map(units.map((unit) => [unit.path, originOf(unit, support)]));
}

/** The source of a file that is copied, in the repository of autocoder. */
export function copiedFrom(path: string): string {
  return path.startsWith("kit/") ? `templates/${path}` : path;
}

function originOf(unit: Unit, support: ReadonlySet<string>): FileOrigin {
  const { path, type, about, dependsOn } = unit;
  const template = templateOf(unit);
  return {
    path,
    type,
    ...(template === undefined ? {} : { template }),
    ...(about === undefined ? {} : { about }),
    dependsOn,
    ofTests: type === "test" || support.has(path),
  };
}

function templateOf({ path, ownership, source }: Unit): string | undefined {
  if (ownership === "yours") return undefined;
  switch (source.kind) {
    case "template":
      return `templates/${source.template}`;
    case "text":
      return source.madeBy;
    case "verbatim":
      return copiedFrom(path);
  }
}
