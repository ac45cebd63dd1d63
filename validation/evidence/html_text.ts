/**
 * Text that is HTML, as opposed to text that has to be escaped before it is.
 *
 * @module
 */

/** A piece of HTML. Only {@link html} makes one, so whatever else is put into a page is escaped. */
export class Html {
  readonly #text: string;

  /** Takes text that is HTML already. */
  constructor(text: string) {
    this.#text = text;
  }

  /** Gives the text. */
  toString(): string {
    return this.#text;
  }
}

/** What can be put into a template. */
export type HtmlPart = Html | string | number | undefined | readonly HtmlPart[];

/** Renders a template; what is put into it is escaped unless it is HTML. */
export function html(
  literals: TemplateStringsArray,
  ...parts: readonly HtmlPart[]
): Html {
  return new Html(String.raw({ raw: literals }, ...parts.map(rendered)));
}

function rendered(part: HtmlPart): string {
  if (part === undefined) return "";
  if (part instanceof Html) return part.toString();
  if (Array.isArray(part)) return part.map(rendered).join("");
  return String(part).replace(/[&<>"']/g, (found) => ENTITIES[found] ?? "");
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
