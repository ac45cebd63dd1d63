/**
 * Reads one field of a list: "an optional note", "whether it is active", "a number called score".
 *
 * @module
 */
import { PAIRED_WORDS } from "./lexicon_fields.ts";
import { FLAG_PHRASE } from "./lexicon_rules.ts";
import { WORD_CLASSES } from "./lexicon_words.ts";
import { singular } from "./inflection.ts";
import { fieldHint, hasFieldHint } from "./field_type.ts";
import { readFieldName } from "./field_name.ts";
import { readFieldTails } from "./field_tails.ts";
import { isNounWord, nounOf } from "./noun.ts";
import { matchPattern } from "./pattern.ts";
import { readType } from "./rules.ts";
import { spanOf } from "./scope.ts";
import type { FieldItem, Noun, Rule, Span } from "./statement.ts";
import type { Token } from "./tokens.ts";
import { readVerb } from "./verbs.ts";

/** One field, or two that share a word: "first and last name". */
export interface ItemRead {
  /** The fields. */
  readonly items: readonly FieldItem[];
  /** Parts inside that were not understood. */
  readonly missed: readonly Span[];
  /** The index of the token after it. */
  readonly end: number;
}

/** Reads a field with what is said of it; undefined when there is none. */
export function readItem(
  tokens: readonly Token[],
  at: number,
): ItemRead | undefined {
  const whether = readFlag(tokens, at) ?? readWhether(tokens, at);
  if (whether !== undefined) return whether;
  const rules: Rule[] = [];
  let first = at;
  let many = false;
  while (first < at + 5) {
    const word = tokens[first]?.lower ?? "";
    const adjective = ADJECTIVES.get(word);
    if (COUNTING_UP.has(word) && NUMBERS.has(tokens[first + 1]?.lower ?? "")) {
      rules.push({ rule: "type", type: "serial" });
    } else if (adjective !== undefined && tokens[first + 1]?.kind === "word") {
      rules.push(adjective);
    } else if (LIST_OF.has(word) && tokens[first + 1]?.lower === "of") {
      many = true;
      first++;
    } else if (!WORD_CLASSES.det.has(word)) break;
    else if (MANY.has(word)) many = true;
    first++;
  }
  if (many) rules.push({ rule: "type", type: "list" });
  const called = readCalled(tokens, first) ?? readOwned(tokens, first);
  const paired = called ? undefined : readPair(tokens, first);
  const name = called ?? paired ?? readFieldName(tokens, first) ??
    readListed(tokens, first);
  if (name === undefined) return undefined;
  if ("noun" in name && isJumble(name.noun)) {
    return { items: [], missed: [spanOf(tokens, at, name.end)], end: name.end };
  }
  const acts = "noun" in name && name.noun.words.length === 1 &&
    STARTING_REASON.has(tokens[name.end]?.lower ?? "") &&
    readVerb(tokens, first, ["base"]) !== undefined;
  if (acts || STARTING_REASON.has(tokens[first]?.lower ?? "")) return undefined;
  const distinct = rules.some((one) => one.rule === "unique") && !many;
  const nouns = ("nouns" in name ? name.nouns : [name.noun]).map((noun) =>
    distinct ? inSingular(noun) : noun
  );
  const tails = readFieldTails(tokens, name.end);
  const all = [...rules, ...name.rules, ...tails.rules];
  return {
    items: nouns.map((noun) => ({ noun, rules: all })),
    missed: tails.missed,
    end: tails.end,
  };
}

/** "name price stock": three names without a mark between are not one. */
function isJumble({ words }: Noun): boolean {
  return words.length > 2 && words.every((word) => hasFieldHint([word])) &&
    new Set(words.map((word) => fieldHint([word]).type)).size > 1;
}

/** "room, from, to": a word alone between list marks names a field, whatever else it may be. */
function readListed(tokens: readonly Token[], at: number) {
  if (!BETWEEN.has(tokens[at]?.lower ?? "")) return undefined;
  const second = tokens[at - 1]?.lower === "and" &&
    FROM.has(tokens[at - 2]?.lower ?? "");
  if (!second && !LISTING.has(tokens[at - 1]?.lower ?? "")) return undefined;
  const place = SIDES.has(tokens[at]?.lower ?? "") &&
    isNounWord(tokens[at + 1]);
  const moment = place || MOMENTS.has(tokens[at + 1]?.lower ?? "");
  const end = moment ? at + 2 : at + 1;
  if (!endsItem(tokens[end])) return undefined;
  return { noun: nounOf(tokens, at, end, "open"), rules: [], end };
}

/** "unique names": what is unique of many is one of each. */
function inSingular(noun: Noun): Noun {
  const last = noun.words.at(-1) ?? "";
  return { ...noun, words: [...noun.words.slice(0, -1), singular(last)] };
}

/** "a number called score" */
function readCalled(tokens: readonly Token[], at: number) {
  const type = readType(tokens, at);
  if (type === undefined) return undefined;
  if (!["called", "named"].includes(tokens[type.end]?.lower ?? "")) {
    return undefined;
  }
  const name = readFieldName(tokens, type.end + 1);
  return name && { ...name, rules: [type.value, ...name.rules] };
}

/** "the customer's name": a field that is called after whose it is. */
function readOwned(tokens: readonly Token[], at: number) {
  const owner = nounOf(tokens, at, at + 1, "open");
  if (tokens[at]?.kind !== "word" || tokens[at + 1]?.lower !== "'s") {
    return undefined;
  }
  const name = readFieldName(tokens, at + 2);
  if (name === undefined || !isNounWord(tokens[at])) return undefined;
  const words = [...owner.words, ...name.noun.words];
  const noun = { ...name.noun, words, start: owner.start };
  return { ...name, noun };
}

/** "first and last name", "a start and an end date", "opening and closing times": one of each. */
function readPair(tokens: readonly Token[], at: number) {
  const [one, and, next] = tokens.slice(at, at + 3);
  const word = (and?.lower ?? "") === "and" || and?.lower === "/";
  if (!word || !PAIRED_WORDS.has(one?.lower ?? "")) return undefined;
  const second = ARTICLES.has(next?.lower ?? "") ? at + 3 : at + 2;
  if (!PAIRED_WORDS.has(tokens[second]?.lower ?? "")) return undefined;
  const name = readFieldName(tokens, second);
  if (name === undefined || name.noun.words.length < 2) return undefined;
  const other = inSingular(name.noun);
  const words = [one?.lower ?? "", ...other.words.slice(1)];
  const span = spanOf(tokens, at, at + 1);
  return {
    nouns: [{ ...nounOf(tokens, at, at + 1), words, ...span }, other],
    rules: name.rules,
    end: name.end,
  };
}

/** "a flag whether it has rings" */
function readFlag(
  tokens: readonly Token[],
  at: number,
): ItemRead | undefined {
  const flag = matchPattern(FLAG_PHRASE, tokens, at);
  return flag && readWhether(tokens, flag.end);
}

/** "whether it is active", "whether it has rings" */
function readWhether(
  tokens: readonly Token[],
  at: number,
): ItemRead | undefined {
  for (const pattern of WHETHER) {
    const match = matchPattern(pattern, tokens, at);
    const state = match?.value.nouns["state"];
    if (match === undefined || state === undefined) continue;
    const rules: Rule[] = [{ rule: "type", type: "boolean" }];
    return { items: [{ noun: state, rules }], missed: [], end: match.end };
  }
  const owns = matchPattern(WHETHER_HAS, tokens, at);
  const owned = owns?.value.nouns["state"];
  if (owns === undefined || owned === undefined) return undefined;
  const noun = { ...owned, words: ["has", ...owned.words] };
  const rules: Rule[] = [{ rule: "type", type: "boolean" }];
  return { items: [{ noun, rules }], missed: [], end: owns.end };
}

/** Reports whether a field of a list ends before a token. */
export function endsItem(token: Token | undefined): boolean {
  return token === undefined || token.kind === "mark" ||
    ["and", "or", "but"].includes(token.lower);
}

const ADJECTIVES: ReadonlyMap<string, Rule> = new Map<string, Rule>([
  ["optional", { rule: "optional" }],
  ["required", { rule: "required" }],
  ["mandatory", { rule: "required" }],
  ["unique", { rule: "unique" }],
  ["immutable", { rule: "immutable" }],
]);

/** "a sequential number" */
const COUNTING_UP: ReadonlySet<string> = new Set(
  ("sequential consecutive running auto-incremented auto-incrementing autoincremented auto-increment incrementing " +
    "increasing ascending").split(" "),
);
const NUMBERS: ReadonlySet<string> = new Set(["number", "numbers", "no"]);

const WHETHER: readonly string[] = [
  "whether|if it|they|he|she is|are|was|were|has_been|have_been {E:state} or_not?",
  "whether|if {E:subject} is|are|was|were|has_been|have_been {E:state} or_not?",
  "whether or not it|they is|are|was|were {E:state}",
];

const WHETHER_HAS = "whether|if it|they|he|she has|have {E:state} or_not?";

const LISTING: ReadonlySet<string> = new Set([
  ",",
  "a",
  "an",
  "with",
  "(",
  ":",
]);

const BETWEEN: ReadonlySet<string> = new Set(
  ["from", "to", "by", "until", "since", "at", "on", "for", "in", "of", "via"],
);

const FROM: ReadonlySet<string> = new Set(["from", "since"]);

const SIDES: ReadonlySet<string> = new Set(["from", "to"]);

const MOMENTS: ReadonlySet<string> = new Set(["date", "time", "day", "place"]);

/** What follows a verb rather than a name: "log when I did them". */
const STARTING_REASON: ReadonlySet<string> = new Set(
  ["when", "how", "why", "who", "whenever", "where", "what"],
);

const ARTICLES: ReadonlySet<string> = new Set(["a", "an", "the"]);

const MANY: ReadonlySet<string> = new Set(["many", "multiple", "several"]);

const LIST_OF: ReadonlySet<string> = new Set(["list", "array"]);
