/**
 * Which behaviours build on which: found by what the words of one name of another.
 *
 * @module
 */
import { wordsOf } from "../model/names.ts";
import type { Behavior } from "./behaviors.ts";

/**
 * Lists the paths of the behaviours whose results another one uses: the fields of its entity that are worked out before it
 * and that its words name. An endpoint builds on all of the entities that its words name.
 */
export function dependenciesOf(
  behavior: Behavior,
  all: readonly Behavior[],
): readonly string[] {
  const words = ` ${plain(behavior.logic.behavior)} `;
  const before = all.slice(0, all.indexOf(behavior));
  return before.filter((other) => {
    if (!other.entity) return false;
    if (behavior.entity === undefined) return names(words, other.entity);
    return other.kind === "computed" && other.entity === behavior.entity &&
      words.includes(` ${plain(fieldOf(other))} `);
  }).map(({ logic }) => logic.path);
}

function names(
  words: string,
  { name, plural }: NonNullable<Behavior["entity"]>,
): boolean {
  return [name, plural].some((forms) => words.includes(` ${forms.words} `));
}

function fieldOf({ logic }: Behavior): string {
  return logic.path.split(".")[3] ?? "";
}

/** Words in small letters with one blank between them; `shippingCost` is two. */
function plain(text: string): string {
  return text.split(/[^\p{L}\p{N}]+/u)
    .flatMap((word) => word === "" ? [] : wordsOf(word)).join(" ")
    .toLowerCase();
}
