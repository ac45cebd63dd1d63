/**
 * Finds the subject and the verb group of a clause: "A task | must not be", "Users | can".
 *
 * @module
 */
import { WORD_CLASSES } from "./lexicon_words.ts";
import { type Read, readNounList } from "./noun.ts";
import type { Noun } from "./statement.ts";
import type { Token } from "./tokens.ts";
import { skipAdverbs } from "./verbs.ts";

/** The verb group of a clause. */
export interface VerbGroup {
  /** `must` and `will` ask, `can` and `may` allow, plain states. */
  readonly mode: "must" | "can" | "plain";
  /** It says not, never or cannot. */
  readonly negated: boolean;
  /** It says only. */
  readonly only: boolean;
  /** What the group ends with; `none`: another verb follows. */
  readonly verb: "be" | "have" | "none";
  /** It says "either", "optionally" or the like, or nothing. */
  readonly optional: boolean;
}

/** A subject and the verb group after it. */
export interface Predicate {
  /** Who or what; empty for "nobody". */
  readonly subjects: readonly Noun[];
  /** "Nobody can …". */
  readonly nobody: boolean;
  /** The verb group. */
  readonly group: VerbGroup;
}

/** Reads a subject and a verb group; undefined when no verb group follows a subject here. */
export function readPredicate(
  tokens: readonly Token[],
  at: number,
): Read<Predicate> | undefined {
  const nobody = phraseLength("nobody", tokens, at);
  if (nobody > 0) {
    const group = readGroup(tokens, at + nobody);
    return group && {
      value: { subjects: [], nobody: true, group: group.value },
      end: group.end,
    };
  }
  const speaker = WORD_CLASSES.i.has(tokens[at]?.lower ?? "");
  const subject = speaker
    ? { value: [], end: at + 1 }
    : readNounList(tokens, at);
  if (subject === undefined) return undefined;
  const group = readGroup(tokens, subject.end);
  return group && {
    value: { subjects: subject.value, nobody: false, group: group.value },
    end: group.end,
  };
}

/** Reads a verb group such as "must not be"; undefined when there is none. */
export function readGroup(
  tokens: readonly Token[],
  at: number,
): Read<VerbGroup> | undefined {
  let end = skipAdverbs(tokens, at);
  let mode: VerbGroup["mode"] = "plain";
  let negated = false;
  const start = end;
  const cannot = phraseLength("cannot", tokens, end);
  const must = phraseLength("must", tokens, end);
  const can = phraseLength("can", tokens, end);
  if (cannot > Math.max(must, can)) {
    negated = true;
    mode = tokens[end]?.lower.startsWith("must") ? "must" : "can";
    end += cannot;
  } else if (must + can > 0) {
    mode = must > can ? "must" : "can";
    end += Math.max(must, can);
  }
  let only = false;
  let optional = false;
  for (let word = tokens[end]?.lower; word !== undefined;) {
    if (word === "not" || word === "never") negated = true;
    else if (word === "only") only = true;
    else if (word === "optionally") optional = true;
    else if (!WORD_CLASSES.adverb.has(word)) break;
    word = tokens[++end]?.lower;
  }
  const needs = isNeeding(tokens, end);
  if (needs && mode === "plain") {
    const group = {
      mode: "must",
      negated,
      only,
      verb: "have",
      optional,
    } as const;
    return { value: group, end: end + 1 };
  }
  const be = phraseLength("be", tokens, end);
  const have = phraseLength("have", tokens, end);
  const been = cannot > 0 && be + have === 0 &&
    NEGATED_BE.has(
      tokens.slice(start, start + cannot).map((one) => one.lower).join(" "),
    );
  const verb = have > 0 ? "have" : be > 0 || been ? "be" : "none";
  if (verb === "none" && end === at) return undefined;
  end += Math.max(be, have);
  if (verb === "none" && mode === "plain" && !negated && !only) {
    return undefined;
  }
  for (let word = tokens[end]?.lower; word !== undefined;) {
    if (word === "not" || word === "never") negated = true;
    else if (word === "only" || word === "exclusively") only = true;
    else if (!WORD_CLASSES.adverb.has(word)) break;
    word = tokens[++end]?.lower;
  }
  return { value: { mode, negated, only, verb, optional }, end };
}

/** "needs a price", but not "needs to be", nor the name "dietary needs" */
function isNeeding(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  return NEEDING.has(tokens[at]?.lower ?? "") && next !== undefined &&
    next.kind !== "mark" && !["to", "be", "and", "or"].includes(next.lower);
}

/** Returns how many tokens the longest phrase of a word class takes here; 0 for none. */
export function phraseLength(
  name: keyof typeof WORD_CLASSES,
  tokens: readonly Token[],
  at: number,
): number {
  const set: ReadonlySet<string> = WORD_CLASSES[name];
  let phrase = "";
  let longest = 0;
  for (let length = 1; length <= 6; length++) {
    const token = tokens[at + length - 1];
    if (token === undefined || token.kind !== "word") break;
    phrase = length === 1 ? token.lower : `${phrase} ${token.lower}`;
    if (set.has(phrase)) longest = length;
  }
  return longest;
}

const NEGATED_BE: ReadonlySet<string> = new Set(
  ["is not", "isn't", "are not", "aren't", "is never", "are never"],
);

const NEEDING: ReadonlySet<string> = new Set(
  ["needs", "need", "requires", "require"],
);
