/**
 * Reads the code of endpoints for hosts that their blueprint does not list.
 *
 * @module
 */
import { join } from "node:path";
import type { EndpointModel } from "../generator/model/endpoint_model.ts";
import type { SystemModel } from "../generator/model/system_model.ts";
import { endpointPath } from "../generator/plan/endpoint_names.ts";
import { fetchOrigins } from "../generator/plan/fetch_views.ts";
import {
  ambientFindings,
  urlFindings,
} from "../generator/confine/fetch_scan.ts";
import type { ScanFinding } from "../generator/confine/scan_rules.ts";
import { counted } from "./counted.ts";
import { readIfThere } from "./read_subject.ts";
import type { CheckPlan, FindingDraft, Subject } from "./tier.ts";

/** Lists the check of a system whose endpoints fetch; none for another one. */
export function hostChecks({ model, dir }: Subject): CheckPlan[] {
  if (!model || fetchOrigins(model).length === 0) return [];
  return [{
    id: "logic.hosts",
    title: "endpoints fetch from the hosts that they list",
    run: async () => {
      const files = [...originsByFile(model)];
      const findings = await Promise.all(
        files.map(async ([path, origins]) =>
          await findingsOf(path, await readIfThere(join(dir, path)), origins)
        ),
      );
      return {
        findings: findings.flat(),
        note: counted(fetchOrigins(model).length, "host"),
      };
    },
  }];
}

/** Which hosts the code of each file may name: those of the endpoints that it is of. */
function originsByFile(
  { endpoints = [] }: SystemModel,
): ReadonlyMap<string, readonly string[]> {
  const all = new Map<string, readonly string[]>();
  const add = (path: string, { fetches = [] }: EndpointModel) =>
    all.set(path, [...new Set([...all.get(path) ?? [], ...fetches])]);
  for (const endpoint of endpoints) {
    add(endpoint.logic.file ?? endpointPath(endpoint), endpoint);
  }
  return all;
}

/** Files that cannot be read are for other checks. */
async function findingsOf(
  path: string,
  text: string | undefined,
  origins: readonly string[],
): Promise<readonly FindingDraft[]> {
  if (text === undefined) return [];
  const place = ({ line, column }: ScanFinding) => `${path}:${line}:${column}`;
  return [
    ...(await urlFindings(text, origins)).map((one): FindingDraft => ({
      code: "V220",
      place: place(one),
      cause: `found ${one.found}: ${one.why}`,
      nextStep: "list the host in fetches of the endpoint, or leave it out",
    })),
    ...(await ambientFindings(text)).map((one): FindingDraft => ({
      code: "V221",
      place: place(one),
      cause: `found ${one.found}: ${one.why}`,
      nextStep: "take the fetch that the endpoint is given",
    })),
  ];
}
