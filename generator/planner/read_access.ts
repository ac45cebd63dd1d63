/**
 * Reads who is to do what: it is built for anyone, and who may is told as not built.
 *
 * @module
 */
import { hasFieldHint } from "./field_type.ts";
import { isPlural } from "./inflection.ts";
import { EVERYONE, SYSTEM_NOUNS } from "./lexicon_words.ts";
import { type Read, readNoun, readNounList, skipListMark } from "./noun.ts";
import { matchPattern } from "./pattern.ts";
import { isPerson } from "./person.ts";
import { readGroup } from "./predicate.ts";
import { readOwnership } from "./read_ownership.ts";
import { assertVerbs, readWishIn } from "./read_wish.ts";
import { type Found, isEntity, meant, type Scope, spanOf } from "./scope.ts";
import type { Noun, Statement } from "./statement.ts";
import type { Token } from "./tokens.ts";
import type { VerbSense } from "./verbs.ts";

/** Reads "Only managers can approve expenses", "Expenses can only be approved by managers". */
export function readAccess(
  tokens: readonly Token[],
  at: number,
  scope: Scope,
): Found | undefined {
  return readOwnership(tokens, at, scope) ??
    readPrivate(tokens, at, scope) ??
    readOnlyWho(tokens, at, scope) ?? readOnlyBy(tokens, at, ONLY_BY) ??
    (scope.signs
      ? readReserved(tokens, at, scope) ?? readOnlyBy(tokens, at, BY)
      : undefined);
}

/** Notes on wishes who is to do them, unless that is anyone or what they are done to. */
export function doneBy(
  statements: readonly Statement[],
  actors: readonly Noun[],
  scope: Scope,
): readonly Statement[] {
  const some = actors.filter((noun) => isSomebody(noun, scope));
  if (some.length === 0) return statements;
  return statements.map((one) => {
    const acts = one.kind === "action" ||
      one.kind === "operations" && one.mode === "ask";
    if (!acts) return one;
    const by = some.filter((noun) =>
      !one.objects.some((object) => object.start === noun.start)
    );
    return by.length > 0 ? { ...one, by } : one;
  });
}

/** Reads "by managers" after a participle; after a reading verb it may as well say which: "listed by date". */
export function readDoer(
  tokens: readonly Token[],
  at: number,
  verbs: readonly VerbSense[],
): Read<Noun> | undefined {
  if (tokens[at]?.lower !== "by") return undefined;
  const noun = readNoun(tokens, at + 1);
  if (noun === undefined || noun.value.pronoun) return undefined;
  const { words, number } = noun.value;
  const reads = verbs.some((verb) => verb.reads !== undefined);
  // "Paid by card" names no payer.
  const means = number === "open" && !isPlural(words.at(-1) ?? "") &&
    !isPerson(noun.value);
  if (means) return undefined;
  const somebody = (number === "one" || isPlural(words.at(-1) ?? "") ||
    EVERYONE.has(words.join(" "))) && !hasFieldHint(words);
  return reads && !somebody ? undefined : noun;
}

/** What somebody may do is a matter of permissions; what the system does is not. */
function isSomebody(noun: Noun, scope: Scope): boolean {
  const phrase = noun.words.join(" ");
  if (noun.pronoun || noun.words.length === 0) return false;
  if (/^users?$/.test(phrase)) return false;
  const last = noun.words.at(-1) ?? "";
  if (SYSTEM_NOUNS.has(last) && !PERSONS.has(last)) {
    return isEntity(noun, scope);
  }
  return !EVERYONE.has(phrase) || isEntity(noun, scope);
}

function readOnlyWho(
  tokens: readonly Token[],
  at: number,
  scope: Scope,
): Found | undefined {
  const who = readSoleActors(tokens, at);
  const group = who && readGroup(tokens, who.end);
  if (who === undefined || group === undefined) return undefined;
  const { verb, negated, only } = group.value;
  if (verb === "have" || negated || only) return undefined;
  const able = matchPattern(ABLE, tokens, group.end);
  if (verb === "be" && able === undefined) return undefined;
  const owned = who.value.flatMap(({ owner }) => owner ?? []);
  const inside = owned.length > 0 ? { ...scope, subjects: owned } : scope;
  const wish = readWishIn(tokens, able?.end ?? group.end, inside, ["base"]);
  if (wish === undefined) return undefined;
  const span = spanOf(tokens, at, who.end);
  const reach = spanOf(tokens, at, wish.end);
  return {
    ...wish,
    statements: [
      { kind: "unbuilt", wish: "permissions", who: who.value, reach, ...span },
      ...wish.statements,
    ],
  };
}

/** "only managers", "managers alone" */
function readSoleActors(
  tokens: readonly Token[],
  at: number,
): Read<Noun[]> | undefined {
  if (ONLY.has(tokens[at]?.lower ?? "")) return readNounList(tokens, at + 1);
  const who = readNoun(tokens, at);
  const { words = [], ...noun } = who?.value ?? {};
  if (who === undefined || words.at(-1) !== "alone") return undefined;
  const value = [{ ...who.value, ...noun, words: words.slice(0, -1) }];
  return words.length < 2 ? undefined : { value, end: who.end };
}

/** "Deleting is only allowed for the author", "editing posts is restricted to admins" */
function readReserved(
  tokens: readonly Token[],
  at: number,
  scope: Scope,
): Found | undefined {
  for (const row of RESERVED) {
    const match = matchPattern(row, tokens, at);
    const { actor, subject } = match?.value.nouns ?? {};
    const verbs = match?.value.verbs["verbs"];
    if (!match || !verbs || !actor || actor.pronoun) continue;
    if (subject && !subject.pronoun && !isEntity(subject, scope)) continue;
    const reach = spanOf(tokens, at, match.end);
    const objects = subject ? meant([subject], scope) : [];
    return {
      statements: [
        ...assertVerbs(verbs, objects, reach),
        { kind: "unbuilt", wish: "permissions", who: [actor], reach, ...reach },
      ],
      end: match.end,
      subjects: objects.length > 0 ? objects : scope.subjects,
    };
  }
  return undefined;
}

function readOnlyBy(
  tokens: readonly Token[],
  at: number,
  rows: readonly string[],
): Found | undefined {
  for (const row of rows) {
    const match = matchPattern(row, tokens, at);
    const subject = match?.value.nouns["subject"];
    const verbs = match?.value.verbs["verbs"];
    if (match === undefined || !subject || !verbs) continue;
    if (subject.pronoun) return undefined;
    const only = tokens.findIndex((one, i) =>
      i > at && (rows === BY ? one.lower === "by" : ONLY.has(one.lower))
    );
    const actor = match.value.nouns["actor"];
    // "Posts can be searched by title", "orders can be paid by card"
    if (rows === BY && actor && !isPerson(actor)) return undefined;
    const mark = skipListMark(tokens, match.end);
    const next = tokens[mark]?.lower === "by" ? mark + 1 : mark;
    const more = actor && readNounList(tokens, next);
    const listed = more && mark > match.end &&
      !startsGroup(tokens, more.end);
    const end = listed ? more.end : match.end;
    const who = [...actor ? [actor] : [], ...listed ? more.value : []];
    const reach = spanOf(tokens, at, end);
    const span = spanOf(tokens, only, end);
    return {
      statements: [
        ...assertVerbs(verbs, [subject], reach),
        { kind: "unbuilt", wish: "permissions", who, reach, ...span },
      ],
      end,
      subjects: [subject],
    };
  }
  return undefined;
}

function startsGroup(tokens: readonly Token[], at: number): boolean {
  return readGroup(tokens, at) !== undefined;
}

/** "Entries are private", "documents are only visible to their owner", where people sign in. */
function readPrivate(
  tokens: readonly Token[],
  at: number,
  scope: Scope,
): Found | undefined {
  if (!scope.signs) return undefined;
  for (const row of PRIVATE) {
    const match = matchPattern(row, tokens, at);
    const said = match?.value.nouns["thing"];
    const thing = said?.pronoun ? meant([said], scope).at(-1) : said;
    if (!match || !thing || !isEntity(thing, scope)) continue;
    if (said?.pronoun && isPerson(thing)) continue;
    const next = tokens[match.end];
    if (next !== undefined && next.kind !== "mark") continue;
    const reach = spanOf(tokens, at, match.end);
    const owner: Noun = { words: ["owner"], number: "one", ...reach };
    return {
      statements: [
        {
          kind: "operations",
          operations: ["list", "get"],
          mode: "ask",
          objects: [thing],
          ...reach,
        },
        { kind: "unbuilt", wish: "permissions", who: [owner], reach, ...reach },
      ],
      end: match.end,
      subjects: [thing],
    };
  }
  return undefined;
}

/** Names of systems that are names of persons too. */
const PERSONS: ReadonlySet<string> = new Set(
  ["manager", "planner", "organizer", "organiser"],
);
const ONLY: ReadonlySet<string> = new Set(["only", "just"]);
const ABLE = "able|allowed|permitted to";
const PRIVATE: readonly string[] = [
  "nobody|no_one else $can|$must? see|view|read|access {E:thing}",
  "no other user|users|person|people|member|members $can|$must? see|view|read|access {E:thing}",
  "nobody|no_one except|but|besides their|its|the owner|author|creator $can see|view|read|access {E:thing}",
  "{E:thing} $must|$can? $be always? private to|for their|its|the owner|author|creator|user|owners|authors|creators",
  "{E:thing} $must|$can? $be always? private",
  "{E:thing} $must|$can? $be only visible|readable|accessible to|for|by their|its|the owner|author|creator|user|owners|authors|creators",
  "{E:thing} $must|$can? $be visible|readable|accessible only|just to|for|by their|its|the owner|author|creator|user|owners|authors|creators",
];
/** Without "only", but where people sign in: nobody else was named. */
const BY: readonly string[] = [
  "{E:subject} $can|$must be {P:verbs} by {E:actor}",
];
/** What is done, and for whom alone. */
const RESERVED: readonly string[] = [
  "{O:verbs} of? {E:subject}? $must|$can? $be restricted|limited|reserved to|for {E:actor} only?",
  "{O:verbs} of? {E:subject}? $must|$can? $be only|just|exclusively allowed|possible|permitted|available|open for|to|by {E:actor}",
  "{O:verbs} of? {E:subject}? $must|$can? $be only|just|exclusively for {E:actor}",
  "{O:verbs} of? {E:subject}? $must|$can? $be allowed|possible|permitted|available|open only|just|exclusively for|to|by {E:actor}",
  "{O:verbs} of? {E:subject}? $must|$can? $be allowed|possible|permitted|available|open? for {E:actor} only|alone",
  "{O:verbs} {E:subject}? : only|just {E:actor}",
  "{O:verbs} {E:subject}? : {E:actor} only",
];
const ONLY_BY: readonly string[] = [
  "{E:subject} $can|$must only|just be {P:verbs} by {E:actor}",
  "{E:subject} $can|$must be {P:verbs} only|just by {E:actor}",
  "{E:subject} $can|$must be only|just {P:verbs} by {E:actor}",
];
