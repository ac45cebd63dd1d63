/**
 * Writes a pattern as the file that it is kept in.
 *
 * @module
 */
import { Document, Scalar, visit } from "yaml";
import type { Pattern } from "./pattern.ts";

/** Writes the text of a pattern's file; the same pattern gives the same text, which reads back as that pattern. */
export function patternText(pattern: Pattern): string {
  const { unit, behavior, blueprint, signature, body, test } = pattern;
  const document = new Document(
    { unit, behavior, blueprint, signature, body, test },
    { version: "1.2", aliasDuplicateObjects: false },
  );
  visit(document, {
    Scalar: (_, node) => {
      if (typeof node.value === "string" && node.value.includes("\n")) {
        node.type = Scalar.BLOCK_LITERAL;
      }
    },
  });
  return document.toString({ lineWidth: 0 });
}
