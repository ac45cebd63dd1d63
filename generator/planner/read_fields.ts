/**
 * Reads descriptions of fields: "a title (required), an optional note and a status: open, closed".
 *
 * @module
 */
import { startsClause, startsReason } from "./clause_start.ts";
import { SECRET_FIELDS, UNIT_WORDS } from "./lexicon_fields.ts";
import { RESTRICTING, WORD_CLASSES } from "./lexicon_words.ts";
import { isPlural } from "./inflection.ts";
import { COUNTING, hasFieldHint } from "./field_type.ts";
import { readFieldName } from "./field_name.ts";
import { readShared } from "./field_tails.ts";
import { readNoun, skipListMark } from "./noun.ts";
import { isPerson } from "./person.ts";
import { matchPattern } from "./pattern.ts";
import { endsItem, readItem } from "./read_field_item.ts";
import { readRule, readType } from "./rules.ts";
import { isEntity, type Scope, spanOf } from "./scope.ts";
import type { FieldItem, Noun, Rule, Span, Statement } from "./statement.ts";
import type { Token } from "./tokens.ts";

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
  const list: FieldList = { items: [], wishes: [], missed: [] };
  let end = at;
  for (let next = skipMarks(tokens, at); next < tokens.length;) {
    if (list.items.length > 0 && stopsFields(tokens, next, scope)) break;
    const stop = readOne(tokens, next, scope, list);
    if (stop === undefined) break;
    end = stop;
    next = skipMarks(tokens, end);
    const after = next === end ? resumes(tokens, end, scope) : undefined;
    if (after !== undefined) {
      list.missed.push(spanOf(tokens, end, after - 1));
      end = next = after;
    } else if (next === end) break;
  }
  const { items, wishes, missed } = list;
  if (items.length + wishes.length === 0) return undefined;
  if (items[0] !== undefined && isDeed(items[0].noun)) return undefined;
  return { items, wishes, missed, end };
}

/** "customers open tickets": several people and what they do; "customer name" is a field. */
function isDeed({ words: [first = "", ...rest], ...noun }: Noun): boolean {
  return rest.length > 1 && isPlural(first) &&
    isPerson({ ...noun, words: [first] });
}

/** A list of fields while it is being read. */
interface FieldList {
  readonly items: FieldItem[];
  readonly wishes: Statement[];
  readonly missed: Span[];
  /** What was said last holds for all fields, or for the last two. */
  sharing?: { readonly all: boolean } | undefined;
}

/** Reads a field, or something said of fields before, into a list; returns where it ends. */
function readOne(
  tokens: readonly Token[],
  at: number,
  scope: Scope,
  list: FieldList,
): number | undefined {
  const { items, wishes, missed } = list;
  const counted = readCounted(tokens, at);
  if (counted !== undefined) {
    missed.push(spanOf(tokens, at, counted));
    return counted;
  }
  const said = items.length > 1 ? readSaid(tokens, at) : undefined;
  if (said !== undefined) return share(list, said);
  const more = items.length > 0 ? loneRules(tokens, at) : undefined;
  if (more !== undefined && list.sharing !== undefined) {
    return share(list, { ...more, all: list.sharing.all });
  }
  if (more !== undefined) {
    const last = items.pop() as FieldItem;
    items.push({ ...last, rules: [...last.rules, ...more.rules] });
  }
  const item = more === undefined ? readItem(tokens, at) : undefined;
  const end = more?.end ?? item?.end;
  if (end === undefined) return undefined;
  if (item !== undefined) {
    list.sharing = undefined;
    const [first] = item.items;
    if (SECRET_FIELDS.has(first?.noun.words.join(" ") ?? "")) {
      const span = spanOf(tokens, at, end);
      wishes.push({ kind: "unbuilt", wish: "passwords", ...span });
    } else items.push(...item.items.flatMap((one) => cut(one, scope)));
    missed.push(...item.missed);
  }
  const shared = readShared(tokens, end);
  return shared === undefined ? end : share(list, shared);
}

/** Gives rules to all items of a list, or to the last two; returns where they end. */
function share(
  list: FieldList,
  said: { all: boolean; rules: readonly Rule[]; end: number },
): number {
  const { items } = list;
  const from = said.all ? 0 : items.length - 2;
  const given = items.splice(Math.max(0, from)).map((one) => ({
    ...one,
    rules: [...one.rules, ...said.rules],
  }));
  items.push(...given);
  list.sharing = said;
  return said.end;
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

/** "stage: lead, won, contact, close date": a value that is called as a known thing is the next field. */
function cut(item: FieldItem, scope: Scope): readonly FieldItem[] {
  for (const rule of item.rules) {
    if (rule.rule !== "values") continue;
    const named = (value: string): Noun => ({
      ...item.noun,
      words: value.toLowerCase().split(" "),
      number: "open",
    });
    const first = rule.values.findIndex((value, i) =>
      i > 1 && isEntity(named(value), scope)
    );
    if (first < 0) continue;
    const values = rule.values.slice(0, first);
    const rules = item.rules.map((one) =>
      one === rule ? { ...rule, values } : one
    );
    const more = rule.values.slice(first).map((value) => ({
      noun: named(value),
      rules: [],
    }));
    return [{ ...item, rules }, ...more];
  }
  return [item];
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

function stopsFields(
  tokens: readonly Token[],
  at: number,
  scope: Scope,
): boolean {
  const word = tokens[at]?.lower ?? "";
  if (word === "whether" || word === "if") return false;
  if (isListed(tokens, at)) return false;
  // "and is enabled or disabled": one of two, and no name of a field.
  const either = ["is", "are"].includes(word) &&
    ["or", "/"].includes(tokens[at + 2]?.lower ?? "") &&
    tokens[at + 3]?.lower !== "not" && endsItem(tokens[at + 4]);
  if (either) return true;
  if (["is", "has"].includes(word)) {
    return ["to", "by", "from", "a", "an", "for"].includes(
      tokens[at + 2]?.lower ?? "",
    );
  }
  const next = tokens[at + 1]?.lower ?? "";
  if (LINKING.has(word) && WORD_CLASSES.det.has(next)) return true;
  if (MOVING.test(word) && next === "from") return true;
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

/** "… and moves from applied to hired": no field. */
const MOVING = /^(?:go|goes|moves?|pass|passes|progress|progresses|changes?)$/;

/** What stands after a verb of place: "sits in a bin". */
const PLACING: ReadonlySet<string> = new Set(
  ["in", "on", "at", "to", "under", "with", "within", "inside"],
);

const COUNTED: readonly string[] = [
  "max|maximum|min|minimum|at_least|at_most|up_to|no_more_than|exactly of? {N:n}",
];
const LENGTHS: ReadonlySet<string> = new Set(
  ["characters", "chars", "letters", "signs", "symbols", "or", "and"],
);
/** Names of fields that are verbs too. */
const LISTED_NAMES: ReadonlySet<string> = new Set(
  ("make model start end starts ends rate score rank sort order share pay cost charge report record note notes log mark " +
    "comment review rating check visit host range cover start finish leave return use work name")
    .split(" "),
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
/** Words of rules that name a field when they stand alone. */
const NAMES: ReadonlySet<string> = new Set(["present"]);
const CERTAIN_TYPES: ReadonlySet<string> = new Set(
  ["string", "integer", "boolean", "bool", "int", "decimal", "datetime"],
);
