/**
 * Tier 1: the toolchain, the files and what the blueprint decides. Nothing of the system runs.
 *
 * @module
 */
import { fetchHosts } from "../generator/plan/fetch_views.ts";
import { checkFiles, readFiles, type SystemFile } from "./check_files.ts";
import { checkGraphOf } from "./check_graph_of.ts";
import { checkImports } from "./check_imports.ts";
import { checkPermissions } from "./check_permissions.ts";
import { checkPlaceholders } from "./check_placeholders.ts";
import { OLDEST_DENO } from "./find_deno.ts";
import type { CheckOutcome, CheckPlan, Tier, TierContext } from "./tier.ts";

/** Tier 1. */
export const FRAMEWORK_TIER: Tier = {
  tier: 1,
  name: "framework",
  title: "toolchain, files, permissions, graph",
  plan,
};

function plan(context: TierContext): CheckPlan[] {
  const { subject } = context;
  const files = once(() => readFiles(subject));
  const over = (
    check: (files: readonly SystemFile[]) => CheckOutcome,
  ) =>
  async (): Promise<CheckOutcome> =>
    subject.manifest
      ? check(await files())
      : { notRun: "there is no manifest to go by" };
  return [
    {
      id: "framework.toolchain",
      title: `Deno ${OLDEST_DENO} or later is there`,
      run: () => Promise.resolve(checkToolchain(context)),
    },
    {
      id: "framework.files",
      title: "every file is the one that was generated",
      run: async () =>
        subject.manifest
          ? checkFiles(await files(), context)
          : { findings: [NO_MANIFEST] },
    },
    {
      id: "framework.placeholders",
      title: "no placeholder is left in a generated file",
      run: over((files) => checkPlaceholders(files, subject)),
    },
    {
      id: "framework.imports",
      title: "every import leads somewhere; harness and kit are complete",
      run: over(checkImports),
    },
    {
      id: "framework.permissions",
      title: "deno task start grants only what the system needs",
      run: over((files) => checkPermissions(files, listedHosts(subject))),
    },
    {
      id: "framework.graph",
      title: "the blueprint is valid, its graph can run, its parts are there",
      run: () => Promise.resolve(checkGraphOf(subject)),
    },
  ];
}

function checkToolchain({ deno }: TierContext): CheckOutcome {
  return deno
    ? { findings: [], note: `Deno ${deno.version}` }
    : { notRun: "no Deno was found" };
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => made ??= make();
}

const NO_MANIFEST = {
  code: "V102",
  place: ".autocoder/manifest.json",
  cause: "found no manifest that can be read",
  nextStep: "generate the system again, or name the folder of one",
} as const;

/** The hosts that webhooks may be told at, and those that endpoints fetch from. */
function listedHosts({ model }: TierContext["subject"]): string[] {
  return [
    ...(model?.webhooks ?? []).flatMap(({ hosts }) => hosts),
    ...fetchHosts(model ?? {}),
  ];
}
