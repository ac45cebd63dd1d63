/**
 * Cuts a sentence into words, numbers, paths, quoted names and marks, each with its place.
 *
 * @module
 */

/** What a token is. */
export type TokenKind = "word" | "number" | "path" | "url" | "quoted" | "mark";

/** One token of a sentence. */
export interface Token {
  /** What it is. */
  readonly kind: TokenKind;
  /** Word for word; for a quoted name without its quotes. */
  readonly text: string;
  /** In lower case, with straight apostrophes. */
  readonly lower: string;
  /** Where it starts in the request, in UTF-16 code units. */
  readonly start: number;
  /** Where it ends, exclusive. */
  readonly end: number;
}

/**
 * Cuts `text` into tokens.
 *
 * @param text A sentence
 * @param offset Where the sentence starts in the request
 * @return The tokens, in order; a possessive `'s` is a token of its own
 */
export function tokenize(text: string, offset: number): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(TOKEN)) {
    const [whole, url, path, quoted, number, word] = match;
    const start = offset + match.index;
    const before = text[match.index - 1];
    if (url !== undefined) {
      tokens.push(token("url", whole, start));
    } else if (
      path !== undefined && (before === undefined || /\s/.test(before))
    ) {
      tokens.push(token("path", whole, start));
    } else if (path !== undefined) {
      tokens.push(token("mark", "/", start));
      tokens.push(...tokenize(whole.slice(1), start + 1));
    } else if (quoted !== undefined) {
      tokens.push(quotedToken(whole, start));
    } else if (number !== undefined) {
      tokens.push(token("number", whole, start));
    } else if (word !== undefined) {
      pushWord(tokens, whole, start);
    } else if (whole === "|" && /\S/.test(before ?? " ")) {
      tokens.push(token("mark", "/", start));
    } else if (whole === "/" && isShortWith(tokens.at(-1), start)) {
      tokens.push(shortWith(tokens.pop() as Token));
    } else if (whole !== "." || !SHORTENED.has(tokens.at(-1)?.lower ?? "")) {
      tokens.push(token("mark", whole, start));
    }
  }
  return tokens;
}

/** "w/ name" */
function isShortWith(before: Token | undefined, start: number): boolean {
  return before?.lower === "w" && before.end === start;
}

function shortWith(before: Token): Token {
  return { ...before, text: "with", lower: "with", end: before.end + 1 };
}

/** Returns the number a number token stands for. */
export function numberOf(token: Token): number {
  return Number(token.text.replaceAll(",", ""));
}

function token(kind: TokenKind, text: string, start: number): Token {
  const lower = text.toLowerCase().replaceAll("’", "'");
  return { kind, text, lower, start, end: start + text.length };
}

function quotedToken(whole: string, start: number): Token {
  const inner = token("quoted", whole.slice(1, -1), start);
  return { ...inner, end: start + whole.length };
}

function pushWord(tokens: Token[], whole: string, start: number): void {
  const lower = whole.toLowerCase().replaceAll("’", "'");
  if (lower.endsWith("'s") && !CONTRACTED.has(lower)) {
    tokens.push(token("word", whole.slice(0, -2), start));
    tokens.push(token("word", whole.slice(-2), start + whole.length - 2));
    return;
  }
  tokens.push(token("word", whole, start));
}

const TOKEN = new RegExp(
  [
    /(https?:\/\/[\w-](?:[\w.:\/%~#@?&=+,-]*[\w\/])?)/u,
    /(\/[A-Za-z][\w-]{0,60}(?:\/(?::?[\w-]{1,60}|\{[\w-]{1,60}\})){0,8})/u,
    /("[^"\n]{1,120}"|`[^`\n]{1,120}`|“[^”\n]{1,120}”)/u,
    /((?!(?:\d{1,3}\.){3}\d)\d{1,15}(?:,\d{3}){0,4}(?:\.\d{1,10})?(?![\p{L}\p{N}_]))/u,
    /((?:km|mi|mm|cm|m|mg|kg|g|ml|l|kwh)\/(?:h|hr|s|sec|min|ml|l|m2|m3|kg|day)(?![\p{L}\p{N}_])|(?:\d{1,3}\.){3}\d{1,3}(?![\p{L}\p{N}_])|[\p{L}\p{N}_]+(?:['’-][\p{L}\p{N}_]+)*)/u,
    /(\.{2,3}|\S)/u,
  ].map((part) => part.source).join("|"),
  "gu",
);

/** Words whose full stop is no mark: "max. 80 characters". */
const SHORTENED: ReadonlySet<string> = new Set([
  "max",
  "min",
  "approx",
  "incl",
]);

const CONTRACTED: ReadonlySet<string> = new Set([
  "it's",
  "that's",
  "there's",
  "what's",
  "who's",
  "let's",
  "here's",
  "he's",
  "she's",
]);

/** Makes one token of each phrase that stands in a set: "in progress". */
export function joinPhrases(
  tokens: readonly Token[],
  phrases: ReadonlySet<string>,
): readonly Token[] {
  const long = [...phrases].some((one) => one.includes(" "));
  if (!long) return tokens;
  const joined: Token[] = [];
  for (let at = 0; at < tokens.length;) {
    const part = [3, 2].map((length) => tokens.slice(at, at + length))
      .find((one) =>
        one.every(({ kind }) => kind === "word") &&
        phrases.has(one.map(({ lower }) => lower).join(" "))
      ) ?? tokens.slice(at, at + 1);
    const [first] = part;
    const last = part.at(-1);
    if (first === undefined || last === undefined) break;
    joined.push({
      ...first,
      text: part.map(({ text }) => text).join(" "),
      lower: part.map(({ lower }) => lower).join(" "),
      end: last.end,
    });
    at += part.length;
  }
  return joined;
}
