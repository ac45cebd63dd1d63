/**
 * Looks at the attempts of units, stage by stage: who fails one is not looked at further.
 *
 * @module
 */
import type { AuthorEvent } from "./author_event.ts";
import type { FoundFaults, UnitBench } from "./unit_bench.ts";
import { testsThatCannotFail } from "./mutant_faults.ts";
import type { Stage, UnitFault, UnitWork } from "./unit_work.ts";

/** Judges every unit that was asked for in this round; once all pass, all tests of the system are run. */
export async function checkWorks(
  works: readonly UnitWork[],
  bench: UnitBench,
  onProgress: (event: AuthorEvent) => void,
): Promise<void> {
  const asked = works.filter((work) => work.isFresh);
  const refused = asked.filter(({ faults }) => faults.length > 0);
  let left = asked.filter(({ attempt, faults }) =>
    attempt !== undefined && faults.length === 0
  );
  const judged = new Map<UnitWork, readonly UnitFault[]>(
    refused.map((work) => [work, work.faults]),
  );
  const stage = async (
    name: Stage,
    look: (works: readonly UnitWork[]) => Promise<FoundFaults>,
  ) => {
    if (left.length === 0) return;
    onProgress({ event: "checking", stage: name, units: left.length });
    const found = await look(left);
    for (const [work, faults] of found) judged.set(work, faults);
    left = left.filter((work) => !found.has(work));
  };
  if (left.length > 0) {
    // One that does not pass its types may keep the others from being tested: it stands aside.
    await bench.put(standing(works, judged));
    await stage("types", (all) => bench.types(all));
    await bench.put(standing(works, judged));
    await stage("lint", (all) => bench.lint(all));
    await stage("tests", (all) => bench.tests(all));
    await stage("mutants", (all) => testsThatCannotFail(all, bench));
  }
  const allPass = works.every((work) =>
    work.attempt !== undefined && work.gaveUp === undefined &&
    !judged.has(work) && (work.isFresh || work.faults.length === 0)
  );
  if (allPass && left.length > 0) {
    left = [...works];
    await stage("system", (all) => bench.system(all));
  }
  for (const work of works) {
    if (!work.isFresh && !judged.has(work)) continue;
    // A question that was not answered is no attempt to judge.
    if (work.attempt === undefined && !judged.has(work)) continue;
    const faults = judged.get(work) ?? [];
    work.judged(faults);
    const [first] = faults;
    const unit = work.unit.id;
    if (first === undefined) {
      // One that was given up before an answer came has no faults either.
      if (work.isDone) {
        onProgress({ event: "written", unit, rounds: work.rounds });
      }
    } else {
      onProgress({
        event: "faults",
        unit,
        stage: first.stage,
        faults: faults.map(({ text }) => text),
      });
    }
  }
}

function standing(
  works: readonly UnitWork[],
  judged: ReadonlyMap<UnitWork, unknown>,
): readonly UnitWork[] {
  return works.filter((work) =>
    work.attempt !== undefined && !judged.has(work) &&
    (work.isFresh || work.faults.length === 0)
  );
}
