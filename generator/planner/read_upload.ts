/**
 * Reads clauses that say that files are sent: "Upload a poster for each event", "Users can attach files to tickets".
 *
 * @module
 */
import { isPlural, singular } from "./inflection.ts";
import {
  ANY_FILES,
  HAS_UPLOADED,
  OF_ONESELF,
  UPLOADED_TO,
  UPLOADS,
} from "./lexicon_files.ts";
import { EVERYONE } from "./lexicon_words.ts";
import { readLead } from "./clause_start.ts";
import { readFieldTails } from "./field_tails.ts";
import { readNouns } from "./noun.ts";
import { matchPattern, type Slots } from "./pattern.ts";
import { isPerson } from "./person.ts";
import { doneBy } from "./read_access.ts";
import { ends } from "./read_feature.ts";
import { type Found, isEntity, meant, type Scope, spanOf } from "./scope.ts";
import type { Noun, Rule, Span, Statement } from "./statement.ts";
import type { Token } from "./tokens.ts";

/** Reads what is sent, of what it is, and what it may be. */
export function readUpload(
  tokens: readonly Token[],
  at: number,
  scope: Scope,
): Found | undefined {
  const lead = readLead(tokens, at);
  const starts = lead.end > at ? [at, lead.end] : [at];
  for (const start of starts) {
    const actors = start === at ? [] : lead.actors;
    const found = readSent(tokens, start, actors, scope) ??
      readHaving(tokens, start, scope);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** "attachments", "documents": what is added is sent only where its name says so. */
function isFiles({ words }: Noun): boolean {
  const one = [...words.slice(0, -1), singular(words.at(-1) ?? "")].join(" ");
  return ANY_FILES.has(one);
}

interface Sent {
  readonly what: Noun;
  readonly of: Noun;
  readonly rules: readonly Rule[];
  readonly who: readonly Noun[];
  readonly end: number;
}

/** "Upload a poster for each event", "photos of a listing can be uploaded" */
function readSent(
  tokens: readonly Token[],
  at: number,
  actors: readonly Noun[],
  scope: Scope,
): Found | undefined {
  for (const row of UPLOADS) {
    const match = matchPattern(row, tokens, at);
    const { what: plain, files } = match?.value.nouns ?? {};
    const said = plain ?? (files && isFiles(files) ? files : undefined);
    if (match === undefined || said === undefined || said.pronoun) continue;
    const who = [...actors, ...[match.value.nouns["who"] ?? []].flat()];
    if (!who.every((one) => isSender(one, scope))) continue;
    const tails = readFieldTails(tokens, match.end);
    const to = readTo(tokens, tails.end, scope);
    const more = readFieldTails(tokens, to?.end ?? tails.end);
    const missed = [...tails.missed, ...more.missed];
    const { owner, ...what } = said;
    const of = to?.value ??
      (owner ? meant([owner], scope).at(-1) : ownerOf(what, who, scope));
    const { end } = more;
    if (missed.length > 0 || owner && to || !ends(tokens[end])) continue;
    const rules = [...tails.rules, ...more.rules];
    const own = !of && !to && !owner && isEntity(what, scope);
    if (own) return ownFile(tokens, at, { what, rules, who, end }, scope);
    if (!of || !isKept(of, scope)) continue;
    return foundOf(tokens, at, { what, of, rules, who, end }, scope);
  }
  return undefined;
}

/** "Tickets can have files attached" */
function readHaving(
  tokens: readonly Token[],
  at: number,
  scope: Scope,
): Found | undefined {
  for (const row of HAS_UPLOADED) {
    const match = matchPattern(row, tokens, at);
    const nouns: Slots["nouns"] = match?.value.nouns ?? {};
    const { what } = nouns;
    const of = nouns["of"] && meant([nouns["of"]], scope).at(-1);
    if (!match || !what || what.pronoun || what.owner) continue;
    const tails = readFieldTails(tokens, match.end);
    if (!of || !isKept(of, scope) || tails.missed.length > 0) continue;
    const { rules, end } = tails;
    if (!ends(tokens[end])) continue;
    return foundOf(tokens, at, { what, of, rules, who: [], end }, scope);
  }
  return undefined;
}

/** "to a ticket" */
function readTo(
  tokens: readonly Token[],
  at: number,
  scope: Scope,
): { value: Noun; end: number } | undefined {
  const mark = matchPattern(UPLOADED_TO[0] ?? "", tokens, at)?.end;
  if (mark === undefined) return undefined;
  for (const { value, end } of readNouns(tokens, mark)) {
    const of = meant([value], scope).at(-1);
    if (of && isKept(of, scope)) return { value: of, end };
  }
  return undefined;
}

/** "a profile picture": of whoever sends it; anything else of what its heading is about. */
function ownerOf(
  what: Noun,
  who: readonly Noun[],
  scope: Scope,
): Noun | undefined {
  const words = what.words.join(" ");
  if (!OF_ONESELF.has(words) || isPlural(what.words.at(-1) ?? "")) {
    return scope.entity;
  }
  const [sender] = who;
  if (sender && isKept(sender, scope)) return sender;
  const user: Noun = {
    words: ["user"],
    number: "one",
    start: what.start,
    end: what.end,
  };
  return scope.signs || isEntity(user, scope) ? user : undefined;
}

function isSender(noun: Noun, scope: Scope): boolean {
  return isPerson(noun) || EVERYONE.has(noun.words.join(" ")) ||
    (scope.people?.has(noun.words.join(" ")) ?? false) ||
    noun.pronoun === true;
}

function isKept(noun: Noun, scope: Scope): boolean {
  const { words } = noun;
  const user = scope.signs && words.length === 1 &&
    singular(words[0] ?? "") === "user";
  return isEntity(noun, scope) || user === true;
}

function foundOf(
  tokens: readonly Token[],
  at: number,
  sent: Sent,
  scope: Scope,
): Found {
  const { what, of, who, end } = sent;
  const span = spanOf(tokens, at, end);
  const many = what.number === "many" || isPlural(what.words.at(-1) ?? "") ||
    isEntity(what, scope);
  if (many) {
    return { ...manyOf(sent, span, scope), end, subjects: [of] };
  }
  const rules: Rule[] = [{ rule: "type", type: "file" }, ...sent.rules];
  const noun: Noun = { ...what, number: "open" };
  const closed = scope.signs === true && !isEntity(who[0] ?? noun, scope) &&
    who.some((one) => !EVERYONE.has(one.words.join(" ")) && !one.pronoun);
  const [first] = who;
  return {
    statements: [
      { kind: "fields", owner: of, items: [{ noun, rules }], ...span },
    ],
    // Who may send it may not change the rest: the language cannot say that, so that it is told.
    missed: closed && first ? [{ start: first.start, end: first.end }] : [],
    end,
    subjects: [of],
  };
}

/** "Users upload documents": what is kept of each is a file. */
function ownFile(
  tokens: readonly Token[],
  at: number,
  sent: Omit<Sent, "of">,
  scope: Scope,
): Found {
  const { end, what } = sent;
  const span = spanOf(tokens, at, end);
  return { ...manyOf(sent, span, scope), end, subjects: [what] };
}

/** Any number of files of something are things of their own. */
function manyOf(
  { what, of, rules, who }: Omit<Sent, "of"> & { readonly of?: Noun },
  span: Span,
  scope: Scope,
): { statements: Statement[] } {
  const phrase = [
    ...what.words.slice(0, -1),
    singular(what.words.at(-1) ?? ""),
  ].join(" ");
  const words = isEntity(what, scope) || !ANY_FILES.has(phrase)
    ? what.words
    : ["attachment"];
  const from: Noun = { ...what, words, number: "many" };
  const file: Noun = { ...what, words: ["file"], number: "open" };
  const all: Rule[] = [{ rule: "type", type: "file" }, ...rules];
  const made: Statement[] = [
    { kind: "entity", entity: from, ...span },
    {
      kind: "fields",
      owner: from,
      items: [{ noun: file, rules: all }],
      ...span,
    },
    ...of ? [{ kind: "relation", from, to: of, ...span } as const] : [],
    {
      kind: "operations",
      operations: ["create"],
      mode: "ask",
      objects: [from],
      ...span,
    },
  ];
  return { statements: [...doneBy(made, who, scope)] };
}
