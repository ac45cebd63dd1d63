/**
 * Holds a document of a model's to what the rendered one leads to: no HTML of its own, no other hosts, no links that run.
 *
 * @module
 */
import { shownText } from "../confine/shown_text.ts";
import { unseenIn } from "../confine/unseen_characters.ts";
import type { AnswerFault } from "./scan_behavior.ts";

/**
 * Finds what a Markdown file may not hold, beside the rendered one. Code in it is looked at as well: where a block of code ends is
 * not the same to every reader.
 */
export function scanDocument(
  path: string,
  text: string,
  rendered: string,
): readonly AnswerFault[] {
  const unseen = unseenIn(text).slice(0, 1).map((index) => ({
    place: `${path}:${text.slice(0, index).split("\n").length}`,
    cause: "found a character that nobody sees, wanted none",
  }));
  return unseen.concat(RULES.flatMap(({ form, why }) => {
    const known = new Set(foundIn(rendered, form).map(({ found }) => found));
    return foundIn(text, form)
      .filter(({ found }) => !known.has(found))
      .map(({ found, line }) => ({
        place: `${path}:${line}`,
        cause: `found ${shownText(found, LONGEST)}: ${why}`,
      }));
  }));
}

function foundIn(text: string, form: RegExp) {
  return [...text.matchAll(form)].map(({ 0: found, index }) => ({
    found,
    line: text.slice(0, index).split("\n").length,
  }));
}

const LONGEST = 60;

const RULES: readonly { readonly form: RegExp; readonly why: string }[] = [
  {
    form: /<[a-z/!?][^>\n]*>?/gi,
    why: "a document has no HTML, nor what looks like it: write {id} for <id>",
  },
  {
    form: /[a-z][a-z0-9+.-]*:\/\/[^\s/?#)>\]"'`]*/gi,
    why: "a document names only the hosts that the rendered one names",
  },
  {
    form: /\](?:\(|:)\s*(?!https?:\/\/)[^\s)]*(?::|&|\\|\/\/)[^\s)]*/gi,
    why: "a link leads to a place in the project or to a host",
  },
];
