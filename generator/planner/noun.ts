/**
 * Reads noun phrases: "all tasks", "a task's title", "the title of a task".
 *
 * @module
 */
import { isPlural } from "./inflection.ts";
import { OF_WORDS } from "./lexicon_fields.ts";
import {
  CHOOSING_DETERMINERS,
  NOUN_STOPS,
  WORD_CLASSES,
} from "./lexicon_words.ts";
import { wordsOf } from "./names.ts";
import type { Noun } from "./statement.ts";
import type { Token } from "./tokens.ts";

/** A value read from tokens, and the token after it. */
export interface Read<T> {
  /** What was read. */
  readonly value: T;
  /** The index of the token after it. */
  readonly end: number;
}

/** Reads a noun phrase of at most five words; undefined when there is none. */
export function readNoun(
  tokens: readonly Token[],
  at: number,
): Read<Noun> | undefined {
  return readNouns(tokens, at)[0];
}

/** Reads the noun phrases that may start at a token, the longest first; remembers them, as every pattern asks. */
export function readNouns(
  tokens: readonly Token[],
  at: number,
): readonly Read<Noun>[] {
  let known = READ.get(tokens);
  if (known === undefined) READ.set(tokens, known = new Map());
  let nouns = known.get(at);
  if (nouns === undefined) known.set(at, nouns = findNouns(tokens, at));
  return nouns;
}

function findNouns(tokens: readonly Token[], at: number): Read<Noun>[] {
  const pronoun = tokens[at];
  if (pronoun && WORD_CLASSES.it.has(pronoun.lower)) {
    const next = tokens[at + 1];
    if (!POINTING.has(pronoun.lower) || !isNounWord(next)) {
      return [{ value: pronounNoun(pronoun), end: at + 1 }];
    }
  }
  const { number, end: after } = skipDeterminers(tokens, at);
  const listed = CHOOSING_DETERMINERS.has(tokens[after - 1]?.lower ?? "") &&
    ["and", "or"].includes(tokens[after]?.lower ?? "");
  if (listed && after > at) {
    return [{ value: nounOf(tokens, after - 1, after, number), end: after }];
  }
  const first = after;
  const chosen = tokens.slice(at, first).map((one) => one.lower)
    .filter((word) => CHOOSING_DETERMINERS.has(word));
  let end = first;
  while (end < first + 5 && isNounWord(tokens[end])) {
    if (end > first && isParticiple(tokens, end)) break;
    if (end > first && isOrder(tokens, end)) break;
    end++;
  }
  const reads: Read<Noun>[] = [];
  for (let stop = end; stop > first; stop--) {
    const noun: Noun = {
      ...nounOf(tokens, first, stop, number),
      ...(chosen.length > 0 ? { chosen } : {}),
    };
    const owned = stop === end ? readOwner(tokens, stop, noun) : undefined;
    if (owned !== undefined) reads.push(owned);
    reads.push({ value: noun, end: stop });
  }
  return reads;
}

/** "tasks assigned to me": a participle with a preposition says more of the noun before it. */
function isParticiple(tokens: readonly Token[], at: number): boolean {
  const word = tokens[at]?.lower ?? "";
  const before = tokens[at - 1]?.lower ?? "";
  return isPlural(before) && word.endsWith("ed") &&
    SAYING_MORE.has(tokens[at + 1]?.lower ?? "");
}

/** "tasks newest first", "songs alphabetically": in what order they are listed is no part of their name. */
function isOrder(tokens: readonly Token[], at: number): boolean {
  const word = tokens[at]?.lower ?? "";
  if (DIRECTIONS.has(word)) return true;
  if (!isPlural(tokens[at - 1]?.lower ?? "")) return false;
  if (ORDERLY.has(word)) return true;
  const next = tokens[at + 1]?.lower ?? "";
  return FIRST.has(next) &&
    (/[a-z]{3}est$/.test(word) || SUPERLATIVES.has(word));
}

/** Reads noun phrases with commas, "and" or "or" between them. */
export function readNounList(
  tokens: readonly Token[],
  at: number,
): Read<Noun[]> | undefined {
  const first = readNoun(tokens, at);
  if (first === undefined) return undefined;
  const nouns = [first.value];
  let end = first.end;
  while (true) {
    const next = skipListMark(tokens, end);
    if (next === end) break;
    const noun = readNoun(tokens, next);
    if (noun === undefined) break;
    nouns.push(noun.value);
    end = noun.end;
  }
  return { value: nouns, end };
}

/** Returns the token after a comma, slash, "and" or "or"; `at` itself when there is none. */
export function skipListMark(tokens: readonly Token[], at: number): number {
  let end = at;
  while (LIST_MARKS.has(tokens[end]?.lower ?? "")) end++;
  return end;
}

/** Reports whether a token can be part of a noun phrase. */
export function isNounWord(token: Token | undefined): boolean {
  if (token === undefined) return false;
  if (token.kind === "quoted") {
    return /^\p{L}[\p{L}\p{N}_ -]{0,40}$/u.test(token.text);
  }
  return token.kind === "word" && /^[\p{L}\p{N}]/u.test(token.text) &&
    !/^(?:i|we|you|they|who)['’]/.test(token.lower) &&
    !NOUN_STOPS.has(token.lower);
}

/** Makes a noun of tokens. */
export function nounOf(
  tokens: readonly Token[],
  first: number,
  end: number,
  number?: Noun["number"],
): Noun {
  const part = tokens.slice(first, end);
  const words = part.flatMap((token) => wordsOf(token.text));
  return {
    words,
    number: number ?? (isPlural(words.at(-1) ?? "") ? "many" : "open"),
    start: part[0]?.start ?? 0,
    end: part.at(-1)?.end ?? 0,
  };
}

function skipDeterminers(
  tokens: readonly Token[],
  at: number,
): { number?: Noun["number"]; end: number } {
  let end = at;
  let number: Noun["number"] | undefined;
  while (end < at + 6) {
    const word = tokens[end]?.lower ?? "";
    if (isAnnounced(tokens, end)) {
      end++;
      continue;
    }
    if (!WORD_CLASSES.det.has(word)) {
      const phrase = LIST_OF.find((words) =>
        words.every((part, index) => tokens[end + index]?.lower === part)
      );
      if (phrase === undefined) break;
      number = "many";
      end += phrase.length;
      continue;
    }
    if (word !== "the" && !isNounWord(tokens[end + 1]) && end > at) break;
    if (ONE.has(word)) number ??= "one";
    if (MANY.has(word)) number = "many";
    end++;
  }
  return number === undefined ? { end } : { number, end };
}

/** "entity Cat with a name": what follows is the entity. */
function isAnnounced(tokens: readonly Token[], at: number): boolean {
  const [word, name, after] = tokens.slice(at, at + 3);
  if (word?.lower !== "entity" || !isNounWord(name)) return false;
  return name?.kind === "quoted" || /^\p{Lu}/u.test(name?.text ?? "") ||
    DEFINING.has(after?.lower ?? "");
}

function readOwner(
  tokens: readonly Token[],
  at: number,
  noun: Noun,
): Read<Noun> | undefined {
  const word = tokens[at]?.lower;
  if (word === "'s" || word === "'" || word === "’") {
    const owned = readNoun(tokens, at + 1);
    return owned && {
      value: { ...owned.value, owner: noun, start: noun.start },
      end: owned.end,
    };
  }
  if (word !== "of") return undefined;
  const of = readNoun(tokens, at + 1);
  if (of === undefined || of.value.pronoun) return undefined;
  if (isNameWithOf(noun)) {
    const joined = [...noun.words, "of", ...of.value.words];
    return {
      value: { ...noun, words: joined, end: of.value.end },
      end: of.end,
    };
  }
  return {
    value: { ...noun, owner: of.value, end: of.value.end },
    end: of.end,
  };
}

function isNameWithOf(noun: Noun): boolean {
  return noun.words.length === 1 && OF_WORDS.has(noun.words[0] ?? "");
}

function pronounNoun(token: Token): Noun {
  const number = token.lower === "it" ? "one" : "many";
  return {
    words: [],
    number,
    pronoun: true,
    start: token.start,
    end: token.end,
  };
}

const LIST_MARKS: ReadonlySet<string> = new Set([
  ",",
  "/",
  "&",
  "and",
  "or",
  "nor",
]);
/** Words that say in what order things are listed. */
const ORDERLY: ReadonlySet<string> = new Set(
  ("alphabetically chronologically numerically randomly ascending descending lexicographically sorted ordered")
    .split(" "),
);
/** What follows the name of what is defined. */
const DEFINING: ReadonlySet<string> = new Set(["with", "has", ":", "("]);
const DIRECTIONS: ReadonlySet<string> = new Set(
  ["ascending", "descending", "asc", "desc"],
);
const FIRST: ReadonlySet<string> = new Set(["first", "last"]);
const SUPERLATIVES: ReadonlySet<string> = new Set(
  "recent latest last best worst most least high low unread open new old overdue upcoming"
    .split(" "),
);
const SAYING_MORE: ReadonlySet<string> = new Set(
  ["to", "by", "from", "with", "for", "before", "after", "within"],
);
/** Pronouns that also stand before a noun: "this task". */
const POINTING: ReadonlySet<string> = new Set(["this", "these", "those"]);
const READ = new WeakMap<
  readonly Token[],
  Map<number, readonly Read<Noun>[]>
>();

const ONE: ReadonlySet<string> = new Set(
  ["a", "an", "one", "single", "individual", "specific", "particular", "each"],
);
const MANY: ReadonlySet<string> = new Set(
  ["all", "many", "multiple", "several", "both"],
);
const LIST_OF: readonly (readonly string[])[] = [
  ["a", "list", "of"],
  ["list", "of"],
  ["a", "set", "of"],
  ["set", "of"],
  ["a", "collection", "of"],
  ["the", "details", "of"],
  ["details", "of"],
  ["the", "list", "of"],
  ["lots", "of"],
  ["a", "lot", "of"],
  ["any", "number", "of"],
  ["zero", "or", "more"],
  ["one", "or", "more"],
  ["information", "about"],
  ["information", "on"],
  ["details", "about"],
];
