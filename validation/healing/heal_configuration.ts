/**
 * Heals what keeps a system from starting that is none of its code: a permission, a folder.
 *
 * @module
 */
import { posix } from "node:path";
import { NOT_PART_OF_A_SYSTEM } from "../copy_system.ts";
import type { Finding } from "../report.ts";
import type { Healer, Proposal, SickSystem } from "./healer.ts";
import { isInside } from "./sick_system.ts";

/**
 * Gives the task `start` back a permission that the started system says it needs, if its blueprint justifies it: if the
 * task that is generated of it grants it; exactly so far. Makes a folder inside the system that it says is missing.
 */
export const HEAL_CONFIGURATION: Healer = {
  name: "heal_configuration",
  tiers: [3],
  propose: async (findings, system) => {
    const proposals: Proposal[] = [];
    for (const finding of findings) {
      if (finding.code !== "V301") continue;
      const proposal = await permission(finding, system) ??
        folder(finding, system);
      if (proposal) proposals.push(proposal);
    }
    return proposals;
  },
};

async function permission(
  { cause, code }: Finding,
  system: SickSystem,
): Promise<Proposal | undefined> {
  // As Deno says it, or the system itself.
  const kind = /\bRequires (\w+) access to\b/.exec(cause)?.[1] ??
    /\badd \S+ to --allow-(\w+)\b/.exec(cause)?.[1];
  if (kind === undefined) return undefined;
  const present = await system.read(CONFIG);
  const wanted = (await system.generated()).get(CONFIG);
  const [now, then] = [startOf(present), startOf(wanted)];
  if (present === undefined || now === undefined || then === undefined) {
    return undefined;
  }
  const flag = grantOf(then, kind);
  const old = grantOf(now, kind);
  if (flag === undefined || flag === old) return undefined;
  const command = old === undefined
    ? now.replace(/\s+(\S+)$/, ` ${flag} $1`)
    : now.replace(old, flag);
  const text = present.replace(JSON.stringify(now), JSON.stringify(command));
  return text === present ? undefined : {
    codes: [code],
    reason:
      `${CONFIG}: grants the task start ${flag}, which it says it needs and its blueprint justifies`,
    edits: [{ path: CONFIG, text }],
  };
}

function folder(
  { cause, code }: Finding,
  system: SickSystem,
): Proposal | undefined {
  const path = /No such file or directory \(os error 2\)[^'"]*['"]([^'"]+)['"]/
    .exec(cause)?.[1];
  if (path === undefined || !isInside(path)) return undefined;
  const missing = posix.dirname(posix.normalize(path));
  const [top = ""] = missing.split("/");
  // What runs is a copy without these, and a folder of files that were generated is a matter of theirs.
  const isOurs = [...system.entries.keys()].some((one) =>
    one.startsWith(`${top}/`)
  );
  if (missing === "." || NOT_PART_OF_A_SYSTEM.has(top) || isOurs) {
    return undefined;
  }
  return {
    codes: [code],
    reason: `${missing}/: makes the folder that the system says is missing`,
    edits: [{ path: `${missing}/`, text: "" }],
  };
}

function startOf(config: string | undefined): string | undefined {
  try {
    const { tasks } = JSON.parse(config ?? "") as {
      tasks?: { start?: unknown };
    };
    return typeof tasks?.start === "string" ? tasks.start : undefined;
  } catch {
    return undefined;
  }
}

function grantOf(command: string, kind: string): string | undefined {
  return command.split(/\s+/).find((word) =>
    word.startsWith(`--allow-${kind}=`)
  );
}

const CONFIG = "deno.json";
