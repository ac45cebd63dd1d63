/**
 * Figures of a sentence that are nowhere in what a language model made of it.
 *
 * @module
 */
import type { Blueprint } from "../../generator/blueprint/blueprint.ts";
import type { BlueprintPlace } from "./blueprint_path.ts";
import { textAt } from "./place_text.ts";

/**
 * Lists the figures of a sentence that its places do not say, as they are written.
 *
 * A figure is there in another unit, too: `2 hours` as 120 minutes, `15 %` as 0.15, `1 MB` as 1024 kilobytes.
 */
export function lostFigures(
  sentence: string,
  places: readonly BlueprintPlace[],
  blueprint: Blueprint,
): readonly string[] {
  // What has no place of its own, such as "a REST API", says no more than its name.
  const texts = places.filter(({ keys }) => keys.length > 0)
    .map(({ keys }) => `${keys.join(" ")} ${textAt(keys, blueprint)}`);
  if (texts.length === 0) return [];
  const said = texts.flatMap((text) =>
    [...text.matchAll(SAID)].map(([figure]) => Number(figure))
  );
  const figures = [...sentence.matchAll(FIGURE)].map(([figure]) => figure);
  return [...new Set(figures)].filter((figure) => {
    const wanted = Number(figure.replaceAll(",", ""));
    // "More than 0" is a least value of another figure.
    return wanted !== 0 && !said.some((one) => isSame(one, wanted));
  });
}

function isSame(one: number, other: number): boolean {
  return RATIOS.some((ratio) =>
    isClose(one * ratio, other) || isClose(other * ratio, one)
  );
}

function isClose(one: number, other: number): boolean {
  return Math.abs(one - other) <= 1e-9 * Math.max(1, Math.abs(one));
}

/** A figure that stands by itself, perhaps with its unit: `2`, `1,000`, `2.5kg`, but not the 2 of `OAuth2` or `HTTP/2`. */
const FIGURE = /(?<![\p{L}\p{N}_/.,#-])\d+(?:,\d{3})*(?:\.\d+)?(?![\p{N}])/gu;

const SAID = /\d+(?:\.\d+)?/g;

/** Between units of time and of size, and of shares. */
const RATIOS: readonly number[] = [
  1,
  60,
  3600,
  24,
  1440,
  86_400,
  7,
  168,
  100,
  1000,
  1024,
  1_048_576,
];
