/**
 * Reads things that record or link others: "a loan links a book and a member".
 *
 * @module
 */
import { LINKING_VERBS, RECORDING_VERBS } from "./lexicon_words.ts";
import { isAdjective } from "./entity_index.ts";
import { isPlural } from "./inflection.ts";
import { isPerson } from "./person.ts";
import { readNouns } from "./noun.ts";
import { readClauseForm } from "./read_clause_form.ts";
import { readPredicateClause } from "./read_predicate.ts";
import { type Found, isEntity, type Scope } from "./scope.ts";
import type { Token } from "./tokens.ts";

/** Reads "appointments are for a pet and have a reason" as what belongs to something and has more. */
export function readFor(
  tokens: readonly Token[],
  at: number,
  scope: Scope,
): Found | undefined {
  for (const { value: noun, end } of readNouns(tokens, at)) {
    const [be, for_] = [tokens[end], tokens[end + 1]];
    if (noun.pronoun || !BEING.has(be?.lower ?? "") || !be || !for_) continue;
    if (for_.lower !== "for" && for_.lower !== "of") continue;
    const to = readNouns(tokens, end + 2)[0];
    const goesOn = to &&
      ["have", "has"].includes(tokens[to.end + 1]?.lower ?? "") &&
      tokens[to.end]?.lower === "and";
    if (!goesOn || to.value.pronoun) continue;
    const said = tokens.with(end, { ...be, text: "belong", lower: "belong" })
      .with(end + 1, { ...for_, text: "to", lower: "to" });
    const found = readClauseForm(said, at, scope);
    return found?.end === to.end ? found : undefined;
  }
  return undefined;
}

/** Reads a thing with a verb that says what it has, as if it had it. */
export function readRecording(
  tokens: readonly Token[],
  at: number,
  scope: Scope,
): Found | undefined {
  for (const { value: noun, end } of readNouns(tokens, at)) {
    const verb = tokens[end];
    if (verb === undefined || !RECORDING_VERBS.has(verb.lower)) continue;
    if (noun.pronoun || noun.owner || isPerson(noun)) continue;
    // "Expired links return 410" is about links.
    const chooses = noun.number !== "one" &&
      isAdjective(noun.words.at(-1) ?? "");
    if (chooses && isPlural(verb.lower)) continue;
    const one = noun.number === "one" || isEntity(noun, scope);
    if (!one && !LINKING_VERBS.has(verb.lower) && noun.words.length < 2) {
      continue;
    }
    const having = tokens.with(end, { ...verb, text: "have", lower: "have" });
    return readPredicateClause(having, at, scope);
  }
  return undefined;
}

const BEING: ReadonlySet<string> = new Set(["is", "are"]);
