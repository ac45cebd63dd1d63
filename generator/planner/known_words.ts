/**
 * The words that patterns know.
 *
 * @module
 */
import { verbForms } from "./inflection.ts";
import {
  ALL_EXCEPT,
  CLAUSE_PATTERNS,
  ONLY_ENDINGS,
  ONLY_WORDS,
  REFUSAL_STARTS,
  REFUSED_ENDINGS,
  WISHED_ENDINGS,
} from "./lexicon_clauses.ts";
import { MANY_TO_MANY } from "./lexicon_links.ts";
import { CONTAINERS } from "./lexicon_domains.ts";
import { BUILT_IN_FIELDS, TYPE_WORDS, UNIT_WORDS } from "./lexicon_fields.ts";
import {
  BUILD_LEADS,
  HEADINGS,
  LEADS,
  REASON_STARTS,
} from "./lexicon_leads.ts";
import {
  ALL_FIELDS,
  BOTH_FIELDS,
  FLAG_PHRASE,
  NEGATED_RULE_PHRASES,
  RULE_PHRASES,
  RULE_STARTS,
} from "./lexicon_rules.ts";
import { SETTING_PHRASES } from "./lexicon_settings.ts";
import {
  ACTION_NOUNS,
  ACTION_VERBS,
  ADJECTIVE_ACTIONS,
  MARKING_VERBS,
  OPERATION_VERBS,
  PLAIN_ACTION_VERBS,
} from "./lexicon_verbs.ts";
import {
  CHOOSING_DETERMINERS,
  DATA_WORDS,
  EVERYONE,
  FILLER,
  MANAGING,
  NOUN_STOPS,
  PLAIN_ADJECTIVES,
  RECORDING_VERBS,
  RESTRICTING,
  SYSTEM_NOUNS,
  WORD_CLASSES,
} from "./lexicon_words.ts";

/** Words of webhooks and locks, which stand for nothing elsewhere. */
const CALLING: ReadonlySet<string> = new Set(
  ["tell", "told", "hook", "give", "since", "while"],
);

/** Every word that stands in a pattern or a list of small words. */
export const KNOWN_WORDS: ReadonlySet<string> = wordsIn(
  ...patternWords(),
  ...listedWords(),
);

/** The verbs of operations and actions in all forms, and the nouns that mean them. */
export const KNOWN_VERBS: ReadonlySet<string> = wordsIn(...verbWords());

function wordsIn(...texts: readonly string[]): Set<string> {
  return new Set(
    texts.flatMap((text) => text.split(/[\s_/]+/)).filter(Boolean),
  );
}

function patternWords(): string[] {
  const patterns = [
    ...[
      ...CLAUSE_PATTERNS,
      ...RULE_PHRASES,
      ...NEGATED_RULE_PHRASES,
      ...BOTH_FIELDS,
      ...ALL_FIELDS,
      // "overdue first" is an order, "overdue tasks" are some of them.
      ...SETTING_PHRASES.filter((row) => row.makes !== "order"),
    ].map((row) => row.pattern),
    ...REFUSAL_STARTS,
    ...REFUSED_ENDINGS,
    ...WISHED_ENDINGS,
    ...ONLY_ENDINGS,
    ...ALL_EXCEPT,
    FLAG_PHRASE,
    ...RULE_STARTS,
    ...LEADS,
    ...BUILD_LEADS,
    ...REASON_STARTS,
    ...MANY_TO_MANY,
  ];
  return patterns.map((one) =>
    one.replaceAll(/\{[^}]*\}|\$\w+|\?/g, "").replaceAll("|", " ")
  );
}

function listedWords(): string[] {
  const lists = [
    ...Object.entries(WORD_CLASSES).flatMap(([name, words]) =>
      CALLING.has(name) ? [] : [words]
    ),
    RECORDING_VERBS,
    NOUN_STOPS,
    CHOOSING_DETERMINERS,
    RESTRICTING,
    FILLER,
    PLAIN_ADJECTIVES,
    SYSTEM_NOUNS,
    MANAGING,
    EVERYONE,
    DATA_WORDS,
    UNIT_WORDS,
    Object.keys(TYPE_WORDS),
    Object.keys(BUILT_IN_FIELDS),
    Object.keys(HEADINGS),
    Object.keys(ONLY_WORDS),
    Object.keys(CONTAINERS),
    ["idempotency"],
  ];
  return lists.flatMap((list) => [...list]);
}

function verbWords(): string[] {
  const verbs = [
    ...OPERATION_VERBS.flatMap((row) => row.verbs.split("/")),
    ...Object.keys(ACTION_VERBS),
    ...PLAIN_ACTION_VERBS,
    ...MARKING_VERBS,
  ];
  return [
    ...verbs.flatMap((verb) => {
      const { third, gerunds, participles } = verbForms(verb);
      return [verb, third, ...gerunds, ...participles];
    }),
    ...OPERATION_VERBS.map((row) => row.nouns ?? ""),
    ...Object.keys(ACTION_NOUNS),
    ...Object.keys(ADJECTIVE_ACTIONS),
  ];
}
