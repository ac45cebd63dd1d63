/**
 * Text that is safe to put into an output of a certain language.
 *
 * Templates accept nothing else: `<%= it.title %>` in a `.ts.eta` file does not type-check when
 * `title` is a plain string. A string of the user's becomes safe only through the functions here,
 * each of which escapes for one language. So data cannot become code, and the compiler shows it.
 *
 * @module
 */

/** The languages that outputs are written in: those of templates, and of the commands in documents. */
export type Language = "ts" | "md" | "yaml" | "sql" | "sh" | "text";

declare const SAFE: unique symbol;

/** Text that is safe wherever one of the languages `L` has a place for it. */
export type Safe<L extends Language> = string & {
  readonly [SAFE]: { readonly [K in L]: true };
};

/** A checked identifier, path or number: safe in every language. */
export type Name = Safe<Language>;

/**
 * Vouches for a name that the blueprint's checks have let through.
 *
 * @throws {TypeError} when it has characters that names never have.
 */
export function name(text: string): Name {
  if (!NAME.test(text)) {
    throw new TypeError(
      `Cannot use ${
        JSON.stringify(text)
      } as a name: found other characters than letters, digits and _ - . /`,
    );
  }
  return text as Name;
}

/** Renders plain data as a TypeScript literal. */
export function tsLiteral(value: unknown): Safe<"ts"> {
  if (Array.isArray(value)) return tsArray(value.map(tsLiteral));
  if (typeof value === "object" && value !== null) {
    return tsObject(
      Object.fromEntries(
        Object.entries(value).map(([key, member]) => [key, tsLiteral(member)]),
      ),
    );
  }
  const json = JSON.stringify(value);
  if (json === undefined) return "undefined" as Safe<"ts">;
  return json.replace(UNSAFE_IN_TS, escapeUnit) as Safe<"ts">;
}

/** Renders a text for the inside of a template literal: unable to end it, or to compute anything in it. */
export function tsTemplateText(text: string): Safe<"ts"> {
  return tsLiteral(text).slice(1, -1).replaceAll('\\"', '"')
    .replace(/[`$]/g, "\\$&") as Safe<"ts">;
}

/** Vouches for code of the user's own: the statements of a function, from where a blueprint holds code and no data. */
export function tsCode(code: string): Safe<"ts"> {
  return code.replace(/\n+$/, "") as Safe<"ts">;
}

/** Renders an object as a TypeScript object literal with bare keys where they are identifiers. */
export function tsObject(
  entries: Readonly<Record<string, Safe<"ts"> | undefined>>,
): Safe<"ts"> {
  const members = Object.entries(entries)
    .filter((entry): entry is [string, Safe<"ts">] => entry[1] !== undefined)
    .map(([key, value]) => `${objectKey(key)}: ${value}`);
  return (members.length === 0 ? "{}" : `{ ${members.join(", ")} }`) as Safe<
    "ts"
  >;
}

function objectKey(key: string): string {
  // Written plainly, it would set the prototype.
  if (key === "__proto__") return `["__proto__"]`;
  return IDENTIFIER.test(key) ? key : tsLiteral(key);
}

/** Renders values as a TypeScript array literal. */
export function tsArray(items: readonly Safe<"ts">[]): Safe<"ts"> {
  return `[${items.join(", ")}]` as Safe<"ts">;
}

/** Joins pieces of safe text; what stands between them is part of our source, not data. */
export function safe<L extends Language>(
  strings: TemplateStringsArray,
  ...pieces: readonly (Safe<L> | number)[]
): Safe<L> {
  return String.raw({ raw: strings }, ...pieces) as Safe<L>;
}

/** Joins a list of safe texts. */
export function joined<L extends Language>(
  items: readonly Safe<L>[],
  separator: Safe<L>,
): Safe<L> {
  return items.join(separator) as Safe<L>;
}

/** Renders a sentence for a comment or doc comment: one line, unable to end the comment. */
export function comment(text: string): Safe<"ts" | "sql" | "yaml"> {
  const closed = oneLine(text).replaceAll("*/", "* /");
  return closed.replace(/^@|\{@/g, (tag) => tag.replace("@", "\\@")) as Safe<
    "ts" | "sql" | "yaml"
  >;
}

/** Renders a sentence as Markdown text: one line, no markup, no HTML. */
export function mdText(text: string): Safe<"md"> {
  return oneLine(text).replace(/[\\`*_{}[\]<>#|~!&]/g, "\\$&")
    .replace(/^(?=[-+=])|^(\d+)(?=[.)])/, "$1\\") as Safe<"md">;
}

/** Renders a short text as inline code of Markdown. */
export function mdCode(text: string): Safe<"md"> {
  return ("`" + oneLine(text).replaceAll("`", "'").replaceAll("|", "\\|") +
    "`") as Safe<"md">;
}

/**
 * Renders a command as a line of a fenced block of Markdown.
 *
 * @throws {TypeError} when it is more than one line, and so could end the fence.
 */
export function mdCommand(command: Safe<"sh">): Safe<"md"> {
  const text: string = command;
  if (/^\s*[`~]|[\n\r]/.test(text)) {
    throw new TypeError(
      `Cannot show ${
        JSON.stringify(text)
      } as a command: found a line break or a fence, wanted one line`,
    );
  }
  return text as Safe<"md">;
}

/**
 * Renders a JSON object as one word of a POSIX shell; the members that `variables` names are the texts of these shell
 * variables.
 */
export function shJsonObject(
  object: Readonly<Record<string, unknown>>,
  variables: ReadonlyMap<string, Name>,
): Safe<"sh"> {
  const members = Object.entries(object).map(([key, value]) => {
    const variable = variables.get(key);
    const text = variable === undefined
      ? inQuotes(value)
      : `"'"$${variable}"'"`;
    return `${inQuotes(key)}:${text}`;
  });
  return `'{${members.join(",")}}'` as Safe<"sh">;
}

/** Renders plain data as JSON, in one quoted word of a POSIX shell. */
export function shJson(value: unknown): Safe<"sh"> {
  return `'${inQuotes(value)}'` as Safe<"sh">;
}

/** Renders data as JSON that stands between the single quotes of a shell. */
function inQuotes(value: unknown): string {
  const json = (JSON.stringify(value) ?? "null").replace(
    UNSAFE_IN_TS,
    escapeUnit,
  );
  return json.replaceAll("'", "'\\''");
}

/** Renders a value as an SQL literal. */
export function sqlLiteral(
  value: string | number | boolean | null,
): Safe<"sql"> {
  if (typeof value === "string") {
    return `'${value.replaceAll("'", "''")}'` as Safe<"sql">;
  }
  if (typeof value === "boolean") return (value ? "1" : "0") as Safe<"sql">;
  return String(value ?? "NULL") as Safe<"sql">;
}

/** Renders a checked name as a quoted SQL identifier. */
export function sqlIdentifier(text: string): Safe<"sql" | "ts"> {
  return `"${name(text)}"` as Safe<"sql" | "ts">;
}

function oneLine(text: string): string {
  return text.replace(NOT_PRINTABLE, " ").replace(/\s+/g, " ").trim();
}

function escapeUnit(unit: string): string {
  return "\\u" + unit.charCodeAt(0).toString(16).padStart(4, "0");
}

const NAME = /^[A-Za-z0-9_./-]+$/;
const IDENTIFIER = /^[A-Za-z_$][A-Za-z0-9_$]*$/;
// Line separators, C1 controls, lone surrogates and characters that turn the reading direction.
const UNSAFE_IN_TS =
  /[\u007f-\u009f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const NOT_PRINTABLE =
  /[\p{Cc}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\p{Cs}]/gu;
