/**
 * Phrases that constrain a field.
 *
 * @module
 */
import type { PatternRow } from "./pattern.ts";

/** What a phrase constrains; numbers come from the pattern's slots `n` and `m`. */
export type RuleShape =
  | "required"
  | "optional"
  | "unique"
  | "unique within"
  | "decimal places"
  | "immutable"
  | "between"
  | "length between"
  | "min"
  | "max"
  | "above"
  | "below"
  | "min length"
  | "max length"
  | "exact length"
  | "above zero"
  | "not below zero"
  | "default"
  | "now"
  | "values"
  | "serial"
  | "unit";

/** Phrases that say what a field must be. */
export const RULE_PHRASES: readonly PatternRow<RuleShape>[] = table({
  "required": [
    "required|mandatory|compulsory|obligatory|necessary|non-empty|nonempty|non-null|notnull",
    "not empty|blank|null|optional|nullable",
    "always required|present|given|set",
    "filled in?",
    "provided|present",
    "a? required field?",
    "*",
    "non empty",
  ],
  "optional": [
    "optional|nullable|optionally|voluntary",
    "not required|mandatory|compulsory",
    "left empty|blank|out",
    "empty|null|missing",
  ],
  "unique": [
    "unique|distinct",
    "a? unique value?|identifier?",
    "unique for|among|across|over all {E:scope}",
    "not duplicated|repeated|shared|reused",
  ],
  "unique within": [
    "unique within|inside|per|in its|the|their|each|every|a|an|one|any? {E:per}",
  ],
  "immutable": [
    "which|that cannot|can't|can_not|must_not be changed|edited|modified|updated later|afterwards|anymore|once_set|once_created|after_creation?",
    "immutable|read-only|readonly|unchangeable|fixed_after_creation|permanent",
    "read only",
    "set only once",
    "set once",
    "set only? at|on creation",
    "not changeable|editable|modifiable",
  ],
  "between": [
    "between|from {N:n} and|to|-|up_to {N:m}",
    "{N:n} to|-|–|through|.. {N:m}",
    "in? the? range from|of|: {N:n} to|and|- {N:m}",
    "a? number|value|integer between|from {N:n} and|to {N:m}",
    "within {N:n} and|to|- {N:m}",
  ],
  "length between": [
    "between|from {N:n} and|to|- {N:m} characters|chars|letters|signs|symbols long?",
    "{N:n} to|-|–|and {N:m} characters|chars|letters|signs|symbols long?",
  ],
  "decimal places": [
    "with|to|of|in two|2 decimals|decimal_places|places|digits_after_the_point",
  ],
  "min": [
    "at_least|minimum|min|no_less_than|not_less_than|not_lower_than|not_smaller_than|not_below|starting_from {N:n}",
    "a? minimum|min of|is|: {N:n}",
    "min|minimum value? of|is|:|= {N:n}",
    "> = {N:n}",
    "≥ {N:n}",
    "{N:n} or more|higher|greater|above|older|later|newer|after|up",
  ],
  "max": [
    "at_most|maximum|max|no_more_than|not_more_than|not_higher_than|not_larger_than|up_to|not_above|not_exceed|not_exceeding|limited_to {N:n}",
    "a? maximum|max of|is|: {N:n}",
    "max|maximum value? of|is|:|= {N:n}",
    "< = {N:n}",
    "≤ {N:n}",
    "{N:n} or less|lower|fewer|below|under|earlier|before|smaller",
  ],
  "above": [
    "greater|more|bigger|higher|larger|older than {N:n}",
    "above|over|exceeding {N:n}",
    "> {N:n}",
  ],
  "below": [
    "of? less|lower|smaller|fewer|younger than {N:n}",
    "below|under {N:n}",
    "< {N:n}",
  ],
  "min length": [
    "at_least|minimum|min|no_less_than|not_less_than|not_shorter_than|no_shorter_than|longer_than_or_equal_to {N:n} characters|chars|letters|signs|symbols long?",
    "a? minimum|min length? of|: {N:n} characters|chars|letters|signs|symbols",
    "min|minimum length of|:|=? {N:n}",
  ],
  "exact length": [
    "of? exactly? {N:n} characters|chars|letters|signs|symbols long?",
    "of? exactly? {N:n} - character|char|letter",
  ],
  "max length": [
    "at_most|maximum|max|no_more_than|not_more_than|not_longer_than|no_longer_than|up_to|limited_to|of_max {N:n} characters|chars|letters|signs|symbols long?",
    "of? a? maximum|max length? of|: {N:n} characters|chars|letters|signs|symbols",
    "max|maximum length of|:|=? {N:n}",
    "of at_most|up_to|maximum|max {N:n} characters|chars|letters|signs|symbols",
    "shorter than {N:n} characters|chars|letters|signs|symbols",
    "{N:n} characters|chars|letters|signs|symbols at_most|max|maximum|or_less",
  ],
  "above zero": [
    "positive",
    "a? positive number|integer|amount|value",
    "greater|more|bigger|higher|larger than zero",
    "above zero",
  ],
  "not below zero": [
    "non-negative|nonnegative",
    "not negative|below_zero|less_than_zero",
    "zero or more|greater|above",
  ],
  "default": [
    "default|defaults|defaulting to|is|=|: {L:value}",
    "default|defaulting {L:value}",
    "which|that|and? defaults to {L:value}",
    "with a? default of? {L:value}",
    "with a? default value? of|: {L:value}",
    "{L:value} by default",
    "by default {L:value}",
    "initially {L:value}",
    "starts|starting at|as|with {L:value}",
    "that|which starts|begins at|as|with|in|out_as? {L:value}",
    "set to {L:value} by default",
  ],
  "now": [
    "which|that|and? is|are|be|gets? automatically|auto set|filled|filled_in|recorded|stamped|populated",
    "which|that|and? is|are|be|gets? set|filled|filled_in|recorded|stamped|populated automatically|by_the_system|by_the_server",
  ],
  "values": [
    "one|any of|: {V:values}",
    "either {V:values}",
    "one of the? following|values? : {V:values}",
    "an? enum of|: {V:values}",
    "enum {V:values}",
    "which|that can|may|is be? either? {V:values}",
    "which|that is one of {V:values}",
    "with? the? values|options|choices|states|statuses :? {V:values}",
  ],
  "serial": [
    "counting|counts up",
    "that|which counts|goes up|upwards by_one?",
    "which|that $be? automatically incremented|increased|counted_up|incrementing",
    "automatically? incremented|incrementing automatically?",
    "auto-incremented|auto-incrementing|auto-increment|autoincrement|sequential|consecutive",
    "counted up automatically?",
    "which|that increases|grows|rises by one|1",
  ],
  "unit": [
    "in|per minutes|seconds|hours|days|weeks|months|years|euros|euro|dollars|usd|eur|cents|percent|kg|kilograms|grams|km|kilometers|meters|cm|mm|celsius|liters|milliseconds",
  ],
});

/** Phrases that say what a field must not be; the words after "not" or "cannot". */
export const NEGATED_RULE_PHRASES: readonly PatternRow<RuleShape>[] = table({
  "required": [
    "be? empty|blank|null|missing|omitted|optional",
    "be? left out|empty|blank",
  ],
  "optional": [
    "be? required|mandatory|compulsory|necessary",
    "have to be given|set|filled|provided",
    "need to be given|set|filled|provided",
  ],
  "unique": [
    "be? duplicated|repeated|shared|reused|the_same|duplicates|used_twice",
    "be? a duplicate",
    "repeat",
  ],
  "immutable": [
    "be? changed|edited|modified|updated|altered|overwritten later|afterwards|anymore|again",
    "be? changed|edited|modified|updated|altered|overwritten after|once creation|set|it_is_set|it_was_set|being_set|created",
    "be? changed|edited|modified|updated|altered|overwritten",
    "be? changeable|editable|modifiable",
    "change",
  ],
  "min": [
    "be? less|lower|smaller|fewer|younger than {N:n}",
    "be|go|get|drop|fall? below|under {N:n}",
  ],
  "max": [
    "be? more|greater|higher|larger|bigger|older than {N:n}",
    "be|go|get|rise? above|over|beyond {N:n}",
    "exceed {N:n}",
  ],
  "max length": [
    "be? longer|more|greater than {N:n} characters|chars|letters|signs|symbols?",
    "be? longer than {N:n}",
    "exceed {N:n} characters|chars|letters|signs|symbols",
    "have more than {N:n} characters|chars|letters|signs|symbols",
  ],
  "min length": [
    "be? shorter|less|fewer than {N:n} characters|chars|letters|signs|symbols?",
    "be? shorter than {N:n}",
  ],
  "not below zero": [
    "be|go|goes|become|becomes|get|gets|drop|drops|fall|falls|sink|sinks? negative|below_zero|under_zero|less_than_zero",
    "go|goes|drop|drops|fall|falls|sink|sinks into? the? negative|minus",
  ],
});

/** What only says that an answer of yes or no follows: "a flag whether it is hot". */
export const FLAG_PHRASE =
  "a|an|the? boolean|yes-no? flag|marker|indicator|boolean|checkbox|switch for|saying|telling|that_says|that_tells|which_says?";

/** What stands for fields that were listed before. */
export interface ListedFields {
  /** All of the list, not only the last two. */
  readonly all: boolean;
  /** It may mean more than the last list. */
  readonly everything: boolean;
  /** The verb stands before: "they are both". */
  readonly joined: boolean;
}

/** What stands for the two fields last listed. */
export const BOTH_FIELDS: readonly PatternRow<ListedFields>[] = [
  {
    pattern: "they $must|$be be? both",
    makes: { all: false, everything: false, joined: true },
  },
  {
    pattern: "both of? them|these|those|fields|values?",
    makes: { all: false, everything: false, joined: false },
  },
  {
    pattern: "they both",
    makes: { all: false, everything: false, joined: false },
  },
];

/** What stands for all fields of the last list. */
export const ALL_FIELDS: readonly PatternRow<ListedFields>[] = [
  {
    pattern: "they $must|$be be? all",
    makes: { all: true, everything: false, joined: true },
  },
  {
    pattern:
      "all|each|every of? the|these|those? fields|field|attributes|properties|columns|values",
    makes: { all: true, everything: true, joined: false },
  },
  {
    pattern: "all of them|these|those",
    makes: { all: true, everything: false, joined: false },
  },
  {
    pattern: "they all",
    makes: { all: true, everything: false, joined: false },
  },
  {
    pattern: "all three|four|five?",
    makes: { all: true, everything: false, joined: false },
  },
];

/** What may stand before a further rule of the same field: "and must be", "but". */
export const RULE_STARTS: readonly string[] = [
  "it|they? $must|$can be",
  "it|they? is|are|be",
  "but",
  "with",
];

function table(
  phrases: Partial<Record<RuleShape, readonly string[]>>,
): PatternRow<RuleShape>[] {
  const rows: PatternRow<RuleShape>[] = [];
  for (const [shape, patterns] of Object.entries(phrases)) {
    for (const pattern of patterns) {
      rows.push({ pattern, makes: shape as RuleShape });
    }
  }
  return rows;
}
