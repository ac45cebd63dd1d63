/**
 * Writes the raw log of a mutation run: every survivor, what was not tried, and what is never mutated.
 *
 * @module
 */
import { LEFT_ALONE } from "./left_alone.ts";
import { describeMutant, type Mutant } from "./mutant.ts";
import { tellScore, type TriedMutant } from "./mutation_score.ts";
import { type ExplainingModel, explainSurvivor } from "./survivor_class.ts";

/** Writes the log. */
export function mutationLog(
  tried: readonly TriedMutant[],
  notTried: readonly Mutant[],
  model: ExplainingModel,
): string {
  const inState = (state: TriedMutant["result"]["state"]) =>
    tried.filter(({ result }) => result.state === state);
  const survivors = Map.groupBy(
    inState("survived").map(({ mutant }) => mutant),
    (mutant) => explainSurvivor(mutant, model),
  );
  return [
    tellScore(tried, notTried.length),
    `Never mutated: ${LEFT_ALONE}; kit/, harness/, client/ and tests/.`,
    ...byOperator(tried),
    ...[...survivors].toSorted(([a], [b]) => a < b ? -1 : 1)
      .flatMap(([why, mutants]) =>
        section(`Survived: ${why}`, mutants.map(describeMutant))
      ),
    ...section("Timed out", inState("timed out").map(described)),
    ...section("Refused by the compiler", inState("refused").map(described)),
    ...section(
      "Killed",
      inState("killed").map((one) =>
        `${described(one)}  [${one.result.by ?? ""}]`
      ),
    ),
    ...section("Not tried", notTried.map(describeMutant)),
  ].join("\n");
}

function byOperator(tried: readonly TriedMutant[]): string[] {
  const groups = Map.groupBy(tried, ({ mutant }) => mutant.operator);
  const lines = [...groups].map(([operator, group]) =>
    `${operator}: ${tellScore(group, 0).replace(/, \d+ not tried$/, "")}`
  );
  return section("By operator", lines.toSorted());
}

function described({ mutant }: TriedMutant): string {
  return describeMutant(mutant);
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0
    ? []
    : ["", `${title} (${lines.length})`, ...lines.map((line) => `  ${line}`)];
}
