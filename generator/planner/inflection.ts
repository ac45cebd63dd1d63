/**
 * English inflection by rule with a table of exceptions: plurals, and the forms of verbs.
 *
 * @module
 */
import {
  DOUBLING_VERBS,
  IRREGULAR_PARTICIPLES,
  IRREGULAR_PLURALS,
  SILENT_E_STEMS,
  UNCOUNTABLE,
} from "./lexicon_inflection.ts";

/** Returns the singular of a lower-case noun; a singular stays as it is. */
export function singular(noun: string): string {
  const irregular = SINGULARS.get(noun);
  if (irregular !== undefined) return irregular;
  if (UNCOUNTABLE.has(noun) || IRREGULAR_PLURALS[noun] !== undefined) {
    return noun;
  }
  if (/(?:ss|us|is)$/.test(noun) || noun.length < 3) return noun;
  if (/[^aeiou]ies$/.test(noun) && noun.length > 4) {
    return noun.slice(0, -3) + "y";
  }
  if (/(?:sses|shes|ches|xes|zzes|[^aeiou]oes|uses)$/.test(noun)) {
    return /(?:ouses|auses)$/.test(noun)
      ? noun.slice(0, -1)
      : noun.slice(0, -2);
  }
  if (noun.endsWith("s")) return noun.slice(0, -1);
  return noun;
}

/** Returns the plural of a lower-case singular noun. */
export function plural(noun: string): string {
  const irregular = IRREGULAR_PLURALS[noun];
  if (irregular !== undefined) return irregular;
  if (UNCOUNTABLE.has(noun) && !noun.endsWith("ss")) return noun;
  if (/[^aeiou]y$/.test(noun)) return noun.slice(0, -1) + "ies";
  if (/(?:s|x|z|ch|sh|[^aeiou]o)$/.test(noun)) return noun + "es";
  return noun + "s";
}

/** Reports whether a lower-case noun is a plural. */
export function isPlural(noun: string): boolean {
  return singular(noun) !== noun;
}

/** The forms of a verb. */
export interface VerbForms {
  /** `creates` */
  readonly third: string;
  /** `creating`; two spellings where English has two. */
  readonly gerunds: readonly string[];
  /** `created`; two spellings where English has two, the British first. */
  readonly participles: readonly string[];
}

/** Returns the forms of a lower-case verb; of `check in`, the forms of `check` with ` in`. */
export function verbForms(verb: string): VerbForms {
  const space = verb.indexOf(" ");
  if (space > 0) {
    const rest = verb.slice(space);
    const forms = verbForms(verb.slice(0, space));
    return {
      third: forms.third + rest,
      gerunds: forms.gerunds.map((form) => form + rest),
      participles: forms.participles.map((form) => form + rest),
    };
  }
  const stems = DOUBLING_VERBS.has(verb)
    ? [verb + verb.at(-1), ...(/[^aeiou]el$/.test(verb) ? [verb] : [])]
    : [verb];
  const irregular = IRREGULAR_PARTICIPLES[verb];
  return {
    third: plural(verb),
    gerunds: stems.map(gerund),
    participles: irregular === undefined ? stems.map(participle) : [irregular],
  };
}

/** Returns the verb that a lower-case participle comes from: `shipped` → `ship`. */
export function baseOfParticiple(word: string): string | undefined {
  const irregular = IRREGULAR_BASES.get(word);
  if (irregular !== undefined) return irregular;
  if (!word.endsWith("ed") || word.length < 5) return undefined;
  if (word.endsWith("ied")) return word.slice(0, -3) + "y";
  const stem = word.slice(0, -2);
  if (/([bdfgkmnprt])\1$/.test(stem)) return stem.slice(0, -1);
  if (stem.endsWith("ll")) {
    return stem.endsWith("ell") ? stem.slice(0, -1) : stem;
  }
  const needsE = /(?:[cvuz]|[^s]s|[lrn]g|dg|[aeiou]g|[^aeiou]l|ur|ir|iat|at)$/
    .test(stem) && !/(?:[aeiou][aeiou][gsnlrt]|ow)$/.test(stem);
  return needsE || SILENT_E_STEMS.has(stem) ? stem + "e" : stem;
}

function gerund(stem: string): string {
  if (stem.endsWith("ie")) return stem.slice(0, -2) + "ying";
  if (/[^eoy]e$/.test(stem)) return stem.slice(0, -1) + "ing";
  return stem + "ing";
}

function participle(stem: string): string {
  if (stem.endsWith("e")) return stem + "d";
  if (/[^aeiou]y$/.test(stem)) return stem.slice(0, -1) + "ied";
  return stem + "ed";
}

const SINGULARS: ReadonlyMap<string, string> = new Map(
  Object.entries(IRREGULAR_PLURALS).map(([one, many]) => [many, one]),
);

const IRREGULAR_BASES: ReadonlyMap<string, string> = new Map(
  Object.entries(IRREGULAR_PARTICIPLES).map(([verb, form]) => [form, verb]),
);
