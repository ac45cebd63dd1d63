/**
 * The order in which units are written: those that build on others come in a later wave.
 *
 * @module
 */
import type { UnitWork } from "./unit_work.ts";

/** Arranges units in waves by their dependencies alone; what is not among them is there already. */
export function unitWaves(
  works: readonly UnitWork[],
): readonly (readonly UnitWork[])[] {
  const byId = new Map(works.map((work) => [work.unit.id, work]));
  const depths = new Map<string, number>();
  const depthOf = (id: string): number => {
    const known = depths.get(id);
    if (known !== undefined) return known;
    const work = byId.get(id);
    if (!work) return -1;
    // Units build on earlier ones only, so that this ends.
    const depth = 1 +
      Math.max(-1, ...work.unit.dependsOn.map((one) => depthOf(one)));
    depths.set(id, depth);
    return depth;
  };
  const waves: UnitWork[][] = [];
  for (const work of works) (waves[depthOf(work.unit.id)] ??= []).push(work);
  return waves;
}
