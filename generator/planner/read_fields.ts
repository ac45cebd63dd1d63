/**
 * Reads descriptions of fields: "a title (required), an optional note and a status: open, closed".
 *
 * @module
 */
import { startsClause, startsReason } from "./clause_start.ts";
import { PAIRED_WORDS, SECRET_FIELDS, UNIT_WORDS } from "./lexicon_fields.ts";
import { RESTRICTING, WORD_CLASSES } from "./lexicon_words.ts";
import { isPlural, singular } from "./inflection.ts";
import { COUNTING, fieldHint, hasFieldHint } from "./field_type.ts";
import { readFieldName } from "./field_name.ts";
import { readFieldTails, readShared } from "./field_tails.ts";
import { isNounWord, nounOf, readNoun, skipListMark } from "./noun.ts";
import { matchPattern } from "./pattern.ts";
import { readRule, readType } from "./rules.ts";
import { isEntity, type Scope, spanOf } from "./scope.ts";
import type { FieldItem, Noun, Rule, Span, Statement } from "./statement.ts";
import type { Token } from "./tokens.ts";
import { readVerb } from "./verbs.ts";

/** Fields that were read. */
export interface FieldsRead {
  /** The fields, in order. */
  readonly items: readonly FieldItem[];
  /** Wishes among them that are not built. */
  readonly wishes: readonly Statement[];
  /** Parts inside that were not understood. */
  readonly missed: readonly Span[];
  /** The index of the token after them. */
  readonly end: number;
}

/** Reads fields with commas or "and" between them; undefined when there is none. */
export function readFields(
  tokens: readonly Token[],
  at: number,
  scope: Scope,
): FieldsRead | undefined {
  const items: FieldItem[] = [];
  const wishes: Statement[] = [];
  const missed: Span[] = [];
  let end = at;
  let sharing: { all: boolean } | undefined;
  for (let next = skipMarks(tokens, at); next < tokens.length;) {
    if (items.length > 0 && stopsFields(tokens, next, scope)) break;
    const counted = readCounted(tokens, next);
    if (counted !== undefined) {
      missed.push(spanOf(tokens, next, counted));
      end = counted;
      next = skipMarks(tokens, end);
      if (next === end) break;
      continue;
    }
    const said = items.length > 1 ? readSaid(tokens, next) : undefined;
    if (said !== undefined) {
      shareRules(items, said);
      sharing = said;
      end = said.end;
      next = skipMarks(tokens, end);
      if (next === end) break;
      continue;
    }
    const more = items.length > 0 ? loneRules(tokens, next) : undefined;
    const item = more === undefined ? readItem(tokens, next) : undefined;
    if (more !== undefined && sharing !== undefined) {
      shareRules(items, { ...sharing, rules: more.rules });
      end = more.end;
    } else if (more !== undefined) {
      const last = items.pop() as FieldItem;
      items.push({ ...last, rules: [...last.rules, ...more.rules] });
      end = more.end;
    } else if (item !== undefined) {
      sharing = undefined;
      if (
        item.items.length > 0 &&
        SECRET_FIELDS.has(item.items[0]?.noun.words.join(" ") ?? "")
      ) {
        const span = spanOf(tokens, next, item.end);
        wishes.push({ kind: "unbuilt", wish: "passwords", ...span });
      } else items.push(...item.items);
      missed.push(...item.missed);
      end = item.end;
    } else break;
    const shared = readShared(tokens, end);
    if (shared !== undefined) {
      shareRules(items, shared);
      sharing = shared;
      end = shared.end;
    }
    next = skipMarks(tokens, end);
    const after = next === end ? resumes(tokens, end, scope) : undefined;
    if (after !== undefined) {
      missed.push(spanOf(tokens, end, after - 1));
      end = next = after;
    } else if (next === end) break;
  }
  if (items.length + wishes.length === 0) return undefined;
  return { items, wishes, missed, end };
}

/** "area in square meters, type": where the list goes on after a few words about a field that say nothing known. */
function resumes(
  tokens: readonly Token[],
  at: number,
  scope: Scope,
): number | undefined {
  for (let i = at; i < at + 6; i++) {
    const token = tokens[i];
    if (token === undefined || startsReason(tokens, i)) return undefined;
    if (token.text === "," && i > at) {
      const item = readFieldName(tokens, i + 1);
      const known = item !== undefined && hasFieldHint(item.noun.words) &&
        !stopsFields(tokens, i + 1, scope);
      return known ? i + 1 : undefined;
    }
    if (token.kind === "mark" && token.text !== "..") return undefined;
    if (RESTRICTING.has(token.lower) || ENDING.has(token.lower)) {
      return undefined;
    }
  }
  return undefined;
}

/** Gives rules to all items, or to the last two. */
function shareRules(
  items: FieldItem[],
  shared: { all: boolean; rules: readonly Rule[] },
): void {
  const from = shared.all ? 0 : items.length - 2;
  const given = items.splice(Math.max(0, from)).map((one) => ({
    ...one,
    rules: [...one.rules, ...shared.rules],
  }));
  items.push(...given);
}

/** "title and body, both mandatory" */
function readSaid(
  tokens: readonly Token[],
  at: number,
): { all: boolean; rules: readonly Rule[]; end: number } | undefined {
  const word = tokens[at]?.lower ?? "";
  if (word !== "both" && word !== "all") return undefined;
  const be = ["are", "being"].includes(tokens[at + 1]?.lower ?? "") ? 2 : 1;
  const rule = readRule(tokens, at + be);
  if (rule === undefined || !endsItem(tokens[rule.end])) return undefined;
  return { all: word === "all", rules: rule.value, end: rule.end };
}

/** "max 30 students", "up to 50 photos": how many there may be is no field. */
function readCounted(
  tokens: readonly Token[],
  at: number,
): number | undefined {
  const row = COUNTED.map((one) => matchPattern(one, tokens, at))
    .find((one) => one !== undefined);
  const noun = row && readNoun(tokens, row.end);
  if (row === undefined || noun === undefined) return undefined;
  const unit = LENGTHS.has(tokens[row.end]?.lower ?? "") ||
    UNIT_WORDS.has(tokens[row.end]?.lower ?? "");
  return unit ? undefined : noun.end;
}

interface ItemRead {
  readonly items: readonly FieldItem[];
  readonly missed: readonly Span[];
  readonly end: number;
}

function readItem(
  tokens: readonly Token[],
  at: number,
): ItemRead | undefined {
  const whether = readWhether(tokens, at);
  if (whether !== undefined) return whether;
  const rules: Rule[] = [];
  let first = at;
  let many = false;
  while (first < at + 5) {
    const word = tokens[first]?.lower ?? "";
    const adjective = ADJECTIVES.get(word);
    if (adjective !== undefined && tokens[first + 1]?.kind === "word") {
      rules.push(adjective);
    } else if (LIST_OF.has(word) && tokens[first + 1]?.lower === "of") {
      many = true;
      first++;
    } else if (!WORD_CLASSES.det.has(word)) break;
    else if (MANY.has(word)) many = true;
    first++;
  }
  if (many) rules.push({ rule: "type", type: "json" });
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
  if (acts) return undefined;
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
  if (!LISTING.has(tokens[at - 1]?.lower ?? "")) return undefined;
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

/** "first and last name" */
function readPair(tokens: readonly Token[], at: number) {
  const [one, and, other] = tokens.slice(at, at + 3);
  const word = (and?.lower ?? "") === "and" || and?.lower === "/";
  if (!word || !PAIRED_WORDS.has(one?.lower ?? "")) return undefined;
  if (!PAIRED_WORDS.has(other?.lower ?? "")) return undefined;
  const name = readFieldName(tokens, at + 2);
  if (name === undefined || name.noun.words.length < 2) return undefined;
  const words = [one?.lower ?? "", ...name.noun.words.slice(1)];
  const span = spanOf(tokens, at, at + 1);
  return {
    nouns: [{ ...nounOf(tokens, at, at + 1), words, ...span }, name.noun],
    rules: name.rules,
    end: name.end,
  };
}

/** "whether it is active" */
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
  return undefined;
}

/** A rule that stands alone between commas belongs to the field before: "title: string, required". */
function loneRules(
  tokens: readonly Token[],
  at: number,
): { rules: readonly Rule[]; end: number } | undefined {
  const rule = readRule(tokens, at) ?? lonelyType(tokens, at);
  if (rule === undefined || !endsItem(tokens[rule.end])) return undefined;
  const [first] = rule.value;
  const words = first?.rule === "default" ? `${first.value}`.split(" ") : [];
  if (words.length > 1 && hasFieldHint(words.slice(0, 1))) return undefined;
  if (rule.end === at + 1 && NAMES.has(tokens[at]?.lower ?? "")) {
    return undefined;
  }
  return { rules: rule.value, end: rule.end };
}

function lonelyType(tokens: readonly Token[], at: number) {
  const type = readType(tokens, at);
  const certain = CERTAIN_TYPES.has(tokens[at]?.lower ?? "");
  return type && certain ? { value: [type.value], end: type.end } : undefined;
}

function endsItem(token: Token | undefined): boolean {
  return token === undefined || token.kind === "mark" ||
    ["and", "or", "but"].includes(token.lower);
}

function stopsFields(
  tokens: readonly Token[],
  at: number,
  scope: Scope,
): boolean {
  const word = tokens[at]?.lower ?? "";
  if (word === "whether" || word === "if") return false;
  if (isListed(tokens, at)) return false;
  if (["is", "has"].includes(word)) {
    return ["to", "by", "from", "a", "an", "for"].includes(
      tokens[at + 2]?.lower ?? "",
    );
  }
  const next = tokens[at + 1]?.lower ?? "";
  if (LINKING.has(word) && WORD_CLASSES.det.has(next)) return true;
  const placed = /[^s]s$/.test(word) && PLACING.has(next) &&
    WORD_CLASSES.det.has(tokens[at + 2]?.lower ?? "");
  if (placed) return true;
  const noun = readNoun(tokens, at)?.value;
  if (noun !== undefined && noun.words.length === 2 && noun.number !== "one") {
    const last = { ...noun, words: noun.words.slice(1) };
    if (COUNTING.has(noun.words[0] ?? "")) return false;
    if (isPlural(noun.words[1] ?? "") && isEntity(last, scope)) {
      return !isEntity(noun, scope);
    }
  }
  if (WORD_CLASSES.can.has(word) || WORD_CLASSES.must.has(word)) return true;
  return startsReason(tokens, at) || startsClause(tokens, at, scope);
}

/** "plate, make, model": a word between two commas is a name, even where it could be a verb that makes. */
function isListed(tokens: readonly Token[], at: number): boolean {
  return tokens[at - 1]?.lower === "," && tokens[at + 1]?.lower === "," &&
    LISTED_NAMES.has(tokens[at]?.lower ?? "");
}

function skipMarks(tokens: readonly Token[], at: number): number {
  let end = skipListMark(tokens, at);
  while (
    ["plus", "also", "optionally", "•", ";"].includes(tokens[end]?.lower ?? "")
  ) {
    if (tokens[end]?.lower === "plus" && tokens[end + 1]?.lower === "one") {
      break;
    }
    end++;
  }
  const as = ["as", "well", "as"];
  if (as.every((word, i) => tokens[end + i]?.lower === word)) end += 3;
  return end;
}

const LINKING: ReadonlySet<string> = new Set(
  ["reference", "references", "belong", "belongs", "need", "needs"],
);

/** What stands after a verb of place: "sits in a bin". */
const PLACING: ReadonlySet<string> = new Set(
  ["in", "on", "at", "to", "under", "with", "within", "inside"],
);

const ADJECTIVES: ReadonlyMap<string, Rule> = new Map<string, Rule>([
  ["optional", { rule: "optional" }],
  ["required", { rule: "required" }],
  ["mandatory", { rule: "required" }],
  ["unique", { rule: "unique" }],
  ["immutable", { rule: "immutable" }],
]);

const WHETHER: readonly string[] = [
  "whether|if it|they|he|she is|are|was|were|has_been|have_been {E:state} or_not?",
  "whether|if {E:subject} is|are|was|were|has_been|have_been {E:state} or_not?",
  "whether or not it|they is|are|was|were {E:state}",
];

const COUNTED: readonly string[] = [
  "max|maximum|min|minimum|at_least|at_most|up_to|no_more_than|exactly of? {N:n}",
];
const LENGTHS: ReadonlySet<string> = new Set(
  ["characters", "chars", "letters", "signs", "symbols", "or", "and"],
);
const LISTING: ReadonlySet<string> = new Set([",", "a", "an"]);
const BETWEEN: ReadonlySet<string> = new Set(
  ["from", "to", "by", "until", "since", "at", "on", "for", "in", "of", "via"],
);
const SIDES: ReadonlySet<string> = new Set(["from", "to"]);
const MOMENTS: ReadonlySet<string> = new Set(["date", "time", "day", "place"]);
/** Names of fields that are verbs too. */
const LISTED_NAMES: ReadonlySet<string> = new Set(
  ("make model start end starts ends rate score rank sort order share pay cost charge report record note notes log mark " +
    "comment review rating check visit host range cover start finish leave return use work name")
    .split(" "),
);
/** What follows a verb rather than a name: "log when I did them". */
const STARTING_REASON: ReadonlySet<string> = new Set(
  ["when", "how", "why", "who", "whenever", "where", "what"],
);
/** Words after which nothing goes on as it began. */
const ENDING: ReadonlySet<string> = new Set(
  [
    "if",
    "when",
    "then",
    "so",
    "because",
    "but",
    "should",
    "must",
    "can",
    "could",
    "i",
    "we",
    "users",
  ],
);
const MANY: ReadonlySet<string> = new Set(["many", "multiple", "several"]);
const LIST_OF: ReadonlySet<string> = new Set(["list", "array"]);
/** Words of rules that name a field when they stand alone. */
const NAMES: ReadonlySet<string> = new Set(["present"]);
const CERTAIN_TYPES: ReadonlySet<string> = new Set(
  ["string", "integer", "boolean", "bool", "int", "decimal", "datetime"],
);
