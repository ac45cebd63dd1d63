/**
 * The words for how much somebody may do: "full access", "read-only rights".
 *
 * @module
 */

/** All of it; the alternatives of a pattern. */
export const FULL_KINDS = "full|complete|unlimited|unrestricted|total|admin";

/** Some of it; the alternatives of a pattern. */
export const SOME_KINDS = "read|write|view|edit";

/** What of it is a noun; the alternatives of a pattern. */
export const ACCESS_NOUNS = "access|rights|permissions|permission|control";

/** How much of it: the source of a regular expression over lower case. */
export const ACCESS_PHRASE =
  `(?:${FULL_KINDS}|${SOME_KINDS}|(?:${SOME_KINDS})[- ]only|read[- ]write|read and write) (?:${ACCESS_NOUNS})\\b`;
