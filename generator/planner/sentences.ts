/**
 * Cuts a request into sentences: lines, list items, and what punctuation ends.
 *
 * @module
 */
import type { Span } from "./statement.ts";

/** One sentence of a request, word for word. */
export interface Sentence extends Span {
  /** The sentence, without the bullet or number in front of it. */
  readonly text: string;
  /** Its line, from 1. */
  readonly line: number;
  /** Its column, from 1, in UTF-16 code units. */
  readonly column: number;
  /** It announces what follows: it ends with a colon or is a Markdown heading. */
  readonly heading: boolean;
  /** It stands in a list. */
  readonly item: boolean;
  /** The index of the sentence it stands under, when it stands under one. */
  readonly parent?: number;
}

/** Cuts a request into sentences, in order; what has no letter and no digit is left out. */
export function sentencesOf(request: string): Sentence[] {
  const sentences: Sentence[] = [];
  const open: { depth: number; index: number }[] = [];
  const places = placesIn(request);
  for (const line of linesOf(request)) {
    while ((open.at(-1)?.depth ?? -1) >= line.depth) open.pop();
    const parent = open.at(-1)?.index;
    const first = sentences.length;
    for (const part of partsOf(line)) {
      sentences.push({
        ...part,
        ...places(part.start),
        heading: line.mark === "#" || part.text.endsWith(":"),
        item: line.mark !== "" && line.mark !== "#",
        ...(parent === undefined ? {} : { parent }),
      });
    }
    if (sentences.length > first) {
      open.push({ depth: line.depth, index: sentences.length - 1 });
    }
  }
  return sentences;
}

interface Line extends Span {
  readonly text: string;
  readonly line: number;
  readonly depth: number;
  readonly mark: string;
}

function linesOf(request: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  let number = 0;
  for (const raw of request.split("\n")) {
    number++;
    const match = LINE.exec(raw);
    const indent = (match?.[1] ?? "").replaceAll("\t", "  ").length;
    const mark = match?.[2] ?? match?.[3] ?? "";
    const lead = match?.[0].length ?? 0;
    const text = raw.slice(lead).trimEnd();
    const depth = mark.startsWith("#")
      ? mark.length
      : mark === ""
      ? 10 + indent
      : 60 + indent;
    const previous = lines.at(-1);
    const kind = mark.startsWith("#") ? "#" : mark;
    if (text !== "" && kind === "" && goesOn(previous, text, start + lead)) {
      lines[lines.length - 1] = {
        ...previous as Line,
        text: request.slice(previous?.start, start + lead + text.length),
        end: start + lead + text.length,
      };
    } else if (text !== "") {
      const from = start + lead;
      const end = from + text.length;
      lines.push({ text, start: from, end, line: number, depth, mark: kind });
    }
    start += raw.length + 1;
  }
  return lines;
}

/** A line of running text broken for its length goes on in the next line. */
function goesOn(
  previous: Line | undefined,
  text: string,
  start: number,
): boolean {
  return previous !== undefined && start - previous.end < 40 &&
    previous.mark !== "#" &&
    previous.text.slice(previous.text.lastIndexOf("\n") + 1).length >= 66 &&
    !/[.!?:;)}\]"]$/.test(previous.text) && /^[\p{Ll}(,]/u.test(text);
}

function partsOf(line: Line): (Span & { text: string })[] {
  const parts: (Span & { text: string })[] = [];
  const { text } = line;
  let from = 0;
  let depth = 0;
  const cut = (end: number) => {
    const whole = text.slice(from, end);
    const trimmed = whole.trim();
    if (/[\p{L}\p{N}]/u.test(trimmed)) {
      const start = line.start + from + whole.indexOf(trimmed);
      parts.push({ text: trimmed, start, end: start + trimmed.length });
    }
    from = end;
  };
  for (let i = 0; i < text.length; i++) {
    const char = text[i] ?? "";
    if ("([{".includes(char)) depth++;
    if (")]}".includes(char)) depth = Math.max(0, depth - 1);
    if (depth > 0) continue;
    if (char === ";" || (ENDS.includes(char) && endsHere(text, i))) cut(i + 1);
  }
  cut(text.length);
  return parts;
}

function endsHere(text: string, at: number): boolean {
  const next = text[at + 1];
  if (next !== undefined && !/\s/.test(next)) return false;
  if (text[at] !== ".") return true;
  const before = text.slice(Math.max(0, at - 6), at).toLowerCase();
  return !/(?:^|[\s(])(?:e\.g|i\.e|etc|incl|max|min|no|nr|vs|approx|resp)$/
    .test(before) ||
    /(?:etc|max|min)$/.test(before) &&
      /^\s+\p{Lu}/u.test(text.slice(at + 1, at + 6)) ||
    next === undefined;
}

/** Returns a function from an offset to its line and column; offsets must not fall. */
function placesIn(
  request: string,
): (at: number) => { line: number; column: number } {
  let line = 1;
  let start = 0;
  return (at) => {
    for (let next = request.indexOf("\n", start); next >= 0 && next < at;) {
      line++;
      start = next + 1;
      next = request.indexOf("\n", start);
    }
    return { line, column: at - start + 1 };
  };
}

const ENDS = ".!?。！？";

const LINE =
  /^([\t ]*)(?:>[\t ]?)?(?:(#{1,6})[\t ]+|([-*+•–—‣◦▪·]|\(?\d{1,3}[.)](?=\s)|\(?[a-zA-Z][)](?=\s))(?:[\t ]+(?:\[[ xX]?\][\t ]+)?))?[\t ]*(?:\*\*)?/u;
