/**
 * Plans the files that say how a system is configured, built and run.
 *
 * @module
 */
import type { SystemModel } from "../model/system_model.ts";
import { templateUnit, textUnit, type Unit, unit } from "./file_plan.ts";
import type { PlanOptions } from "./plan_files.ts";
import { denoJson, denoLock } from "./project_files.ts";
import { deployView } from "./readme_view.ts";

/** The deployment files, the blueprint as it is, and what Deno and Git read. */
export function projectUnits(
  system: SystemModel,
  blueprintText: string,
  options: PlanOptions,
): Unit[] {
  const deploy = deployView(system, options);
  const deployUnit = (path: string) => unit(path, "deploy", "scaffold");
  return [
    templateUnit(
      deployUnit("deploy/Dockerfile"),
      "deploy/Dockerfile.eta",
      deploy,
    ),
    templateUnit(
      deployUnit("deploy/Dockerfile.dockerignore"),
      "deploy/Dockerfile.dockerignore.eta",
      deploy,
    ),
    templateUnit(
      deployUnit("deploy/compose.yaml"),
      "deploy/compose.yaml.eta",
      deploy,
    ),
    templateUnit(
      deployUnit("deploy/k8s/system.yaml"),
      "deploy/k8s/system.yaml.eta",
      deploy,
    ),
    templateUnit(deployUnit("deploy/ci.yaml"), "deploy/ci.yaml.eta", deploy),
    textUnit(unit("blueprint.yaml", "project", "scaffold"), blueprintText),
    textUnit(
      unit("deno.json", "project", "scaffold"),
      denoJson(system, options),
      PROJECT_FILES,
    ),
    textUnit(
      unit("deno.lock", "project", "scaffold"),
      denoLock(system),
      PROJECT_FILES,
    ),
    textUnit(
      unit(".gitignore", "project", "scaffold"),
      "data/\n.env\nevidence/raw/\n",
      "generator/plan/plan_files.ts",
    ),
  ];
}

const PROJECT_FILES = "generator/plan/project_files.ts";
