/**
 * How much texts have in common, by their words: the rarer a word is among the texts, the more it says (TF-IDF).
 *
 * @module
 */
import { singular } from "../../generator/planner/inflection.ts";

/** Compares texts with those that it was made of. */
export interface WordSimilarity {
  /** Gives the cosine of the angle between a text and each of those, from 0 to 1, in their order. */
  to(text: string): readonly number[];
}

/** Takes the texts that others are compared with. */
export function wordSimilarity(texts: readonly string[]): WordSimilarity {
  const counts = texts.map(countWords);
  const inTexts = new Map<string, number>();
  for (const word of counts.flatMap((words) => [...words.keys()])) {
    inTexts.set(word, (inTexts.get(word) ?? 0) + 1);
  }
  const weigh = (words: ReadonlyMap<string, number>) =>
    new Map([...words].map(([word, count]) => {
      const rarity = Math.log(
        (1 + texts.length) / (1 + (inTexts.get(word) ?? 0)),
      );
      return [word, (1 + Math.log(count)) * (1 + rarity)];
    }));
  const weights = counts.map(weigh);
  return {
    to: (text) => {
      const asked = weigh(countWords(text));
      return weights.map((known) => cosine(asked, known));
    },
  };
}

type Vector = ReadonlyMap<string, number>;

function cosine(a: Vector, b: Vector): number {
  let product = 0;
  for (const [word, weight] of a) product += weight * (b.get(word) ?? 0);
  return product === 0 ? 0 : product / (length(a) * length(b));
}

function length(vector: Vector): number {
  return Math.sqrt(
    vector.values().reduce((sum, weight) => sum + weight ** 2, 0),
  );
}

function countWords(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  const words = text.replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2").toLowerCase()
    .split(/[^\p{L}\p{N}]+/u);
  for (const word of words) {
    if (word === "" || STOP_WORDS.has(word)) continue;
    const stem = stemOf(word);
    counts.set(stem, (counts.get(stem) ?? 0) + 1);
  }
  return counts;
}

/** Cuts endings off: `shipped`, `shipping` and `ships` are one word, and so are `cancels` and `cancelled`. */
function stemOf(word: string): string {
  const stem = singular(word).replace(/(?<=.{3})(?:ing|ed|er|ly)$/, "");
  return stem.replace(/([^aeiou])\1$/, "$1").replace(/(?<=.{3})[ey]$/, "");
}

/** Words that stand in any sentence. */
const STOP_WORDS: ReadonlySet<string> = new Set(
  ("a an and are as at be been but by can do does for from given has have if in into is it its may more most must no " +
    "not of off on one only or other otherwise out per so such than that the their then there these they this those " +
    "to up was what when where which who whole with without").split(" "),
);
