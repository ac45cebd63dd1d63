/**
 * Does what a sentence is said to have become speak of what the sentence speaks of?
 *
 * A model that counts sentences wrongly claims for each what another one says. Words tell: of a place that says what a
 * sentence says, some word or figure stands in the sentence too, or one of the same meaning.
 *
 * @module
 */
import type { Blueprint } from "../../generator/blueprint/blueprint.ts";
import {
  baseOfParticiple,
  singular,
} from "../../generator/planner/inflection.ts";
import { OPERATION_VERBS } from "../../generator/planner/lexicon_verbs.ts";
import { type BlueprintPlace, isGeneralPlace } from "./blueprint_path.ts";
import { KEY_WORDS, SMALL_WORDS, TYPE_WORDS } from "./lexicon_keys.ts";
import { isLimiting } from "./limiting_sentence.ts";
import { ruleTextAt, textAt } from "./place_text.ts";

/** Tells whether some of the places shares a word with a sentence, beside the name of its entity. */
export function sharesWords(
  sentence: string,
  places: readonly BlueprintPlace[],
  blueprint: Blueprint,
): boolean {
  const said = wordsOf(sentence);
  // What a description says of a limit is not built.
  const read = isLimiting(sentence) ? ruleTextAt : textAt;
  // Beside parts that are claimed, an entity as such shows nothing: each sentence about it names it.
  const entities = places.filter(isEntity);
  const others = places.filter((place) => !isEntity(place));
  const keeping = wordsOf(
    ...entities.map(({ keys }) => keys[1]),
    ...[KEY_WORDS["store"], KEY_WORDS["http"], "manage track record handle"],
  );
  if (entities.length > 0 && said.every((one) => keeping.includes(one))) {
    return true;
  }
  const named = Object.keys(blueprint.entities ?? {})
    .filter((name) => wordsOf(name).every((word) => said.includes(word)));
  return (others.length > 0 ? others : entities).some((place) => {
    const words = wordsAt(place, blueprint, read);
    return isOfOne(said, named, words, place) &&
      said.some((one) => words.some((other) => isSame(one, other)));
  });
}

/** Where a sentence names entities, a part of another one says it only if that part names one of them, too. */
function isOfOne(
  said: readonly string[],
  named: readonly string[],
  words: readonly string[],
  { keys: [part, name = ""] }: BlueprintPlace,
): boolean {
  return part !== "entities" || named.length === 0 ||
    said.includes(wordsOf(name).at(-1) ?? "") ||
    named.some((one) => wordsOf(one).every((word) => words.includes(word)));
}

function isEntity(place: BlueprintPlace): boolean {
  return isGeneralPlace(place) && place.keys[0] === "entities";
}

function wordsAt(
  place: BlueprintPlace,
  blueprint: Blueprint,
  read: typeof textAt,
): readonly string[] {
  const { keys, refs, phrases } = place;
  if (keys.length === 0) return wordsOf(phrases.join(" "), KEY_WORDS["users"]);
  const [part, name = "", ...inner] = keys;
  const operations = refs.flatMap((ref) => operationVerbs(ref.split(".")[1]));
  const meant = keys.flatMap((key) => KEY_WORDS[key] ?? []);
  const rules = part === "entities" && inner[0] === "access"
    ? operationVerbs(inner[1])
    : [];
  const subject = part === "entities" ? name : refs[0]?.split(".")[0] ?? "";
  // Of an entity as such its name is all there is; an operation that every entity has says nothing of its fields.
  if (isGeneralPlace(place)) {
    return wordsOf(...keys, ...refs, ...meant, subject);
  }
  const isOperation = part === "entities" && inner.length === 0;
  const text = isOperation ? "" : read(keys, blueprint);
  const about = new Set(wordsOf(subject));
  const built = wordsOf(text).filter((word) => !TYPE_WORDS.has(word));
  return [
    ...wordsOf(
      ...isOperation ? [] : inner.length > 0 ? inner : [name],
      ...operations,
      ...rules,
      ...meant,
    ),
    ...built,
  ].filter((word) => !about.has(word));
}

/** The words for a standard operation, or for `read` and `write`. */
function operationVerbs(operation: string | undefined): readonly string[] {
  const reads = operation === "list" || operation === "get" ||
    operation === "read";
  return OPERATION_VERBS.flatMap((entry) => {
    const means = entry.operations.some((one) =>
      one === operation || operation === "write" && one !== "list"
    ) || reads && entry.reads !== undefined;
    return means ? `${entry.verbs}/${entry.nouns ?? ""}`.split("/") : [];
  });
}

/** Takes the words and figures of texts, in their basic form; names are cut into their words. */
function wordsOf(...texts: readonly (string | undefined)[]): string[] {
  const words = texts.join(" ")
    .replaceAll(/(?<=[a-z0-9])(?=[A-Z])/g, " ").toLowerCase()
    .match(/[\p{L}]+|\d+(?:\.\d+)?/gu) ?? [];
  return [...new Set(words)].filter((word) => !SMALL_WORDS.has(word))
    .map((word) => baseOfParticiple(word) ?? singular(word));
}

/** `ship` and `shipping`, `available` and `availability`, but not `or` and `order`. */
function isSame(one: string, other: string): boolean {
  if (one === other) return true;
  const [short = "", long = ""] = [one, other].toSorted((a, b) =>
    a.length - b.length
  );
  if (short.length < 4 || /\d/.test(short)) return false;
  const stem = short.slice(0, Math.max(4, short.length - 2));
  return long.startsWith(stem) && long.length - stem.length <= 6;
}
