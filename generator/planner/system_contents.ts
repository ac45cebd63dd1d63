/**
 * Reads what a system is said to hold: "for movies with title and year", "with products (name, price) and orders".
 *
 * @module
 */
import { startsClause, startsWish } from "./clause_start.ts";
import { OPERATION_VERBS } from "./lexicon_verbs.ts";
import { closingBracket } from "./field_tails.ts";
import { BUILT_IN_FIELDS, CHOICE_WORDS } from "./lexicon_fields.ts";
import { fieldHint, hasFieldHint } from "./field_type.ts";
import { isPlural, singular } from "./inflection.ts";
import {
  ATTRIBUTIVE_PLURALS,
  GATHERING_NOUNS,
  MANAGING,
  SYSTEM_NOUNS,
} from "./lexicon_words.ts";
import { readModifiers } from "./modifiers.ts";
import { readNoun, skipListMark } from "./noun.ts";
import { matchPattern } from "./pattern.ts";
import { readFields } from "./read_fields.ts";
import { findWish } from "./read_setting.ts";
import { type Found, isEntity, type Scope, spanOf } from "./scope.ts";
import type { Noun, Span, Statement } from "./statement.ts";
import type { Token } from "./tokens.ts";

/** Reads the contents of a system, after its name. */
export function readSystemContents(
  tokens: readonly Token[],
  at: number,
  scope: Scope,
  hint: Noun | undefined,
): Found | undefined {
  const word = tokens[at]?.lower ?? "";
  if (FOLLOWING.has(tokens[at + 1]?.lower ?? "") && word === "with") {
    return undefined;
  }
  if (tokens[at + 2]?.lower === "following") return undefined;
  if (word === "for" || word === "of" || word === "about") {
    return readFor(tokens, at, scope);
  }
  if (word === ":") return readListedFields(tokens, at, scope, hint);
  if (!WITH.has(word)) return undefined;
  const counted = matchPattern(COUNTED, tokens, at);
  if (counted !== undefined) return readEntities(tokens, counted.end, scope);
  return readEntities(tokens, at + 1, scope) ??
    readHintFields(tokens, at, scope, hint);
}

function readFor(
  tokens: readonly Token[],
  at: number,
  scope: Scope,
): Found | undefined {
  const noun = readNoun(tokens, at + 1);
  if (noun === undefined || noun.value.pronoun) return undefined;
  const span = spanOf(tokens, at, noun.end);
  if (isAudience(tokens, noun.end, scope)) {
    const phrase = "who it is for";
    return { statements: [{ kind: "note", phrase, ...span }], end: noun.end };
  }
  const { words } = noun.value;
  if (words.length > 1 && MANAGING.has(words.at(-1) ?? "")) {
    const hint = { ...noun.value, words: words.slice(0, -1) };
    const name = [...hint.words, "manager"];
    return {
      statements: [{ kind: "system", words: name, hint, ...span }],
      end: noun.end,
    };
  }
  const entities = readEntities(tokens, at + 1, scope);
  if (entities !== undefined) return asPurpose(entities);
  const wish = findWish(tokens, at, noun.end);
  if (wish !== undefined) return undefined;
  return {
    statements: [{
      kind: "system",
      words: noun.value.words,
      hint: noun.value,
      ...span,
    }],
    end: noun.end,
  };
}

/** "for freelancers": one thing of which nothing is said may be whoever uses the system. */
function asPurpose(found: Found): Found {
  const [only, ...others] = found.statements;
  return only?.kind === "entity" && others.length === 0
    ? { ...found, statements: [{ ...only, purpose: true }] }
    : found;
}

/** "for freelancers with clients and projects", "for teachers to manage grades" */
function isAudience(
  tokens: readonly Token[],
  at: number,
  scope: Scope,
): boolean {
  const word = tokens[at]?.lower ?? "";
  if (word === "to") return startsWish(tokens, at + 1, scope);
  const thing = WITH.has(word) ? readNoun(tokens, at + 1) : undefined;
  return thing !== undefined && isThing(tokens, thing, scope);
}

/** Reads entities with what they consist of; undefined when the first thing is none. */
export function readEntities(
  tokens: readonly Token[],
  at: number,
  scope: Scope,
): Found | undefined {
  const statements: Statement[] = [];
  const missed: Span[] = [];
  const subjects: Noun[] = [];
  let end = at;
  for (let next = at; next < tokens.length;) {
    if (statements.length > 0 && startsClause(tokens, next, scope)) break;
    const noun = readNoun(tokens, next);
    if (noun === undefined || !isThing(tokens, noun, scope)) break;
    statements.push({
      kind: "entity",
      entity: noun.value,
      ...spanOf(tokens, next, noun.end),
    });
    const to = subjects.at(-1);
    if (to !== undefined && OWNING.has(tokens[next]?.lower ?? "")) {
      const from = noun.value;
      const span = spanOf(tokens, next, noun.end);
      statements.push({ kind: "relation", from, to, weak: true, ...span });
    }
    subjects.push(noun.value);
    const more = readModifiers(tokens, noun.end, [noun.value], scope);
    statements.push(...more.statements);
    missed.push(...more.missed ?? []);
    end = more.end;
    next = skipListMark(tokens, end);
    if (next === end) break;
  }
  return statements.length === 0
    ? undefined
    : { statements, missed, end, subjects };
}

/** Things kept are spoken of in the plural, or described in brackets, or known from elsewhere. */
function isThing(
  tokens: readonly Token[],
  noun: { value: Noun; end: number },
  scope: Scope,
): boolean {
  if (noun.value.pronoun) return false;
  if (isEntity(noun.value, scope)) return true;
  const words = noun.value.words;
  const last = words.at(-1) ?? "";
  if (SYSTEM_NOUNS.has(last) || SYSTEM_NOUNS.has(singular(last))) return false;
  if (isActing(words)) return false;
  if (BUILT_IN_FIELDS[words.join(" ")] !== undefined) return false;
  if (findWish(tokens, noun.end - 1, noun.end) !== undefined) return false;
  const quoted = tokens[noun.end - 1]?.kind === "quoted";
  if (quoted || isDescribed(tokens, noun, scope)) return true;
  if (hasFieldHint(words)) return isCounted(tokens, noun);
  return isPlural(last) || noun.value.number === "many";
}

/** "with rooms, guests and bookings": what could be counted stands among things that are kept. */
function isCounted(
  tokens: readonly Token[],
  noun: { value: Noun; end: number },
): boolean {
  if (!isPlural(noun.value.words.at(-1) ?? "")) return false;
  if (fieldHint(noun.value.words).type !== "integer") return false;
  let end = noun.end;
  for (let turn = 0; turn < 8; turn++) {
    const next = skipListMark(tokens, end);
    const other = next === end ? undefined : readNoun(tokens, next);
    const words = other?.value.words ?? [];
    if (other === undefined || !isPlural(words.at(-1) ?? "")) return false;
    if (!hasFieldHint(words)) return true;
    end = other.end;
  }
  return false;
}

/** "reading (value, read at)" */
function isDescribed(
  tokens: readonly Token[],
  noun: { value: Noun; end: number },
  scope: Scope,
): boolean {
  if (tokens[noun.end]?.lower !== "(") return false;
  if (CHOICE_WORDS.has(noun.value.words.at(-1) ?? "")) return false;
  const close = closingBracket(tokens, noun.end);
  const inside = tokens.slice(noun.end + 1, close);
  const items = readFields(inside, 0, scope)?.items ?? [];
  return items.length > 1 &&
    items.some((item) => hasFieldHint(item.noun.words));
}

/** Reports whether words are an actor with a verb: "attendees register", "devices send readings". */
export function isActing(words: readonly string[]): boolean {
  const [actor = "", verb = ""] = words;
  if (!isPlural(actor)) return false;
  return words.slice(1).some((word) => OPERATING.has(word)) ||
    (words.length > 1 && mayAct(actor, verb));
}

/** Reports whether a plural and what follows it are rather an actor with a verb than the name of a thing. */
export function mayAct(actor: string, verb: string): boolean {
  return isPlural(actor) && !ATTRIBUTIVE_PLURALS.has(actor) &&
    !isPlural(verb) && !hasFieldHint([verb]) && !GATHERING_NOUNS.has(verb) &&
    !SYSTEM_NOUNS.has(verb);
}

/** "Bookmarks API: title, url, tags" */
function readListedFields(
  tokens: readonly Token[],
  at: number,
  scope: Scope,
  hint: Noun | undefined,
): Found | undefined {
  if (startsClause(tokens, at + 1, scope)) return undefined;
  const found = readHintFields(tokens, at, scope, hint);
  const [fields] = found?.statements ?? [];
  if (fields?.kind !== "fields" || fields.items.length < 2) return undefined;
  const [first] = fields.items;
  const named = hasFieldHint(first?.noun.words ?? []) &&
    !fields.items.some((item) => isEntity(item.noun, scope));
  return named ? found : undefined;
}

/** "Todo app with title and due date" */
function readHintFields(
  tokens: readonly Token[],
  at: number,
  scope: Scope,
  hint: Noun | undefined,
): Found | undefined {
  const fields = readFields(tokens, at + 1, scope);
  if (fields === undefined || hint === undefined) return undefined;
  const known = fields.items.filter((item) => hasFieldHint(item.noun.words));
  if (known.length * 2 < fields.items.length) return undefined;
  const span = spanOf(tokens, at, fields.end);
  return {
    statements: [
      { kind: "fields", owner: hint, items: fields.items, ...span },
      ...fields.wishes,
    ],
    missed: fields.missed,
    end: fields.end,
    subjects: [hint],
  };
}

const OWNING: ReadonlySet<string> = new Set(["their", "its"]);
const COUNTED =
  "with|having|containing the|these? two|three|four|five|six|2|3|4|5|6 resources|entities|models|tables|objects|types|things :|,?";
const WITH: ReadonlySet<string> = new Set(["with", "having", "containing"]);
const FOLLOWING: ReadonlySet<string> = new Set(["following", "these"]);

/** Verbs that an actor before them would perform: "attendees register". */
const OPERATING: ReadonlySet<string> = new Set(
  OPERATION_VERBS.flatMap((row) => row.verbs.split("/")),
);
