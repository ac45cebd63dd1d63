/**
 * Tells where clauses begin and end.
 *
 * @module
 */
import { LEADS, REASON_STARTS } from "./lexicon_leads.ts";
import { NOUN_VERBS } from "./lexicon_verbs.ts";
import { WORD_CLASSES } from "./lexicon_words.ts";
import { readNoun, readNouns } from "./noun.ts";
import { matchPattern } from "./pattern.ts";
import { readGroup } from "./predicate.ts";
import { isEntity, isLongName, type Scope } from "./scope.ts";
import type { Noun } from "./statement.ts";
import type { Token } from "./tokens.ts";
import { readVerb, skipAdverbs } from "./verbs.ts";

/** Reports whether a new clause starts at a token, as after a comma or "and". */
export function startsClause(
  tokens: readonly Token[],
  at: number,
  scope: Scope,
): boolean {
  return startsSentence(tokens, at) || startsWish(tokens, at, scope);
}

/** Reports whether a subject with a verb group, or a lead such as "I want to", starts at a token. */
export function startsSentence(
  tokens: readonly Token[],
  at: number,
): boolean {
  const token = tokens[at];
  if (token === undefined || token.kind === "mark") return false;
  if (WORD_CLASSES.i.has(token.lower)) return true;
  if (leadEnd(tokens, at) > at + 1) return true;
  const noun = readNoun(tokens, at);
  if (noun === undefined) return false;
  return readGroup(tokens, noun.end) !== undefined ||
    readNouns(tokens, at).some(({ end }) =>
      LINKING.has(tokens[end]?.lower ?? "") &&
      tokens[end + 1] !== undefined && tokens[end + 1]?.kind !== "mark" &&
      !["and", "or"].includes(tokens[end + 1]?.lower ?? "")
    );
}

/** Reports whether a verb with an object starts at a token. */
export function startsWish(
  tokens: readonly Token[],
  at: number,
  scope: Scope,
): boolean {
  const to = tokens[at]?.lower === "to" ? at + 1 : at;
  const start = skipAdverbs(tokens, to);
  const verb = readVerb(tokens, start, ["base"]);
  if (isLongName(readNoun(tokens, start)?.value, scope)) return false;
  if (verb === undefined) {
    return MARKING.has(tokens[start]?.lower ?? "") &&
      tokens.slice(start, start + 6).some((one) => one.lower === "as");
  }
  const certain = verb.value.operations !== undefined &&
    !NOUN_VERBS.has(verb.value.base);
  if (certain) return true;
  const next = tokens[verb.end]?.lower ?? "";
  if (next === "by" && verb.value.reads !== undefined) return true;
  if (WORD_CLASSES.det.has(next) || WORD_CLASSES.it.has(next)) return true;
  const noun = readNoun(tokens, verb.end);
  return noun !== undefined && isEntity(noun.value, scope);
}

/** Returns the token after all leads that stand here: "As a user, I want to also". */
export function leadEnd(tokens: readonly Token[], at: number): number {
  return readLead(tokens, at).end;
}

/** Reads all leads that stand here, and who they say is to act. */
export function readLead(
  tokens: readonly Token[],
  at: number,
): { actors: readonly Noun[]; end: number } {
  const actors: Noun[] = [];
  let end = at;
  for (let turn = 0; turn < 4; turn++) {
    const from = end;
    let actor: Noun | undefined;
    for (const row of LEADS) {
      const lead = matchPattern(row, tokens, from);
      const refuses = REFUSING.has(tokens[lead?.end ?? 0]?.lower ?? "");
      if (lead === undefined || refuses || lead.end <= end) continue;
      end = lead.end;
      actor = lead.value.nouns["actor"];
    }
    if (actor !== undefined) actors.push(actor);
    if (end === from) break;
  }
  return { actors, end };
}

/** Reports whether words that give a reason start at a token. */
export function startsReason(tokens: readonly Token[], at: number): boolean {
  return REASON_STARTS.some((row) => matchPattern(row, tokens, at));
}

/**
 * Returns where the clause that starts at a token ends at the latest: at a semicolon, "but", a colon, or a comma or
 * "and" after which a new clause starts.
 */
export function clauseEnd(
  tokens: readonly Token[],
  at: number,
  starts: (tokens: readonly Token[], at: number) => boolean,
): number {
  let depth = 0;
  for (let i = at; i < tokens.length; i++) {
    const word = tokens[i]?.lower ?? "";
    if (OPENING.has(word)) depth++;
    else if (CLOSING.has(word)) depth = Math.max(0, depth - 1);
    if (depth > 0 || i === at) continue;
    const excepts = word === "but" &&
      EXCEPTING.has(tokens[i - 1]?.lower ?? "");
    if (HARD_ENDS.has(word) && !excepts) return i;
    if (startsReason(tokens, i)) return i;
    if (SOFT_ENDS.has(word) && starts(tokens, afterMarks(tokens, i))) return i;
  }
  return tokens.length;
}

/** Returns the token after commas, "and", "but" and the like. */
export function afterMarks(tokens: readonly Token[], at: number): number {
  let end = at;
  while (JOINING.has(tokens[end]?.lower ?? "")) end++;
  return end;
}

const REFUSING: ReadonlySet<string> = new Set(["not", "never", "only"]);

const LINKING: ReadonlySet<string> = new Set(
  "belongs belong references reference consists consist requires require needs need"
    .split(" "),
);
const MARKING: ReadonlySet<string> = new Set(["mark", "set", "flag"]);
const OPENING: ReadonlySet<string> = new Set(["(", "[", "{"]);
const CLOSING: ReadonlySet<string> = new Set([")", "]", "}"]);
const HARD_ENDS: ReadonlySet<string> = new Set(
  [";", ".", "!", "?", "but", "however", "whereas", "while", "—", "–", ":"],
);
/** Words after which "but" means except: "nobody but admins". */
const EXCEPTING: ReadonlySet<string> = new Set(
  ["one", "nobody", "nothing", "none", "all", "everything", "anyone", "any"],
);
const SOFT_ENDS: ReadonlySet<string> = new Set([
  ",",
  "and",
  "or",
  "then",
  "&",
  "where",
  "so",
]);
const JOINING: ReadonlySet<string> = new Set(
  [
    ",",
    ";",
    ".",
    "!",
    "?",
    ":",
    "and",
    "or",
    "but",
    "where",
    "however",
    "then",
    "&",
    "also",
    "plus",
    "-",
    "–",
    "—",
    ")",
    "]",
    "}",
    "*",
    "while",
    "whereas",
  ],
);
