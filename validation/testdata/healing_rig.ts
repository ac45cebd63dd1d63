/**
 * A generated system on disk for tests of healing, and reports made by hand.
 *
 * @module
 */
import { join } from "node:path";
import { generateFiles } from "../../generator/generate.ts";
import { writeSystem } from "../../generator/output/write_system.ts";
import { prepareBlueprint } from "../../generator/prepare.ts";
import { readSystemTree } from "../evidence/system_tree.ts";
import type { SickSystem } from "../healing/healer.ts";
import { openSickSystem } from "../healing/sick_system.ts";
import {
  countStates,
  type Finding,
  REPORT_SCHEMA,
  type TierNumber,
  type VerificationReport,
} from "../report.ts";

/** A system on disk; disposing of it removes it. */
export interface HealingRig extends AsyncDisposable {
  readonly dir: string;
  /** Reads a file. */
  read(path: string): Promise<string>;
  /** Writes a file, as somebody would by hand; null removes it. */
  write(path: string, text: string | null): Promise<void>;
  /** As healers see it, as it is now. */
  open(): Promise<SickSystem>;
  /** The hash of all that there is, but for evidence. */
  tree(): Promise<string>;
}

/** Generates a system from a blueprint, and from files of logic beside it. */
export async function healingRig(
  blueprint: string,
  logic: Readonly<Record<string, string>> = {},
): Promise<HealingRig> {
  const parent = await Deno.makeTempDir({ prefix: "autocoder-healing-" });
  await Deno.mkdir(join(parent, "logic"));
  for (const [path, text] of Object.entries(logic)) {
    await Deno.writeTextFile(join(parent, path), text);
  }
  const { model, diagnostics } = await prepareBlueprint(
    blueprint,
    "blueprint.yaml",
    { folder: parent },
  );
  if (!model) throw new RangeError(JSON.stringify(diagnostics));
  const { files } = await generateFiles(model, blueprint);
  const dir = await writeSystem(join(parent, "system"), files);
  return {
    dir,
    read: (path) => Deno.readTextFile(join(dir, path)),
    write: (path, text) =>
      text === null
        ? Deno.remove(join(dir, path))
        : Deno.writeTextFile(join(dir, path), text),
    open: async () => {
      const system = await openSickSystem(dir);
      if (!system) throw new RangeError("Cannot open the system");
      return system;
    },
    tree: async () => (await readSystemTree(dir)).sha256,
    [Symbol.asyncDispose]: () => Deno.remove(parent, { recursive: true }),
  };
}

/** A report in which a tier has these findings, or none fails. */
export function reportWith(
  tier: TierNumber | undefined,
  findings: readonly Partial<Finding>[] = [],
): VerificationReport {
  const names = ["framework", "logic", "integration", "semantics"] as const;
  const tiers = ([1, 2, 3, 4] as const).map((number) => {
    const state = tier === undefined || number < tier
      ? "passed" as const
      : number === tier
      ? "failed" as const
      : "not_run" as const;
    const name = names[number - 1] ?? "";
    const counts = countStates([{ state }]);
    return { tier: number, name, title: name, state, ms: 1, counts };
  });
  return {
    schema: REPORT_SCHEMA,
    system: "rig",
    status: tier === undefined ? "verified" : "failed",
    score: { passed: 0, applicable: 1, notUnderstood: 0, ratio: 0 },
    tools: { autocoder: "0.0.0", platform: "test" },
    startedAt: "2030-01-01T00:00:00.000Z",
    ms: 1,
    tiers,
    checks: tier === undefined ? [] : [{
      id: "rig",
      tier,
      title: "rig",
      state: "failed",
      ms: 1,
      findings: findings.map((one) => findingWith(tier, one)),
    }],
    requirements: [],
    notProved: [],
  };
}

/** A finding of a tier. */
export function findingWith(
  tier: TierNumber,
  finding: Partial<Finding> = {},
): Finding {
  const rest = { code: "V201", place: "main.ts", cause: "", nextStep: "" };
  return { ...rest, tier, ...finding };
}
