/**
 * Heals a generated file that somebody has changed or removed, by making it again.
 *
 * @module
 */
import type { Finding } from "../report.ts";
import type { Edit, Healer, SickSystem } from "./healer.ts";

/**
 * Makes the units again that the findings lead to and that are not as they were generated. A file of the user's own, or
 * one that is as it was generated, is never touched.
 */
export const REGENERATE_UNIT: Healer = {
  name: "regenerate_unit",
  tiers: [2, 3, 4],
  propose: async (findings, system) => {
    const paths = new Set([
      ...findings.flatMap(({ origin }) => origin?.edited ?? []),
      ...await lostFiles(system),
    ]);
    const edits: Edit[] = [];
    for (const path of paths) {
      const text = await textOf(path, system);
      if (text !== undefined) edits.push({ path, text });
    }
    return edits.length === 0 ? [] : [{
      codes: codesOf(findings),
      reason: `generates ${edits.map(({ path }) => path).join(", ")} again: ${
        edits.length === 1 ? "it is" : "they are"
      } not as it was generated`,
      edits,
    }];
  },
};

/** The codes of findings, each once. */
export function codesOf(findings: readonly Finding[]): string[] {
  return [...new Set(findings.map(({ code }) => code))].sort();
}

/** A file that is not there can be no finding's place. */
async function lostFiles(system: SickSystem): Promise<string[]> {
  const lost: string[] = [];
  for (const { path, ownership } of system.entries.values()) {
    if (ownership !== "generated") continue;
    if (await system.read(path) === undefined) lost.push(path);
  }
  return lost;
}

/** The text that a unit had; undefined where it is the user's, a copy, or would not come out as before. */
async function textOf(
  path: string,
  system: SickSystem,
): Promise<string | undefined> {
  if (system.entries.get(path)?.ownership !== "generated") return undefined;
  const text = (await system.generated()).get(path);
  return text === await system.read(path) ? undefined : text;
}
