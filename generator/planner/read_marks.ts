/**
 * Reads what users mark for themselves: "Users can like and bookmark articles", "users follow each other".
 *
 * @module
 */
import { verbForms } from "./inflection.ts";
import { HOW_MANY, MARK_VERBS } from "./lexicon_features.ts";
import { EVERYONE } from "./lexicon_words.ts";
import { type Read, readNoun, readNouns, skipListMark } from "./noun.ts";
import { matchPattern } from "./pattern.ts";
import { readGroup } from "./predicate.ts";
import { type Found, isEntity, meant, type Scope, spanOf } from "./scope.ts";
import type { Noun } from "./statement.ts";
import type { Token } from "./tokens.ts";

/** Reads what users mark, where people sign in. */
export function readMarks(
  tokens: readonly Token[],
  at: number,
  scope: Scope,
): Found | undefined {
  if (!scope.signs) return undefined;
  const read = readActive(tokens, at, scope) ?? readPassive(tokens, at, scope);
  if (read === undefined) return undefined;
  const { verbs, of } = read.value;
  const end = afterCount(tokens, read.end);
  if (!ends(tokens[end])) return undefined;
  const span = spanOf(tokens, at, end);
  const feature = { is: "mark", verbs, of } as const;
  return {
    statements: [{ kind: "feature", feature, ...span }],
    end,
    subjects: of.length > 0 ? of : scope.subjects,
  };
}

function isPerson({ pronoun, words }: Noun): boolean {
  const phrase = words.join(" ");
  return pronoun || EVERYONE.has(phrase) || PEOPLE.has(phrase);
}

type Marked = Read<{ verbs: readonly string[]; of: readonly Noun[] }>;

function readActive(
  tokens: readonly Token[],
  at: number,
  scope: Scope,
): Marked | undefined {
  const subject = readNouns(tokens, at).find(({ value }) => isPerson(value));
  const group = subject && readGroup(tokens, subject.end);
  if (group && (group.value.negated || group.value.verb !== "none")) {
    return undefined;
  }
  const added = matchPattern(ADDED, tokens, group?.end ?? at);
  const thing = added?.value.nouns["of"];
  if (added && thing && isEntity(thing, scope)) {
    const verb = tokens[added.end - 1]?.lower === "bookmarks"
      ? "bookmark"
      : "favorite";
    return { value: { verbs: [verb], of: [thing] }, end: added.end };
  }
  const first = group?.end ?? subject?.end ?? at;
  if (first === at && scope.subjects.length > 0 && at === 0) return undefined;
  const verbs = readVerbs(tokens, first, BASES);
  if (verbs === undefined) return undefined;
  const other = matchPattern(EACH_OTHER, tokens, verbs.end);
  if (other !== undefined) {
    return { value: { verbs: verbs.value, of: [] }, end: other.end };
  }
  const things = readThings(tokens, verbs.end, scope);
  return things && {
    value: { verbs: verbs.value, of: things.value },
    end: things.end,
  };
}

/** Reads what is marked: entities, or "them". */
function readThings(
  tokens: readonly Token[],
  at: number,
  scope: Scope,
): Read<Noun[]> | undefined {
  const nouns: Noun[] = [];
  let end = at;
  for (let next = at;;) {
    const noun = readNoun(tokens, next);
    const meaning = noun && meant([noun.value], scope);
    if (!noun || !meaning?.length) break;
    if (!meaning.every((one) => isEntity(one, scope))) break;
    // "favorite recipes and comment on them"
    const acts = nouns.length > 0 && noun.value.number === "open" &&
      ["on", "to", "with"].includes(tokens[noun.end]?.lower ?? "");
    if (acts) break;
    nouns.push(...meaning);
    end = noun.end;
    next = skipListMark(tokens, end);
    if (next === end || noun.value.pronoun) break;
  }
  return nouns.length > 0 ? { value: nouns, end } : undefined;
}

/** "Articles can be liked by users" */
function readPassive(
  tokens: readonly Token[],
  at: number,
  scope: Scope,
): Marked | undefined {
  const things = readThings(tokens, at, scope);
  if (things === undefined) return undefined;
  const group = readGroup(tokens, things.end);
  if (group?.value.verb !== "be" || group.value.mode !== "can") {
    return undefined;
  }
  if (group.value.negated || group.value.only) return undefined;
  const verbs = readVerbs(tokens, group.end, PARTICIPLES);
  const by = verbs && matchPattern(BY_USERS, tokens, verbs.end);
  return verbs && by && {
    value: { verbs: verbs.value, of: things.value },
    end: by.end,
  };
}

function readVerbs(
  tokens: readonly Token[],
  at: number,
  forms: ReadonlyMap<string, string>,
): Read<string[]> | undefined {
  const verbs: string[] = [];
  let end = at;
  for (let next = at;;) {
    const word = tokens[next]?.lower ?? "";
    const verb = forms.get(word) ?? forms.get(word.replace(/^un-?/, ""));
    if (verb === undefined) break;
    if (!verbs.includes(verb)) verbs.push(verb);
    end = next + 1;
    next = skipListMark(tokens, end);
    if (next === end) break;
  }
  return verbs.length > 0 ? { value: verbs, end } : undefined;
}

/** "and see how many likes it has": the count of a mark is there. */
function afterCount(tokens: readonly Token[], at: number): number {
  const counted = HOW_MANY.map((row) => matchPattern(row, tokens, at))
    .find((match) => match !== undefined);
  let end = counted?.end ?? at;
  while (counted && end < tokens.length && tokens[end]?.kind === "word") {
    if (["and", "but"].includes(tokens[end]?.lower ?? "")) break;
    end++;
  }
  return end;
}

function ends(token: Token | undefined): boolean {
  return token === undefined || token.kind === "mark" ||
    ["and", "but", "so"].includes(token.lower);
}

const ADDED =
  "add|save|put {E:of} to|in|as their|his|her|its|your|my|the? own? list_of? favorites|favourites|favorite|favourite|bookmarks";
const EACH_OTHER =
  "each_other|one_another|other_users|other_members|other_people|another_user|users|members|people|any_user";
const BY_USERS =
  "by the|all|any|logged-in|other? users|people|members|everyone|anyone|them";
const PEOPLE: ReadonlySet<string> = new Set(
  ["member", "members", "customers", "readers", "students", "players", "fans"],
);
const BASES: ReadonlyMap<string, string> = new Map(
  Object.keys(MARK_VERBS).flatMap((verb) => [
    [verb, verb],
    [verbForms(verb).third, verb],
  ]),
);
const PARTICIPLES: ReadonlyMap<string, string> = new Map(
  Object.keys(MARK_VERBS).flatMap((verb) =>
    verbForms(verb).participles.map((form): [string, string] => [form, verb])
  ),
);
