/**
 * Reads things that record or link others: "a loan links a book and a member".
 *
 * @module
 */
import {
  LINKING_VERBS,
  RECORDING_VERBS,
  SYSTEM_NOUNS,
} from "./lexicon_words.ts";
import { isAdjective } from "./entity_index.ts";
import { isPlural } from "./inflection.ts";
import { isPerson } from "./person.ts";
import { readNouns, skipListMark } from "./noun.ts";
import { readClauseForm } from "./read_clause_form.ts";
import { readPredicateClause } from "./read_predicate.ts";
import { type Found, isEntity, type Scope, spanOf } from "./scope.ts";
import type { Noun } from "./statement.ts";
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
    const linked = readLinked(tokens, at, noun, end, scope);
    if (linked !== undefined) return linked;
    const having = asList(tokens, end + 1, verb.lower)
      .with(end, { ...verb, text: "have", lower: "have" });
    return readPredicateClause(having, at, scope);
  }
  return undefined;
}

/** "An application links a candidate to a job": what links known things is no word for the system. */
function readLinked(
  tokens: readonly Token[],
  at: number,
  from: Noun,
  verb: number,
  scope: Scope,
): Found | undefined {
  const plain = from.number === "one" && from.words.length === 1 &&
    SYSTEM_NOUNS.has(from.words[0] ?? "");
  if (!plain || !LINKING_VERBS.has(tokens[verb]?.lower ?? "")) return undefined;
  const said = asList(tokens, verb + 1, tokens[verb]?.lower ?? "");
  const to: Noun[] = [];
  let end = verb;
  for (let next = verb + 1; next < said.length;) {
    const noun = readNouns(said, next)[0];
    if (noun === undefined || !isEntity(noun.value, scope)) break;
    to.push(noun.value);
    end = noun.end;
    next = skipListMark(said, end);
    if (next === end) break;
  }
  if (to.length < 2) return undefined;
  const span = spanOf(tokens, at, end);
  return {
    statements: to.map((one) => ({
      kind: "relation",
      from,
      to: one,
      ...span,
    })),
    end,
    subjects: [from],
  };
}

/** "links a candidate to a job": as "a candidate and a job". */
function asList(
  tokens: readonly Token[],
  at: number,
  verb: string,
): readonly Token[] {
  const [first] = readNouns(tokens, at);
  const mark = tokens[first?.end ?? 0];
  const links = LINKING_VERBS.has(verb) && first !== undefined &&
    (mark?.lower === "to" || mark?.lower === "with") &&
    readNouns(tokens, first.end + 1).length > 0;
  return links && mark
    ? tokens.with(first.end, { ...mark, text: "and", lower: "and" })
    : tokens;
}

const BEING: ReadonlySet<string> = new Set(["is", "are"]);
