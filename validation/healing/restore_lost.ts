/**
 * Brings back a generated file that was removed, where it comes out as it was.
 *
 * @module
 */
import { MANIFEST_PATH, sha256 } from "../../generator/output/manifest.ts";
import type { Edit, Proposal, SickSystem } from "./healer.ts";

/**
 * Makes removed files again that are nobody's work, to the bytes that the manifest records; nothing that is there is
 * touched, and a file that would come out otherwise stays away. It answers the one thing that the first tier finds of
 * which nothing can be lost.
 */
export async function restoreLost(
  system: SickSystem,
): Promise<readonly Proposal[]> {
  const edits: Edit[] = [];
  for (const { path, ownership, sha256: recorded } of system.entries.values()) {
    if (ownership === "yours" || path === MANIFEST_PATH) continue;
    if (await system.read(path) !== undefined) continue;
    const text = (await system.generated()).get(path);
    if (text === undefined || await sha256(text) !== recorded) continue;
    edits.push({ path, text });
  }
  return edits.length === 0 ? [] : [{
    codes: ["V103"],
    reason: `generates ${edits.map(({ path }) => path).join(", ")} again, as ${
      edits.length === 1 ? "it was" : "they were"
    } before ${edits.length === 1 ? "it was" : "they were"} removed`,
    edits,
  }];
}
