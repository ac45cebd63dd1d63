/**
 * Finds verbs that mean operations and actions, in any form.
 *
 * @module
 */
import type { Operation } from "../blueprint/blueprint.ts";
import { baseOfParticiple, verbForms } from "./inflection.ts";
import {
  ABLE_VERBS,
  ACTION_NOUNS,
  ACTION_VERBS,
  NOUN_VERBS,
  OPERATION_VERBS,
  PLAIN_ACTION_VERBS,
  type ReadingVerb,
} from "./lexicon_verbs.ts";
import { WORD_CLASSES } from "./lexicon_words.ts";
import { isNounWord, type Read, skipListMark } from "./noun.ts";
import type { Token } from "./tokens.ts";

/** The form a verb stands in; `noun`: a noun that means the verb, such as "deletion". */
export type VerbForm = "base" | "third" | "gerund" | "participle" | "noun";

/** A verb and what it means. */
export interface VerbSense {
  /** The verb as in the lexicon. */
  readonly base: string;
  /** The form it was found in. */
  readonly form: VerbForm;
  /** The operations it means; undefined for verbs of actions. */
  readonly operations?: readonly Operation[];
  /** How a reading verb takes its object. */
  readonly reads?: ReadingVerb;
}

/** Reads one verb in one of the given forms, the longest that fits. */
export function readVerb(
  tokens: readonly Token[],
  at: number,
  forms: readonly VerbForm[],
): Read<VerbSense> | undefined {
  for (let length = 4; length > 0; length--) {
    const part = tokens.slice(at, at + length);
    if (part.length < length || part.some((one) => one.kind !== "word")) {
      continue;
    }
    const phrase = part.map((one) => one.lower).join(" ");
    const sense = VERBS.get(phrase)?.find((one) => forms.includes(one.form));
    if (sense !== undefined) return { value: sense, end: at + length };
  }
  return undefined;
}

/** Reads verbs in one of the given forms with commas, "and" or "or" between them. */
export function readVerbs(
  tokens: readonly Token[],
  at: number,
  forms: readonly VerbForm[],
): Read<VerbSense[]> | undefined {
  const first = readVerb(tokens, skipAdverbs(tokens, at), forms);
  if (first === undefined) return undefined;
  const verbs = [first.value];
  let end = first.end;
  while (true) {
    const mark = skipListMark(tokens, end);
    if (mark === end) break;
    const next = readVerb(tokens, skipAdverbs(tokens, mark), forms);
    if (next === undefined) break;
    verbs.push(next.value);
    end = next.end;
  }
  return { value: verbs, end };
}

/** Returns the token after any adverbs. */
export function skipAdverbs(tokens: readonly Token[], at: number): number {
  let end = at;
  while (WORD_CLASSES.adverb.has(tokens[end]?.lower ?? "")) end++;
  return end;
}

/**
 * Reports whether a verb starts here for certain: words that are as often nouns count only with an object after them.
 */
export function startsVerb(tokens: readonly Token[], at: number): boolean {
  const start = skipAdverbs(tokens, at);
  const verb = readVerb(tokens, start, ["base"]);
  if (verb === undefined) return false;
  if (!NOUN_VERBS.has(verb.value.base)) return true;
  const next = tokens[verb.end];
  if (next === undefined) return false;
  if (WORD_CLASSES.det.has(next.lower) || WORD_CLASSES.it.has(next.lower)) {
    return true;
  }
  if (isNounWord(next)) return true;
  const mark = skipListMark(tokens, verb.end);
  return mark > verb.end && readVerb(tokens, mark, ["base"]) !== undefined &&
    startsVerb(tokens, mark);
}

/** Returns the verb that names the action leading to a state; undefined for words that are no participles. */
export function verbOfState(state: string): string | undefined {
  const sense = VERBS.get(state)?.find((one) =>
    one.form === "participle" && one.operations === undefined
  );
  return sense?.base ?? baseOfParticiple(state);
}

function buildVerbs(): Map<string, VerbSense[]> {
  const verbs = new Map<string, VerbSense[]>();
  const put = (phrase: string, sense: VerbSense) => {
    const senses = verbs.get(phrase) ?? [];
    if (!senses.some((one) => one.form === sense.form)) {
      verbs.set(phrase, [...senses, sense]);
    }
  };
  for (const row of OPERATION_VERBS) {
    const means = {
      operations: row.operations,
      ...(row.reads ? { reads: row.reads } : {}),
    };
    for (const base of row.verbs.split("/")) putForms(put, base, means);
    for (const noun of row.nouns?.split("/") ?? []) {
      put(noun, { base: noun, form: "noun", ...means });
    }
  }
  for (const base of [...Object.keys(ACTION_VERBS), ...PLAIN_ACTION_VERBS]) {
    putForms(put, base, {});
  }
  for (const [word, base] of Object.entries(ABLE_VERBS)) {
    const [sense] = verbs.get(base) ?? [];
    if (sense) put(word, { ...sense, form: "participle" });
  }
  for (const [noun, base] of Object.entries(ACTION_NOUNS)) {
    put(noun, { base, form: "noun" });
  }
  return verbs;
}

function putForms(
  put: (phrase: string, sense: VerbSense) => void,
  base: string,
  means: Pick<VerbSense, "operations" | "reads">,
): void {
  const forms = verbForms(base);
  put(base, { base, form: "base", ...means });
  put(forms.third, { base, form: "third", ...means });
  for (const one of forms.gerunds) put(one, { base, form: "gerund", ...means });
  for (const one of forms.participles) {
    put(one, { base, form: "participle", ...means });
  }
}

const VERBS: ReadonlyMap<string, readonly VerbSense[]> = buildVerbs();
