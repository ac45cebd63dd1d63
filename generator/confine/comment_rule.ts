/**
 * Refuses comments that turn checks off, and characters that make a text look other than it is.
 *
 * @module
 */
import type { ModuleSyntax } from "./module_syntax.ts";
import type { Report } from "./scan_rules.ts";
import { unseenIn } from "./unseen_characters.ts";

/** Reports the comments and characters of a module that may not stand there. */
export function commentFindings(
  { text, comments }: ModuleSyntax,
  report: Report,
): void {
  for (const { value, start } of comments) {
    if (!DIRECTIVE.test(value)) continue;
    const place = { start, end: start + value.length + 2 };
    report(place, "no comment may turn a check off or steer a tool");
  }
  for (const index of unseenIn(text)) {
    const place = { start: index, end: index };
    report(place, "no character may be unseen or turn the direction of text");
  }
}

/**
 * What the compiler and Deno read wherever it stands in a comment, or what these and the linter look for at the start of a
 * line: the families, not the words that are known today. `/// <` is the compiler's.
 */
const DIRECTIVE =
  /@(?:(?:ts|deno)-|jsx)|^\/\s*<|(?:^|[\r\n\u2028\u2029])[\s*/#@!]*(?:ts-(?:ignore|nocheck|expect-error)|deno-[a-z]|dprint-|eslint|jsx|<(?:reference|amd-)|source(?:Mapping)?URL)/i;
