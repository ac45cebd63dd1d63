/**
 * Writes a pattern as the file that it is kept in.
 *
 * @module
 */
import { stringify } from "yaml";
import type { Pattern } from "./pattern.ts";

/** Writes the text of a pattern's file; the same pattern gives the same text, which reads back as that pattern. */
export function patternText(pattern: Pattern): string {
  const { unit, behavior, blueprint, signature, body, test } = pattern;
  return stringify(
    { unit, behavior, blueprint, signature, body, test },
    { version: "1.2", aliasDuplicateObjects: false, lineWidth: 0 },
  );
}
