/**
 * Texts on which a pattern that backtracks takes forever.
 *
 * @module
 */
import type { FieldModel } from "../../generator/model/system_model.ts";

/** Makes them for a field: what its pattern likes, again and again, with an end that it does not. */
export function adversarialTexts(
  field: Pick<FieldModel, "pattern" | "examples" | "maxLength"> | undefined,
): readonly string[] {
  const { pattern, examples = [], maxLength = LONG } = field ?? {};
  if (pattern === undefined) return ["a".repeat(LONG)];
  // What is longer than it may be is refused before its pattern is looked at.
  const length = Math.min(maxLength, LONG);
  const likes = [...examples, "a", "aA", "1", "a1", " ", "-", "."];
  return [...new Set(likes)].filter((text) => text !== "").flatMap((text) => {
    const liked = text.repeat(Math.ceil(length / text.length));
    return ENDS.map((end) => `${liked.slice(0, length - 1)}${end}`);
  });
}

/** What few patterns like, but every text may hold: a control character would be refused before a pattern is tried. */
const ENDS: readonly string[] = ["!", "\u00e9"];
const LONG = 50_000;
