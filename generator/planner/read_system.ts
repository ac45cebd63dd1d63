/**
 * Reads what names the system: "Create a simple task management API", "A library system where …".
 *
 * @module
 */
import { OPERATIONS } from "../blueprint/blueprint.ts";
import { ONLY_WORDS } from "./lexicon_clauses.ts";
import { BUILD_LEADS } from "./lexicon_leads.ts";
import {
  MANAGING,
  NOUN_STOPS,
  PLAIN_ADJECTIVES,
  SYSTEM_NOUNS,
  WORD_CLASSES,
} from "./lexicon_words.ts";
import { CONTAINERS } from "./lexicon_domains.ts";
import { readLead } from "./clause_start.ts";
import { isPlural } from "./inflection.ts";
import { nounOf, readNoun, readNounList } from "./noun.ts";
import { isPerson } from "./person.ts";
import { matchPattern } from "./pattern.ts";
import { doneBy } from "./read_access.ts";
import { findWish } from "./read_setting.ts";
import { readSetting } from "./read_setting.ts";
import { readWish, readWishIn } from "./read_wish.ts";
import { readSystemContents } from "./system_contents.ts";
import { type Found, isEntity, type Scope, spanOf } from "./scope.ts";
import type { Noun, Statement } from "./statement.ts";
import type { Token } from "./tokens.ts";
import { readVerb } from "./verbs.ts";

/** Reads a phrase that names the system, with what it says the system is for. */
export function readSystem(
  tokens: readonly Token[],
  at: number,
  scope: Scope,
): Found | undefined {
  const owned = matchPattern(OWNED, tokens, at)?.end;
  const lead = owned ?? buildLead(tokens, at);
  const name = readName(tokens, lead, lead > at);
  if (name === undefined) return undefined;
  const next = tokens[name.end];
  const closes = next === undefined || next.kind === "mark" ||
    SAYING.has(next.lower);
  if (owned !== undefined && !closes) return undefined;
  let end = name.end;
  const called = matchPattern("called|named|:? {L:name}", tokens, end);
  const given = CALLED.has(tokens[end]?.lower ?? "")
    ? called?.value.literals["name"]
    : undefined;
  if (given !== undefined && called !== undefined) end = called.end;
  const words = given === undefined ? name.words : String(given).split(" ");
  const span = spanOf(tokens, at, end);
  const statements: Statement[] = [{
    kind: "system",
    words: given === undefined ? words : [...words],
    ...(name.hint ? { hint: name.hint } : {}),
    ...span,
  }];
  if (name.only !== undefined) {
    const operations = ONLY_WORDS[name.only] ?? [];
    statements.push({
      kind: "operations",
      operations,
      mode: "only",
      objects: [],
      ...span,
    });
  }
  statements.push(...technologies(tokens, at, end));
  const tail = readWhoUses(tokens, end, scope) ??
    readTail(tokens, end, scope, name);
  return {
    statements: [...statements, ...tail?.statements ?? []],
    missed: tail?.missed ?? [],
    end: tail?.end ?? end,
    subjects: tail?.subjects ?? (name.hint ? [name.hint] : []),
  };
}

/** "Blog platform with authors and readers": who uses it is nothing it keeps. */
function readWhoUses(
  tokens: readonly Token[],
  at: number,
  scope: Scope,
): Found | undefined {
  if (tokens[at]?.lower !== "with") return undefined;
  const nouns = readNounList(tokens, at + 1);
  const next = tokens[nouns?.end ?? 0];
  const ends = next === undefined || next.kind === "mark" && next.text !== "(";
  const isWho = nouns?.value.every((noun) =>
    isPerson(noun) && noun.words.join(" ") !== "users" &&
    isPlural(noun.words.at(-1) ?? "") &&
    !isEntity(noun, scope)
  );
  if (!nouns || !ends || !isWho) return undefined;
  const span = spanOf(tokens, at, nouns.end);
  const note: Statement = { kind: "note", phrase: "who it is for", ...span };
  return { statements: [note], end: nouns.end };
}

/** "Build me a CRUD for users": what is to be built is all operations of something. */
export function readBuilt(
  tokens: readonly Token[],
  at: number,
  scope: Scope,
): Found | undefined {
  let first = buildLead(tokens, at);
  if (first === at) return undefined;
  while (isPlain(tokens[first]) && tokens[first]?.lower !== "crud") first++;
  const verb = readVerb(tokens, first, ["noun"]);
  if (verb?.value.operations?.length !== OPERATIONS.length) return undefined;
  return readWishIn(tokens, first, scope, ["noun"]);
}

/** "Job board: post jobs": a label that is nothing else is the system's name. */
export function readLabelName(
  tokens: readonly Token[],
  at: number,
  scope: Scope,
): Found | undefined {
  if (scope.named || at > 0) return undefined;
  const noun = readNoun(tokens, at);
  if (noun === undefined || !LABELLING.has(tokens[noun.end]?.lower ?? "")) {
    return undefined;
  }
  const span = spanOf(tokens, at, noun.end);
  const words = noun.value.words.filter((word) => !PLAIN_ADJECTIVES.has(word));
  return { statements: [{ kind: "system", words, ...span }], end: noun.end };
}

/** "A marketplace where sellers list items" */
export function readPlace(
  tokens: readonly Token[],
  at: number,
  scope: Scope,
): Found | undefined {
  if (scope.named || at > 0) return undefined;
  const lead = buildLead(tokens, at);
  const article = ["a", "an"].includes(tokens[lead]?.lower ?? "");
  const noun = article ? readNoun(tokens, lead) : undefined;
  if (noun === undefined || isEntity(noun.value, scope)) return undefined;
  const next = tokens[noun.end]?.lower ?? "";
  if (
    next !== "where" &&
    !(next === "in" && tokens[noun.end + 1]?.lower === "which")
  ) {
    return undefined;
  }
  const words = noun.value.words.filter((word) => !PLAIN_ADJECTIVES.has(word));
  const span = spanOf(tokens, at, noun.end);
  const end = next === "in" ? noun.end + 2 : noun.end;
  return { statements: [{ kind: "system", words, ...span }], end };
}

/** "a GraphQL API": what it is to be built with, and is not. */
function technologies(
  tokens: readonly Token[],
  at: number,
  end: number,
): Statement[] {
  return tokens.slice(at, end).flatMap((_, i): Statement[] => {
    const wish = technologyOf(tokens, at + i);
    const span = spanOf(tokens, at + i, at + i + 1);
    return wish === undefined ? [] : [{ kind: "unbuilt", wish, ...span }];
  });
}

function technologyOf(
  tokens: readonly Token[],
  at: number,
): string | undefined {
  const wish = findWish(tokens, at, at + 1)?.wish;
  return wish !== undefined && TECHNOLOGIES.has(wish) ? wish : undefined;
}

interface SystemName {
  readonly words: readonly string[];
  readonly hint?: Noun;
  readonly only?: string;
  readonly end: number;
}

function buildLead(tokens: readonly Token[], at: number): number {
  let end = at;
  for (const row of BUILD_LEADS) {
    const match = matchPattern(row, tokens, at);
    if (match !== undefined) end = Math.max(end, match.end);
  }
  return end;
}

/** Reads "a simple task management API": words up to a noun for a system. */
function readName(
  tokens: readonly Token[],
  at: number,
  built: boolean,
): SystemName | undefined {
  let first = at;
  let only: string | undefined;
  while (first < at + 10 && isPlain(tokens[first])) {
    const word = tokens[first]?.lower ?? "";
    if (ONLY_WORDS[word] !== undefined) only = word;
    first++;
  }
  let end = first;
  while (end < first + 6 && continuesName(tokens, end, first)) end++;
  let last = end;
  while (last > first && !SYSTEM_NOUNS.has(tokens[last - 1]?.lower ?? "")) {
    last--;
  }
  const headed = last > first;
  const plain = !headed && SYSTEM_NOUNS.has(tokens[first - 1]?.lower ?? "");
  if (plain) {
    const says = only ?? (SAYING.has(tokens[first]?.lower ?? "") || built);
    return says
      ? { words: [], end: first, ...(only ? { only } : {}) }
      : undefined;
  }
  const container = readNoun(tokens, first);
  if (!headed) {
    const word = container?.value.words.at(-1) ?? "";
    const whole = first < tokens.length && container?.value.number !== "many";
    // "An online store for a grocery", as "build a store".
    const named = at === 0 && first > at &&
      HOLDING.has(tokens[container?.end ?? 0]?.lower ?? "");
    if (!(built || named) || !whole || CONTAINERS[word] === undefined) {
      return undefined;
    }
    last = container?.end ?? first;
  }
  let stop = last;
  while (stop > first && SYSTEM_NOUNS.has(tokens[stop - 1]?.lower ?? "")) {
    stop--;
  }
  const words = tokens.slice(first, stop).map((one) => one.lower);
  if (words.length === 0 && !built && only === undefined && last === first) {
    return undefined;
  }
  return {
    ...nameOf(tokens, first, stop),
    end: last,
    ...(only ? { only } : {}),
  };
}

function nameOf(
  tokens: readonly Token[],
  from: number,
  stop: number,
): Pick<SystemName, "words" | "hint"> {
  let first = from;
  let end = stop;
  const managed = MANAGING.has(tokens[end - 1]?.lower ?? "");
  if (managed) end--;
  while (first < end && technologyOf(tokens, first) !== undefined) first++;
  while (
    end > first && (TECHNICAL.has(tokens[end - 1]?.lower ?? "") ||
      technologyOf(tokens, end - 1) !== undefined)
  ) end--;
  const ranges = tokens.slice(first, end).filter((one) =>
    !ABBREVIATIONS.has(one.lower)
  );
  const noun = nounOf(tokens, end - Math.min(2, ranges.length), end, "open");
  const words = nounOf(tokens, first, end).words;
  if (words.length === 0) return { words: [] };
  return { words: managed ? [...words, "manager"] : words, hint: noun };
}

/** "for managing books", "to track orders", "for movies with title", "with products and orders" */
function readTail(
  tokens: readonly Token[],
  at: number,
  scope: Scope,
  name: SystemName,
): Found | undefined {
  const word = tokens[at]?.lower ?? "";
  const setting = readSetting(tokens, at, scope); // "with a PostgreSQL database" is no field
  if (setting !== undefined && !goesOn(tokens[setting.end])) return setting;
  if (PURPOSES.has(word)) {
    const lead = readLead(tokens, at + 1);
    const named = readNoun(tokens, lead.end)?.value.words ?? [];
    const managed = named.length > 1 && MANAGING.has(named.at(-1) ?? "");
    const wish = word === "for" && managed
      ? undefined
      : readWish(tokens, lead.end, scope) ??
        (word === "for"
          ? undefined
          : readWishIn(tokens, lead.end, scope, ["third"]));
    if (wish !== undefined) {
      const statements = doneBy(wish.statements, lead.actors, scope);
      return { ...wish, statements };
    }
  }
  const contents = readSystemContents(tokens, at, scope, name.hint);
  if (contents === undefined || word === "with") return contents;
  const more = readTail(tokens, contents.end, scope, name);
  return more === undefined ? contents : {
    ...more,
    statements: [...contents.statements, ...more.statements],
    missed: [...contents.missed ?? [], ...more.missed ?? []],
  };
}

/** What follows "and" may be part of a list, which is read as a whole. */
function goesOn(token: Token | undefined): boolean {
  return [",", "and", "&"].includes(token?.lower ?? "");
}

function isPlain(token: Token | undefined): boolean {
  if (token === undefined || token.kind !== "word") return false;
  const points = ["that", "this", "these", "those"].includes(token.lower);
  return PLAIN_ADJECTIVES.has(token.lower) ||
    (WORD_CLASSES.det.has(token.lower) && !points) ||
    SYSTEM_NOUNS.has(token.lower) ||
    ONLY_WORDS[token.lower] !== undefined;
}

/** "Lost and found API" */
function continuesName(
  tokens: readonly Token[],
  at: number,
  first: number,
): boolean {
  if (isNameWord(tokens[at])) return true;
  return at > first && ["and", "&"].includes(tokens[at]?.lower ?? "") &&
    isNameWord(tokens[at + 1]) &&
    SYSTEM_NOUNS.has(tokens[at + 2]?.lower ?? "");
}

function isNameWord(token: Token | undefined): boolean {
  return token?.kind === "word" && !NOUN_STOPS.has(token.lower) &&
    token.lower !== "'s";
}

/** "Our club needs an API": whose system it is. */
const OWNED =
  "our|my|the|a {E:owner} need|needs|want|wants|requires|would_like";

const LABELLING: ReadonlySet<string> = new Set([":", "-", "–", "—"]);
const CALLED: ReadonlySet<string> = new Set(["called", "named"]);
const PURPOSES: ReadonlySet<string> = new Set(
  ["to", "for", "that", "which", "used", "with", "where"],
);
const SAYING: ReadonlySet<string> = new Set(
  ["for", "to", "where", "that", "which", "in", "with"],
);
const HOLDING: ReadonlySet<string> = new Set(["for", "with"]);
const TECHNICAL: ReadonlySet<string> = new Set(
  ["rest", "restful", "http", "json", "crud", "web", "backend"],
);
/** Wishes that say by what means, not what for. */
const TECHNOLOGIES: ReadonlySet<string> = new Set(
  ["other interfaces", "streaming", "other databases"],
);
const ABBREVIATIONS: ReadonlySet<string> = new Set(["hr", "it", "iot", "b2b"]);
