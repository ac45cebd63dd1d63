/**
 * Compares the lock file of a system with what Deno makes of it.
 *
 * @module
 */
import { join } from "node:path";
import { counted } from "./counted.ts";
import { readIfThere } from "./read_subject.ts";
import type { CheckOutcome, TierContext } from "./tier.ts";

/** Copies the system's lock file to where a tool may write to it. */
export async function copyLock(
  { bench, subject }: TierContext,
  name: string,
): Promise<{ readonly path: string; readonly text: string }> {
  const path = await bench.temporary(`${name}.lock`);
  const text = await readIfThere(join(subject.dir, "deno.lock")) ??
    '{ "version": "5" }\n';
  await Deno.writeTextFile(path, text);
  return { path, text };
}

/** Adds a finding for each package that Deno had to add to the lock file. */
export function addedToLock(
  outcome: CheckOutcome,
  before: string,
  after: string | undefined,
): CheckOutcome {
  if (!("findings" in outcome) || outcome.findings.length > 0) return outcome;
  const known = packagesOf(before);
  const added = [...packagesOf(after ?? before)].filter((name) =>
    !known.has(name) && !ONLY_TYPES.test(name)
  );
  return {
    ...outcome,
    note: counted(known.size, "package"),
    findings: added.map((name) => ({
      code: "V209",
      place: "deno.lock",
      cause: `found no entry for "${name}", which the program needs`,
      nextStep: "run deno install --entrypoint main.ts in the system's folder",
    })),
  };
}

function packagesOf(lock: string): Set<string> {
  const { npm = {}, jsr = {} } = JSON.parse(lock) as Record<string, object>;
  return new Set([...Object.keys(npm), ...Object.keys(jsr)]);
}

// Some versions of Deno add what their type checker needs for node: modules, others have it built in.
const ONLY_TYPES = /^(?:@types\/node|undici-types)@/;
