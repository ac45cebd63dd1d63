/**
 * HTML in which text cannot become markup.
 *
 * @module
 */

/** A piece of finished HTML. */
export class Html {
  /** Wraps markup that is known to be safe. */
  constructor(readonly markup: string) {}
}

/** What can stand in a template: text is escaped, lists are joined, nothing and false leave no trace. */
export type HtmlValue =
  | Html
  | string
  | number
  | false
  | undefined
  | readonly HtmlValue[];

/** Makes HTML from a template; values may stand in text and in quoted attributes. */
export function markup(
  strings: TemplateStringsArray,
  ...values: readonly HtmlValue[]
): Html {
  let markup = strings[0]!;
  values.forEach((value, index) => {
    markup += markupOf(value) + strings[index + 1];
  });
  return new Html(markup);
}

function markupOf(value: HtmlValue): string {
  if (value instanceof Html) return value.markup;
  if (value === undefined || value === false) return "";
  if (typeof value === "object") return value.map(markupOf).join("");
  return String(value).replaceAll(/[&<>"']/g, (char) => ESCAPES[char]!);
}

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
