/**
 * Figures of a sentence that are nowhere in what a language model made of it.
 *
 * @module
 */
import type { Blueprint } from "../../generator/blueprint/blueprint.ts";
import { type Amount, amountsIn, saysAmount, unitsIn } from "./amounts.ts";
import type { BlueprintPlace } from "./blueprint_path.ts";
import { ruleTextAt, textAt } from "./place_text.ts";

/**
 * Lists the figures of a sentence that its places do not say, as they are written.
 *
 * A figure is there in another unit, too, where both have one: `2 hours` as 120 in `minutes`, `15 %` as 0.15, `1 MB` as
 * 1024 in `kilobytes`. What a description says is not built.
 */
export function lostFigures(
  sentence: string,
  places: readonly BlueprintPlace[],
  blueprint: Blueprint,
): readonly string[] {
  // What has no place of its own, such as "a REST API", says no more than its name.
  const said = places.filter(({ keys }) => keys.length > 0)
    .map(({ keys }) => {
      const text = `${keys.join(" ")} ${ruleTextAt(keys, blueprint)}`;
      // A description may well tell the unit.
      const units = unitsIn(`${keys.join(" ")} ${textAt(keys, blueprint)}`);
      const figures = [...text.matchAll(SAID)].map(({ groups }) => ({
        figure: Number(groups?.figure),
        key: groups?.key ?? keys.at(-1) ?? "",
      }));
      return { figures, units };
    });
  if (said.length === 0) return [];
  const lost = amountsIn(sentence).filter((amount) =>
    // "More than 0" is a least value of another figure.
    amount.value !== 0 && !said.some(({ figures, units }) =>
      figures.some(({ figure, key }) =>
        saysAmount(figure, units, amount) && !isOpposite(key, amount.bound)
      )
    )
  );
  return [...new Set(lost.map(({ written }) => written))];
}

/** The least of something is not the most of it. */
function isOpposite(key: string, bound: Amount["bound"]): boolean {
  return bound !== undefined && /^(?:min|max)/.test(key) &&
    !key.startsWith(bound);
}

/** A figure with the key that it stands at. */
const SAID = /(?:"(?<key>\w+)":"?)?(?<figure>\d+(?:\.\d+)?)/g;
