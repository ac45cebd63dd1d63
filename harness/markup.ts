/** Markup that was made by `markup`, in which all data is escaped. */
export class SafeHtml {
  /** The markup. */
  readonly text: string;

  /** Takes text that is markup already: only for text that holds no data. */
  constructor(text: string) {
    this.text = text;
  }
}

/** What may stand in markup: data, which is escaped, other markup, or lists of both. */
export type HtmlValue =
  | string
  | number
  | SafeHtml
  | undefined
  | readonly HtmlValue[];

/**
 * Makes markup: everything between `${` and `}` is escaped, in text and in quoted attributes, unless
 * it was made by `markup` itself. `undefined` is nothing.
 */
export function markup(
  strings: TemplateStringsArray,
  ...values: readonly HtmlValue[]
): SafeHtml {
  let text = strings[0] ?? "";
  for (const [index, value] of values.entries()) {
    text += write(value) + (strings[index + 1] ?? "");
  }
  return new SafeHtml(text);
}

function write(value: HtmlValue): string {
  if (value === undefined) return "";
  if (value instanceof SafeHtml) return value.text;
  if (typeof value === "object") return value.map(write).join("");
  return String(value).replace(
    /[&<>"']/g,
    (character) => ENTITIES[character] ?? "",
  );
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
